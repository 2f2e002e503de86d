// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes in, text without control characters out. Both programs show texts through this.
#include "indexer/printable.h"

#include "stemmers/unicode.h"

namespace pykala::schema {

std::string printable(std::string_view text) {
  std::string out = stemmers::repair_utf8(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto byte = static_cast<unsigned char>(out[i]);
    if (byte < 0x20 || byte == 0x7F) out[i] = ' ';
    // U+0080-009F are control characters too (C2 80 - C2 9F); U+202A-202E and U+2066-2069 turn the direction of text.
    const auto rest = std::string_view(out).substr(i);
    const bool c1 = rest.size() > 1 && byte == 0xC2 && static_cast<unsigned char>(rest[1]) < 0xA0;
    const bool bidi = rest.size() > 2 && byte == 0xE2 &&
                      ((rest[1] == '\x80' && rest[2] >= '\xAA' && rest[2] <= '\xAE') ||
                       (rest[1] == '\x81' && rest[2] >= '\xA6' && rest[2] <= '\xA9'));
    if (c1) out.replace(i, 2, " ");
    if (bidi) out.replace(i, 3, " ");
  }
  return out;
}

}  // namespace pykala::schema
