// SPDX-License-Identifier: GPL-2.0-or-later
// A descriptor in, its bytes out; whoever watches them gets them too.
#include "indexer/file_stream.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "indexer/error.h"
#include "indexer/interrupt.h"

namespace pykala::indexer {
namespace {

constexpr int wait_ms = 200;

}  // namespace

std::size_t FileStream::read(char* out, std::size_t size) {
  // A signal that comes just before read() would not end it: a pipe is waited for a little at a time.
  pollfd waiting{descriptor_, POLLIN, 0};
  while (interrupted() == 0) {
    const int ready = ::poll(&waiting, 1, wait_ms);
    if (ready > 0 || (ready < 0 && errno != EINTR)) break;
  }
  ssize_t got = -1;
  errno = EINTR;
  while (got < 0 && errno == EINTR && interrupted() == 0) got = ::read(descriptor_, out, size);
  if (got < 0) {
    throw schema::Error(schema::ErrorCode::io, std::string("reading failed: ") + std::strerror(errno),
                        "check the disk, run update again");
  }
  seen_(out, static_cast<std::size_t>(got));
  return static_cast<std::size_t>(got);
}

}  // namespace pykala::indexer
