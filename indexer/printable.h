// SPDX-License-Identifier: GPL-2.0-or-later
// What may be shown on a terminal.
#pragma once

#include <string>
#include <string_view>

namespace pykala::schema {

/// Control characters become spaces, so that a document or a file's name cannot drive a terminal; marks that turn the
/// direction of text go the same way; bad bytes become U+FFFD. One line in, one line out.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace pykala::schema
