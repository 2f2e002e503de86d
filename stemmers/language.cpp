// SPDX-License-Identifier: GPL-2.0-or-later
// Text -> its language. Each word votes: a function word for its languages, else its letters for Finnish or Swedish.
// Private: the votes and how clear a majority must be.
#include "stemmers/language.h"

#include <array>
#include <cstddef>

#include "stemmers/stopwords.h"
#include "stemmers/unicode.h"
#include "stemmers/word_form.h"

namespace pykala::stemmers {
namespace {

constexpr double function_word_vote =
    1.0;  // shared among the languages that have the word: "en" is Swedish and Finnish
constexpr double letters_vote = 0.45;
constexpr double least_votes = 0.9;  // one function word of one language, or two words of its letters
constexpr double least_lead = 1.5;

constexpr std::array languages{Language::finnish, Language::swedish, Language::english};

struct Votes {
  std::array<double, languages.size()> of{};
};

bool contains_any(std::string_view word, std::initializer_list<std::string_view> pieces) {
  for (const std::string_view piece : pieces) {
    if (word.find(piece) != std::string_view::npos) return true;
  }
  return false;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (word.ends_with(ending)) return true;
  }
  return false;
}

void vote(std::string_view word, Votes& votes) {
  std::array<bool, languages.size()> has{};
  int count = 0;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    has[i] = is_stop_word(word, languages[i]);
    count += has[i] ? 1 : 0;
  }
  for (std::size_t i = 0; i < languages.size() && count > 0; ++i) {
    if (has[i]) votes.of[i] += function_word_vote / count;
  }
  if (count > 0) return;
  // Long vowels and case endings are Finnish; å, -ning, -het and th are not.
  if (contains_any(word, {"aa", "ää", "uu", "yy", "öö", "ii", "yö", "uo", "ksen", "sten"}) ||
      ends_with_any(word,
                    {"ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "ksi", "nen", "jen", "iden"})) {
    votes.of[0] += letters_vote;
  }
  if (contains_any(word, {"å", "ning", "stad", "skap", "ör"}) || word.ends_with("het")) votes.of[1] += letters_vote;
  if (contains_any(word, {"th", "tion", "wh", "sh", "ould"})) votes.of[2] += letters_vote;
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

Language guess_language(std::string_view text) {
  text = cut_utf8(text, language_sample_bytes);
  Votes votes;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && is_word_byte(text[i])) ++i;
    if (i > begin && i - begin <= max_term_bytes) vote(normal_word(text.substr(begin, i - begin)), votes);
    if (i == begin) ++i;
  }
  std::size_t best = 0;
  for (std::size_t i = 1; i < languages.size(); ++i) {
    if (votes.of[i] > votes.of[best]) best = i;
  }
  double second = 0;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (i != best && votes.of[i] > second) second = votes.of[i];
  }
  if (votes.of[best] < least_votes - 1e-9 || votes.of[best] < least_lead * second) return Language::unknown;
  return languages[best];
}

}  // namespace pykala::stemmers
