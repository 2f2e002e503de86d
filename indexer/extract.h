// SPDX-License-Identifier: GPL-2.0-or-later
// Fact extraction: funders, amounts with roles, organisations, period and citations out of a parsed Decision.
// Each extractor is a function of the Decision's text alone, in a file of its own (extract_funders.cpp, ...).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/raw_document.h"

namespace pykala::indexer {

/// Fills funders, amounts, organisations, period and cites, but for the fields that `known` says the source states.
void extract_facts(schema::Decision& decision, const schema::KnownFields& known);

[[nodiscard]] std::vector<schema::Funder> extract_funders(const schema::Decision& decision);
/// Needs decision.funders, to say whose money a grant is.
[[nodiscard]] std::vector<schema::Amount> extract_amounts(const schema::Decision& decision);
[[nodiscard]] std::vector<std::string> extract_organisations(const schema::Decision& decision);
[[nodiscard]] std::optional<schema::Period> extract_period(const schema::Decision& decision);
[[nodiscard]] std::vector<schema::Citation> extract_citations(const schema::Decision& decision);

}  // namespace pykala::indexer
