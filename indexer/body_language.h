// SPDX-License-Identifier: GPL-2.0-or-later
// Language of a decision's text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pykala::indexer {

/// "fi", "sv" or "en" by the text's function words; nothing when it is too short or mixed to tell.
[[nodiscard]] std::optional<std::string> body_language(std::string_view text);

}  // namespace pykala::indexer
