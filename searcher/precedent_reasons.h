// SPDX-License-Identifier: GPL-2.0-or-later
// Reasons: why a decision is a precedent of another, in words a person accepts. Made from the stored decision alone.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "searcher/precedents.h"
#include "searcher/request.h"
#include "searcher/response.h"

namespace pykala::searcher {

inline constexpr std::size_t max_reason_words = 6;
inline constexpr std::size_t max_reason_values = 3;  ///< citations, organisations or funders of one reason

/// The words of the source with a lemma that `wanted` takes, most telling first, as a reader wants them: in the
/// nominative, each once, no part beside its compound ("pöytä" beside "pöytäkirja"). Things and names; other words only
/// where there are none.
[[nodiscard]] std::vector<std::string> telling_words(const PrecedentSource& source, std::size_t most,
                                                     const std::function<bool(const std::string&)>& wanted);

/// The strongest first: case, citations, classification, organisation, funder, words.
[[nodiscard]] std::vector<Reason> precedent_reasons(const PrecedentSource& source, const schema::Decision& precedent,
                                                    const Index& index, UiLanguage lang);

}  // namespace pykala::searcher
