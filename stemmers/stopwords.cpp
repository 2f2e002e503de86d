// SPDX-License-Identifier: GPL-2.0-or-later
// Word lists in data/lexicon -> one table. In: a word; out: the languages in which it is a function word.
// Private: the table, made once, whose words point into the embedded files.
#include "stemmers/stopwords.h"

#include <bitset>
#include <unordered_map>

#include "data/embedded.h"

namespace pykala::stemmers {
namespace {

class StopWords {
 public:
  StopWords() {
    read("lexicon/stopwords_fi.txt", Language::finnish);
    read("lexicon/stopwords_sv.txt", Language::swedish);
    read("lexicon/stopwords_en.txt", Language::english);
  }

  [[nodiscard]] unsigned languages_of(std::string_view word) const {
    if (word.empty() || !places_.test(place_of(word))) return 0;  // three of four that are none
    const auto found = languages_.find(word);
    return found == languages_.end() ? 0 : found->second;
  }

 private:
  static constexpr std::size_t places = 1U << 14U;

  /// Of its first and last byte and its length: the same for few words.
  static std::size_t place_of(std::string_view word) {
    const std::size_t first = static_cast<unsigned char>(word.front()), last = static_cast<unsigned char>(word.back());
    return (first * 521 + last * 31 + word.size() * 7) % places;
  }

  void read(const char* file, Language language) {
    for (const std::string_view word : data::embedded_lines(file)) {
      if (word.empty()) continue;
      languages_[word] |= language_bit(language);
      places_.set(place_of(word));
    }
  }

  std::unordered_map<std::string_view, unsigned> languages_;  ///< bits
  std::bitset<places> places_;                                ///< that some word has
};

}  // namespace

unsigned stop_word_languages(std::string_view lower_case_word) {
  static const StopWords words;
  return words.languages_of(lower_case_word);
}

bool is_stop_word(std::string_view lower_case_word, Language language) {
  const Language asked = language == Language::unknown ? Language::finnish : language;
  return (stop_word_languages(lower_case_word) & language_bit(asked)) != 0;
}

}  // namespace pykala::stemmers
