// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/part_parser.h"

#include <catch2/catch.hpp>

#include "indexer/exchange.h"

using namespace pykala;
using namespace pykala::indexer;

namespace {

Lines lines_of(std::initializer_list<const char*> texts) {
  Lines lines;
  for (const char* text : texts) {
    Line line;
    line.text = text;
    line.gap = 1;
    lines.push_back(line);
  }
  return lines;
}

/// "role(heading)" of each part.
std::string shape(const std::vector<schema::Part>& parts) {
  std::string out;
  for (const schema::Part& part : parts) {
    out += (out.empty() ? "" : " ") + std::string(schema::name_of(part.role)) + "(" + part.heading.value_or("") + ")";
  }
  return out;
}

}  // namespace

TEST_CASE("parts by their headings") {
  CHECK(shape(parse_parts(lines_of({"Alku", "Päätös", "x", "Päätöksen perustelut:", "y", "TIEDOKSI", "z"}))) ==
        "other() decision(Päätös) reasons(Päätöksen perustelut:) notice(TIEDOKSI)");
  CHECK(shape(parse_parts(lines_of({"Beslut", "x", "Föredragandens motiveringar", "y", "Sökande av ändring", "z"}))) ==
        "decision(Beslut) reasons(Föredragandens motiveringar) appeal(Sökande av ändring)");
  CHECK(shape(parse_parts(lines_of({"Decision", "x", "Appeals", "y"}))) == "decision(Decision) appeal(Appeals)");
}

TEST_CASE("headings inside a part stay in it") {
  CHECK(shape(parse_parts(lines_of({"Muutoksenhaku", "MUUTOKSENHAKUKIELTO", "x"}))) == "appeal(Muutoksenhaku)");
  CHECK(shape(parse_parts(lines_of({"Otteet", "Ote", "x"}))) == "extracts(Otteet)");
  CHECK(shape(parse_parts(lines_of({"Tiedoksi", "x", "MUUTOKSENHAKUOHJEET", "y"}))) ==
        "notice(Tiedoksi) appeal(MUUTOKSENHAKUOHJEET)");
}

TEST_CASE("a column's title is no heading") {
  CHECK(shape(parse_parts(lines_of({"Päätös", "Toimipiste", "Perustelut", "Päiväkoti"}))) == "decision(Päätös)");
  CHECK(shape(parse_parts(lines_of({"Päätös", "Tehdään.", "Perustelut", "Päiväkoti"}))) ==
        "decision(Päätös) reasons(Perustelut)");
}

TEST_CASE("a statement is the decision where there is no other") {
  CHECK(shape(parse_parts(lines_of({"Lausunto", "x", "Käsittely", "y"}))) == "decision(Lausunto) other(Käsittely)");
  CHECK(shape(parse_parts(lines_of({"Päätös", "x", "Lausunto", "y"}))) == "decision(Päätös) other(Lausunto)");
}

TEST_CASE("attachments") {
  const std::vector<schema::Part> parts{
      {"Liitteet", schema::PartRole::attachments,
       "- 1 Hakemus\n2 Kartta\nLiite 3: Selvitys\n4. Talousarvio 2018\n20.5.2022 päivätty kirje\n2022 tilinpäätös"}};
  const auto found = parse_attachments(parts);
  REQUIRE(found.size() == 6);
  CHECK(found[0] == schema::Attachment{1, "Hakemus"});
  CHECK(found[1] == schema::Attachment{2, "Kartta"});
  CHECK(found[2] == schema::Attachment{3, "Selvitys"});
  CHECK(found[3] == schema::Attachment{4, "Talousarvio 2018"});
  CHECK(found[4] == schema::Attachment{std::nullopt, "20.5.2022 päivätty kirje"});
  CHECK(found[5] == schema::Attachment{std::nullopt, "2022 tilinpäätös"});
}
