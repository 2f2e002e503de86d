// SPDX-License-Identifier: GPL-2.0-or-later
// Maintenance: what is in an index, and whether it is whole.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace pykala::indexer {

/// Numbers of an index, for people or as one JSON object.
/// Throws Error{no_index} when there is none; an index of another version is described, not refused.
void print_stats(const std::string& index, bool json, std::ostream& out);

/// Xapian's own check of every table, then ours: each document can be read, has one id, and no id stands twice.
/// Returns what is wrong, one line each; empty when all is well.
[[nodiscard]] std::vector<std::string> check_index(const std::string& index);

}  // namespace pykala::indexer
