// SPDX-License-Identifier: GPL-2.0-or-later
// Template: a view as JSON -> HTML through a mustache file of searcher/web. Every value is escaped (& < > " '), so text
// of documents is never markup as long as attributes stand in quotes.
#pragma once

#include <string>
#include <string_view>

#include "indexer/json.h"

namespace pykala::searcher::page {

/// Renders "search" with searcher/web/search.mustache; {{>name}} in it is name.mustache. Empty text, null, false and an
/// empty list are all false in a section. A template that is broken or not there is a programming error:
/// std::logic_error.
[[nodiscard]] std::string render(std::string_view name, const schema::Json& view);

/// A template with its partials in place, as `render` uses it.
[[nodiscard]] std::string template_text(std::string_view name);

}  // namespace pykala::searcher::page
