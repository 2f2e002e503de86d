// SPDX-License-Identifier: GPL-2.0-or-later
// Word tests: letter case and beginnings, endings and pieces of words. No state.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace pykala::indexer {

/// Lower case of ASCII, Latin-1 and Latin Extended-A letters; every letter keeps its length in bytes.
[[nodiscard]] std::string fold_case(std::string_view text);

/// True when the word begins with a capital letter.
[[nodiscard]] bool is_capitalised(std::string_view word);

/// True when `text` begins with, ends with or holds one of the words.
[[nodiscard]] bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> words);
[[nodiscard]] bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words);
[[nodiscard]] bool holds_any(std::string_view text, std::initializer_list<std::string_view> words);

}  // namespace pykala::indexer
