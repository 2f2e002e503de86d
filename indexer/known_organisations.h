// SPDX-License-Identifier: GPL-2.0-or-later
// Known organisations: those of data/authority/organisations.tsv, which texts name without a legal form or a kind in
// their name: "Suomen Punaisen Ristin", "Folkhälsanin".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/fact_text.h"
#include "indexer/inflection.h"
#include "indexer/word_beginnings.h"

namespace pykala::indexer {

class KnownOrganisations {
 public:
  /// Of the embedded list; built once, read-only.
  static const KnownOrganisations& builtin();
  /// A line a name, the first line names the column.
  explicit KnownOrganisations(std::string_view tsv);

  struct Found {
    std::string_view name;  ///< nominative, as listed
    std::size_t end = 0;    ///< atom past it
    Case name_case = Case::nominative;
  };
  /// The longest name that begins at `atom`; `end` is 0 when there is none.
  [[nodiscard]] Found at(const TextPart& part, std::size_t atom) const;

 private:
  struct Name {
    std::string written;
    std::vector<InflectedWord> atoms;  ///< in lower case
  };
  std::vector<Name> names_;
  WordBeginnings beginnings_;  ///< one a name
};

}  // namespace pykala::indexer
