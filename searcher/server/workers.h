// SPDX-License-Identifier: GPL-2.0-or-later
// Workers: the threads that search, each with a reader of its own that follows the index, behind one bounded queue.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "indexer/error.h"
#include "searcher/index.h"

namespace pykala::searcher::server {

class Workers {
 public:
  /// Gets a reader that stands at the newest revision, or why there is none. Must not throw.
  using Task = std::function<void(Index* index, const schema::Error* error)>;

  Workers(std::string index_path, unsigned threads, std::size_t queue_length);
  ~Workers();  ///< what is queued is still done
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// False when the queue is full: the task is not done.
  [[nodiscard]] bool submit(Task task);
  /// A piece of a long answer: always taken, and done when no request waits; every fourth task at least is one.
  void submit_piece(Task task);

  /// Each thread opens the index anew before its next task: after the folder was changed for another.
  void reopen();
  [[nodiscard]] std::size_t waiting() const;

 private:
  void work();
  Task take();  ///< under the mutex, when there is one

  std::string index_path_;
  std::size_t queue_length_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Task> queue_;
  std::deque<Task> pieces_;
  std::size_t taken_ = 0;  ///< tasks so far
  std::size_t generation_ = 0;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace pykala::searcher::server
