// SPDX-License-Identifier: GPL-2.0-or-later
// The folder an index lies in: may it become one, is it on the disk, and its sibling while it is rewritten.
#pragma once

#include <string>

namespace pykala::indexer {

/// Throws Error{usage} for a folder with files in it that is no index: a folder of documents given in the index's
/// place must not get tables among its files. What a first run left that ended before its first commit is no such
/// folder: Xapian's files without anything in them, made ready for a new run. Throws Error{locked} while another
/// program makes an index there.
void check_folder(const std::string& path);

/// Xapian renames its version file but does not sync the folder: without this a power cut may lose the last commit.
/// Throws Error{io}.
void sync_folder(const std::string& path);

/// The same for every file in it.
void sync_files(const std::string& folder);

/// Where an index is written anew before the two are swapped: beside it, on the same file system.
[[nodiscard]] std::string rewrite_folder(const std::string& index);

/// Puts the folder `fresh` in the place of `index` in one step, the old one in the place of `fresh`. Throws Error{io}.
void swap_folders(const std::string& index, const std::string& fresh);

/// Throws Error{unavailable} where another folder cannot take the place of an index unnoticed: files of others lie in
/// it, or in the folder it would be written to, or it is a mount point.
void check_replaceable(const std::string& index);

/// Removes what an interrupted rewrite left beside the index; it may hold what was to be purged. A folder of that name
/// with other files than an index has is left alone. Throws Error{io}.
void remove_leftover(const std::string& index);

}  // namespace pykala::indexer
