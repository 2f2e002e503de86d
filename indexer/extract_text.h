// SPDX-License-Identifier: GPL-2.0-or-later
// The extractors over a text that is scanned already, so that extract_facts scans a decision once; private to
// extract*.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/decision.h"
#include "indexer/fact_text.h"

namespace pykala::indexer {

[[nodiscard]] std::vector<schema::Funder> funders_in(const schema::Decision& decision, const FactText& text);
[[nodiscard]] std::vector<schema::Amount> amounts_in(const schema::Decision& decision, const FactText& text);
[[nodiscard]] std::vector<std::string> organisations_in(const schema::Decision& decision, const FactText& text);
[[nodiscard]] std::optional<schema::Period> period_in(const schema::Decision& decision, const FactText& text);
[[nodiscard]] std::vector<schema::Citation> citations_in(const schema::Decision& decision, const FactText& text);

}  // namespace pykala::indexer
