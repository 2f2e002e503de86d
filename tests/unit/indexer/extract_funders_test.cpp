// SPDX-License-Identifier: GPL-2.0-or-later
// Funders of invented decisions: who funds, who is only mentioned. One row a decision.
#include "indexer/extract.h"

#include <catch2/catch.hpp>
#include <vector>

#include "indexer/funder_names.h"
#include "tests/unit/indexer/facts_support.h"

using namespace pykala;

namespace {

std::string ids(const schema::Decision& decision, schema::FunderRelation relation) {
  std::vector<std::string> out;
  for (const schema::Funder& funder : indexer::extract_funders(decision))
    if (funder.relation == relation) out.push_back(funder.id);
  return facts_test::joined(out, [](const std::string& id) { return id; });
}

struct Row {
  const char *title, *decision, *reasons, *funds, *mentioned;
};

const std::vector<Row> rows{
    {"Hankkeen jatkohaku", "Kansliapäällikkö päätti hyväksyä STEA-avustuksen jatkohakemuksen.", "Avustusta haetaan 80 000 euroa.", "STEA", ""},
    {"Kumppanuus Lähellä-hankkeessa", "Osastopäällikkö päätti, että kaupunki on mukana Kotipiha ry:n STEAlle jättämässä hakemuksessa.", "", "STEA", ""},
    {"Järjestöavustukset 2022", "Lautakunta päätti jakaa avustukset.", "Avustusten myöntämisessä huomioidaan, onko yhdistyksellä STEA:n avustusta.", "", "STEA"},
    {"Lausunto STEA:n avustusehdotuksesta", "Lautakunta antoi lausunnon.", "STEA pyytää lausuntoa vuosittain.", "", "STEA"},
    {"Osallistuminen ESR-hankkeeseen", "Kansliapäällikkö päätti hyväksyä osallistumisen Euroopan sosiaalirahaston hankkeeseen Väylä.", "Uudenmaan elinkeino-, liikenne- ja ympäristökeskus myönsi hankkeelle tuen.", "ESR", "ELY"},
    {"Nuorten työpaja", "Johtaja päätti jatkaa työpajaa.", "Paja sai alkunsa vuosina 2016–2018 ESR-rahoitteisessa hankkeessa. Nyt se maksetaan omista rahoista.", "", "ESR"},
    {"Uraohjaamo 2", "Johtaja päätti hakea rahoitusta ESR+-ohjelmasta.", "Hanke jatkaa aiemman ESR-hankkeen työtä.", "ESR+", "ESR"},
    {"Osallistuminen Työpolku-hankkeeseen", "Strategiajohtaja päätti hyväksyä osallistumisen.", "Hankkeelle haetaan Euroopan sosiaalirahasto plussasta 75 prosentin tuki.", "ESR+", ""},
    {"Digipalvelut yrityksille", "Elinkeinojohtaja päätti hakea EAKR-rahoitusta.", "Uudenmaan liitto tekee rahoituspäätöksen.", "EAKR", "UML"},
    {"Älykäs satama", "Päällikkö päätti hakea Euroopan aluekehitysrahastolta 300 000 euroa.", "", "EAKR", ""},
    {"EAKR-hankkeen päättäminen", "Lautakunta merkitsi tiedoksi loppuraportin.", "Hanke sai Euroopan aluekehitysrahaston tukea 200 000 euroa.", "EAKR", ""},
    {"Kotoutumisen edistäminen", "Johtaja päätti osallistua työ- ja elinkeinoministeriön kunnille suunnattuun hakuun.", "", "TEM", ""},
    {"Nimeäminen TEM:n työryhmään", "Kansliapäällikkö nimesi edustajan työ- ja elinkeinoministeriön työryhmään.", "", "", "TEM"},
    {"Perusopetuksen laadun kehittäminen", "Lautakunta päätti hakea opetus- ja kulttuuriministeriön erityisavustusta 150 000 euroa.", "", "OKM", ""},
    {"Ryhmäkoon pienentäminen", "Perusopetusjohtaja päätti ottaa vastaan OKM:n myöntämän valtionavustuksen.", "", "OKM", ""},
    {"Kirjaston omatoimi", "Johtaja päätti hankinnasta.", "Hankinnassa noudatetaan OKM:n ohjeita.", "", "OKM"},
    {"Ohjeen päivitys", "Johtaja päätti ohjeesta.", "Opetus- ja kulttuuriministeriö on antanut suosituksen 1.8.2021.", "", "OKM"},
    {"Valtionavustuksen hakeminen", "Toimialajohtaja päätti hakea valtionavustusta sosiaali- ja terveysministeriöltä Tulevaisuuden sote-keskus -ohjelmaan.", "", "STM", ""},
    {"Sote-uudistus", "Kaupunginhallitus antoi sosiaali- ja terveysministeriölle lausunnon.", "", "", "STM"},
    {"Kotouttamishanke", "Johtaja päätti osallistua hakuun turvapaikka-, maahanmuutto- ja kotouttamisrahaston (AMIF) tuella.", "Sisäministeriö hallinnoi rahastoa.", "AMIF", "SM"},
    {"AMIF-hanke Portti", "Johtaja päätti hyväksyä AMIF-rahoituksen 90 000 euroa.", "", "AMIF", ""},
    {"Kosteikon kunnostus", "Päällikkö päätti hakea ympäristöministeriön Helmi-ohjelmasta avustusta 40 000 euroa.", "", "YM", ""},
    {"Lausunto ympäristöministeriölle", "Lautakunta antoi lausunnon ympäristöministeriölle jätelain muutoksesta.", "", "", "YM"},
    {"Digikannustin", "Kansliapäällikkö päätti hakea valtiovarainministeriöltä kuntien digitalisaation kannustinrahaa 250 000 euroa.", "", "VM", ""},
    {"Kunnan peruspalvelut", "Kaupunginhallitus merkitsi tiedoksi.", "Valtiovarainministeriön kuntatalousohjelman mukaan tulot kasvavat.", "", "VM"},
    {"Innovatiiviset oppimisympäristöt", "Johtaja päätti hakea Opetushallitukselta 60 000 euroa.", "", "OPH", ""},
    {"Opetussuunnitelma", "Lautakunta hyväksyi opetussuunnitelman.", "Se perustuu Opetushallituksen määräykseen.", "", "OPH"},
    {"Rokotetutkimus", "Johtaja päätti tutkimusluvan myöntämisestä THL:lle.", "", "", "THL"},
    {"Terveyden edistäminen", "Johtaja päätti hakea THL:n terveyden edistämisen määrärahaa.", "", "THL", ""},
    {"Esteettömyys", "Päällikkö päätti hakea ARA:lta hissiavustusta.", "", "ARA", ""},
    {"ARA-tuotanto", "Kaupunginhallitus päätti varata tontin ARA-tuotantoon.", "", "", "ARA"},
    {"Enimmäishinnat", "Päällikkö vahvisti hinnan.", "ARA on vahvistanut enimmäishinnat.", "", "ARA"},
    {"Puheenvuoro", "Johtaja päätti ottaa vastaan Sitran 20 000 euron rahoituksen.", "", "SITRA", ""},
    {"Kiertotalous", "Lautakunta merkitsi tiedoksi Sitran selvityksen.", "", "", "SITRA"},
    {"Kaupunkidata", "Elinkeinojohtaja päätti osallistua hankkeeseen, jonka rahoittaa Business Finland.", "", "BF", ""},
    {"Osallistuminen Horizon Europe -ohjelman hakuun hankkeella CLEAR", "Kansliapäällikkö päätti hyväksyä osallistumisen.", "", "HORIZON", ""},
    {"Horisontti 2020 -hankkeen muutos", "Strategiajohtaja päätti hyväksyä muutoshakemuksen.", "", "HORIZON", ""},
    {"Erasmus+ -liikkuvuushanke", "Rehtori päätti hakea Erasmus+ -ohjelmasta 45 000 euroa.", "Hakemus jätetään Opetushallitukseen.", "ERASMUS", "OPH"},
    {"Opettajavaihto", "Rehtori päätti ottaa vastaan Opetushallituksen myöntämän Erasmus+ -avustuksen.", "", "ERASMUS", "OPH"},
    {"Interreg-hanke", "Lautakunta päätti osallistua Interreg Baltic Sea Region -hankkeeseen. EAKR-tuki on 80 %.", "", "INTERREG", "EAKR"},
    {"Asumisen kokeilu", "Johtaja päätti hyväksyä UIA-rahoituksen.", "", "UIA", ""},
    {"AKKE-rahoitus", "Elinkeinojohtaja päätti hakea Uudenmaan liitolta AKKE-rahoitusta 50 000 euroa.", "", "AKKE", "UML"},
    {"Seutuhanke", "Elinkeinojohtaja päätti, että Uudenmaan liiton myöntämä kehittämisraha 30 000 euroa otetaan vastaan.", "", "UML", ""},
    {"6Aika", "Johtaja päätti osallistua hankkeeseen.", "Hanke saa EU:n rakennerahastotukea 500 000 euroa.", "EU", ""},
    {"Puunjalostus", "Johtaja päätti hankkia palvelun.", "Hankinta ylittää EU-kynnysarvon.", "", ""},
    {"Energiakokeilu", "Johtaja päätti hakea EU-rahoitusta.", "", "EU", ""},
    {"Lahjoitus nuorisotyöhön", "Johtaja päätti ottaa vastaan Rantalinnan säätiön 10 000 euron lahjoituksen.", "", "OTHER:Rantalinnan säätiö", ""},
    {"Kesäkonsertit", "Johtaja päätti hakea Suomen Kulttuurirahastolta 12 000 euroa.", "", "SKR", ""},
    {"Apuraha", "Museonjohtaja päätti hakea Museovirastolta innovatiivista avustusta.", "", "MUSEOVIRASTO", ""},
    {"Tapahtumatuki", "Johtaja päätti hakea Taiteen edistämiskeskuksen avustusta 5 000 euroa.", "", "TAIKE", ""},
    {"Kevätkonsertti", "Johtaja päätti vuokrata tilan.", "Taiteen edistämiskeskus on vuokralainen.", "", "TAIKE"},
    {"Ansökan om statsunderstöd", "Svenska sektionen beslutade ansöka om 30 000 euro av Utbildningsstyrelsen.", "", "OPH", ""},
    {"Understöd för språkbad", "Sektionen beslutade ta emot ett understöd på 25 000 euro från UKM.", "", "OKM", ""},
    {"Utlåtande till justitieministeriet", "Nämnden gav utlåtandet till justitieministeriet.", "", "", "OM"},
    {"Projektet Unga i jobb", "Direktören beslutade delta i projektet, som finansieras av Europeiska socialfonden (ESF).", "NTM-centralen i Nyland beviljade stödet.", "ESR", "ELY"},
    {"Energieffektivitet", "Direktören beslutade delta. Projektet får stöd ur Eruf.", "", "EAKR", ""},
    {"Hakematta jättäminen", "Johtaja päätti, ettei kaupunki hae ESR+ -rahoitusta.", "", "", "ESR+"},
    {"Valtuustoaloite", "Kaupunginvaltuusto katsoi aloitteen loppuun käsitellyksi.", "Aloitteessa esitetään, että kaupunki hakisi STEA-rahoitusta.", "", "STEA"},
    {"Valtionavustuksen hakeminen", "Johtaja päätti hakea valtionavustusta 20 000 euroa.", "", "OTHER:valtio", ""},
    {"RAY:n avustukset", "Lautakunta merkitsi tiedoksi.", "Raha-automaattiyhdistys myönsi yhdistykselle avustuksen.", "RAY", ""},
    {"STEAM-pedagogiikka", "Rehtori päätti hankkia STEAM-tarvikkeita 2 000 eurolla.", "", "", ""},
    {"Työllisyyskokeilu", "Johtaja päätti hakea rahoitusta.", "Rahoitus: Euroopan sosiaalirahasto (ESR), Etelä-Savon ELY-keskus.", "ESR", "ELY"},
    {"Hanke Silta", "Johtaja päätti hyväksyä rahoituspäätöksen.", "Keski-Suomen ELY-keskus on myöntänyt hankkeelle ESR-tukea 120 000 euroa.", "ESR", "ELY"},
    {"Joenpohja", "Päällikkö päätti hakea ELY-keskukselta avustusta vesistön kunnostukseen 15 000 euroa.", "", "ELY", ""},
    {"ELY-keskuksen päätös", "Lautakunta merkitsi tiedoksi ELY-keskuksen poikkeamispäätöksen.", "", "", "ELY"},
    {"Avustuksen hakeminen, kerhotoiminta, Aluehallintovirasto", "Johtaja päätti hakea avustusta.", "", "AVI", ""},
    {"Avustuksen hakeminen, Kestävä kasvu, STM", "Johtaja päätti hakea avustusta Suomen kestävän kasvun ohjelmasta.", "Rahoitus tulee EU:n elpymisvälineestä.", "STM", "RRF"},
    {"Life-hanke", "Päällikkö päätti osallistua LIFE-ohjelman hankkeeseen BalticReed.", "", "LIFE", ""},
    {"Myönteinen rahoituspäätös", "Johtaja päätti.", "Opetus- ja kulttuuriministeriö teki 12.3.2021 myönteisen rahoituspäätöksen.", "OKM", ""},
    {"Koulukuljetus", "Johtaja päätti.", "Kaupunki on saanut opetus- ja kulttuuriministeriöltä erityisavustusta 50 000 euroa.", "OKM", ""},
    {"Hakuaika", "Johtaja päätti.", "STM avasi haun 1.3.2022. Kaupunki ei osallistu hakuun.", "", "STM"},
    {"Ohjaamo", "Johtaja päätti jatkaa toimintaa.", "Toimintaa rahoittavat kaupunki ja TE-toimisto. TEM on julkaissut Ohjaamo-oppaan.", "", "TEM"},
    {"Selvitys avustuksen käytöstä", "Johtaja päätti hyväksyä selvityksen OKM:lle erityisavustuksen käytöstä.", "", "OKM", ""},
    {"Takaisinmaksu", "Johtaja päätti palauttaa Opetushallitukselle käyttämättä jääneen valtionavustuksen 3 200 euroa.", "", "OPH", ""},
    {"Suunnitelma", "Johtaja päätti tilata suunnittelun.", "Hankkeeseen on saatu Business Finlandilta rahoitusta.", "BF", ""},
    {"Kulttuurikasvatus", "Johtaja päätti.", "Hanke toteutetaan Svenska kulturfondenin tuella.", "SVENSKA_KULTURFONDEN", ""},
    {"Museon näyttely", "Johtaja päätti ottaa vastaan Jane ja Aatos Erkon säätiön apurahan 100 000 euroa.", "", "ERKON_SAATIO", ""},
    {"Vanhusten ulkoilu", "Johtaja päätti.", "LähiTapiola Etelä lahjoittaa kaupungille 5 000 euroa.", "OTHER:LähiTapiola Etelä", ""},
};

}  // namespace

TEST_CASE("funders fund or are mentioned") {
  for (const Row& row : rows) {
    const schema::Decision decision = facts_test::decision_of(row.title, row.decision, row.reasons);
    CAPTURE(row.title, row.decision, row.reasons);
    CHECK(ids(decision, schema::FunderRelation::funds) == row.funds);
    CHECK(ids(decision, schema::FunderRelation::mentioned) == row.mentioned);
  }
}

TEST_CASE("funder names in every inflection") {
  struct Name {
    const char *text, *id;
  };
  const std::vector<Name> names{
      {"STEA", "STEA"}, {"STEA:lta", "STEA"}, {"STEAlta", "STEA"}, {"STEA-haku", "STEA"}, {"STEAM-pedagogiikka", ""},
      {"stea", ""}, {"ESR", "ESR"}, {"ESR+", "ESR+"}, {"ESR+ -haussa", "ESR+"}, {"ESR:n", "ESR"}, {"ESR REACT-EU", "ESR"},
      {"ESF+", "ESR+"}, {"ARAn", "ARA"}, {"ARA-vuokra-asunto", "ARA"}, {"Ara", ""}, {"UKM", "OKM"}, {"UUDELY", "ELY"},
      {"työ- ja elinkeinoministeriöltä", "TEM"}, {"Opetus- ja kulttuuriministeriölle", "OKM"},
      {"sosiaali- ja terveysjärjestöjen avustuskeskuksen", "STEA"}, {"Euroopan aluekehitysrahastosta", "EAKR"},
      {"Euroopan sosiaalirahasto plussan", "ESR+"}, {"sosiaalirahaston", "ESR"}, {"Uudenmaan liitolle", "UML"},
      {"Uudenmaan liiton", "UML"}, {"Sitralta", "SITRA"}, {"Business Finlandilta", "BF"}, {"Interregin", "INTERREG"},
      {"Horisontti Euroopan", "HORIZON"}, {"ELY-keskukselta", "ELY"}, {"undervisnings- och kulturministeriets", "OKM"},
      {"Europeiska socialfondens", "ESR"}, {"Terveyden ja hyvinvoinnin laitokselta", "THL"}, {"Opetushallitukseen", "OPH"},
      {"Svenska kulturfondens", "SVENSKA_KULTURFONDEN"}, {"Eruf", "EAKR"}, {"EU:n rakennerahastosta", "EU"},
      {"EU-kynnysarvo", ""}, {"TEMAattinen", ""}};
  for (const Name& name : names) {
    CAPTURE(name.text);
    indexer::FactText text;
    text.parts.push_back(indexer::scan_part(name.text));
    const auto found = indexer::FunderNames::builtin().find(text);
    CHECK((found.empty() ? std::string() : found[0].funder->id) == name.id);
  }
}
