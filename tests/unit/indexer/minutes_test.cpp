// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/minutes.h"

#include <catch2/catch.hpp>

#include "indexer/intake.h"

using namespace pykala;

namespace {

std::vector<schema::Decision> decisions(const std::string& text, const std::string& name = "pk.txt") {
  indexer::Intake intake = indexer::take_in({name, text, 1}, {"2026-01-01", false});
  CHECK(intake.problems.empty());
  return std::move(intake.decisions);
}

const std::string cover =
    "Helsingin kaupunki\nPöytäkirja\n3/2022\nKaupunginhallitus\n\n17.01.2022\n\nKokoustiedot\n\nAika 17.01.2022 "
    "16:00 - 17:10\n\nLäsnä\n\nMeri Niemi puheenjohtaja\nkaupunginjohtaja\n\nAsiat\n\n§ 12\n\n1 Kokouksen avaus\n\n§ "
    "13\n\n2 "
    "Avustus\n\n§ 14\n\n3 Lausunto\n\n";

std::string item(int section, const std::string& title, const std::string& text) {
  return "§ " + std::to_string(section) + "\n" + title + "\n\nHEL 2021-00010" + std::to_string(section % 10) +
         " T 02 05 01\n\nPäätös\n\n" + text + "\n\n";
}

}  // namespace

TEST_CASE("minutes become their decisions; cover and agenda become none") {
  const auto all = decisions(cover + item(12, "Kokouksen avaus", "Kaupunginhallitus totesi kokouksen lailliseksi.") +
                             item(13, "Avustus Lähitupa ry:lle", "Kaupunginhallitus päätti myöntää 5 000 euroa.") +
                             item(15, "Lausunto museolaista", "Kaupunginhallitus päätti antaa lausunnon."));
  REQUIRE(all.size() == 3);
  const char* const titles[] = {"Kokouksen avaus", "Avustus Lähitupa ry:lle", "Lausunto museolaista"};
  const int sections[] = {12, 13, 15};
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(all[i].title == titles[i]);
    CHECK(all[i].section == sections[i]);
    CHECK(all[i].date == "2022-01-17");
    REQUIRE(all[i].decision_maker);
    CHECK(all[i].decision_maker->name == "Kaupunginhallitus");
    CHECK(all[i].kind == schema::Kind::decision);
    CHECK(all[i].source == "pk.txt#" + std::to_string(sections[i]));
    for (const schema::Part& part : all[i].parts) CHECK(part.text.find("Meri Niemi") == std::string::npos);
  }
  CHECK(all[1].case_number == "HEL 2021-000103");
  CHECK(all[1].parts.back().text == "Kaupunginhallitus päätti myöntää 5 000 euroa.");
}

TEST_CASE("the ids of minutes do not hang on what stands around an item") {
  const std::string one = item(13, "Avustus", "Kaupunginhallitus päätti myöntää 5 000 euroa.");
  const std::string other = item(14, "Lausunto", "Kaupunginhallitus päätti antaa lausunnon.");
  const auto some = decisions(cover + one + other);
  const auto more = decisions(cover + item(12, "Kokouksen avaus", "Todettiin.") + one + other, "toinen.txt");
  REQUIRE(some.size() == 2);
  REQUIRE(more.size() == 3);
  CHECK(some[0].id == more[1].id);
  CHECK(some[1].id == more[2].id);
}

TEST_CASE("sections of laws, agendas and earlier handlings begin no decision") {
  const std::string earlier =
      "Käsittely\n\nKaupunginhallitus 10.01.2022 § 5\n\nPäätös\n\nKaupunginhallitus pani asian pöydälle.\n\n";
  const auto all = decisions(cover + item(12, "Avustus", "Kaupunginhallitus päätti.") + earlier +
                             item(13, "Vuokraus", "Kaupunginhallitus päätti vuokrata.\n\n136 §\n\non sen peruste"));
  REQUIRE(all.size() == 2);
  CHECK(all[0].section == 12);
  CHECK(all[1].section == 13);
}

TEST_CASE("one decision stays one") {
  CHECK(decisions("Kaupunginhallitus\n17.01.2022\n\n" + item(12, "Avustus", "Kaupunginhallitus päätti.\n\n§ 13\nmuuta"))
            .size() == 1);
  CHECK(decisions("Muistio\n\n§ 1 Yhdistyksen nimi\n\nNimi on Lähitupa.\n\n§ 2 Kotipaikka\n\nKotipaikka on Pori.\n")
            .size() == 1);
}

TEST_CASE("minutes of one page head after the other, as an old web page has them") {
  std::string text;
  for (int section = 12; section < 15; ++section) {
    text += "Helsingin kaupunki\nPöytäkirja\nKaupunginhallitus\n17.01.2022\n\n" +
            item(section, "Asia " + std::to_string(section), "Päätettiin " + std::to_string(section) + ".") + "\f";
  }
  const auto all = decisions(text);
  REQUIRE(all.size() == 3);
  for (const schema::Decision& decision : all) {
    CHECK(decision.date == "2022-01-17");
    CHECK(decision.title == "Asia " + std::to_string(*decision.section));
    CHECK(decision.parts.size() == 1);
  }
}

TEST_CASE("minutes in HTML") {
  std::string html = "<html><body><h1>Kaupunginhallitus, kokous 17.1.2022</h1>";
  for (int section = 12; section < 14; ++section) {
    html += "<div class=\"Asiapykala\">§ " + std::to_string(section) +
            "</div><h1 class=\"AsiaOtsikko\">Asia</h1><div class=\"DnroTmuoto\">HEL 2021-000100 T 00 01 06</div>"
            "<h3 class=\"SisaltoOtsikko\">Päätös</h3><p>Kaupunginhallitus päätti.</p>";
  }
  const auto all = decisions(html, "pk.html");
  REQUIRE(all.size() == 2);
  CHECK(all[1].section == 13);
  CHECK(all[1].date == "2022-01-17");
  CHECK(all[1].decision_maker->name == "Kaupunginhallitus");
}

namespace {

/// Minutes as pdftotext writes them, form feeds left out or kept: each page has the same head.
std::string paged_minutes(const std::string& maker, const std::string& feed, bool layout) {
  const auto head = [&](int page) {
    const std::string gap = layout ? "          " : "\n";
    return "Helsingin kaupunki" + gap + "Pöytäkirja" + gap + "9/2018" + gap + std::to_string(page) + " (3)\n" + maker +
           "\n\nAsia/" + std::to_string(page) + "\n15.05.2018\n\n";
  };
  return head(1) + "§ 52\nKokouksen laillisuus\n\nPäätös\n\nLautakunta totesi kokouksen päätösvaltaiseksi.\n\n" + feed +
         head(2) + "§ 53\nAvustuksen hakeminen\n\nHEL 2018-004890 T 02 05 02\n\nPäätös\n\nPuheenjohtaja totesi, että " +
         "lautakunta hakee avustusta.\n\n" + feed + head(3) + "Esittelijän perustelut\n\nAsia on kiireellinen.\n";
}

}  // namespace

TEST_CASE("the body that met is in the head of the pages; its kind alone is no maker") {
  for (const bool layout : {true, false}) {
    for (const std::string feed : {"", "\f"}) {
      const auto all = decisions(paged_minutes("Nuorisolautakunta", feed, layout));
      REQUIRE(all.size() == 2);
      for (const schema::Decision& decision : all) {
        REQUIRE(decision.decision_maker);
        CHECK(decision.decision_maker->name == "Nuorisolautakunta");
        for (const schema::Part& part : decision.parts) {
          CHECK(part.text.find("Helsingin") == std::string::npos);
          CHECK(part.text.find("Asia/") == std::string::npos);
          CHECK(part.text.find("2018") == std::string::npos);
        }
      }
      CHECK(all[0].parts.back().text == "Lautakunta totesi kokouksen päätösvaltaiseksi.");
      CHECK(all[1].parts.back().text == "Asia on kiireellinen.");
      // Another board met on the same day and began in the same words.
      CHECK(decisions(paged_minutes("Pelastuslautakunta", feed, layout))[0].id != all[0].id);
    }
  }
}

TEST_CASE("the kind of a maker is never its name") {
  for (const std::string kind : {"Lautakunta", "Jaosto", "Johtokunta", "Puheenjohtaja"}) {
    const auto all = decisions("15.05.2018\n\n§ 52\nKokouksen laillisuus\n\nPäätös\n\n" + kind +
                               " totesi.\n\nPöytäkirja on "
                               "sähköisesti allekirjoitettu.\n");
    REQUIRE(all.size() == 1);
    CHECK_FALSE(all[0].decision_maker);
  }
}

TEST_CASE("an agenda of many items becomes its motions") {
  std::string text;
  for (int n = 1; n < 4; ++n) {
    text += "Helsingin kaupunki          Esityslista          18/2014          " + std::to_string(n) +
            " (3)\nKaupunginhallitus\n\nKj/" + std::to_string(n) + "\n21.10.2014\n\n" + std::to_string(n) +
            "\nAsia numero " + std::to_string(n) + "\n\nHEL 2014-00000" + std::to_string(n) +
            " T 02 02 00\n\nPäätösehdotus\n\nKaupunginhallitus päättää asian.\n\n";
  }
  const auto all = decisions(text);
  REQUIRE(all.size() == 3);
  for (const schema::Decision& decision : all) {
    CHECK(decision.kind == schema::Kind::motion);
    CHECK_FALSE(decision.section);
    CHECK(decision.date == "2014-10-21");
    CHECK(decision.decision_maker->name == "Kaupunginhallitus");
    REQUIRE(decision.parts.size() == 1);
    CHECK(decision.parts[0].text == "Kaupunginhallitus päättää asian.");
  }
  CHECK(all[2].title == "Asia numero 3");
  CHECK(all[2].case_number == "HEL 2014-000003");
}

TEST_CASE("a secret item of minutes gives what is public of it") {
  const auto all =
      decisions(cover + item(12, "Salassa pidettävä (JulkL 24.1 § 25 k)", "Yritys Oy saa 1 000 euroa.") +
                item(13, "Avustus", "Kaupunginhallitus päätti myöntää 5 000 euroa. Liite on salassa pidettävä."));
  REQUIRE(all.size() == 2);
  CHECK(all[0].title == "Salassa pidettävä (JulkL 24.1 § 25 k)");
  CHECK(all[0].section == 12);
  CHECK(all[0].decision_maker->name == "Kaupunginhallitus");
  CHECK(all[0].parts.empty());
  CHECK(all[0].amounts.empty());
  CHECK(all[1].parts.size() == 1);
}
