// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/format.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "searcher/render.h"

using namespace pykala::searcher;

TEST_CASE("sums, dates and texts for people") {
  CHECK(money(30500000, "EUR") == "305\u00A0000\u00A0€");
  CHECK(money(1250, "EUR") == "12,50\u00A0€");
  CHECK(money(100000005, "FIM") == "1\u00A0000\u00A0000,05\u00A0mk");
  CHECK(money(-99900, "EUR") == "-999\u00A0€");
  CHECK(finnish_date("2017-05-07") == "7.5.2017");
  CHECK(visible_length("\x1b[1mäö\x1b[0m") == 2);
  CHECK(visible_length("a\u0308\u00AD漢字🎉") == 7);
  CHECK(decimal_euros(-50, ',') == "-0,50");
  CHECK(decimal_euros(30500000, '.') == "305000");
  CHECK(decimal_euros(105, '.') == "1.05");
}

TEST_CASE("a spreadsheet gets no formula and no broken row") {
  Response response;
  Hit hit;
  hit.title = "=HYPERLINK(\"x\");\n\"a\"";
  hit.decision.id = "1";
  response.hits.push_back(hit);
  std::ostringstream out;
  render_csv(response, CsvSeparator::semicolon, out);
  CHECK(
      out.str().starts_with("\xEF\xBB\xBF"
                            "date;decision_maker;"));
  CHECK(out.str().find("\"'=HYPERLINK(\"\"x\"\"); \"\"a\"\"\"") != std::string::npos);
}

TEST_CASE("a comma between cells brings decimal points, and sums below zero stay numbers") {
  Response response;
  Hit hit;
  hit.title = "  @SUM(A1), \"x\"";
  hit.decision.id = "1";
  hit.decision.amounts = {{-1250, "EUR", pykala::schema::AmountRole::grant, {}, ""}};
  response.hits.push_back(hit);
  std::ostringstream out;
  render_csv(response, CsvSeparator::comma, out);
  CHECK(out.str().find("date,decision_maker") != std::string::npos);
  CHECK(out.str().find("\"'  @SUM(A1), \"\"x\"\"\"") != std::string::npos);
  CHECK(out.str().find("\"-12.50\"") != std::string::npos);
}

TEST_CASE("a citation line says what is known") {
  pykala::schema::Decision d;
  d.id = "x/1";
  CHECK(citation_line(d, UiLanguage::fi) == "x/1");
  d.title = "Rahoituksen hakeminen";
  d.case_number = "HEL 2017-005881";
  CHECK(citation_line(d, UiLanguage::fi) == "Rahoituksen hakeminen (HEL 2017-005881)");
  d.decision_maker = pykala::schema::DecisionMaker{std::nullopt, "Kansliapäällikkö"};
  d.date = "2017-05-07";
  d.section = 17;
  CHECK(citation_line(d, UiLanguage::sv) ==
        "Kansliapäällikkö, 7.5.2017, § 17: Rahoituksen hakeminen (HEL 2017-005881)");
}
