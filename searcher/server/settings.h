// SPDX-License-Identifier: GPL-2.0-or-later
// What the service is told at its start, and every limit on what comes over the network. Each limit is tested.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "indexer/limits.h"

namespace pykala::searcher::server {

struct Settings {
  std::string index;                       ///< folder
  std::string listen = "127.0.0.1:8080";   ///< address and port; "[::1]:8080", port 0: any free one
  std::string base_url;                    ///< of absolute links; empty: http:// and the Host of the request
  std::vector<std::string> cors_origins;   ///< web pages of these origins may read the API; "*": all, for GET
  std::string feedback;                    ///< told on the accessibility page: an address of e-mail or a web page
  bool robots = false;                     ///< let web search engines list the answers
  bool access_log = false;                 ///< one JSON line a request on standard error, without what was asked
  unsigned threads = 0;                    ///< that search; 0: one a processor
  unsigned connections = 512;              ///< at once
  unsigned connections_per_address = 128;  ///< 0: no limit, for a service behind a proxy
};

using Clock = std::chrono::steady_clock;

inline constexpr std::chrono::seconds idle_time{15};       ///< without a byte, either way
inline constexpr std::chrono::seconds receive_time{20};    ///< for a whole request, and between two of one connection
inline constexpr std::chrono::seconds queue_time{2};       ///< until a thread takes a request; then 503
inline constexpr std::chrono::seconds answer_time{10};     ///< until a thread has answered; then 503
inline constexpr std::chrono::seconds send_time{30};       ///< for a whole answer
inline constexpr std::chrono::seconds stream_time{900};    ///< for a whole streamed answer
inline constexpr std::chrono::seconds drain_time{5};       ///< for the last answers after SIGTERM
inline constexpr std::size_t queue_length = 192;           ///< requests that wait for a thread; then 503
inline constexpr std::size_t connection_bytes = 24 << 10;  ///< request line, headers and buffers of one connection
inline constexpr std::size_t max_headers = 64;
inline constexpr std::size_t max_form_bytes = 3 * schema::max_request_bytes;  ///< a form writes "ä" as %C3%A4
inline constexpr std::size_t max_streams = 16;                                ///< streamed answers at once; then 503

}  // namespace pykala::searcher::server
