// SPDX-License-Identifier: GPL-2.0-or-later
// gzip (RFC 1952) of whole answers and of streams; the only file that speaks to zlib.
#pragma once

#include <string>
#include <string_view>

#include "searcher/server/http.h"

namespace pykala::searcher::server {

inline constexpr std::size_t least_compressed = 1024;  ///< bytes; a shorter answer gains nothing

/// Whether a value of Accept-Encoding takes gzip: "gzip, br" yes, "gzip;q=0" no, "*" yes.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

[[nodiscard]] std::string gzip(std::string_view text);

/// The same stream, compressed; `first` comes before its pieces.
[[nodiscard]] BodyStream gzip_stream(std::string first, BodyStream stream);

}  // namespace pykala::searcher::server
