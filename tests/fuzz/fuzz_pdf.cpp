// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes through read_pdf: whatever the child process does with them, what comes back is documents or a problem.
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  pykala::fuzz::check_reading(pykala::indexer::read_pdf({"input", pykala::fuzz::view(data, size), 1}));
  return 0;
}
