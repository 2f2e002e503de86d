// SPDX-License-Identifier: GPL-2.0-or-later
// A descriptor in, its bytes out; whoever watches them gets them too.
#include "indexer/file_stream.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "indexer/error.h"
#include "indexer/interrupt.h"

namespace pykala::indexer {

std::size_t FileStream::read(char* out, std::size_t size) {
  ssize_t got = 0;
  do {
    got = ::read(descriptor_, out, size);
  } while (got < 0 && errno == EINTR && interrupted() == 0);
  if (got < 0) {
    throw schema::Error(schema::ErrorCode::io, std::string("reading failed: ") + std::strerror(errno),
                        "check the disk, run update again");
  }
  seen_(out, static_cast<std::size_t>(got));
  return static_cast<std::size_t>(got);
}

}  // namespace pykala::indexer
