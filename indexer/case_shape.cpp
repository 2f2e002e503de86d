// SPDX-License-Identifier: GPL-2.0-or-later
// A shape and a text in, the match out. Linear in the shape's length; a shape is data, never code.
#include "indexer/case_shape.h"

#include "indexer/text_scan.h"

namespace pykala::indexer {

std::size_t match_case_shape(std::string_view shape, std::string_view text) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] == '9') {
      if (at >= text.size() || !is_digit(text[at])) return 0;
      ++at;
      if (i + 1 < shape.size() && shape[i + 1] == '+') {
        ++i;
        for (int more = 0; more < 7 && at < text.size() && is_digit(text[at]); ++more) ++at;
      }
    } else if (shape[i] == ' ') {
      if (at < text.size() && (text[at] == ' ' || text[at] == '-')) ++at;
    } else if (at < text.size() && (text[at] | 0x20) == (shape[i] | 0x20)) {
      ++at;
    } else {
      return 0;
    }
  }
  return at < text.size() && is_digit(text[at]) ? 0 : at;
}

std::string write_case_number(std::string_view written, std::string_view found) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] != '9') {
      out += written[i];
      continue;
    }
    while (at < found.size() && !is_digit(found[at])) ++at;
    if (at < found.size()) out += found[at++];
    if (i + 1 < written.size() && written[i + 1] == '+') {
      ++i;
      while (at < found.size() && is_digit(found[at])) out += found[at++];
    }
  }
  return out;
}

}  // namespace pykala::indexer
