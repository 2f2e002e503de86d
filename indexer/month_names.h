// SPDX-License-Identifier: GPL-2.0-or-later
// Month names of Finnish, Swedish and English dates.
#pragma once

#include <string_view>

namespace pykala::indexer {

/// The month that a word in lower case names: "toukokuuta" -> 5, "maj" -> 5; 0 for other words.
[[nodiscard]] int month_of(std::string_view lower_word);

}  // namespace pykala::indexer
