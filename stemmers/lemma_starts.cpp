// SPDX-License-Identifier: GPL-2.0-or-later
// Lemmas in, a quick no out. Works on bytes: a letter of two bytes ("ä") is a start of its own.
#include "stemmers/lemma_starts.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "stemmers/unicode.h"

namespace pykala::stemmers {
namespace {

/// "yksi", "mies", "juoda" (joi): their second letter may change.
constexpr std::size_t most_letters_of_short = 5;
constexpr std::size_t changing_letters = 3;          ///< at the end: "hevonen", "hevosen"
constexpr std::size_t changing_letters_of_verb = 5;  ///< whose gradation lies deeper: "kuunnella", "kuuntelen"
constexpr std::size_t least_start = 2;
constexpr std::size_t most_start = 8;  ///< longer ones tell no more words apart

std::size_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

std::size_t pair_at(std::string_view text, std::size_t at) {
  return byte_at(text, at) << 8U | byte_at(text, at + 1);
}

bool is_one_of(std::string_view letter, std::string_view letters) {
  return !letter.empty() && letters.find(letter) != std::string_view::npos;
}

constexpr std::string_view vowels = "aeiouyäö";

/// Letters that may stand for the second one where the first is a vowel: "v" of apu (avun), "ä" of ikä (iän), "j" of
/// aika (ajan), "t" of ydin (ytimen).
std::vector<std::string_view> softened(std::string_view second, std::string_view third) {
  if (second == "k") return {third, "v", "j", "h"};
  if (second == "p") return {"v", "m"};
  if (second == "t") return {"d", "l", "n", "r"};
  if (second == "d") return {"t"};
  if (second == "v") return {"p", "k"};
  if (is_one_of(second, vowels)) return {"j", "k"};
  return {};
}

/// A long vowel or diphthong that stays in every form of a word of two syllables: "lii" of liite.
bool is_steady(std::string_view second, std::string_view third) {
  constexpr std::array<std::string_view, 6> steady{"ii", "uu", "yy", "uo", "yö", "ie"};
  return std::find(steady.begin(), steady.end(), std::string(second) + std::string(third)) != steady.end();
}

/// What the forms of a lemma of few letters may begin with: "tu", "to" of tuoda (toi).
std::vector<std::string> starts_of_short(std::string_view lemma) {
  const std::size_t letters = count_code_points(lemma);
  const std::string first(first_code_points(lemma, 1));
  const std::string second(first_code_points(lemma.substr(first.size()), 1));
  const std::string third(first_code_points(lemma.substr(first.size() + second.size()), 1));
  const std::string fourth(first_code_points(lemma.substr(first.size() + second.size() + third.size()), 1));
  if (letters <= 2) return {first, second};  // "yö", "öitä"
  std::vector<std::string> starts{first + second};
  if (is_one_of(first, vowels)) {
    for (const std::string_view other : softened(second, third)) starts.push_back(first + std::string(other));
  } else if (is_one_of(second, vowels) && is_one_of(third, vowels)) {
    // "mies", "miehen"; "tuoda", "toi"; "ruoka", "ruuan"
    const bool contracts = letters <= 4 || lemma.ends_with("da") || lemma.ends_with("dä") || fourth == "k";
    if (fourth == "k") starts.push_back(first + second + second);
    if (is_steady(second, third) && !contracts) return {first + second + third};
    starts.push_back(first + third);
  }
  return starts;
}

std::size_t changing_letters_of(std::string_view lemma) {
  constexpr std::array<std::string_view, 6> endings{"lla", "llä", "ta", "tä", "da", "dä"};
  const bool verb = std::any_of(endings.begin(), endings.end(), [&](auto end) { return lemma.ends_with(end); });
  return verb ? changing_letters_of_verb : changing_letters;
}

}  // namespace

void LemmaStarts::add(std::string_view lemma) {
  const std::size_t letters = count_code_points(lemma);
  std::vector<std::string> starts;
  if (letters <= most_letters_of_short) {
    starts = starts_of_short(lemma);
  } else {
    const std::size_t kept = std::clamp(letters - changing_letters_of(lemma), least_start, most_start);
    starts.emplace_back(first_code_points(lemma, kept));
  }
  for (std::string& start : starts) add_start(std::move(start));
  has_digits_ = has_digits_ || lemma.find_first_of("0123456789") != std::string_view::npos;
}

void LemmaStarts::add_word(std::string_view word) {
  add_start(std::string(first_code_points(word, most_start)));
  has_digits_ = has_digits_ || word.find_first_of("0123456789") != std::string_view::npos;
}

void LemmaStarts::add_start(std::string start) {
  if (start.empty()) return;
  if (start.size() == 1) {
    bytes_.set(byte_at(start, 0));
  } else {
    pairs_.set(pair_at(start, 0));
    starts_.push_back(std::move(start));
  }
}

std::size_t LemmaStarts::find_in(std::string_view lower, std::size_t from) const {
  const auto begins_at = [&](std::size_t at) {
    const std::string_view rest = lower.substr(at);
    return std::any_of(starts_.begin(), starts_.end(), [&](const auto& start) { return rest.starts_with(start); });
  };
  const bool single = bytes_.any();
  std::size_t pair = from < lower.size() ? byte_at(lower, from) : 0;  // the byte at hand in its low half
  for (std::size_t at = from; at < lower.size(); ++at) {
    if (single && bytes_[byte_at(lower, at)]) return at;
    pair = (pair << 8U | (at + 1 < lower.size() ? byte_at(lower, at + 1) : 0)) & 0xFFFFU;
    if (pairs_[pair] && begins_at(at)) return at;
  }
  return std::string_view::npos;
}

}  // namespace pykala::stemmers
