// SPDX-License-Identifier: GPL-2.0-or-later
// Same names: abbreviations and names for one thing, from the lists of data/authority: TEM is työ- ja
// elinkeinoministeriö is arbets- och näringsministeriet. Facts of the lists only; what an index has: synonyms.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stemmers/token.h"

namespace pykala::searcher {

struct SameName {
  std::string text;  ///< nominative
  stemmers::Language language = stemmers::Language::finnish;
  bool abbreviation = false;
  bool asked_only = false;  ///< a shorter name that people type, "sosiaalirahasto"; not searched for by itself
};

struct NameGroup {
  std::vector<SameName> names;
  std::string funder;       ///< id in the funder facet; empty when it is no funder
  bool one_meaning = true;  ///< false: the names are not one another's, only the abbreviation's (sote)
};

/// Groups of the embedded lists, made once. Throws Error{bad_data} for a list that cannot be read.
[[nodiscard]] const std::vector<NameGroup>& name_groups();

/// Groups of `abbreviations.tsv` alone, for tests.
[[nodiscard]] std::vector<NameGroup> read_abbreviations(std::string_view tsv);

}  // namespace pykala::searcher
