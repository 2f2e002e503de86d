// SPDX-License-Identifier: GPL-2.0-or-later
// Exchange: one request and its answer on their way between the threads of the network and those that search.
#pragma once

#include <memory>
#include <mutex>
#include <optional>

#include "searcher/server/deadlines.h"
#include "searcher/server/service.h"
#include "searcher/server/wire.h"

struct MHD_Connection;

namespace pykala::searcher::server {

class Daemon;

struct Exchange {
  // Of the network's thread alone.
  std::string uri;
  const char* uri_end = nullptr;  ///< in the library's buffer; only to be compared
  bool begun = false;             ///< the head was read
  bool submitted = false;         ///< the request went to the workers
  bool head_only = false;
  bool too_large = false;
  std::size_t received = 0;  ///< bytes of the body
  HttpRequest request;
  Deadlines::Connection* watched = nullptr;
  MHD_Connection* connection = nullptr;
  Clock::time_point asked{};     ///< the request was whole
  Clock::time_point answered{};  ///< the answer was given to the network
  std::string route;
  int status = 0;

  // Of both, under the mutex.
  std::mutex mutex;
  bool running = false;  ///< a worker has it
  std::optional<Answer> answer;
};

/// A streamed answer: one piece is on the wire while a worker makes the next.
struct Streaming {
  Daemon* daemon = nullptr;
  std::shared_ptr<Exchange> exchange;
  std::mutex mutex;
  BodyStream stream;
  std::string piece;
  std::size_t sent = 0;  ///< of the piece
  bool ended = false;
  bool failed = false;
};

}  // namespace pykala::searcher::server
