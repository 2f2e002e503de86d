// SPDX-License-Identifier: GPL-2.0-or-later
// Folder access: who may read and write an index stays as it was when another folder takes its place.
#pragma once

#include <string>

namespace pykala::indexer {

/// Gives `to` and the files in it the owner, group, mode and POSIX access lists of `from` and of the files of the same
/// names there. False when some of that is not this user's to give.
[[nodiscard]] bool copy_access(const std::string& from, const std::string& to);

}  // namespace pykala::indexer
