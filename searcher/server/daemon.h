// SPDX-License-Identifier: GPL-2.0-or-later
// Daemon: the network side. Bytes come and go in two threads of libmicrohttpd; requests are answered by the workers.
#pragma once

#include <atomic>
#include <memory>
#include <set>
#include <thread>

#include "searcher/server/deadlines.h"
#include "searcher/server/service.h"
#include "searcher/server/workers.h"

namespace pykala::searcher::server {

struct Exchange;
struct Streaming;

class Daemon {
 public:
  /// Takes the socket over. Throws Error{unavailable} when the library cannot start.
  Daemon(int socket, const Service& service, Workers& workers);
  /// Takes no new connections, waits drain_time for answers on their way, and ends.
  ~Daemon();
  Daemon(const Daemon&) = delete;
  Daemon& operator=(const Daemon&) = delete;

  [[nodiscard]] std::size_t connections() const { return deadlines_.size(); }

 private:
  friend struct Callbacks;  ///< what the library calls
  void watch();
  void submit(const std::shared_ptr<Exchange>& exchange);
  void run(const std::shared_ptr<Exchange>& exchange, Index* index, const schema::Error* error);
  void give(const std::shared_ptr<Exchange>& exchange, Answer answer);
  void make_piece(Streaming& streaming, Index* index);

  const Service& service_;
  Workers& workers_;
  Deadlines deadlines_;
  std::mutex mutex_;
  std::set<std::shared_ptr<Exchange>> pending_;  ///< suspended, waiting for an answer
  std::atomic<std::size_t> active_{0};           ///< requests between their head and the end of their answer
  std::atomic<std::size_t> pieces_{0};           ///< suspended, waiting for a piece
  std::atomic<std::size_t> streams_{0};
  std::atomic<bool> draining_{false};  ///< answers end their connection
  std::atomic<bool> ending_{false};    ///< nothing new is suspended
  std::atomic<bool> stopping_{false};  ///< the watch ends
  struct Handle;
  std::unique_ptr<Handle> handle_;
  std::thread watch_;
};

}  // namespace pykala::searcher::server
