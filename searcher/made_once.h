// SPDX-License-Identifier: GPL-2.0-or-later
// MadeOnce: a value made at its first use, for all threads; those that need it meanwhile wait for it, however
// long it takes: a second for the vocabulary of a million decisions.
#pragma once

#include <atomic>
#include <mutex>
#include <optional>

namespace pykala::searcher {

template <class T>
class MadeOnce {
 public:
  /// `make()` gives the value. When it throws, the next one who asks makes it.
  template <class Make>
  const T& get(const Make& make) {
    if (const T* made = made_.load(std::memory_order_acquire)) return *made;
    const std::lock_guard lock(mutex_);
    if (!value_) {
      value_.emplace(make());
      made_.store(&*value_, std::memory_order_release);
    }
    return *value_;
  }
  /// Nothing as long as nobody has used it.
  [[nodiscard]] const T* made() const { return made_.load(std::memory_order_acquire); }

 private:
  std::mutex mutex_;
  std::optional<T> value_;
  std::atomic<const T*> made_ = nullptr;
};

}  // namespace pykala::searcher
