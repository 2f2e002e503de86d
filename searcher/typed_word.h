// SPDX-License-Identifier: GPL-2.0-or-later
// Typed word: one word of a query in every language of the index.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace pykala::searcher {

struct TypedWord {
  std::size_t begin = 0;  ///< bytes of the typed text, [begin, end)
  std::size_t end = 0;
  std::string text;                 ///< the token's text: "tem:n"
  std::vector<std::string> lemmas;  ///< distinct, without prefix, one or more
  std::vector<std::string> parts;   ///< of a Finnish compound
  bool stop = false;                ///< a function word of the query's language
};

}  // namespace pykala::searcher
