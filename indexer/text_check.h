// SPDX-License-Identifier: GPL-2.0-or-later
// Text check: whether the text index can be read to its end, and is of the documents that the database has.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace pykala::schema {

/// What is wrong, in words of a person who looks after the index; empty when nothing is. Reads every posting.
[[nodiscard]] std::vector<std::string> check_texts(const Xapian::Database& database);

}  // namespace pykala::schema
