// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/header_lines.h"

#include <catch2/catch.hpp>

#include "indexer/page_head.h"

using namespace pykala::indexer;

TEST_CASE("date lines") {
  struct Row {
    const char *line, *date, *maker;
    int section;
  };
  const Row rows[] = {
      {"17.05.2017", "2017-05-17", "", 0},
      {"Kokous 17.1.2022", "2022-01-17", "", 0},
      {"Kokouspäivä: 17.1.2022 klo 16.00", "2022-01-17", "", 0},
      {"Kaupunginhallitus, kokous 17.1.2022", "2022-01-17", "Kaupunginhallitus", 0},
      {"Kaupunginhallitus § 12 17.01.2022", "2022-01-17", "Kaupunginhallitus", 12},
      {"08.01.2018 § 13", "2018-01-08", "", 13},
      {"Kaupunginhallitus24005.06.20176", "2017-06-05", "Kaupunginhallitus", 240},
      {"Päätöspäivä: 5. huhtikuuta 2016", "2016-04-05", "", 0},
      {"5. huhtikuuta 2016", "2016-04-05", "", 0},
      {"Beslutsdatum: den 5 april 2016", "", "", 0},
      {"Datum 5 april 2016", "2016-04-05", "", 0},
      {"31. huhtikuuta 2016", "", "", 0},
      {"5. kerta 2016", "", "", 0},
      {"Kulttuurilautakunta 92 16.08.2023 8", "2023-08-16", "Kulttuurilautakunta", 92},
      {"Aluepäällikkö 4 16.08.2023", "2023-08-16", "Aluepäällikkö 4", 0},
      {"7/12.05.2008 § 612", "2008-05-12", "", 612},
      {"31.02.2020", "", "", 0},
      {"Hakemus 21.12.2021", "", "", 0},
      {"Detta beslut publicerades 22.10.2018", "", "", 0},
      {"1.10.2020–30.8.2021", "", "", 0},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    const auto found = parse_date_line(row.line);
    CHECK((found ? found->date : "") == row.date);
    if (!found) continue;
    CHECK(found->maker.value_or("") == row.maker);
    CHECK(found->section.value_or(0) == row.section);
  }
}

TEST_CASE("section lines") {
  struct Row {
    const char* line;
    int section;  ///< -1: none
    const char* title;
  };
  const Row rows[] = {
      {"17 §", 17, ""},
      {"§ 17", 17, ""},
      {"§17", 17, ""},
      {"5. / 16 §", 16, ""},
      {"Case 4. / 46 §", 46, ""},
      {"Ärende 4. / 46 §", 46, ""},
      {"55 § Osallistuminen hakuun", 55, "Osallistuminen hakuun"},
      {"§ 30, Omistajaohjelma", 30, "Omistajaohjelma"},
      {"136 §:n mukaan", -1, ""},
      {"18§ 14.04.2020", -1, ""},
      {"26 § mukaan toimivalta", -1, ""},
      {"Kuntalaki 136 §", -1, ""},
      {"§", -1, ""},
      {"123456 §", -1, ""},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    const auto found = parse_section_line(row.line);
    CHECK((found ? found->section : -1) == row.section);
    if (found) CHECK(found->title == row.title);
  }
}

TEST_CASE("case lines") {
  struct Row {
    const char *line, *number, *classification;
  };
  const Row rows[] = {
      {"HEL 2017-005881 T 00 01 06", "HEL 2017-005881", "00 01 06"},
      {"HEL 2017-005881", "HEL 2017-005881", ""},
      {"hel-2017-005881", "HEL 2017-005881", ""},
      {"Diaarinumero: HEL 2017-005881", "HEL 2017-005881", ""},
      {"Case number HEL 2017-005881", "HEL 2017-005881", ""},
      {"PRIDno-2022-145", "PRIDno-2022-145", ""},
      {"5456-2017 (251)", "5456-2017", ""},
      {"HEL 2017-0058811", "", ""},
      {"HEL 2019-003227, KP 239§", "", ""},
      {"HORIZON-MISS-2022-CIT-01-02", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    const auto found = parse_case_line(row.line);
    CHECK((found ? found->case_number : "") == row.number);
    CHECK((found ? found->classification : "") == row.classification);
  }
}

TEST_CASE("page numbers") {
  for (const char* line : {"1 (2)", "12(34)", "18/2014", "2/3", "- 4 -"}) CHECK(is_page_number(line));
  for (const char* line : {"", "17", "2018-2021", "34022/1 Kansantie", "1 (2) x", "- 4"})
    CHECK_FALSE(is_page_number(line));
}

TEST_CASE("names of decision-makers") {
  struct Row {
    const char *name, *clean;  ///< clean empty: not a name
  };
  const Row rows[] = {
      {"Kansliapäällikkö", "Kansliapäällikkö"},
      {"Va. tietotekniikka- ja viestintäjohtaja", "Tietotekniikka- ja viestintäjohtaja"},
      {"Vs kansliapäällikkö", "Kansliapäällikkö"},
      {"Liikenneliikelaitoksen vt. toimitusjohtaja", "Liikenneliikelaitoksen toimitusjohtaja"},
      {"Varhaiskasvatuksen aluepäällikkö 4", "Varhaiskasvatuksen aluepäällikkö 4"},
      {"Palvelupäällikkö, työhön kuntouttavat palvelut", "Palvelupäällikkö, työhön kuntouttavat palvelut"},
      {"Yritystontit -tiimin päällikkö", "Yritystontit-tiimin päällikkö"},
      {"Strategidirektören", "Strategidirektör"},
      {"Svenska sektionen", "Svenska sektionen"},
      {"City Manager", "City Manager"},
      {"Director of Strategy", "Director of Strategy"},
      {"Helsingin kaupungin pelastuslautakunta", "Pelastuslautakunta"},
      {"Prinssintie 1A", ""},
      {"Facta 34-2433-21-A", ""},
      {"Hallitus kokoontui. Johtaja", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(looks_like_maker(row.name) == (row.clean[0] != '\0'));
    if (row.clean[0] != '\0') CHECK(clean_maker_name(row.name) == row.clean);
  }
}

TEST_CASE("lines of a page's head") {
  for (const char* line : {"Helsingin kaupunki",
                           "PORIN KAUPUNKI",
                           "Espoon kaupunki",
                           "Borgå stad",
                           "Pöytäkirja",
                           "18/2014",
                           "1 (2)",
                           "1 / 2",
                           "Esityslista 14/2022",
                           "Helsingin kaupunki Pöytäkirja 18/2014 1 (2)",
                           "Asia/6",
                           "Kj/7",
                           "Sj/3",
                           "Tila/2",
                           "Stj/4",
                           "Kv Asia/6",
                           "Pöytäkirja § 118",
                           "Päätös 21 §",
                           "Helsingin kaupunki Pöytäkirja § 7",
                           "Sivu 3"}) {
    INFO(line);
    CHECK(is_head_line(line));
  }
  for (const char* line :
       {"", "Kaupunginhallitus", "Hyvä kaupunki kaikille", "Hankinta 2022", "12/a", "Kj/7 Otsikko", "Kj/2014", "1.1/2",
        "Avustus 14/2022", "Kuntalaki 136 §", "Pöytäkirja § 118 Otsikko", "§ 12", "HEL 2022-000001", "AM/PM", "6"}) {
    INFO(line);
    CHECK_FALSE(is_head_line(line));
  }
  CHECK(section_of_paper("Päätös 21 §") == 21);
  CHECK_FALSE(section_of_paper("Kuntalaki 136 §"));
  CHECK(item_number("6.") == 6);
  CHECK_FALSE(item_number("2022"));
}

TEST_CASE("what says that an item is secret") {
  CHECK(secrecy_line("Salassa pidettävä (JulkL 24 §)") == "Salassa pidettävä (JulkL 24 §)");
  CHECK(secrecy_line("Julkisuus:  Salassa pidettävä") == "Salassa pidettävä");
  CHECK(secrecy_line("Salassa pidettävä, JulkL 24 § 1 mom 25 k") == "Salassa pidettävä, JulkL 24 § 1 mom 25 k");
  CHECK(secrecy_line("Sekretessbelagt").size() == 15);
  CHECK(secrecy_line("Julkisuus: Julkinen").empty());
  CHECK(secrecy_line("Salassa pidettävän asian käsittely").empty());
  CHECK(secrecy_line("Salassa pidettävä liite on nähtävänä").empty());
}
