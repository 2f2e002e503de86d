// SPDX-License-Identifier: GPL-2.0-or-later
// In: words in UTF-8. Out: their lower case, or whether they begin, end or hold something. Private: nothing.
#include "indexer/word_tests.h"

#include <algorithm>
#include <array>

namespace pykala::indexer {

namespace {

void fold_in_place(char* text, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      if (byte >= 'A' && byte <= 'Z') text[i] = static_cast<char>(byte + 32);
      continue;
    }
    if ((byte != 0xC3 && byte != 0xC4 && byte != 0xC5) || i + 1 >= size) continue;
    const auto next = static_cast<unsigned char>(text[i + 1]);
    if (byte == 0xC3 && next >= 0x80 && next <= 0x9E && next != 0x97) text[i + 1] = static_cast<char>(next + 32);  // Ä
    // Latin Extended-A pairs: even is capital, as in "Š" U+0160; U+0139-0148 and U+0179-017E the other way, as in "Ž".
    const unsigned code = ((byte & 0x1Fu) << 6) | (next & 0x3Fu);
    const bool odd_capital = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
    if (byte != 0xC3 && next != 0xBF && (code % 2 == 1) == odd_capital && code != 0x138 && code != 0x149 &&
        code != 0x178)
      text[i + 1] = static_cast<char>(next + 1);
    ++i;
  }
}

}  // namespace

std::string fold_case(std::string_view text) {
  std::string out(text);
  fold_in_place(out.data(), out.size());
  return out;
}

bool is_capitalised(std::string_view word) {
  const auto lead = static_cast<unsigned char>(word.empty() ? '\0' : word[0]);
  if (lead < 0x80) {  // most words
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return !word.empty() && (is_capital(word[0]) || (word.size() > 1 && is_capital(word[1])));
  }
  std::array<char, 2> head{};  // no letter here is longer
  const std::size_t size = word.copy(head.data(), head.size());
  fold_in_place(head.data(), size);
  return std::string_view(head.data(), size) != word.substr(0, size);
}

// One byte turns most words away before they are compared.
bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return word.size() <= text.size() && (word.empty() || word.front() == text.front()) && text.starts_with(word);
  });
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return word.size() <= text.size() && (word.empty() || word.back() == text.back()) && text.ends_with(word);
  });
}

bool holds_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace pykala::indexer
