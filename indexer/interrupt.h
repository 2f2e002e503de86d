// SPDX-License-Identifier: GPL-2.0-or-later
// Ctrl-C: a wish to stop at the next whole piece of work.
#pragma once

namespace pykala::indexer {

/// From now on SIGINT and SIGTERM set a flag instead of ending the program; the second one ends it at once, which loses
/// no more than the batch that is being written. The handler stays for the rest of the process.
void catch_interrupts();

/// The signal that asked to stop; 0: none did. A blocking read ends with EINTR when one arrives.
[[nodiscard]] int interrupted();

/// For tests: as if the signal had arrived; 0 takes it back.
void set_interrupted(int signal);

}  // namespace pykala::indexer
