// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a stored decision: of a damaged index.
#include "indexer/error.h"
#include "indexer/stored_decision.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto decision = pykala::schema::from_stored(pykala::fuzz::view(data, size));
    (void)pykala::schema::to_stored(decision);
  } catch (const pykala::schema::Error&) {
    return 0;
  }
  return 0;
}
