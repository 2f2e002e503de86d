// SPDX-License-Identifier: GPL-2.0-or-later
// Deadlines of connections: a total time for each stage, whatever trickles in. Past it the socket is shut down, which
// the HTTP library sees as the client going away.
#pragma once

#include <mutex>
#include <set>

#include "searcher/server/settings.h"

namespace pykala::searcher::server {

class Deadlines {
 public:
  struct Connection {
    int socket = -1;
    Clock::time_point end;
  };

  /// The connection must be taken out with `remove` before its socket is closed.
  Connection* add(int socket, Clock::duration time);
  void remove(Connection* connection);
  void set(Connection* connection, Clock::duration time);
  /// Shuts down the sockets past their time; how many there were.
  std::size_t expire();
  [[nodiscard]] std::size_t size() const;

 private:
  mutable std::mutex mutex_;
  std::set<Connection*> connections_;
};

}  // namespace pykala::searcher::server
