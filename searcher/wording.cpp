// SPDX-License-Identifier: GPL-2.0-or-later
// A pattern and values in, a text out.
#include "searcher/wording.h"

namespace pykala::searcher {

std::string filled(std::string_view pattern, std::string_view first, std::string_view second) {
  constexpr std::string_view first_place = "{1}", second_place = "{2}";
  std::string out;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const std::string_view here = pattern.substr(at, first_place.size());
    if (here == first_place || here == second_place) {
      out += here == first_place ? first : second;
      at += here.size() - 1;
    } else {
      out += pattern[at];
    }
  }
  return out;
}

}  // namespace pykala::searcher
