// SPDX-License-Identifier: GPL-2.0-or-later
// The order by date or amount against Xapian's matcher, over random archives and queries. PYKALA_SEED=n runs one again.
#include "searcher/number_order.h"

#include <catch2/catch.hpp>

#include "indexer/schema.h"
#include "searcher/match_set.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"
#include "searcher/ranking.h"
#include "tests/support/random_archive.h"
#include "tests/support/seed.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;
using schema::Slot;

namespace {

std::vector<Scored> by_matcher(const BuiltQuery& built, Sort sort, std::size_t wanted, const Index& index) {
  Xapian::Enquire enquire(index.database());
  enquire.set_query(built.query);
  if (built.ranked) {
    enquire.set_weighting_scheme(ranking_bm25.for_xapian());
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
  }
  const auto slot = [](Slot number) { return static_cast<Xapian::valueno>(number); };
  if (sort == Sort::oldest) {
    enquire.set_sort_by_value_then_relevance(slot(Slot::date_or_last), false);
  } else {
    enquire.set_sort_by_value_then_relevance(slot(sort == Sort::newest ? Slot::date : Slot::amount), true);
  }
  const Xapian::MSet all = enquire.get_mset(0, static_cast<Xapian::doccount>(wanted));
  std::vector<Scored> out;
  for (auto it = all.begin(); it != all.end(); ++it) out.push_back({*it, it.get_weight()});
  return out;
}

}  // namespace

TEST_CASE("the first by date or amount are those of Xapian's matcher") {
  INFO("PYKALA_SEED=" << test::seed());
  test::Random random(test::seed());
  const test::TempFolder folder;
  const std::string path = folder.path() + "/ix";
  test::make_index(path, test::random_archive(random, 300));
  const Index index(path);
  int tried = 0;
  for (int n = 0; n < 200; ++n) {
    const std::string text = n % 10 == 0 ? std::string() : test::random_text(random, 1, 3);
    const BuiltQuery built = build_query(parse_query(text, UiLanguage::en), index, UiLanguage::en);
    if (built.parts.empty() && built.ranked) continue;
    ++tried;
    const auto documents = match_set(built.query, index.database());
    const Sort sort = test::one_of(random, std::vector<Sort>{Sort::newest, Sort::oldest, Sort::amount});
    const std::size_t wanted = test::one_of(random, std::vector<std::size_t>{0, 1, 10, 50, 1000});
    CAPTURE(n, text, documents.size(), wanted, static_cast<int>(sort));
    const auto page = page_by_number(built.parts, documents, sort, wanted, index, nullptr);
    const auto expected = by_matcher(built, sort, wanted, index);
    REQUIRE(page.size() == expected.size());
    for (std::size_t i = 0; i < page.size(); ++i) {
      CAPTURE(i);
      CHECK(page[i].score == Approx(expected[i].score).epsilon(1e-9));
      // Scores that differ by less than rounding does may change places.
      const bool near = i > 0 && page[i].score == Approx(page[i - 1].score).epsilon(1e-9);
      const bool near_next = i + 1 < page.size() && page[i].score == Approx(page[i + 1].score).epsilon(1e-9);
      if (!near && !near_next) CHECK(page[i].document == expected[i].document);
    }
  }
  CHECK(tried > 100);
}
