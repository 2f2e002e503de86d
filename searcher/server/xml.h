// SPDX-License-Identifier: GPL-2.0-or-later
// Text for XML: what a document says is never markup.
#pragma once

#include <string>
#include <string_view>

namespace pykala::searcher::server {

/// Escapes for text and for attributes; characters that XML 1.0 does not have become spaces, bad bytes U+FFFD.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace pykala::searcher::server
