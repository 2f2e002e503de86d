// SPDX-License-Identifier: GPL-2.0-or-later
// serve: the command that runs the service until a signal ends it.
#pragma once

#include "searcher/server/settings.h"

namespace pykala::searcher::server {

/// SIGTERM or SIGINT: no new requests, those on their way are answered, end. SIGHUP: opens the index anew. Throws
/// Error{no_index | index_version} when the index cannot be read, Error{unavailable} when the port is taken.
void serve(Settings settings);

}  // namespace pykala::searcher::server
