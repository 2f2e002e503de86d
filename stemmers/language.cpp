// SPDX-License-Identifier: GPL-2.0-or-later
// Text -> its language. Each word votes: a function word for its languages, else its letters for Finnish or Swedish.
// Private: the votes and how clear a majority must be.
#include "stemmers/language.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <string>
#include <vector>

#include "stemmers/piece_finder.h"
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

/// Long vowels and case endings are Finnish; å, -ning, -het and th are not.
struct Piece {
  std::string_view text;
  std::size_t language;  ///< index in `languages`
  bool ending = false;   ///< counts at the end of the word only
};
constexpr std::array pieces{
    Piece{"aa", 0},        Piece{"ää", 0},        Piece{"uu", 0},         Piece{"yy", 0},        Piece{"öö", 0},
    Piece{"ii", 0},        Piece{"yö", 0},        Piece{"uo", 0},         Piece{"ksen", 0},      Piece{"sten", 0},
    Piece{"ssa", 0, true}, Piece{"ssä", 0, true}, Piece{"sta", 0, true},  Piece{"stä", 0, true}, Piece{"lla", 0, true},
    Piece{"llä", 0, true}, Piece{"lta", 0, true}, Piece{"ltä", 0, true},  Piece{"lle", 0, true}, Piece{"ksi", 0, true},
    Piece{"nen", 0, true}, Piece{"jen", 0, true}, Piece{"iden", 0, true}, Piece{"å", 1},         Piece{"ning", 1},
    Piece{"stad", 1},      Piece{"skap", 1},      Piece{"ör", 1},         Piece{"het", 1, true}, Piece{"th", 2},
    Piece{"tion", 2},      Piece{"wh", 2},        Piece{"sh", 2},         Piece{"ould", 2}};

std::array<bool, languages.size()> languages_by_letters(std::string_view word) {
  static const PieceFinder finder([] {
    std::vector<std::string_view> texts;
    for (const Piece& piece : pieces) texts.push_back(piece.text);
    return texts;
  }());
  std::array<bool, languages.size()> out{};
  finder.for_each(word, [&](std::size_t i, std::size_t begin) {
    if (!pieces[i].ending || begin + pieces[i].text.size() == word.size()) out[pieces[i].language] = true;
  });
  return out;
}

void vote(std::string_view word, Votes& votes) {
  const unsigned function_word_of = stop_word_languages(word);
  if (function_word_of != 0) {
    const int count = std::popcount(function_word_of);
    for (std::size_t i = 0; i < languages.size(); ++i) {
      if ((function_word_of & language_bit(languages[i])) != 0) votes.of[i] += function_word_vote / count;
    }
    return;
  }
  const auto by_letters = languages_by_letters(word);
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (by_letters[i]) votes.of[i] += letters_vote;
  }
}

constexpr std::array<bool, 256> word_bytes = [] {
  std::array<bool, 256> bytes{};
  for (std::size_t c = 0; c < bytes.size(); ++c) {
    bytes[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
  }
  return bytes;
}();

bool is_word_byte(char c) {
  return word_bytes[static_cast<unsigned char>(c)];
}

/// `normal`: the words are as normal_word makes them.
void vote_words(std::string_view text, bool normal, Votes& votes) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && is_word_byte(text[i])) ++i;
    const std::string_view word = text.substr(begin, i - begin);
    if (word.empty()) {
      ++i;
    } else if (word.size() <= max_term_bytes) {
      normal ? vote(word, votes) : vote(normal_word(word), votes);
    }
  }
}

}  // namespace

Language guess_language(std::string_view text) {
  text = cut_utf8(text, language_sample_bytes);
  Votes votes;
  std::string lower;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());  // no word goes on behind it
    const std::string_view line = text.substr(begin, end - begin);
    // Of letters of Latin-1 the normal form is the lower case, which a whole line is put in at once.
    const bool latin1 = lower_latin1(line, lower);
    vote_words(latin1 ? std::string_view(lower) : line, latin1, votes);
    begin = end + 1;
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
