// SPDX-License-Identifier: GPL-2.0-or-later
// SIGINT and SIGTERM in, a flag out. Linux gives a signal of the process to its first thread when that does not block
// it, so the thread that reads and writes is the one that wakes up.
#include "indexer/interrupt.h"

#include <csignal>

namespace pykala::indexer {
namespace {

volatile std::sig_atomic_t arrived = 0;

extern "C" void note_signal(int signal) {
  arrived = signal;
}

}  // namespace

void catch_interrupts() {
  struct sigaction action {};
  action.sa_handler = note_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // without SA_RESTART: a read of standard input must end
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

int interrupted() {
  return arrived;
}

void set_interrupted(int signal) {
  arrived = signal;
}

}  // namespace pykala::indexer
