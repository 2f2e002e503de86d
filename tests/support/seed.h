// SPDX-License-Identifier: GPL-2.0-or-later
// The seed of a test's random choices: PYKALA_SEED=n runs one again.
#pragma once

#include <cstdlib>
#include <random>

namespace pykala::test {

/// The same all through one run.
inline unsigned seed() {
  const char* given = std::getenv("PYKALA_SEED");
  static const unsigned value = given != nullptr ? static_cast<unsigned>(std::atoi(given)) : std::random_device{}();
  return value;
}

}  // namespace pykala::test
