// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stored_decision.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "indexer/exchange.h"
#include "indexer/searchable_text.h"
#include "tests/support/damaged.h"
#include "tests/support/full_decision.h"

using namespace pykala::schema;
using pykala::test::full_decision;

namespace {

/// True when it reads; what reads is whole.
bool reads(const std::string& bytes) {
  return pykala::test::is_read([&] { (void)to_exchange(from_stored(bytes)); });
}

}  // namespace

TEST_CASE("a decision stored and read again is the same") {
  CHECK(from_stored(to_stored(full_decision())) == full_decision());
  CHECK(from_stored(to_stored(Decision{})) == Decision{});
  Decision long_one = full_decision();
  long_one.parts[0].text.assign(100'000, 'a');
  long_one.parts.resize(300, long_one.parts[1]);
  long_one.amounts[0].cents = 9'000'000'000'000'000;
  CHECK(from_stored(to_stored(long_one)) == long_one);
  CHECK(rc::check("any text and number", [](const std::string& text, std::uint32_t number) {
    Decision d = full_decision();
    d.parts[1].text = text;
    d.amounts[0].cents = number;
    RC_ASSERT(to_exchange(from_stored(to_stored(d))) == to_exchange(d));
  }));
}

TEST_CASE("languages of its texts are kept beside it") {
  const StoredDecision stored = from_stored_with_languages(to_stored(full_decision(), "fs-"));
  CHECK(stored.text_languages == "fs-");
  CHECK(stored.decision == full_decision());
}

TEST_CASE("languages that are given are not guessed") {
  Decision d = full_decision();
  d.language = "en";
  const auto guessed = searchable_texts(d);
  REQUIRE(guessed.size() == 3);
  CHECK(text_languages(searchable_texts(d, "sf-")) == "sfe");
  CHECK(text_languages(searchable_texts(d, "s")) == text_languages(guessed));
  CHECK(text_languages(searchable_texts(d, text_languages(guessed))) == text_languages(guessed));
}

TEST_CASE("bytes that are not UTF-8 are stored as U+FFFD") {
  Decision d = full_decision();
  d.title = "a\xFF z";
  CHECK(from_stored(to_stored(d)).title == "a\xEF\xBF\xBD z");
}

TEST_CASE("a damaged stored decision is an error") {
  const std::string whole = to_stored(full_decision());
  for (std::size_t size = 0; size < whole.size(); ++size) CHECK_FALSE(reads(whole.substr(0, size)));
  CHECK_FALSE(reads(whole + "x"));
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const char other : {'\0', '\x7F', '\xFF'}) {
      std::string changed = whole;
      changed[at] = other;
      (void)reads(changed);
    }
  }
}
