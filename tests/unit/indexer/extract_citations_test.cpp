// SPDX-License-Identifier: GPL-2.0-or-later
// Citations of earlier decisions in invented sentences: date, section and maker; laws and others' decisions are none.
#include <catch2/catch.hpp>
#include <vector>

#include "indexer/extract.h"
#include "tests/unit/indexer/facts_support.h"

using namespace pykala;

namespace {

std::string cites(const schema::Decision& decision) {
  return facts_test::joined(indexer::extract_citations(decision), [](const schema::Citation& cite) {
    return cite.date.value_or("-") + " " + (cite.section ? std::to_string(*cite.section) : "-") + " " +
           cite.decision_maker.value_or("-");
  });
}

struct Row {
  const char *text, *expected;
};

const std::vector<Row> rows{
    {"Kaupunginhallitus päätti 8.5.2017 § 510 asiasta.", "2017-05-08 510 Kaupunginhallitus"},
    {"Päätös perustuu aiempaan (Khs 8.5.2017 § 510).", "2017-05-08 510 Kaupunginhallitus"},
    {"Kaupunginvaltuusto on 13.10.2021 (§ 293) hyväksynyt strategian.", "2021-10-13 293 Kaupunginvaltuusto"},
    {"Kaupunginhallituksen kokouksen 4.3.2020 pykälässä 151 päätettiin asiasta.", "2020-03-04 151 Kaupunginhallitus"},
    {"Kaupunginhallitus päätti asiasta 9. maaliskuuta 2020 (61 §).", "2020-03-09 61 Kaupunginhallitus"},
    {"Stadsstyrelsen beslutade den 9 mars 2020 (§ 61) om saken.", "2020-03-09 61 Stadsstyrelsen"},
    {"Kaupunginhallitus päätti asiasta 4.3.2020 (§§ 41–43).",
     "2020-03-04 41 Kaupunginhallitus; 2020-03-04 42 Kaupunginhallitus; 2020-03-04 43 Kaupunginhallitus"},
    {"Kaupunginhallitus päätti asiasta 4.3.2020, 41–42 §.",
     "2020-03-04 41 Kaupunginhallitus; 2020-03-04 42 Kaupunginhallitus"},
    {"Kaupunginhallitus päätti 4.3.2020 §§ 41, 45 ja 49 asiasta.",
     "2020-03-04 41 Kaupunginhallitus; 2020-03-04 45 Kaupunginhallitus; 2020-03-04 49 Kaupunginhallitus"},
    {"Kaupunginhallitus päätti asiasta 4.3.2020 (asia 5, § 151).", "2020-03-04 151 Kaupunginhallitus"},
    {"Kaupunginhallitus päätti asiasta 4.3.2020 (asia nro 5, 151 §).", "2020-03-04 151 Kaupunginhallitus"},
    {"Kaupunginhallitus päätti asiasta 4.3.2020 (pykälät 12–13).",
     "2020-03-04 12 Kaupunginhallitus; 2020-03-04 13 Kaupunginhallitus"},
    {"Asetus 1.2.2018, 4 §, koskee avustuksia.", ""},
    {"Kuntalain pykälässä 95 ja hallintolain 4–6 § säädetään asiasta.", ""},
    {"Kuntalain 136 §:n ja hallintosäännön 8 luvun 3 §:n mukaan.", ""},
    {"Annetun lain (410/2015) 107 § koskee.", ""},
    {"Ympäristöministeriön päätös 9.3.2020 (VN/1234/2020) huomioidaan.", ""},
    {"Helsingin hallinto-oikeus kumosi 3.4.2020 päätöksen.", ""},
    {"Espoon kaupunginhallitus päätti 3.2.2020 § 44.", ""},
    {"Lautakunta on 4.12.2012, § 511 hyväksynyt sopimuksen.", "2012-12-04 511 Sosiaali- ja terveyslautakunta"},
    {"Kaupunkiympäristölautakunnan päätöksen 25.2.2020 / 7 § mukaisesti.", "2020-02-25 7 Kaupunkiympäristölautakunta"},
    {"Kasvatus- ja koulutuslautakunta 22.12.2021§ 145.", "2021-12-22 145 Kasvatus- ja koulutuslautakunta"},
    {"Rahoitusjohtaja hyväksyi osallistumisen 18 § 14.04.2020.", "2020-04-14 18 Rahoitusjohtaja"},
    {"Strategiajohtajan päätöksellä 12.3.2020 § 17 ja 18.",
     "2020-03-12 17 Strategiajohtaja; 2020-03-12 18 Strategiajohtaja"},
    {"Avustusten yleisohjeet (kaupunginhallitus 28.10.2019 § 723) ovat voimassa.", "2019-10-28 723 Kaupunginhallitus"},
    {"Kansliapäällikkö on päätöksellään 4.8.2021 164 § siirtänyt toimivallan.", "2021-08-04 164 Kansliapäällikkö"},
    {"Elinkeinojaosto päätti 3.5.2021 §:ssä 24 rahoituksesta.", "2021-05-03 24 Elinkeinojaosto"},
    {"Stadsstyrelsen fattade beslut 14.3.2022 § 200.", "2022-03-14 200 Stadsstyrelsen"},
    {"Kaupunginhallitus on 19.12.2011 hyväksynyt osakassopimuksen.", "2011-12-19 - Kaupunginhallitus"},
    {"Sopimus on allekirjoitettu 6.9.2019 ja voimassa 31.12.2024 saakka.", ""},
    {"Lautakunta päätti, että tilat suljetaan 3.2.2022 klo 12.", ""},
    {"Kaupunginhallitus kehotti 13.9.2021 § 600, 20.9.2021 § 620 ja 27.9.2021, § 640 toimialoja.",
     "2021-09-13 600 Kaupunginhallitus; 2021-09-20 620 Kaupunginhallitus; 2021-09-27 640 Kaupunginhallitus"},
    {"Päätös tehtiin 1.1.2023 § 7.", ""},
    {"Sosiaali- ja terveyslautakunta päätti 10.12.2019 (308 §) avustuksista.",
     "2019-12-10 308 Sosiaali- ja terveyslautakunta"},
    {"Tietohallintojohtaja teki 6.6.2019 hankintapäätöksen (45 §, HEL 2019-001234).",
     "2019-06-06 45 Tietohallintojohtaja"},
    {"Kulttuuri- ja vapaa-aikalautakunnan kulttuurijaosto myönsi 8.2.2022 § 10 avustuksen.",
     "2022-02-08 10 Kulttuuri- ja vapaa-aikalautakunnan kulttuurijaosto"},
    {"Kaupunginhallituksen konsernijaosto 3.2.2020 § 12 ja kaupunginvaltuusto 12.2.2020 § 30 ovat päättäneet.",
     "2020-02-03 12 Kaupunginhallituksen konsernijaosto; 2020-02-12 30 Kaupunginvaltuusto"},
    {"Kaupunginhallitus käsitteli asiaa 3. ja 10.11.2021 pitämissään kokouksissa.", ""},
    {"Ks. päätös HEL 2021-014277, 248 §.", "- 248 -"},
    {"Toimialajohtajan päätös § 33/2020 on voimassa.", ""},
    {"Kaupunginhallitus 12.2.2018 §99 ja §100.", "2018-02-12 99 Kaupunginhallitus; 2018-02-12 100 Kaupunginhallitus"},
    {"Uudenmaan liiton maakuntahallitus päätti 12.4.2021 § 65.", ""},
    {"HUS:n hallitus hyväksyi sen 3.2.2021 § 6.", ""},
    {"Kansliapäällikön 3.3.2020 tekemän päätöksen (§ 40) mukaan.", "2020-03-03 40 Kansliapäällikkö"},
    {"Teknisen lautakunnan 5.6.2012 § 250 tekemä päätös.", "2012-06-05 250 Tekninen lautakunta"},
    {"Yleisten töiden lautakunta hyväksyi suunnitelman 5.6.2012 § 250.", "2012-06-05 250 Yleisten töiden lautakunta"},
};

}  // namespace

TEST_CASE("citations of decisions") {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(cites(facts_test::decision_of("Asia", row.text)) == row.expected);
  }
}

TEST_CASE("the maker stands above a list") {
  const char* list =
      "Lautakunta ei ota käsiteltäväkseen seuraavia päätöksiä:\n\nHallintojohtaja\n- 16.11.2021 § 29 Valtionosuudet\n"
      "- 17.11.2021 § 30 Tilat\n\nToimialajohtaja\n8.11.2021, 67 §\nKoneen hankinta\n8.11.2021, 68 §\nPalvelu";
  CHECK(cites(facts_test::decision_of("Päätösten seuraaminen", list)) ==
        "2021-11-16 29 Hallintojohtaja; 2021-11-17 30 Hallintojohtaja; 2021-11-08 67 Toimialajohtaja; "
        "2021-11-08 68 Toimialajohtaja");
}

TEST_CASE("a case number goes with its citation") {
  const auto found = indexer::extract_citations(facts_test::decision_of(
      "Asia", "Hankinta perustuu hallintojohtajan päätökseen 18 § 14.04.2020 (diaarinumero HEL 2019-900197)."));
  REQUIRE(found.size() == 1);
  CHECK(found[0].case_number == "HEL 2019-900197");
  CHECK(found[0].decision_maker == "Hallintojohtaja");
}

TEST_CASE("one decision cited twice is one citation") {
  CHECK(cites(facts_test::decision_of("Asia", "Hankintapäätös 18 § 14.04.2020 on voimassa.",
                                      "Hallintojohtajan päätös 18 § 14.04.2020 oli ehdollinen.")) ==
        "2020-04-14 18 Hallintojohtaja");
}

TEST_CASE("appeal instructions cite nothing") {
  schema::Decision decision = facts_test::decision_of("Asia", "Johtaja päätti.");
  decision.parts.push_back({"Muutoksenhaku", schema::PartRole::appeal, "Pöytäkirjan 3.3.2020 § 159."});
  CHECK(cites(decision).empty());
}
