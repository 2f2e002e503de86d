// SPDX-License-Identifier: GPL-2.0-or-later
// The processor time that one document may take. The stages ask as they go, so that a text which some of them reads far
// too slowly costs a row of the report and not the run.
#pragma once

#include <cstdint>

namespace pykala::indexer {

/// While one stands, `check` of the same thread throws when its time is over. They nest: the inner one counts.
class ReadingTime {
 public:
  explicit ReadingTime(double seconds);
  ~ReadingTime();
  ReadingTime(const ReadingTime&) = delete;
  ReadingTime& operator=(const ReadingTime&) = delete;

  /// Throws Error{bad_data} when the time is over; looks at the clock every so many calls only, so that it may stand in
  /// the innermost loops.
  static void check() {
    if (--calls_left == 0) look();
  }
  /// True when the time is over; looks at the clock. For callbacks, which must not throw.
  [[nodiscard]] static bool is_over();
  /// As `check`, and looks at the clock.
  static void check_now();

 private:
  static constexpr std::uint32_t calls_between = 4096;
  static void look();
  static constinit thread_local std::uint32_t calls_left;
  static constinit thread_local double end;  ///< of the thread's processor time, seconds; 0: no bound

  double outer_;
};

}  // namespace pykala::indexer
