// SPDX-License-Identifier: GPL-2.0-or-later
// Reasons: why a decision is a precedent of another, in words a person accepts. Made from the stored decision alone.
#pragma once

#include <vector>

#include "searcher/precedents.h"
#include "searcher/request.h"
#include "searcher/response.h"

namespace pykala::searcher {

inline constexpr std::size_t max_reason_words = 6;
inline constexpr std::size_t max_reason_values = 3;  ///< citations, organisations or funders of one reason

/// The strongest first: case, citations, classification, organisation, funder, words.
[[nodiscard]] std::vector<Reason> precedent_reasons(const PrecedentSource& source, const schema::Decision& precedent,
                                                    const Index& index, UiLanguage lang);

}  // namespace pykala::searcher
