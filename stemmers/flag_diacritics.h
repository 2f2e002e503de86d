// SPDX-License-Identifier: GPL-2.0-or-later
// Flag diacritics: what a path through a transducer remembers, packed into 64 bits.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pykala::stemmers {

/// What one flag diacritic does, as Beesley and Karttunen have them (Finite State Morphology, 2003, chapter 7).
struct FlagOperation {
  enum class Kind : std::uint8_t { none, set, clear, require, require_any, forbid, forbid_any, unify };
  Kind kind = Kind::none;
  std::uint64_t mask = 0;   ///< bits of its feature
  std::uint64_t value = 0;  ///< in place; 0 is "not set"

  /// False: the path ends here. `flags` begin as 0.
  [[nodiscard]] bool apply(std::uint64_t& flags) const;
};

/// "@P.FEATURE.VALUE@", "@C.FEATURE@".
[[nodiscard]] bool is_flag_diacritic(std::string_view symbol);

/// The operation of each symbol; of those that are no flag diacritics, none. No value when one is unknown or the
/// features take more than 64 bits.
[[nodiscard]] std::optional<std::vector<FlagOperation>> flag_operations(std::span<const std::string> symbols);

}  // namespace pykala::stemmers
