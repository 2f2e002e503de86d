// SPDX-License-Identifier: GPL-2.0-or-later
// Sockets and times in, sockets shut down out.
#include "searcher/server/deadlines.h"

#include <sys/socket.h>

namespace pykala::searcher::server {

Deadlines::Connection* Deadlines::add(int socket, Clock::duration time) {
  auto* connection = new Connection{socket, Clock::now() + time};
  const std::lock_guard lock(mutex_);
  connections_.insert(connection);
  return connection;
}

void Deadlines::remove(Connection* connection) {
  {
    const std::lock_guard lock(mutex_);
    connections_.erase(connection);
  }
  delete connection;
}

void Deadlines::set(Connection* connection, Clock::duration time) {
  const std::lock_guard lock(mutex_);
  connection->end = Clock::now() + time;
}

std::size_t Deadlines::expire() {
  const std::lock_guard lock(mutex_);
  const auto now = Clock::now();
  std::size_t number = 0;
  for (Connection* connection : connections_) {
    if (now < connection->end) continue;
    ::shutdown(connection->socket, SHUT_RDWR);
    connection->end = Clock::time_point::max();
    ++number;
  }
  return number;
}

std::size_t Deadlines::size() const {
  const std::lock_guard lock(mutex_);
  return connections_.size();
}

}  // namespace pykala::searcher::server
