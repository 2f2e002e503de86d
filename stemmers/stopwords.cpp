// SPDX-License-Identifier: GPL-2.0-or-later
// Word lists in data/lexicon -> one table. In: a word; out: the languages in which it is a function word.
// Private: the table, made once, whose words point into the embedded files.
#include "stemmers/stopwords.h"

#include <string>
#include <unordered_map>

#include "data/embedded.h"

namespace pykala::stemmers {
namespace {

using Languages = std::unordered_map<std::string_view, unsigned>;  // word -> bits of its languages

void read_words(const char* file, Language language, Languages& words) {
  for (const std::string_view word : data::embedded_lines(file)) words[word] |= language_bit(language);
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
