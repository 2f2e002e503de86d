// SPDX-License-Identifier: GPL-2.0-or-later
// "127.0.0.1:8080" -> a socket that listens.
#pragma once

#include <string>

namespace pykala::searcher::server {

struct Listener {
  int socket = -1;
  std::string address;  ///< with the port it got: "127.0.0.1:41234"
};

/// Throws Error{usage} for what is no address, Error{unavailable} when the port is taken or not allowed.
[[nodiscard]] Listener listen_at(const std::string& address);

}  // namespace pykala::searcher::server
