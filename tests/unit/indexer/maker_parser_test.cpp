// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/maker_parser.h"

#include <catch2/catch.hpp>

using namespace pykala;
using namespace pykala::indexer;

TEST_CASE("the maker as the sentence names it") {
  struct Row {
    const char *text, *maker;
  };
  const Row rows[] = {
      {"Va. tietotekniikka- ja viestintäjohtaja päätti hyväksyä", "Tietotekniikka- ja viestintäjohtaja"},
      {"Sosiaali- ja terveystointa johtava apulaiskaupunginjohtaja päätti merkitä",
       "Sosiaali- ja terveystointa johtava apulaiskaupunginjohtaja"},
      {"Samalla kansliapäällikkö päätti valtuuttaa", "Kansliapäällikkö"},
      {"Liikenneliikelaitoksen vt. toimitusjohtaja nimesi", "Liikenneliikelaitoksen toimitusjohtaja"},
      {"Varhaiskasvatuksen aluepäällikkö 4 päätti sulkea", "Varhaiskasvatuksen aluepäällikkö 4"},
      {"Kaupunginhallituksen konsernijaosto\n\n- myöntää eron", "Kaupunginhallituksen konsernijaosto"},
      {"Kaupunginhallituksen konsernijaosto jakaa äänet", "Kaupunginhallituksen konsernijaosto"},
      {"Ympäristöyksikön päällikkö on hyväksynyt ilmoituksen", "Ympäristöyksikön päällikkö"},
      {"Kun asia on ratkaistu, kaupunginhallitus päätti jatkaa", "Kaupunginhallitus"},
      {"Strategidirektören beslutade bevilja 54 000 euro", "Strategidirektör"},
      {"Svenska sektionen beslutade ansöka", "Svenska sektionen"},
      {"Apulaiskaupunginjohtaja\n\nKaupunginhallitus päättää puoltaa", "Kaupunginhallitus"},
      {"Asiasta päätti aikanaan lautakunta.", ""},
      {"Kokouspalkkiota ei makseta.", ""},
      {"Päätösehdotus Kaupunkisuunnittelulautakunta päättää jatkaa", "Kaupunkisuunnittelulautakunta"},
      {"Ehdotus Kulttuuri- ja nuorisolautakunta päättää myöntää", "Kulttuuri- ja nuorisolautakunta"},
      {"Lautakunta totesi kokouksen laillisuuden.", ""},
      {"Puheenjohtaja totesi. Kaupunginhallitus päätti jatkaa", "Kaupunginhallitus"},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(maker_of_sentence(row.text).value_or("") == row.maker);
  }
}

TEST_CASE("header's and text's name") {
  CHECK(choose_maker("Tiimipäällikkö", "Yritysvuokrauksen tiimipäällikkö") == "Yritysvuokrauksen tiimipäällikkö");
  CHECK(choose_maker("City Manager", "Kansliapäällikkö") == "Kansliapäällikkö");
  CHECK(choose_maker("Kansliapäällikkö", "Kaupunginhallitus") == "Kansliapäällikkö");
  CHECK(choose_maker("Kansliapäällikkö", std::nullopt) == "Kansliapäällikkö");
}

TEST_CASE("office ids") {
  schema::Decision decision;
  CHECK(with_office_id("Kansliapäällikkö", decision).id == "U02100VH2");
  CHECK_FALSE(with_office_id("Johtava sosiaalityöntekijä", decision).id);
  CHECK_FALSE(with_office_id("Keksitty johtaja", decision).id);
  decision.case_number = "PRIDno-2022-145";
  CHECK_FALSE(with_office_id("Kaupunginhallitus", decision).id);
}
