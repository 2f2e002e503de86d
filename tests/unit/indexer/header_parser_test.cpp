// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/header_parser.h"

#include <catch2/catch.hpp>

using namespace pykala::indexer;

namespace {

Header parse(std::initializer_list<const char*> texts) {
  Lines lines;
  for (const char* text : texts) {
    Line line;
    line.text = text;
    line.gap = 1;
    lines.push_back(line);
  }
  return parse_header(lines);
}

}  // namespace

TEST_CASE("a PDF's header: date, maker, section, title") {
  const Header h =
      parse({"17.05.2017", "Kehittäjä", "17 §", "Otsikko", "HEL 2017-900881 T 00 01 06", "Viite 1", "Päätös", "x"});
  CHECK(h.date == "2017-05-17");
  CHECK(h.maker == "Kehittäjä");
  CHECK(h.section == 17);
  CHECK(h.title == "Otsikko");
  CHECK(h.case_number == "HEL 2017-900881");
  CHECK(h.classification == "00 01 06");
  CHECK(h.leading == std::vector<std::string>{"Viite 1"});
  CHECK(h.body_begin == 6);
}

TEST_CASE("a saved page's header: the case's title, section, title, maker") {
  const Header h =
      parse({"Asian otsikko", "HEL 2017-900881", "5. / 17 §", "Päätöksen otsikko", "City Manager", "Päätös", "x"});
  CHECK(h.title == "Päätöksen otsikko");
  CHECK(h.maker == "City Manager");
  CHECK(h.section == 17);
  CHECK_FALSE(h.date);
  CHECK(h.leading == std::vector<std::string>{"Asian otsikko"});
}

TEST_CASE("which line is the title") {
  CHECK(parse({"Otsikko", "§ 1", "Ilmoitus päättäjästä.", "Otsikko", "Päätös", "x"}).title == "Otsikko");
  CHECK(parse({"3 §", "Viran täyttäminen, rehtori", "HEL 2022-900001 T 01", "Viite", "Päätös", "x"}).title ==
        "Viran täyttäminen, rehtori");
  CHECK(parse({"2 §", "Salassa pidettävä (JulkL (621/1999) 24.1 § 25 k)"}).title ==
        "Salassa pidettävä (JulkL (621/1999) 24.1 § 25 k)");
  CHECK(parse({"Otsikko", "Tämä on esitys", "Toinen otsikko", "Kaupunginhallitus", "Päätösehdotus", "x"}).title ==
        "Toinen otsikko");
  CHECK(parse({"55 § Otsikko", "HEL 2022-900001", "Päätös", "x"}).title == "Otsikko");
}

TEST_CASE("an agenda's item, with the codes of its years") {
  for (const char* code : {"Asia/6", "Kj/7", "Sj/3", "Tila/2"}) {
    const Header h =
        parse({"Helsingin kaupunki", "Esityslista", "18/2014", "1 (2)", "Kaupunginhallitus", code, "21.10.2014", "6",
               "Hoidon jatkaminen", "HEL 2014-900031 T 02 05 01 00", "Päätösehdotus", "x"});
    CHECK(h.title == "Hoidon jatkaminen");
    CHECK(h.maker == "Kaupunginhallitus");
    CHECK(h.date == "2014-10-21");
    CHECK_FALSE(h.section);
    CHECK(h.leading.empty());
  }
  CHECK(parse({"Kaupunginhallitus", "Esityslista 14/2022", "Asia/11", "25.04.2022", "11", "Vastaanotto",
               "Päätösehdotus", "x"})
            .title == "Vastaanotto");
  CHECK(parse({"Kaupunginhallitus", "25.04.2022", "11", "Viran täyttäminen, rehtori", "HEL 2022-900001",
               "Päätösehdotus", "x"})
            .maker == "Kaupunginhallitus");
}

TEST_CASE("the section stands in the first line") {
  const Header h = parse({"Päätös 21 §", "Toimialajohtaja Esimerkki", "19.01.2024", "Osallistuminen hakuun",
                          "HEL 2024-900911 T 02 05 02", "Päätös", "x"});
  CHECK(h.section == 21);
  CHECK(h.title != "Päätös 21 §");
  CHECK(parse({"Espoon kaupunki", "Pöytäkirja § 118", "20.09.2023", "118 §", "Jatkaminen", "Päätös", "x"}).title ==
        "Jatkaminen");
}

TEST_CASE("the text of other cities begins below the title") {
  CHECK(parse({"Kaupunginhallitus § 12 20.09.2023", "5678/02.05.01/2023", "12 §", "Otsikko", "Päätös", "x"}).title ==
        "Otsikko");
  const Header h = parse({"Kulttuurilautakunta § 92 16.08.2023", "3111-2023 (611)", "Toinen jako",
                          "Tiivistelmä: Jaetaan.", "Ehdotus", "Lautakunta jakaa.", "Päätös", "Hyväksyttiin."});
  CHECK(h.title == "Toinen jako");
  CHECK(h.body_begin == 3);
  CHECK(h.leading.empty());
}

TEST_CASE("a header that says that its item is secret") {
  CHECK(parse({"13 §", "Salassa pidettävä (JulkL 24 §)", "Päätös", "x"}).secrecy == "Salassa pidettävä (JulkL 24 §)");
  CHECK(parse({"13 §", "Otsikko", "Julkisuus: Salassa pidettävä", "Päätös", "x"}).secrecy == "Salassa pidettävä");
  CHECK(parse({"13 §", "Otsikko", "Päätös", "x", "Liitteet", "Salassa pidettävä (JulkL 24 §)"}).secrecy.empty());
}

TEST_CASE("no header at all") {
  const Header h = parse({"Muistio", "Teksti jatkuu ja jatkuu."});
  CHECK(h.title == "Muistio");
  CHECK_FALSE(h.maker);
  CHECK(h.body_begin == 1);
  CHECK_FALSE(parse({}).title);
}
