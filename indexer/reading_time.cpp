// SPDX-License-Identifier: GPL-2.0-or-later
// Seconds in, an Error out of whichever loop asks after they are over. The clock is the thread's own processor time: a
// busy machine does not make a document bad.
#include "indexer/reading_time.h"

#include <ctime>

#include "indexer/error.h"

namespace pykala::indexer {
namespace {

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace

constinit thread_local std::uint32_t ReadingTime::calls_left = ReadingTime::calls_between;
constinit thread_local double ReadingTime::end = 0;

ReadingTime::ReadingTime(double seconds) : outer_(end) {
  end = processor_seconds() + seconds;
}

ReadingTime::~ReadingTime() {
  end = outer_;
}

bool ReadingTime::is_over() {
  return end > 0 && processor_seconds() > end;
}

void ReadingTime::check_now() {
  if (!is_over()) return;
  throw schema::Error(schema::ErrorCode::bad_data, "takes too long to read",
                      "give each decision as a document of its own; if it is an ordinary one, please report it");
}

void ReadingTime::look() {
  calls_left = calls_between;
  check_now();
}

}  // namespace pykala::indexer
