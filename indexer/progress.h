// SPDX-License-Identifier: GPL-2.0-or-later
// Progress: how far a run is, how fast, and how long it will take. A bar on a terminal, a plain line now and then
// elsewhere (a log), nothing when it is not wanted.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <ostream>
#include <string>
#include <thread>
#include <vector>

namespace pykala::indexer {

enum class ProgressStyle {
  none,
  lines,  ///< a line every half a minute
  bar     ///< one line that changes, ten times a second
};

struct ProgressState {
  std::size_t decisions = 0;
  std::uint64_t bytes = 0;  ///< of the files that are done, unchanged ones too
  std::string source;       ///< where it is
};

class Progress {
 public:
  /// `sources`: SOURCE arguments, counted in the background once a run lasts, for the time that is left.
  Progress(std::ostream& out, ProgressStyle style, std::vector<std::string> sources);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(const ProgressState& state);
  /// Takes the bar away, so that another line can be written.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  struct Sample {
    Clock::time_point time;
    std::uint64_t bytes;
    std::size_t decisions;
  };
  void count();
  void sample(const ProgressState& state, Clock::time_point now);

  std::ostream& out_;
  ProgressStyle style_;
  std::vector<std::string> sources_;
  std::thread counter_;
  std::atomic<std::uint64_t> counted_{0};  ///< bytes of all sources so far
  std::atomic<bool> all_counted_{false}, stop_{false};
  std::deque<Sample> samples_;  ///< of the last seconds
  Clock::time_point begin_ = Clock::now();
  Clock::time_point shown_ = begin_;
  bool bar_shown_ = false;
};

/// The text of a progress line: "12 000 decisions  950/s  45 %  2:10 left  minutes/000.txt", with a bar before it when
/// `bar`; at most `width` columns. `total` bytes: 0 when not known; rates are per second.
[[nodiscard]] std::string progress_line(const ProgressState& state, std::uint64_t total, double decisions_rate,
                                        double bytes_rate, bool bar, std::size_t width);

/// "12 000".
[[nodiscard]] std::string grouped(std::size_t number);

}  // namespace pykala::indexer
