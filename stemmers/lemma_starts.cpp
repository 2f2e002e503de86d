// SPDX-License-Identifier: GPL-2.0-or-later
// Lemmas in, a quick no out. Works on bytes: a letter of two bytes ("ä") is a start of its own.
#include "stemmers/lemma_starts.h"

#include <cstddef>

#include "stemmers/unicode.h"

namespace pykala::stemmers {
namespace {

/// "yksi", "mies", "juoda" (joi): their second letter may change.
constexpr std::size_t most_letters_of_short = 5;

std::size_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

std::size_t pair_at(std::string_view text, std::size_t at) {
  return byte_at(text, at) << 8U | byte_at(text, at + 1);
}

}  // namespace

void LemmaStarts::add(std::string_view lemma) {
  if (lemma.empty()) return;
  const bool ascii = byte_at(lemma, 0) < 0x80;
  if (lemma.size() == 1 || (ascii && count_code_points(lemma) <= most_letters_of_short)) {
    bytes_.set(byte_at(lemma, 0));
  } else {
    pairs_.set(pair_at(lemma, 0));
  }
}

bool LemmaStarts::may_stand_in(std::string_view word) const {
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (bytes_.test(byte_at(word, at))) return true;
    if (at + 1 < word.size() && pairs_.test(pair_at(word, at))) return true;
  }
  return false;
}

}  // namespace pykala::stemmers
