// SPDX-License-Identifier: GPL-2.0-or-later
// Dash notes: what to tell of the dashes in a typed query, as one leaves out what follows it and another belongs to a
// name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/request.h"

namespace pykala::searcher {

/// One note for all that a minus leaves out of a query that asks for something too, and one for each dash that was read
/// as a part of a name. Throws as parse_query does.
[[nodiscard]] std::vector<std::string> notes_on_dashes(std::string_view query, UiLanguage lang);

}  // namespace pykala::searcher
