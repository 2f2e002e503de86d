// SPDX-License-Identifier: GPL-2.0-or-later
// Finnish, Swedish or English.
#pragma once

#include <string_view>

#include "stemmers/token.h"

namespace pykala::stemmers {

/// Language of a text by its function words and letters; `unknown` when it is too short or mixed to tell. Looks at the
/// first `language_sample_bytes` only.
[[nodiscard]] Language guess_language(std::string_view text);

inline constexpr std::size_t language_sample_bytes = 16384;

}  // namespace pykala::stemmers
