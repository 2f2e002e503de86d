// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes in, text for XML 1.0 out (https://www.w3.org/TR/xml/, section 2.2 Characters).
#include "searcher/server/xml.h"

#include "searcher/format.h"

namespace pykala::searcher::server {

std::string xml_text(std::string_view text) {
  std::string out;
  const std::string clean = printable(text);
  for (std::size_t i = 0; i < clean.size(); ++i) {
    switch (const char c = clean[i]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\xEF':  // U+FFFE and U+FFFF are EF BF BE and EF BF BF
        if (clean.compare(i, 3, "\xEF\xBF\xBE") == 0 || clean.compare(i, 3, "\xEF\xBF\xBF") == 0) {
          out += ' ';
          i += 2;
          break;
        }
        [[fallthrough]];
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace pykala::searcher::server
