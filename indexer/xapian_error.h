// SPDX-License-Identifier: GPL-2.0-or-later
// Turns what Xapian throws into an Error that says what to do; the one place where the two meet.
#pragma once

#include <xapian.h>

#include <string>

#include "indexer/error.h"

namespace pykala::schema {

/// `path`: the index that was worked on.
[[nodiscard]] Error from_xapian(const Xapian::Error& error, const std::string& path);

}  // namespace pykala::schema
