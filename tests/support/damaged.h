// SPDX-License-Identifier: GPL-2.0-or-later
// What a reader of the index's bytes may do with damaged ones.
#pragma once

#include <catch2/catch.hpp>

#include "indexer/error.h"

namespace pykala::test {

/// True when `read`() ends; else it must have said that the data is bad.
template <class Read>
bool is_read(const Read& read) {
  try {
    read();
    return true;
  } catch (const schema::Error& error) {
    CHECK(error.code == schema::ErrorCode::bad_data);
    return false;
  }
}

}  // namespace pykala::test
