// SPDX-License-Identifier: GPL-2.0-or-later
// PieceFinder against the slow way: every piece looked for at every place.
#include "stemmers/piece_finder.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <utility>

namespace pykala::stemmers {
namespace {

using Found = std::multiset<std::pair<std::size_t, std::size_t>>;  // piece, place

Found find_slowly(const std::vector<std::string>& pieces, const std::string& text) {
  Found out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].empty()) continue;
    for (std::size_t at = text.find(pieces[i]); at != std::string::npos; at = text.find(pieces[i], at + 1)) {
      out.emplace(i, at);
    }
  }
  return out;
}

Found find_at_once(const std::vector<std::string>& pieces, const std::string& text) {
  const PieceFinder finder(std::vector<std::string_view>(pieces.begin(), pieces.end()));
  Found out;
  finder.for_each(text, [&](std::size_t piece, std::size_t begin) { out.emplace(piece, begin); });
  CHECK(finder.finds_any(text) == !out.empty());
  return out;
}

}  // namespace

TEST_CASE("pieces inside one another and side by side are all found") {
  const std::vector<std::string> pieces{"avustu", "avu", "vust", "tus", "ä", "avustu"};
  for (const std::string text : {"erityisavustukseen", "avu", "tustus", "", "x", "äävusta"}) {
    CAPTURE(text);
    CHECK(find_at_once(pieces, text) == find_slowly(pieces, text));
  }
}

TEST_CASE("any pieces in any text are found as the slow way finds them") {
  CHECK(rc::check("few letters, so that pieces overlap", [] {
    const auto word = rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab\xC3\xA4")));
    const auto pieces = *rc::gen::container<std::vector<std::string>>(word);
    const auto text = *word;
    RC_ASSERT(find_at_once(pieces, text) == find_slowly(pieces, text));
  }));
}

}  // namespace pykala::stemmers
