// SPDX-License-Identifier: GPL-2.0-or-later
// The lock of an index, and who holds it.
#pragma once

#include <functional>
#include <string>

#include "indexer/error.h"

namespace pykala::indexer {

/// "pykala-index, process 1234" of the first process seen to have the lock file of this index open; empty when it
/// cannot be seen (another user's, another machine's).
[[nodiscard]] std::string lock_holder(const std::string& index);

/// What to throw when another program writes to this index: who, where it can be seen.
[[nodiscard]] schema::Error lock_error(const std::string& index);

/// The file in an index that Xapian locks for its writer.
inline constexpr char lock_file_name[] = "flintlock";

/// Does `change` with that lock, taken as Xapian takes it (one byte, of the open file), so that no writer opens the
/// index meanwhile. False, and nothing done, when somebody has it or the file cannot be made.
[[nodiscard]] bool with_writer_lock(const std::string& index, const std::function<void()>& change);

}  // namespace pykala::indexer
