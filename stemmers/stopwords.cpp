// SPDX-License-Identifier: GPL-2.0-or-later
// Word lists in data/lexicon -> one table. In: a word; out: the languages in which it is a function word.
// Private: the table, made once, whose words point into the embedded files.
#include "stemmers/stopwords.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "data/embedded.h"

namespace pykala::stemmers {
namespace {

using Languages = std::unordered_map<std::string_view, unsigned>;  // word -> bits of its languages

void read_words(const char* file, Language language, Languages& words) {
  std::string_view rest = data::embedded_file(file);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') words[line] |= language_bit(language);
  }
}

}  // namespace

unsigned stop_word_languages(std::string_view lower_case_word) {
  static const Languages words = [] {
    Languages all;
    read_words("lexicon/stopwords_fi.txt", Language::finnish, all);
    read_words("lexicon/stopwords_sv.txt", Language::swedish, all);
    read_words("lexicon/stopwords_en.txt", Language::english, all);
    return all;
  }();
  const auto found = words.find(lower_case_word);
  return found == words.end() ? 0 : found->second;
}

bool is_stop_word(std::string_view lower_case_word, Language language) {
  const Language asked = language == Language::unknown ? Language::finnish : language;
  return (stop_word_languages(lower_case_word) & language_bit(asked)) != 0;
}

}  // namespace pykala::stemmers
