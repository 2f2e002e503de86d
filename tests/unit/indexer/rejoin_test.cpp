// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/rejoin.h"

#include <catch2/catch.hpp>

using namespace pykala::indexer;

namespace {

Line line(std::string text, std::size_t gap = 0) {
  Line out;
  out.text = std::move(text);
  out.gap = gap;
  return out;
}

}  // namespace

TEST_CASE("a hyphen at a line's end") {
  struct Row {
    const char *head, *tail, *known, *joined;
  };
  const Row rows[] = {
      {"maahanmuuttajien osal-", "lisuuden toteuttamiseksi", "", "maahanmuuttajien osallisuuden toteuttamiseksi"},
      {"sujuva asia-", "kasohjaus eteenpäin", "", "sujuva asiakasohjaus eteenpäin"},
      {"esittämät toimenpide-", "ehdotukset ovat", "", "esittämät toimenpide-ehdotukset ovat"},
      {"sekä vapaaehtois-", "ja perhetyö", "", "sekä vapaaehtois- ja perhetyö"},
      {"hakee STEA-", "avustusta", "", "hakee STEA-avustusta"},
      {"alueella Itä-", "Helsingissä", "", "alueella Itä-Helsingissä"},
      {"vuosina 2018-", "2021", "", "vuosina 2018-2021"},
      {"uusi pilotti-", "hanke", "pilotti-hankkeen", "uusi pilotti-hanke"},
      {"uusi pilotti-", "hanke", "pilottihanke", "uusi pilottihanke"},
  };
  for (const Row& row : rows) {
    INFO(row.head << " + " << row.tail);
    const Lines known{line(row.known)};
    std::string joined = row.head;
    join_at_hyphen(joined, row.tail, DocumentWords(known));
    CHECK(joined == row.joined);
  }
}

TEST_CASE("a hyphen left inside a line") {
  struct Row {
    const char *text, *mended;
  };
  const Row rows[] = {
      {"viimeksi kiinteistölautakun- nan päätöksellä", "viimeksi kiinteistölautakunnan päätöksellä"},
      {"sinä ai- kana", "sinä aikana"},
      {"sosiaali- ja terveystoimi", "sosiaali- ja terveystoimi"},
      {"perehdys-, sopimus- ja palkitsemiskäytänteet", "perehdys-, sopimus- ja palkitsemiskäytänteet"},
      {"sosiaali- terveystoimialan", "sosiaali- terveystoimialan"},
      {"osallisuus ja neuvonta - yksikön", "osallisuus ja neuvonta - yksikön"},
  };
  for (const Row& row : rows) CHECK(rejoin({line(row.text)}).at(0).text == row.mended);
}

TEST_CASE("lines of a paragraph") {
  const std::string first = "Sosiaali- ja terveystointa johtava apulaiskaupunginjohtaja päätti";
  SECTION("lower case goes on") {
    CHECK(rejoin({line(first), line("merkitä tiedoksi")}).size() == 1);
  }
  SECTION("a number goes on with what it counts") {
    CHECK(rejoin({line("Soittokunta soittaa viidellä torilla. Avustusta haettiin"), line("9 000 euroa.")}).size() == 1);
    CHECK(rejoin({line("Soittokunta soittaa viidellä torilla. Avustusta haettiin"), line("3. Selvitys")}).size() == 2);
    CHECK(rejoin({line("Saarenpään soittokunta ry"), line("9 000 euroa")}).size() == 2);
  }
  SECTION("an empty line parts") {
    CHECK(rejoin({line(first), line("merkitä tiedoksi", 1)}).size() == 2);
  }
  SECTION("an address stands alone") {
    CHECK(rejoin({line("Aino Esimerkki, suunnittelija, puhelin: 310 00000"), line("aino.esimerkki(a)example.com")})
              .size() == 2);
  }
  SECTION("a title under a name stands alone") {
    CHECK(rejoin({line("Aino Esimerkki"), line("kansliapäällikkö")}).size() == 2);
  }
  SECTION("a heading stands alone") {
    CHECK(rejoin({line(first), line("Päätös")}).size() == 2);
  }
}
