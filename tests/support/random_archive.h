// SPDX-License-Identifier: GPL-2.0-or-later
// Random decisions over few words and values, so that searches and filters meet often; the same for the same seed.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "indexer/decision.h"

namespace pykala::test {

using Random = std::mt19937;

/// From 0 to `most`.
[[nodiscard]] std::size_t pick(Random& random, std::size_t most);

template <class T>
[[nodiscard]] const T& one_of(Random& random, const std::vector<T>& values) {
  return values[pick(random, values.size() - 1)];
}

/// Plain words that the tests build texts and queries from.
[[nodiscard]] const std::vector<std::string>& random_words();
/// From `least` to `most` of them with single spaces.
[[nodiscard]] std::string random_text(Random& random, std::size_t least, std::size_t most);

/// `count` decisions with ids "d0", "d1" ...: some facts unknown, some with several values, some stated twice.
[[nodiscard]] std::vector<schema::Decision> random_archive(Random& random, std::size_t count);

}  // namespace pykala::test
