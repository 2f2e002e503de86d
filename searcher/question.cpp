// SPDX-License-Identifier: GPL-2.0-or-later
// Typed words in, whether they ask out, and which of them. Private: the list, whose words point into the embedded file.
#include "searcher/question.h"

#include <string_view>
#include <unordered_set>

#include "data/embedded.h"

namespace pykala::searcher {

bool read_question(std::vector<TypedWord>& words) {
  static const auto asking = [] {
    const auto lines = data::embedded_lines("lexicon/question_words.txt");
    return std::unordered_set<std::string_view>(lines.begin(), lines.end());
  }();
  const auto asks = [&](std::size_t i) { return i < words.size() && asking.contains(words[i].text); };
  if (!asks(0) && !(asks(1) && words.front().stop)) return false;
  for (std::size_t i = 0; i < words.size(); ++i) words[i].stop = words[i].stop || asks(i);
  return true;
}

bool is_sentence(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\n\"')]");
  return last != std::string_view::npos && (text[last] == '.' || text[last] == '!' || text[last] == '?');
}

}  // namespace pykala::searcher
