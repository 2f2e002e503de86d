// SPDX-License-Identifier: GPL-2.0-or-later
// ByteStream: bytes one after the other, from a file or out of a container.
#pragma once

#include <cstddef>

namespace pykala::indexer {

class ByteStream {
 public:
  ByteStream() = default;
  virtual ~ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  /// Up to `size` bytes to `out`; 0 at the end. Throws schema::Error: bad_data for a container that is broken or a
  /// bomb, io when the file cannot be read.
  virtual std::size_t read(char* out, std::size_t size) = 0;
};

}  // namespace pykala::indexer
