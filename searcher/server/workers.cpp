// SPDX-License-Identifier: GPL-2.0-or-later
// Tasks in, done in the order they came. Private here: how a thread keeps its reader.
#include "searcher/server/workers.h"

#include <memory>
#include <optional>

#include "indexer/error.h"

namespace pykala::searcher::server {

using schema::Error;

namespace {

/// Brings the reader of a thread to the newest revision, opening it where it must. The error of an index that cannot
/// be read; the next task tries again.
std::optional<Error> refresh(std::unique_ptr<Index>& index, const std::string& path, bool anew) {
  try {
    if (index != nullptr && !anew) {
      index->reopen();
      return std::nullopt;
    }
    index = std::make_unique<Index>(path);
    return std::nullopt;
  } catch (const Error& error) {
    if (anew && index != nullptr) return std::nullopt;  // the index at hand serves on
    index.reset();
    return error;
  }
}

}  // namespace

Workers::Workers(std::string index_path, unsigned threads, std::size_t queue_length)
    : index_path_(std::move(index_path)), queue_length_(queue_length) {
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

Workers::~Workers() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool Workers::submit(Task task) {
  {
    const std::lock_guard lock(mutex_);
    if (queue_.size() >= queue_length_) return false;
    queue_.push_back(std::move(task));
  }
  changed_.notify_one();
  return true;
}

void Workers::submit_piece(Task task) {
  {
    const std::lock_guard lock(mutex_);
    pieces_.push_back(std::move(task));
  }
  changed_.notify_one();
}

Workers::Task Workers::take() {
  constexpr std::size_t piece_turn = 4;
  const bool piece = !pieces_.empty() && (queue_.empty() || ++taken_ % piece_turn == 0);
  std::deque<Task>& from = piece ? pieces_ : queue_;
  Task task = std::move(from.front());
  from.pop_front();
  return task;
}

void Workers::reopen() {
  const std::lock_guard lock(mutex_);
  ++generation_;
}

std::size_t Workers::waiting() const {
  const std::lock_guard lock(mutex_);
  return queue_.size();
}

void Workers::work() {
  std::unique_ptr<Index> index;
  std::size_t opened = 0;
  for (;;) {
    Task task;
    bool anew = false;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return ending_ || !queue_.empty() || !pieces_.empty(); });
      if (queue_.empty() && pieces_.empty()) return;
      task = take();
      anew = opened != generation_;
      opened = generation_;
    }
    const auto error = refresh(index, index_path_, anew);
    task(index.get(), error ? &*error : nullptr);
  }
}

}  // namespace pykala::searcher::server
