// SPDX-License-Identifier: GPL-2.0-or-later
// Assets: the style, script and icon of the page, embedded in the program. Their addresses have a hash of their content
// in them, so a browser may keep them for good.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pykala::searcher::page {

struct Asset {
  std::string_view content;
  std::string_view content_type;
};

/// "style.css" -> "/assets/style-1a2b3c4d.css". A name that is no asset is a programming error: std::logic_error.
[[nodiscard]] const std::string& asset_url(std::string_view name);

/// What stands at "style-1a2b3c4d.css"; nothing for another name or another hash.
[[nodiscard]] std::optional<Asset> find_asset(std::string_view file);

}  // namespace pykala::searcher::page
