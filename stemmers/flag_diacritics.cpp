// SPDX-License-Identifier: GPL-2.0-or-later
// Symbols -> operations. Private: the bits of each feature.
#include "stemmers/flag_diacritics.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <map>
#include <utility>

namespace pykala::stemmers {
namespace {

constexpr std::size_t operator_at = 1, name_at = 3;  // of "@P.FEATURE.VALUE@"
constexpr unsigned all_bits = 64;

struct Parts {
  std::string_view feature, value;
};

Parts parts_of(std::string_view symbol) {
  const std::string_view text = symbol.substr(name_at, symbol.size() - name_at - 1);
  const std::size_t dot = text.find('.');
  return {text.substr(0, dot), dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1)};
}

struct Feature {
  std::vector<std::string_view> values;
  unsigned shift = 0;

  [[nodiscard]] unsigned width() const { return static_cast<unsigned>(std::bit_width(values.size())); }
  [[nodiscard]] std::uint64_t mask() const { return ((std::uint64_t{1} << width()) - 1) << shift; }
  [[nodiscard]] std::uint64_t bits_of(std::string_view value) const {
    const auto at = std::find(values.begin(), values.end(), value) - values.begin();
    return (static_cast<std::uint64_t>(at) + 1) << shift;
  }
};

using Features = std::map<std::string_view, Feature>;

std::optional<Features> features_of(std::span<const std::string> symbols) {
  Features features;
  for (const std::string& symbol : symbols) {
    if (!is_flag_diacritic(symbol)) continue;
    const Parts parts = parts_of(symbol);
    auto& values = features[parts.feature].values;
    const bool known = std::find(values.begin(), values.end(), parts.value) != values.end();
    if (!parts.value.empty() && !known) values.push_back(parts.value);
  }
  unsigned bits = 0;
  for (auto& [name, feature] : features) {
    feature.shift = bits;
    bits += feature.width();
    if (bits >= all_bits) return std::nullopt;
  }
  return features;
}

FlagOperation::Kind kind_of(char letter, bool with_value) {
  using Kind = FlagOperation::Kind;
  switch (letter) {
    case 'P':
      return with_value ? Kind::set : Kind::none;
    case 'C':
      return Kind::clear;
    case 'R':
      return with_value ? Kind::require : Kind::require_any;
    case 'D':
      return with_value ? Kind::forbid : Kind::forbid_any;
    case 'U':
      return with_value ? Kind::unify : Kind::none;
    default:
      return Kind::none;
  }
}

}  // namespace

bool FlagOperation::apply(std::uint64_t& flags) const {
  const std::uint64_t now = flags & mask;
  switch (kind) {
    case Kind::none:
      return true;
    case Kind::set:
      flags = (flags & ~mask) | value;
      return true;
    case Kind::clear:
      flags &= ~mask;
      return true;
    case Kind::require:
      return now == value;
    case Kind::require_any:
      return now != 0;
    case Kind::forbid:
      return now != value;
    case Kind::forbid_any:
      return now == 0;
    case Kind::unify:
      flags |= value;
      return now == 0 || now == value;
  }
  return false;
}

bool is_flag_diacritic(std::string_view symbol) {
  return symbol.size() > name_at + 1 && symbol.front() == '@' && symbol.back() == '@' && symbol[name_at - 1] == '.';
}

std::optional<std::vector<FlagOperation>> flag_operations(std::span<const std::string> symbols) {
  const auto features = features_of(symbols);
  if (!features) return std::nullopt;
  std::vector<FlagOperation> operations(symbols.size());
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    if (!is_flag_diacritic(symbols[i])) continue;
    const auto [name, value] = parts_of(symbols[i]);
    const Feature& feature = features->at(name);
    const FlagOperation::Kind kind = kind_of(symbols[i][operator_at], !value.empty());
    if (kind == FlagOperation::Kind::none) return std::nullopt;
    operations[i] = {kind, feature.mask(), value.empty() ? 0 : feature.bits_of(value)};
  }
  return operations;
}

}  // namespace pykala::stemmers
