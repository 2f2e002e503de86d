// SPDX-License-Identifier: GPL-2.0-or-later
// Sums of money in invented sentences: cents and role, in the order of the text.
#include <catch2/catch.hpp>
#include <vector>

#include "indexer/exchange.h"
#include "indexer/extract.h"
#include "tests/unit/indexer/facts_support.h"

using namespace pykala;

namespace {

std::string amounts(const schema::Decision& decision, const std::string& currency) {
  std::vector<schema::Amount> out;
  for (schema::Amount& amount : indexer::extract_amounts(decision))
    if (amount.currency == currency) out.push_back(std::move(amount));
  return facts_test::joined(out, [](const schema::Amount& amount) {
    return std::to_string(amount.cents) + " " + schema::name_of(amount.role);
  });
}

struct Row {
  const char *text, *expected;
};

const std::vector<Row> rows{
    {"Hankkeen kokonaiskustannukset ovat 1,2 milj. €, josta ESR-tuki on 900 000 € ja kaupungin omarahoitus 300 000 €.",
     "120000000 total; 90000000 grant; 30000000 own_share"},
    {"Johtaja päätti, että Harjulan kyläyhdistys ry saa 12 500 euroa talvitapahtumaan.", "1250000 grant"},
    {"Budjetti on 31 000 euroa, josta yhdistys kattaa 4 000 euroa.", "3100000 total; 400000 other"},
    {"Helsinki maksaa 40 000 euroa, Vantaa maksaa 25 000 euroa ja STM maksaa 90 000 euroa.",
     "4000000 own_share; 2500000 other; 9000000 grant"},
    {"Kaupunki osallistuu kustannuksiin 12 075 eurolla.", "1207500 own_share"},
    {"Tilataan hintaan 145 900 euroa. Muiden tarjousten hinnat olivat 151 200 euroa.",
     "14590000 total; 15120000 other"},
    {"Lautakunta jakaa avustuksia seuraavasti:\n\n- Lahden Kisa ry 8 200 euroa\n\n- Rannan Veto ry 3 400 euroa",
     "820000 grant; 340000 grant"},
    {"Avustuksiin on talousarviossa varattu 15 000 euroa.", "1500000 other"},
    {"Kaupunginhallitus päätti myöntää työhön 1,4 milj. euron lisämäärärahan.", "140000000 total"},
    {"Perittiin takaisin 2 300 euroa avustuksesta.", "230000 other"},
    {"Ohjelmasta koululle maksetaan 28 140 euroa.", "2814000 grant"},
    {"Menoarvio vuodelle 2021 on 210 000 euroa.", "21000000 total"},
    {"Yhteensä hankkeeseen käytetään 75 000 euroa.", "7500000 total"},
    {"Budjetti on 95 000 euroa ja lipputuloja kertyy noin 30 000 euroa.", "9500000 total; 3000000 other"},
    {"Korjaus maksaa 24 000 euroa.", "2400000 total"},
    {"Pääsylippu maksaa 5 euroa.", "500 other"},
    {"Uusi laite olisi maksanut 610 000 euroa.", "61000000 other"},
    {"Säätiö maksaa hankkeelle 7 000 euroa.", "700000 other"},
    {"Lautakunta myönsi Harakat ry:lle 3 000 euroa ja Tuulet ry:lle 2 500 euroa.", "300000 grant; 250000 grant"},
    {"Kaupungin osuus budjetista on 310 000 euroa.", "31000000 own_share"},
    {"Hankkeelle on saatu STEAlta vuosille 2022–2024 yhteensä 276 000 euroa.", "27600000 grant"},
    {"Lautakunta päätti jakaa avustusmäärärahan 1 200 000 euroa.", "120000000 total"},
    {"Avustus on n. 5 miljoonaa euroa.", "500000000 grant"},
    {"Lautakunta päätti myöntää yhdistykselle 2 500 euron avustuksen.", "250000 grant"},
    {"Vuosivuokra on 14 750 €/v ja pääomavuokra 55,2 €/m.", "1475000 other; 5520 other"},
    {"Hankinnan arvo on 7 M€.", "700000000 total"},
    {"Kustannusarvio on 10 000–20 000 euroa.", "1000000 total; 2000000 total"},
    {"Budjetti on 1–2 miljoonaa euroa.", "100000000 total; 200000000 total"},
    {"Avustusta haetaan kuusi miljoonaa euroa.", "600000000 grant"},
    {"Toimivalta ulottuu miljoonaan euroon asti.", "100000000 other"},
    {"Kauppahinta oli 16 000 000 mk.", ""},
    {"Hanke kestää 25 % 136 500 €:n budjetista.", "13650000 total"},
    {"Määräraha toiminta267 500 euroa.", "26750000 other"},
    {"Kustannukset maksetaan talousarviokohdalta 1 50 04, projekti 104030100204, puhelin 09 310 12345.", ""},
    {"Tontin 28301/4 vuokra on 1 000,50 euroa kuukaudessa.", "100050 other"},
    {"Vuonna 2022 100 000 euroa ja vuonna 2023 120 000 euroa.", "10000000 other; 12000000 other"},
    {"Tuki on 60 000 euroa vuonna 2021 ja 40 000 euroa vuonna 2022.", "6000000 grant; 4000000 grant"},
    {"Kaupungin omavastuu on 20 prosenttia eli 45 000 euroa.", "4500000 own_share"},
    {"Stadens självfinansieringsandel är 12 000 euro och totalkostnaden 48 000 euro.",
     "1200000 own_share; 4800000 total"},
    {"Understödet är fem miljoner euro.", "500000000 grant"},
    {"EU-tuki on EUR 50 000.", "5000000 grant"},
    {"Ministeriö myöntää hankkeelle 75 000 euroa, ja kaupunki maksaa 25 000 euroa.",
     "7500000 grant; 2500000 own_share"},
    {"Hankkeen budjetti on 200 000 euroa. Kaupungin osuus on 50 000 euroa.", "20000000 total; 5000000 own_share"},
    {"Hankkeen budjetti on 200 000 euroa, josta EU:n osuus on 80 prosenttia eli 160 000 euroa.",
     "20000000 total; 16000000 grant"},
    {"Palvelu hankitaan Siivous Oy:ltä hintaan 12.345,67 euroa (alv 0 %).", "1234567 total"},
    {"Urakkahinta on 1 234 567,89 € ja lisätöiden osuus 12 000 €.", "123456789 total; 1200000 other"},
    {"Asukkaita on 650 000 ja matkustajia 5 miljoonaa.", ""},
    {"Kävijöitä oli 1,2 miljoonaa ja tuloja kertyi 3,4 miljoonaa euroa.", "340000000 other"},
    {"Rahoitusta haetaan 40 000 ja 60 000 euroa.", "4000000 grant; 6000000 grant"},
    {"Hinta on 500,- euroa.", "50000 total"},
    {"Lahjoitus on sata euroa.", "10000 grant"},
    {"Maksu on 12e/kk.", "1200 other"},
    {"Korvaus on 300 e.", "30000 other"},
    {"Avustus on 25 t€ ja laina 1 300 k€.", "2500000 grant; 130000000 other"},
    {"Sopimuksen arvo on puolitoista miljoonaa euroa.", "150000000 total"},
    {"Kaupunki varautuu omarahoitukseen enintään 15 000 eurolla.", "1500000 own_share"},
    {"Omarahoitus on 15 000 euroa.", "1500000 own_share"},
    {"Josta haettava tuki 70 000 euroa, kaupungin rahoitus 30 000 euroa.", "7000000 grant; 3000000 own_share"},
    {"Tarvitaan 30 000 euron omarahoitus.", "3000000 own_share"},
    {"EAKR-rahoitus on 150 000 euroa, valtion rahoitus 50 000 euroa ja kuntaraha 40 000 euroa.",
     "15000000 grant; 5000000 grant; 4000000 own_share"},
    {"Projektets budget är 120 000 euro, varav stadens andel är 30 000 euro och stödet 90 000 euro.",
     "12000000 total; 3000000 own_share; 9000000 grant"},
    {"Hankkeen kustannusarvio on 321 000 euroa, johon haetaan TEM:n avustusta 224 700 euroa ja josta kaupunki vastaa "
     "96 300 eurolla.",
     "32100000 total; 22470000 grant; 9630000 own_share"},
    {"Ministeriön avustus kattaa 70 prosenttia eli 70 000 euroa.", "7000000 grant"},
    {"Avustuksella katetaan 80 % kustannuksista, jotka ovat 100 000 euroa.", "10000000 total"},
    {"Hankkeen kokonaisrahoitus on 500 000 euroa, josta ESR+-rahoituksen osuus on 400 000 euroa, kuntarahoituksen 100 "
     "000 euroa.",
     "50000000 total; 40000000 grant; 10000000 own_share"},
    {"Lautakunta myönsi toiminta-avustusta 12 000 euroa Kotirannan Tuki ry:lle.", "1200000 grant"},
    {"Yhdistys haki 20 000 euroa, ja sille myönnetään 12 000 euroa.", "2000000 grant; 1200000 grant"},
    {"Kokouspalkkio on 200 euroa.", "20000 other"},
    {"Tontin hinta on 2,5 milj. euroa ja vuosivuokra 100 000 euroa.", "250000000 total; 10000000 other"},
    {"Oma rahoitusosuus, 30 %, on 13 500 euroa.", "1350000 own_share"},
    {"Kaupungin omarahoitusosuudeksi varataan 13 500 euroa.", "1350000 own_share"},
    {"Hanke maksaa yhteensä 75 000 euroa.", "7500000 total"},
    {"Hankkeen arvo on 1 M€ ja kaupungin omavastuu 0,2 M€.", "100000000 total; 20000000 own_share"},
    {"Tukea haetaan 60 000 euroa, mikä on 75 % hankkeen 80 000 euron kustannuksista.", "6000000 grant; 8000000 total"},
    {"Kustannukset ovat 80 000 euroa ja tulot 20 000 euroa.", "8000000 total; 2000000 other"},
    {"Stödet är 20 000 euro och stadens andel 5 000 euro av totalbudgeten 25 000 euro.",
     "2000000 grant; 500000 own_share; 2500000 total"},
    {"Understödets belopp är högst 3 000 euro.", "300000 grant"},
    {"Hyran är 500 euro i månaden.", "50000 other"},
    {"Päätetään hankkia laitteet, enintään 40 000 euroa (alv 0 %).", "4000000 total"},
    {"Takaus on 300 000 euroa.", "30000000 other"},
    {"Laina-aika on 20 vuotta ja lainan määrä 9,4 milj. €.", "940000000 other"},
    {"Kaupungille koituva kustannus on 5 000 euroa.", "500000 total"},
    {"Lisäksi kaupunki osallistuu rahoitukseen 15 000 eurolla.", "1500000 own_share"},
    {"ELY-keskus myöntää 40 000 euroa ja kaupungin rahoitusosuus on 10 000 euroa.", "4000000 grant; 1000000 own_share"},
    {"Ansökt belopp är 12 000 euro.", "1200000 grant"},
    {"Projektets totala kostnader uppgår till 60 000 euro.", "6000000 total"},
    {"Haettava summa on 22 000 euroa.", "2200000 grant"},
    {"Avustus on kaksi ja puoli miljoonaa euroa.", "250000000 grant"},
    {"Avustusta haetaan 3 ja puoli miljoonaa euroa.", "350000000 grant"},
    {"Haetaan kahdeksan ja puolen miljoonan euron avustusta.", "850000000 grant"},
    {"Avustus on neljäsataa tuhatta euroa.", "40000000 grant"},
    {"Avustus on kuusikymmentäkaksi tuhatta euroa.", "6200000 grant"},
    {"Myönnetään kahdensadantuhannen euron avustus.", "20000000 grant"},
    {"Avustus on miljoona kaksisataa tuhatta euroa.", "120000000 grant"},
    {"Avustus on 2 miljoonaa 300 tuhatta euroa.", "230000000 grant"},
    {"Avustus on 2½ miljoonaa euroa.", "250000000 grant"},
    {"Stödet är två och en halv miljon euro.", "250000000 grant"},
    {"Stödet är fyrtiofem tusen euro.", "4500000 grant"},
    {"Avustus on muutama miljoona euroa.", ""},
    {"Avustus on kymmeniä tuhansia euroja.", ""},
    {"Avustus on kolme ja neljännes miljoonan euroa.", ""},
    {"Avustus on viistoista ja puoli miljoonaa euroa.", ""},
    {"Avustus on viiskyt tuhatta euroa.", ""},
    {"Avustus on lähes miljoonaa euroa.", "100000000 grant"},
    {"Avustus on 0,8 milj.e ja laina 4 milj e.", "80000000 grant; 400000000 other"},
    {"Kustannukset ovat 4 200 e ja tulot 3,50 e henkeä kohti.", "420000 total; 350 other"},
    {"Pääsymaksu on 8 e.", "800 other"},
    {"Maksu peritään 2 luvun 12 e kohdan mukaan osoitteessa Mäntytie 12 e.", ""},
    {"Hinta on 2 250 000 (alv 0 %) euroa.", "225000000 total"},
    {"Myönnetään 14 000:n euron avustus.", "1400000 grant"},
    {"Hinta on 600 000,-.", "60000000 total"},
    {"Avustushaku on auki 8.- 20. päivä.", ""},
    {"Yhdistyksen avustus on 130 000 ja seuran 70 000 euroa.", "13000000 grant; 7000000 grant"},
    {"Asukkaita on 120 000 ja avustus 80 000 euroa.", "8000000 grant"},
    {"Vuoden 2024 miljoona euroa on avustusta.", "100000000 grant"},
    {"Vuonna 2023 kolme miljoonaa euroa avustuksena.", "300000000 grant"},
    {"Avustus on neljäkymmentätuhatta (40 000) euroa.", "4000000 grant"},
    {"Avustukset: A-talo ry 14 000, B-talo ry 9 000 ja C-talo ry 6 000 euroa.",
     "1400000 grant; 900000 grant; 600000 grant"},
    {"Avustuksen saajia on jo nyt yli 1 300 ja kulut 5 000 000 euroa.", "500000000 total"},
    {"The grant is EUR 1,250,000.", "125000000 grant"},
    {"Taksa on 2 euroa 50 senttiä.", "250 other"},
    {"Maksu on 75 senttiä. Hyllyn leveys on 80 senttiä.", "75 other"},
    {"Stadens egen finansieringsandel är högst 64 000 euro.", "6400000 own_share"},
    {"Kommunens finansieringsandel är 9 000 euro och statens andel 21 000 euro.", "900000 own_share; 2100000 grant"},
    {"Självfinansieringsandelen är 25 %, dvs. 7 500 euro.", "750000 own_share"},
    {"Den egna finansieringen uppgår till 11 000 euro.", "1100000 own_share"},
    {"Hankkeen itserahoitusosuus on 31 000 euroa.", "3100000 own_share"},
    {"OKM myönsi 90 000, kaupunki lisää 30 000 ja säätiö 6 000 euroa.",
     "9000000 grant; 3000000 own_share; 600000 other"},
    {"Avustus on 55 000 euroa ja loput 15 000 euroa maksaa kaupunki.", "5500000 grant; 1500000 own_share"},
    {"STM maksaa 60 000 euroa ja loput 20 000 euroa katetaan omista varoista.", "6000000 grant; 2000000 own_share"},
    {"Kunnan maksuosuus on 13 000 euroa.", "1300000 own_share"},
    {"Omia varoja käytetään 7 000 euroa.", "700000 own_share"},
    {"Kaupungin maksettavaksi jää 26 000 euroa.", "2600000 own_share"},
    {"Kustannukset ovat 80 000 €, josta ESR-osuus 60 000 € ja kuntaosuus 20 000 €.",
     "8000000 total; 6000000 grant; 2000000 own_share"},
    {"Hankkeen rahoitus: kunta 24 000 €, EAKR 72 000 €.", "2400000 own_share; 7200000 grant"},
    {"Nämnden beslutade ta emot 33 000 euros statsunderstöd.", "3300000 grant"},
    {"Staden deltar med 12 000 euro och STEA med 48 000 euro.", "1200000 own_share; 4800000 grant"},
    {"Avustus on 12 000 - 15 000 €/vuosi.", "1200000 grant; 1500000 grant"},
    {"Vuokra on 12–15 €/m².", "1200 other; 1500 other"},
    {"Kaupunki myöntää 700 000 euron takauksen yhtiölle.", "70000000 other"},
    {"Myönnetään 900 000 euroa lainaa yhtiölle.", "90000000 other"},
    {"STEA:n osuus on 300 000 euroa, Helsingin kaupungin 50 000 euroa ja Ranta ry:n 10 000 euroa.",
     "30000000 grant; 5000000 own_share; 1000000 other"},
    {"Espoon kaupunki maksaa 17 000 euroa ja Helsingin kaupunki maksaa 19 000 euroa.",
     "1700000 other; 1900000 own_share"},
    {"Espoon kaupungin osuus on 17 000 euroa.", "1700000 other"},
    {"Helsingfors stad deltar i finansieringen med 21 000 euro.", "2100000 own_share"},
    {"Kaupunki osallistuu hankkeen rahoitukseen 22 000 eurolla.", "2200000 own_share"},
    {"Kaupungin vuosittainen rahoitusosuus on 34 000 euroa.", "3400000 own_share"},
    {"OKM:n avustus on 80 000 euroa, ja loppuosa 20 000 euroa jää kaupungin vastattavaksi.",
     "8000000 grant; 2000000 own_share"},
    {"Yksikköhinta on 250 euroa, yhteensä 12 500 euroa.", "25000 other; 1250000 total"},
    {"Seura haki 18 000 euroa; ehdotetaan 7 000 euroa.", "1800000 grant; 700000 grant"},
    {"Tuki on 63 000 euroa, 70 % kustannuksista (90 000 €).", "6300000 grant; 9000000 total"},
    {"Avustusta myönnetään vuokrakuluihin 4 000 euroa.", "400000 grant"},
    {"Menoista 45 000 euroa katetaan EU-tuella ja 15 000 euroa kaupungin rahoituksella.",
     "4500000 grant; 1500000 own_share"},
    {"Kustannuksista 66 000 euroa kattaa OKM ja 22 000 euroa kaupunki.", "6600000 grant; 2200000 own_share"},
    {"Av kostnaderna betalar staden 17 000 euro och staten 51 000 euro.", "1700000 own_share; 5100000 grant"},
    {"Stadens andel av kostnaderna är 17 000 euro.", "1700000 own_share"},
    {"Ympäristökeskuksen osuus budjetista on 120 000 euroa. EU-tuki on 90 000 euroa, ja loput 30 000 euroa on "
     "ympäristökeskuksen omaa työtä.",
     "12000000 other; 9000000 grant; 3000000 own_share"},
    {"Tuntihinta on 62 euroa ja korvaus 15 euroa tunnilta.", "6200 other; 1500 other"},
    {"Erityisavustusta myönnettiin 135 000 euroa, josta on käytetty 120 000 euroa; 15 000 euroa palautetaan.",
     "13500000 grant; 12000000 other; 1500000 other"},
};

}  // namespace

TEST_CASE("amounts and their roles") {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(amounts(facts_test::decision_of("Asia", row.text), "EUR") == row.expected);
  }
}

TEST_CASE("spaces of every kind separate thousands") {
  CHECK(amounts(facts_test::decision_of("Asia", "Hinta on 1\u202F234\u00A0567 euroa."), "EUR") == "123456700 total");
  CHECK(amounts(facts_test::decision_of("Asia", "Hinta on 2\u2009500\u00A0€."), "EUR") == "250000 total");
}

TEST_CASE("marks are a currency of their own") {
  CHECK(amounts(facts_test::decision_of("Asia", "Lahjoitus oli 16 000 000 mk."), "FIM") == "1600000000 grant");
  CHECK(amounts(facts_test::decision_of("Asia", "Lahjoitus oli 16 000 000 mk."), "EUR").empty());
}

TEST_CASE("numbers under a header with the unit are sums") {
  const char* table =
      "Nimike\nHankinnan arvo euroina\n055226\nsuunnittelija\n30 000\n\nTeksti jatkuu 40 000 asukkaan alueella.";
  CHECK(amounts(facts_test::decision_of("Asia", table), "EUR") == "3000000 other");
}

TEST_CASE("each sum once, with the role of its first place") {
  CHECK(amounts(facts_test::decision_of("Asia", "Avustus on 5 000 euroa.", "Budjetti on 5 000 euroa."), "EUR") ==
        "500000 grant");
}

TEST_CASE("sums past the limit are left out") {
  CHECK(amounts(facts_test::decision_of("Asia", "Hinta on 999 999 999 999 999 999 euroa."), "EUR").empty());
  CHECK(amounts(facts_test::decision_of("Asia", "Hinta on 9999999999999999999999 euroa."), "EUR").empty());
}

TEST_CASE("a grant knows whose money it is") {
  schema::Decision decision = facts_test::decision_of(
      "Hanke", "Johtaja päätti hakea STEA:lta 10 000 euroa ja Opetushallitukselta 20 000 euron avustusta.");
  decision.funders = indexer::extract_funders(decision);
  const auto found = indexer::extract_amounts(decision);
  REQUIRE(found.size() == 2);
  CHECK(found[0].funder == "STEA");
  CHECK(found[1].funder == "OPH");
}
