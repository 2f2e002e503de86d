// SPDX-License-Identifier: GPL-2.0-or-later
// Wording: what is said to people, in each language of the interface, with places for values.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "searcher/request.h"

namespace pykala::searcher {

/// fi, sv, en
using Words = std::array<std::string_view, 3>;

[[nodiscard]] inline std::string_view pick(const Words& words, UiLanguage lang) {
  return words[static_cast<std::size_t>(lang)];
}

/// `pattern` with the values in the places {1} and {2}, each as often as it stands. What the values say is left alone.
[[nodiscard]] std::string filled(std::string_view pattern, std::string_view first, std::string_view second = {});

}  // namespace pykala::searcher
