// SPDX-License-Identifier: GPL-2.0-or-later
// UnpackBudget: what one file may unpack to. Shared by all streams that come out of it.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/error.h"
#include "indexer/limits.h"

namespace pykala::indexer {

struct UnpackLimits {
  std::size_t depth = schema::max_container_depth;
  std::size_t entries = schema::max_archive_entries;
  std::uint64_t total_bytes = schema::max_unpacked_bytes;
};

class UnpackBudget {
 public:
  explicit UnpackBudget(const UnpackLimits& limits) : limits_(limits) {}

  /// `got` more bytes came out of a container that has so far taken `packed` bytes and given `unpacked`. Throws
  /// Error{bad_data} when that is a bomb, or when the whole file gave too much (then `is_spent`).
  void spend(std::size_t got, std::uint64_t packed, std::uint64_t unpacked) {
    spent_ += got;
    if (unpacked > schema::unpack_ratio_from && unpacked / schema::max_unpack_ratio > packed) {
      throw schema::Error(schema::ErrorCode::bad_data,
                          "unpacks to more than " + std::to_string(schema::max_unpack_ratio) + " times its size",
                          "no document does; if it is one, give it unpacked");
    }
    if (is_spent()) {
      throw schema::Error(schema::ErrorCode::bad_data,
                          "unpacks to more than " + std::to_string(limits_.total_bytes >> 20U) +
                              " MiB in all; the rest was left unread",
                          "split the archive");
    }
  }
  [[nodiscard]] bool is_spent() const { return spent_ > limits_.total_bytes; }
  [[nodiscard]] const UnpackLimits& limits() const { return limits_; }

 private:
  UnpackLimits limits_;
  std::uint64_t spent_ = 0;
};

}  // namespace pykala::indexer
