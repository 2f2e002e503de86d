// SPDX-License-Identifier: GPL-2.0-or-later
// Writing an index anew beside itself and swapping the two: to leave no trace of what was purged, or to save room.
// Readers see the old index or the new one, never anything between; it takes as much free space as the index has.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace pykala::indexer {

struct RewriteResult {
  std::vector<std::string> missing;  ///< ids that were not in the index
  std::size_t decisions = 0;         ///< in the index afterwards
  std::uint64_t bytes_before = 0;
  std::uint64_t bytes_after = 0;
};

/// Told now and then how many documents have been copied, of how many.
using RewriteProgress = std::function<void(std::size_t, std::size_t)>;

/// Deletes these decisions, notes hashes of their ids so that no later update brings them back, and copies everything
/// else document by document: Xapian keeps deleted texts in free blocks, and deleted values as bounds of their slot,
/// also through its own compaction. Without ids: erases what earlier removals and expiries left.
/// Throws Error{locked | no_index | index_version | io}.
RewriteResult purge_index(const std::string& index, const std::vector<std::string>& ids, const RewriteProgress& told);

/// Takes back that these decisions must not come again; returns the ids that had not been purged. The next update reads
/// their files again.
std::vector<std::string> allow_again(const std::string& index, const std::vector<std::string>& ids);

/// Deletes decisions until their file is read again; returns the ids that were not there.
std::vector<std::string> remove_decisions(const std::string& index, const std::vector<std::string>& ids);

/// Packs the tables as close as they go. Nothing of the content changes, nor who may read and write it.
/// Throws Error{unavailable} where that cannot be kept.
RewriteResult compact_index(const std::string& index);
/// The same, unasked: only where the folder can be replaced unnoticed (check_replaceable).
RewriteResult compact_if_replaceable(const std::string& index);

}  // namespace pykala::indexer
