// SPDX-License-Identifier: GPL-2.0-or-later
// What is packed with gzip (RFC 1952), also several members one after the other, as log rotation writes them.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "indexer/byte_stream.h"
#include "indexer/unpack_budget.h"

namespace pykala::indexer {

/// True when `head` begins as a gzip file does.
[[nodiscard]] bool is_gzip(std::string_view head);

/// The unpacked bytes of `packed`, of which `head` has been read already; nullptr when that was all.
[[nodiscard]] std::unique_ptr<ByteStream> open_gzip(std::unique_ptr<ByteStream> packed, std::string head,
                                                    std::shared_ptr<UnpackBudget> budget);

}  // namespace pykala::indexer
