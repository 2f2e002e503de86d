// SPDX-License-Identifier: GPL-2.0-or-later
// Boundaries of a dictionary in, those between real words out. Private: the list, and what the dictionary must know.
#include "stemmers/undivided.h"

#include <algorithm>
#include <unordered_map>

#include "data/embedded.h"
#include "stemmers/lexicon.h"
#include "stemmers/unicode.h"

namespace pykala::stemmers {
namespace {

constexpr std::size_t max_remnant_letters = 3;  // "di", "re", "nor"
constexpr std::string_view any_first = "*";

using Beginnings = std::unordered_map<std::string_view, std::vector<std::string_view>>;  // first part -> how it goes on

Beginnings read_list() {
  Beginnings list;
  for (const std::string_view line : data::embedded_lines("lexicon/undivided_fi.txt")) {
    const std::size_t cut = line.find('#');
    if (cut != std::string_view::npos) list[line.substr(0, cut)].push_back(line.substr(cut + 1));
  }
  return list;
}

bool is_listed(std::string_view first, std::string_view rest) {
  static const Beginnings list = read_list();
  for (const std::string_view key : {first, any_first}) {
    const auto found = list.find(key);
    if (found == list.end()) continue;
    const auto& beginnings = found->second;
    if (std::any_of(beginnings.begin(), beginnings.end(), [rest](auto begin) { return rest.starts_with(begin); })) {
      return true;
    }
  }
  return false;
}

// "sosiaali" is known as "sosiaali-" only.
bool is_known(std::string_view part, bool at_end) {
  return !readings_of(part).empty() || (!at_end && !readings_of_first_part(part).empty());
}

bool divides(std::string_view first, std::string_view next, std::string_view rest) {
  if (is_listed(first, rest)) return false;
  if (is_known(first, false)) return true;
  if (count_code_points(first) <= max_remnant_letters) return false;
  return is_known(next, next.size() == rest.size());
}

}  // namespace

std::vector<std::uint16_t> real_boundaries(std::string_view word, const std::vector<std::uint16_t>& boundaries) {
  std::vector<std::uint16_t> kept;
  std::size_t begin = 0;  // of the part before the boundary, as the dictionary divides
  for (std::size_t i = 0; i < boundaries.size(); ++i) {
    const std::size_t at = boundaries[i];
    if (at <= begin || at >= word.size()) continue;
    const std::size_t end = i + 1 < boundaries.size() ? boundaries[i + 1] : word.size();
    const bool hyphen = word[at - 1] == '-';
    if (hyphen || divides(word.substr(begin, at - begin), word.substr(at, end - at), word.substr(at))) {
      kept.push_back(boundaries[i]);
    }
    begin = at;
  }
  return kept;
}

}  // namespace pykala::stemmers
