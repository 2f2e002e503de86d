// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a stored decision, packed and not: of a damaged index.
#include "indexer/document_store.h"
#include "indexer/error.h"
#include "indexer/stored_decision.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    (void)pykala::schema::unpack(pykala::fuzz::view(data, size));
  } catch (const pykala::schema::Error&) {  // not packed
  }
  try {
    const auto decision = pykala::schema::from_stored(pykala::fuzz::view(data, size));
    (void)pykala::schema::to_stored(decision);
  } catch (const pykala::schema::Error&) {
    return 0;
  }
  return 0;
}
