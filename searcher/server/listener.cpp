// SPDX-License-Identifier: GPL-2.0-or-later
// An address in, a listening socket out.
#include "searcher/server/listener.h"

#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <memory>

#include "indexer/error.h"

namespace pykala::searcher::server {

using schema::Error;
using schema::ErrorCode;

namespace {

struct Parts {
  std::string host, port;
};

Parts split(const std::string& address) {
  const auto colon = address.rfind(':');
  const Error wrong(ErrorCode::usage, "\"" + address + "\" is no address to listen at",
                    "for example 127.0.0.1:8080 or [::1]:8080");
  if (colon == std::string::npos || colon == 0) throw wrong;
  Parts parts{address.substr(0, colon), address.substr(colon + 1)};
  const bool bracketed = parts.host.front() == '[' && parts.host.back() == ']';
  if (bracketed) parts.host = parts.host.substr(1, parts.host.size() - 2);
  if (!bracketed && parts.host.find(':') != std::string::npos) throw wrong;
  unsigned port = 0;
  const char* end = parts.port.data() + parts.port.size();
  const auto [stop, error] = std::from_chars(parts.port.data(), end, port);
  constexpr unsigned last_port = 65535;
  if (stop != end || error != std::errc{} || port > last_port) throw wrong;
  return parts;
}

std::string name_of(int socket) {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length);
  std::array<char, NI_MAXHOST> host{};
  std::array<char, NI_MAXSERV> port{};
  ::getnameinfo(reinterpret_cast<sockaddr*>(&address), length, host.data(), host.size(), port.data(), port.size(),
                NI_NUMERICHOST | NI_NUMERICSERV);
  const bool six = address.ss_family == AF_INET6;
  return (six ? "[" : "") + std::string(host.data()) + (six ? "]:" : ":") + port.data();
}

}  // namespace

Listener listen_at(const std::string& address) {
  const Parts parts = split(address);
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  if (const int code = ::getaddrinfo(parts.host.c_str(), parts.port.c_str(), &hints, &found); code != 0) {
    throw Error(ErrorCode::usage, address + ": " + ::gai_strerror(code), "for example 127.0.0.1:8080 or [::1]:8080");
  }
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> guard(found, ::freeaddrinfo);
  const int socket = ::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  const int yes = 1;
  if (socket >= 0) ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (socket < 0 || ::bind(socket, found->ai_addr, found->ai_addrlen) != 0 || ::listen(socket, SOMAXCONN) != 0) {
    const std::string why = std::strerror(errno);
    if (socket >= 0) ::close(socket);
    throw Error(ErrorCode::unavailable, "cannot listen at " + address + ": " + why,
                "choose another port with --listen, for example --listen 127.0.0.1:8081");
  }
  return {socket, name_of(socket)};
}

}  // namespace pykala::searcher::server
