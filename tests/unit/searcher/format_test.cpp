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
}

TEST_CASE("a spreadsheet gets no formula and no broken row") {
  Response response;
  Hit hit;
  hit.title = "=HYPERLINK(\"x\");\n\"a\"";
  hit.decision.id = "1";
  response.hits.push_back(hit);
  std::ostringstream out;
  render_csv(response, out);
  CHECK(
      out.str().starts_with("\xEF\xBB\xBF"
                            "date;"));
  CHECK(out.str().find("\"'=HYPERLINK(\"\"x\"\"); \"\"a\"\"\"") != std::string::npos);
}
