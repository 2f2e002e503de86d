// SPDX-License-Identifier: GPL-2.0-or-later
// Draft: a text on the desk, not in the index -> the facts by which its precedents are found. The index helps to read
// it: a citation is taken for the decision that the index knows of that day and §, an organisation for one it knows.
#pragma once

#include <string>
#include <string_view>

#include "indexer/decision.h"
#include "searcher/index.h"

namespace pykala::searcher {

inline constexpr std::size_t max_draft_bytes = 256u << 10;  ///< a text whose precedents are asked for

/// Title (the first line that reads like one), case number, classification ("T 02 05 02", else the code of its case in
/// the index), cited decisions, funders named (all as `funds`), organisations of the index, and the text as one part.
/// No date: every decision of the index came before it. Bytes that are not UTF-8 become U+FFFD.
/// Throws Error{bad_request} past max_draft_bytes or without any letter.
[[nodiscard]] schema::Decision read_draft(std::string_view text, const Index& index);

}  // namespace pykala::searcher
