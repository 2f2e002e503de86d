// SPDX-License-Identifier: GPL-2.0-or-later
// A clock that is PYKALA_LATER_SECONDS ahead, for a program that is started with this library in LD_PRELOAD. It asks
// the kernel and nothing else: faketime looks for the functions it hides, which allocates memory, and so waits for ever
// for an allocator that asks for the time.
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>

namespace {

time_t later() {
  const char* seconds = std::getenv("PYKALA_LATER_SECONDS");
  return seconds != nullptr ? static_cast<time_t>(std::strtoll(seconds, nullptr, 10)) : 0;
}

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* now) noexcept {
  const long failed = ::syscall(SYS_clock_gettime, clock, now);
  if (failed == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += later();
  return static_cast<int>(failed);
}

time_t time(time_t* out) noexcept {
  timespec now{};
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
  if (out != nullptr) *out = now.tv_sec;
  return now.tv_sec;
}

int gettimeofday(timeval* out, void* /*zone*/) noexcept {
  timespec now{};
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
  out->tv_sec = now.tv_sec;
  out->tv_usec = now.tv_nsec / 1000;
  return 0;
}

}  // extern "C"
