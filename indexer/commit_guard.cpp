// SPDX-License-Identifier: GPL-2.0-or-later
// The message is made beforehand: when the handler runs, nothing else is to be trusted.
#include "indexer/commit_guard.h"

#include <unistd.h>

#include <cstdlib>

#include "indexer/error.h"

namespace pykala::indexer {
namespace {

std::string message;  // of the guard that stands

[[noreturn]] void tell_and_end() {
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, message.data(), message.size());
  std::_Exit(schema::exit_status(schema::ErrorCode::io));
}

}  // namespace

CommitGuard::CommitGuard(const std::string& index) {
  message = "pykala-index: " + index + ": cannot be written: the disk is probably full\n  " + written_so_far +
            "check free space and permissions" + run_again + "\n";
  before_ = std::set_terminate(tell_and_end);
}

CommitGuard::~CommitGuard() {
  std::set_terminate(before_);
}

}  // namespace pykala::indexer
