// SPDX-License-Identifier: GPL-2.0-or-later
// Tokens with hyphens beside them -> the compounds they stand for. Private: finding the full word of a list.
#include "stemmers/suspended.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>

#include "stemmers/token.h"

namespace pykala::stemmers {
namespace {

constexpr std::size_t max_list_words = 8;    // "etu-, lähi-, väli- ja takaosa"
constexpr std::size_t max_hidden_words = 3;  // of one suspended word
constexpr std::size_t max_gap_bytes = 8;     // blanks, comma, line break between two words of a list

bool is_conjunction(std::string_view word) {
  static constexpr std::string_view conjunctions[] = {"ja",   "tai", "sekä",  "eli",  "taikka", "kuin",
                                                      "että", "och", "eller", "samt", "and",    "or"};
  return std::find(std::begin(conjunctions), std::end(conjunctions), word) != std::end(conjunctions);
}

bool is_near(const ScannedToken& left, const ScannedToken& right) {
  return right.token.begin - left.token.end <= max_gap_bytes;
}

// "ohjaus-" + ... + "neuvontapalvelut": index of the full word.
std::optional<std::size_t> full_word_after(const std::vector<ScannedToken>& tokens, std::size_t suspended) {
  bool conjunction = false;
  const std::size_t last = std::min(tokens.size(), suspended + 1 + max_list_words);
  for (std::size_t i = suspended + 1; i < last && is_near(tokens[i - 1], tokens[i]); ++i) {
    const ScannedToken& here = tokens[i];
    if (here.token.kind != TokenKind::word) return std::nullopt;
    if (is_conjunction(here.token.text)) {
      conjunction = true;
    } else if (!here.hyphen_after) {
      // "koulu-, päivä- ja" lists end with a conjunction; "opetus/-ohjaus" and "etu-takaosa" need none
      return conjunction || i == suspended + 1 ? std::optional(i) : std::nullopt;
    }
  }
  return std::nullopt;
}

// "kaupunginhallitus" + "ja" + "-valtuusto": index of the full word.
std::optional<std::size_t> full_word_before(const std::vector<ScannedToken>& tokens, std::size_t suspended) {
  bool joined = false;
  for (std::size_t back = 1; back <= max_list_words && back <= suspended; ++back) {
    const std::size_t i = suspended - back;
    const ScannedToken& here = tokens[i];
    if (here.token.kind != TokenKind::word || !is_near(here, tokens[i + 1])) return std::nullopt;
    if (is_conjunction(here.token.text)) {
      joined = true;
    } else if (!here.hyphen_before) {
      return joined ? std::optional(i) : std::nullopt;
    } else {
      joined = true;  // ", -hallitus ja -valtuusto"
    }
  }
  return std::nullopt;
}

void add(std::vector<HiddenWord>& hidden, std::size_t token, std::string text) {
  if (text.size() <= max_term_bytes) hidden.push_back({token, std::move(text)});
}

void expand_after(const std::vector<ScannedToken>& tokens, std::size_t i, const BoundariesOf& boundaries_of,
                  std::vector<HiddenWord>& hidden) {
  const std::optional<std::size_t> full = full_word_after(tokens, i);
  if (!full) return;
  const std::string& start = tokens[i].token.text;
  const std::string& word = tokens[*full].token.text;
  const std::vector<std::uint16_t> boundaries = boundaries_of(word);
  for (std::size_t k = 0; k < std::min(boundaries.size(), max_hidden_words); ++k) {
    const bool hyphen = boundaries[k] > 0 && word[boundaries[k] - 1u] == '-';
    add(hidden, i, start + (hyphen ? "-" : "") + word.substr(boundaries[k]));
  }
}

void expand_before(const std::vector<ScannedToken>& tokens, std::size_t i, const BoundariesOf& boundaries_of,
                   std::vector<HiddenWord>& hidden) {
  const std::optional<std::size_t> full = full_word_before(tokens, i);
  if (!full) return;
  const std::string& word = tokens[*full].token.text;
  const std::vector<std::uint16_t> boundaries = boundaries_of(word);
  for (std::size_t k = 0; k < std::min(boundaries.size(), max_hidden_words); ++k) {
    add(hidden, i, word.substr(0, boundaries[boundaries.size() - 1 - k]) + tokens[i].token.text);
  }
}

}  // namespace

std::vector<HiddenWord> expand_suspended(const std::vector<ScannedToken>& tokens, const BoundariesOf& boundaries_of) {
  std::vector<HiddenWord> hidden;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].hyphen_after && !tokens[i].hyphen_before) expand_after(tokens, i, boundaries_of, hidden);
    if (tokens[i].hyphen_before && !tokens[i].hyphen_after) expand_before(tokens, i, boundaries_of, hidden);
  }
  return hidden;
}

}  // namespace pykala::stemmers
