// SPDX-License-Identifier: GPL-2.0-or-later
// Spelling: "did you mean", from the index's own words. Never a personal name.
#pragma once

#include <optional>
#include <string>

#include "searcher/index.h"
#include "searcher/query.h"

namespace pykala::searcher {

/// `typed` with the words that the index does not have replaced by the nearest ones it has ("vapaehtoistyö kumpanuus"
/// -> "vapaaehtoistyö kumppanuus"); nothing when there is nothing better. A word is looked for in the form it was typed
/// and as its lemma, so that "kumpanuudessa" finds "kumppanuus" too. A word that the index has is replaced only where
/// it is rare, no word of the dictionary, and a much more frequent one differs from it by dots alone ("paatos"). Words
/// that are not wanted ("-asunto"), values of fields and words with a star are left as they are. `query`: what
/// parse_query made of `typed`.
[[nodiscard]] std::optional<std::string> corrected_query(const Index& index, const std::string& typed,
                                                         const Query& query);

}  // namespace pykala::searcher
