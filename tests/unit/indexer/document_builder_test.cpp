// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_builder.h"

#include <catch2/catch.hpp>
#include <set>

#include "indexer/schema.h"
#include "indexer/stored_decision.h"
#include "indexer/word_stream.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::indexer;
using schema::Slot;

namespace {

IndexDocument build_both(const schema::Decision& decision) {
  static const stemmers::Analyzer analyzer;
  static DocumentBuilder builder(analyzer);
  return builder.build(decision, "key");
}

Xapian::Document build(const schema::Decision& decision) {
  return build_both(decision).document;
}

/// Of both: those of facts and those of the texts.
std::set<std::string> terms_of(const IndexDocument& built) {
  std::set<std::string> terms;
  const Xapian::Document& document = built.document;
  for (auto it = document.termlist_begin(); it != document.termlist_end(); ++it) terms.insert(*it);
  for (std::size_t n = 0; n < built.text.counts.size(); ++n) terms.emplace(built.text.term(n));
  return terms;
}

std::string value(const Xapian::Document& document, Slot slot) {
  return document.get_value(static_cast<Xapian::valueno>(slot));
}

schema::Decision full() {
  schema::Decision d = test::decision("HEL-1/2", "Avustuksen myöntäminen", "Päätettiin myöntää.");
  d.date = "2017-05-17";
  d.decision_maker = schema::DecisionMaker{"U02100VH2", "Kansliapäällikkö"};
  d.section = 17;
  d.case_number = "HEL 2017-905881";
  d.classification = schema::Classification{"02 05 02", "Hankerahoitus"};
  d.funders = {{"STEA", schema::FunderRelation::funds, ""},
               {"STM", schema::FunderRelation::mentioned, ""},
               {"STEA", schema::FunderRelation::funds, ""}};
  d.organisations = {"Lähitupa  ry", "Lähitupa ry"};
  d.amounts = {{100, "EUR", schema::AmountRole::other, {}, ""}, {5000, "EUR", schema::AmountRole::grant, {}, ""}};
  return d;
}

}  // namespace

TEST_CASE("every fact has its term") {
  const auto terms = terms_of(build_both(full()));
  CHECK(terms.contains(id_term("HEL-1/2")));
  CHECK(terms.contains(source_term("key")));
  for (const char* term :
       {"XF:STEA", "XG:STM", "XM:U02100VH2", "Y2017", "D20170517", "M201705", "XC:02", "XC:02 05", "XC:02 05 02",
        "XN:HEL 2017-905881", "XP:17", "XK:decision", "Lfi", "XO:Lähitupa ry", "Zavustus", "ZSavustus", "avustuksen"}) {
    CAPTURE(term);
    CHECK(terms.contains(term));
  }
  CHECK_FALSE(terms.contains("XF:STM"));
}

TEST_CASE("every fact has its value, each once") {
  const Xapian::Document document = build(full());
  CHECK(value(document, Slot::date) == "20170517");
  CHECK(value(document, Slot::date_or_last) == "20170517");
  CHECK(value(document, Slot::funder) == "STEA");
  CHECK(value(document, Slot::organisation) == "Lähitupa ry");
  CHECK(value(document, Slot::classification) == "02 05 02");
  CHECK(Xapian::sortable_unserialise(value(document, Slot::amount)) == 5000);
}

TEST_CASE("the decision itself is stored packed, apart from Xapian's document") {
  const IndexDocument built = build_both(full());
  CHECK(built.document.get_data().empty());
  CHECK(schema::from_stored(schema::unpack(built.stored)) == full());
}

TEST_CASE("the length of a document is that of its texts, title and words counted too") {
  const IndexDocument built = build_both(full());
  std::uint32_t sum = 0;
  for (const TextTerms::Count& count : built.text.counts) sum += count.wdf;
  CHECK(built.text.length == sum);
  auto it = built.document.termlist_begin();
  it.skip_to(std::string(schema::length_term));
  REQUIRE(*it == schema::length_term);
  CHECK(it.get_wdf() == sum);
}

TEST_CASE("what is not known has the term of the unknown") {
  schema::Decision d = test::decision("1", "Otsikko", "Teksti");
  d.language.reset();
  const IndexDocument built = build_both(d);
  const Xapian::Document& document = built.document;
  const auto terms = terms_of(built);
  for (const char* term : {"XF:", "XG:", "XM:", "XC:", "XN:", "XO:", "XS:"}) {
    CAPTURE(term);
    CHECK(terms.contains(term));
  }
  CHECK(value(document, Slot::date).empty());
  CHECK(value(document, Slot::date_or_last) == "99999999");
  CHECK(value(document, Slot::amount).empty());
}

TEST_CASE("appeal instructions are not searched, and no phrase runs from one text into the next") {
  schema::Decision d = test::decision("1", "Otsikko", "ensimmäinen");
  d.parts.push_back({"Perustelut", schema::PartRole::reasons, "toinen"});
  d.parts.push_back({"Muutoksenhaku", schema::PartRole::appeal, "oikaisuvaatimus"});
  const IndexDocument built = build_both(d);
  const Xapian::Document& document = built.document;
  CHECK_FALSE(terms_of(built).contains("oikaisuvaatimus"));
  const std::string stream = value(document, Slot::word_stream);
  for (const char* word : {"otsikko", "ensimmäinen", "toinen"}) {
    CHECK(terms_of(built).contains(word));
    CHECK(schema::holds_phrase(stream, std::vector<std::string>{word}));
  }
  CHECK_FALSE(schema::holds_phrase(stream, std::vector<std::string>{"otsikko", "ensimmäinen"}));
  CHECK_FALSE(schema::holds_phrase(stream, std::vector<std::string>{"ensimmäinen", "toinen"}));
}

TEST_CASE("no term is longer than Xapian takes, whatever the values") {
  schema::Decision d = full();
  d.id = std::string(200, 'i');
  d.organisations = {std::string(2000, 'o')};
  d.decision_maker = schema::DecisionMaker{std::nullopt, std::string(2000, 'm')};
  d.parts[0].text = std::string(5000, 'x') + " " + std::string(5000, '-') + " \u0301\u0301";
  for (const std::string& term : terms_of(build_both(d))) CHECK(term.size() <= 245);
}
