// SPDX-License-Identifier: GPL-2.0-or-later
// Typed word: one word of a query in every language of the index.
#pragma once

#include <string>
#include <vector>

namespace pykala::searcher {

struct TypedWord {
  std::string typed;                ///< as it stands in the query: "TEM:n"
  std::string text;                 ///< the token's text: "tem:n"
  std::vector<std::string> lemmas;  ///< distinct, without prefix, one or more
  std::vector<std::string> parts;   ///< of a Finnish compound
  bool stop = false;                ///< a function word of the query's language
};

}  // namespace pykala::searcher
