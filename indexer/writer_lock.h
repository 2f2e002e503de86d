// SPDX-License-Identifier: GPL-2.0-or-later
// Who holds the lock of an index.
#pragma once

#include <string>

namespace pykala::indexer {

/// "pykala-index, process 1234" of the first process seen to have the lock file of this index open; empty when it
/// cannot be seen (another user's, another machine's).
[[nodiscard]] std::string lock_holder(const std::string& index);

}  // namespace pykala::indexer
