// SPDX-License-Identifier: GPL-2.0-or-later
// Word lists in data/lexicon -> sets. In: a word and a language; out: whether it is a function word.
// Private: the sets, made once, whose words point into the embedded files.
#include "stemmers/stopwords.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "data/embedded.h"

namespace pykala::stemmers {
namespace {

using WordSet = std::unordered_set<std::string_view>;

WordSet read_words(const char* file) {
  WordSet words;
  std::string_view rest = data::embedded_file(file);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') words.insert(line);
  }
  return words;
}

}  // namespace

bool is_stop_word(std::string_view lower_case_word, Language language) {
  static const WordSet finnish = read_words("lexicon/stopwords_fi.txt");
  static const WordSet swedish = read_words("lexicon/stopwords_sv.txt");
  static const WordSet english = read_words("lexicon/stopwords_en.txt");
  switch (language) {
    case Language::swedish:
      return swedish.contains(lower_case_word);
    case Language::english:
      return english.contains(lower_case_word);
    case Language::finnish:
    case Language::unknown:
      break;
  }
  return finnish.contains(lower_case_word);
}

}  // namespace pykala::stemmers
