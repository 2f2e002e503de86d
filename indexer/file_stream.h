// SPDX-License-Identifier: GPL-2.0-or-later
// FileStream: the bytes of an open file.
#pragma once

#include <functional>

#include "indexer/byte_stream.h"

namespace pykala::indexer {

class FileStream : public ByteStream {
 public:
  /// `seen` gets every byte once, in order. The descriptor stays the caller's.
  FileStream(int descriptor, std::function<void(const char* bytes, std::size_t size)> seen)
      : descriptor_(descriptor), seen_(std::move(seen)) {}

  std::size_t read(char* out, std::size_t size) override;

 private:
  int descriptor_;
  std::function<void(const char*, std::size_t)> seen_;
};

}  // namespace pykala::indexer
