// SPDX-License-Identifier: GPL-2.0-or-later
// Limits on what one request may cost, beside those on its size in indexer/limits.h. Each is tested at the limit and
// past it.
#pragma once

#include <cstddef>

namespace pykala::searcher {

inline constexpr std::size_t max_expansions = 128;    ///< words that one word* or *word may become
inline constexpr std::size_t max_query_patterns = 8;  ///< words with a * in one query
inline constexpr std::size_t max_query_ms = 5000;     ///< time for one request; past it the request ends with an error
inline constexpr std::size_t max_suggestions = 50;    ///< of one call of suggest

}  // namespace pykala::searcher
