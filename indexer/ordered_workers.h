// SPDX-License-Identifier: GPL-2.0-or-later
// OrderedWorkers: runs work on several threads and gives the results back in the order the inputs were put in, so that
// an index does not depend on how many threads made it.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace pykala::indexer {

/// put() and take() belong to one thread; the caller bounds memory by taking when pending() grows.
template <class Input, class Output>
class OrderedWorkers {
 public:
  /// Called on a worker thread; makes the function that does the work, with what it needs for itself (an Analyzer).
  using MakeWork = std::function<std::function<Output(Input)>()>;

  OrderedWorkers(unsigned threads, MakeWork make_work) : make_work_(std::move(make_work)) {
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
  }
  ~OrderedWorkers() {
    {
      const std::lock_guard lock(mutex_);
      stop_ = true;
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }
  OrderedWorkers(const OrderedWorkers&) = delete;
  OrderedWorkers& operator=(const OrderedWorkers&) = delete;

  void put(Input input) {
    auto task = std::make_shared<Task>();
    task->input = std::move(input);
    order_.push_back(task);
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(std::move(task));
    }
    wake_.notify_one();
  }

  [[nodiscard]] std::size_t pending() const { return order_.size(); }

  /// The oldest result not yet taken; waits for it. Throws what its work threw.
  Output take() {
    const std::shared_ptr<Task> task = std::move(order_.front());
    order_.pop_front();
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return task->output || task->error; });
    if (task->error) std::rethrow_exception(task->error);
    return std::move(*task->output);
  }

 private:
  struct Task {
    Input input;
    std::optional<Output> output;
    std::exception_ptr error;
  };

  void run() {
    std::function<Output(Input)> work;
    while (true) {
      std::shared_ptr<Task> task;
      {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, [this] { return stop_ || !waiting_.empty(); });
        if (stop_) return;
        task = std::move(waiting_.front());
        waiting_.pop_front();
      }
      std::optional<Output> output;
      std::exception_ptr error;
      try {
        if (!work) work = make_work_();
        output = work(std::move(task->input));
      } catch (...) {  // carried to the thread that takes the result, and thrown there
        error = std::current_exception();
      }
      const std::lock_guard lock(mutex_);
      task->output = std::move(output);
      task->error = error;
      done_.notify_all();
    }
  }

  MakeWork make_work_;
  std::mutex mutex_;
  std::condition_variable wake_, done_;
  std::deque<std::shared_ptr<Task>> waiting_;
  std::deque<std::shared_ptr<Task>> order_;
  std::vector<std::thread> threads_;
  bool stop_ = false;
};

}  // namespace pykala::indexer
