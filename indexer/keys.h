// SPDX-License-Identifier: GPL-2.0-or-later
// Keys: the one form in which a value stands in terms, slots, filters and facets, whatever way it was written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/decision.h"
#include "indexer/schema.h"

namespace pykala::schema {

/// Longest value in a term; a longer one is cut and given a hash of the whole (Xapian's own limit is 245 bytes).
inline constexpr std::size_t max_key_bytes = 160;

/// The boolean term of a field's value: make_term(field(FieldId::funder), "STEA") -> "XF:STEA". An empty value makes
/// the term that stands for "unknown".
[[nodiscard]] std::string make_term(const FieldRow& row, std::string_view value);
[[nodiscard]] std::string make_term(std::string_view prefix, std::string_view value);

/// Whether a term of the text index has a prefix (schema.h): they are capitals, with which no word begins.
[[nodiscard]] inline bool is_prefixed(std::string_view term) {
  return !term.empty() && term.front() >= 'A' && term.front() <= 'Z';
}

/// Facet and filter value of a decision-maker: id, else name with spaces evened out.
[[nodiscard]] std::string maker_key(const DecisionMaker& maker);

/// Name of an organisation with spaces evened out and typographic quotes made plain.
[[nodiscard]] std::string name_key(std::string_view name);

/// "hel-2017-005881", "HEL 2017-005881 T 00 01 06" -> "HEL 2017-005881"; other texts with spaces evened out, in upper
/// case.
[[nodiscard]] std::string case_number_key(std::string_view text);

/// "2017-05-17" -> "20170517".
[[nodiscard]] std::string date_key(std::string_view iso_date);

/// Hash of any bytes as 32 hex digits (XXH3, 128 bits; https://github.com/Cyan4973/xxHash).
[[nodiscard]] std::string content_hash(std::string_view bytes);

}  // namespace pykala::schema
