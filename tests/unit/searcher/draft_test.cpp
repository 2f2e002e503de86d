// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/draft.h"

#include <catch2/catch.hpp>
#include <memory>

#include "indexer/error.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;

namespace {

class Fixture {
 public:
  Fixture() {
    schema::Decision cited = test::decision("ohje", "Avustusten yleisohjeet", "Hyväksyttiin.");
    cited.decision_maker = schema::DecisionMaker{"00400", "Kaupunginhallitus"};
    cited.date = "2019-10-28";
    cited.section = 723;
    cited.organisations = {"Lähitupa ry", "Tupa ry"};
    test::make_index(folder_.path() + "/ix", {cited});
    index = std::make_unique<Index>(folder_.path() + "/ix");
  }
  schema::Decision read(const std::string& text) const { return read_draft(text, *index); }
  schema::ErrorCode error_of(const std::string& text) const {
    try {
      (void)read(text);
    } catch (const schema::Error& error) {
      return error.code;
    }
    return schema::ErrorCode::usage;
  }
  std::unique_ptr<Index> index;

 private:
  test::TempFolder folder_;
};

std::string cites(const schema::Decision& draft) {
  std::string out;
  for (const schema::Citation& cite : draft.cites) {
    out += cite.decision_maker.value_or("?") + " " + cite.date.value_or("?") + " " +
           (cite.section ? std::to_string(*cite.section) : "?") + (cite.case_number ? " " + *cite.case_number : "") +
           "; ";
  }
  return out;
}

}  // namespace

TEST_CASE_METHOD(Fixture, "a draft tells what it is about") {
  const auto draft = read(
      "Helsingin kaupunki            Esityslista               1 (3)\r\n\r\nAvustus Lähitupa ry:lle "
      "asukastilaan\r\n\r\n"
      "HEL 2026-900001 T 02 05 01\r\n\r\nKaupunki saa STEA:lta rahaa. Työ- ja elinkeinoministeriön tuki päättyi.\r\n");
  CHECK(draft.title == "Avustus Lähitupa ry:lle asukastilaan");
  CHECK(draft.case_number == "HEL 2026-900001");
  REQUIRE(draft.classification);
  CHECK(draft.classification->code == "02 05 01");
  CHECK(draft.organisations == std::vector<std::string>{"Lähitupa ry"});
  REQUIRE(draft.funders.size() == 2);
  CHECK(draft.funders[0].id == "STEA");
  CHECK(draft.funders[1].id == "TEM");
  CHECK(draft.language == "fi");
  CHECK_FALSE(draft.date);
  CHECK(draft.id.empty());
}

TEST_CASE_METHOD(Fixture, "citations of a draft") {
  const std::pair<const char*, const char*> rows[] = {
      {"Ohjeet (kaupunginhallitus 28.10.2019 § 723) ovat voimassa.", "Kaupunginhallitus 2019-10-28 723; "},
      {"Yleisohjeista päätti Khs 28.10.2019, 723 §.", "Kaupunginhallitus 2019-10-28 723; "},
      {"Kansliapäällikön päätös 4.8.2021 § 164 siirsi vallan.", "Kansliapäällikkö 2021-08-04 164; "},
      {"Siitä on päätetty 4.8.2021 § 164.", "? 2021-08-04 164; "},
      {"Kokous on 4.8.2021 klo 12.", ""},
      {"Kuntalain 136 §:n mukaan lautakunta päättää.", ""},
      {"Asia HEL 2026-900001 jatkaa asiaa HEL 2020-900002.", "? ? ? HEL 2020-900002; "},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(cites(read(text)) == expected);
  }
}

TEST_CASE_METHOD(Fixture, "any text is a draft but none and too much") {
  using schema::ErrorCode;
  CHECK(error_of("") == ErrorCode::bad_request);
  CHECK(error_of(" \n\t\n ") == ErrorCode::bad_request);
  CHECK(error_of(std::string(max_draft_bytes, 'x')) == ErrorCode::usage);
  CHECK(error_of(std::string(max_draft_bytes + 1, 'x')) == ErrorCode::bad_request);
  CHECK(error_of("\xFF\xFE\x80§§ 99999999999999999999 1.1.2020 HEL") == ErrorCode::usage);
  CHECK(error_of("T 02 05 02 02 05 02 99 99 99 T T T 1") == ErrorCode::usage);
}
