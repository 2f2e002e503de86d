// SPDX-License-Identifier: GPL-2.0-or-later
// Citation makers: who made the decision that a place in the text cites: the maker named before it in the sentence, in
// a heading line above a list, or the one whose decision this is ("lautakunta"); never ministries, courts or other
// cities.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/decision.h"
#include "indexer/maker_names.h"

namespace pykala::indexer {

class CitationMakers {
 public:
  CitationMakers(const TextPart& part, const schema::Decision& decision);

  struct Answer {
    std::optional<std::string> name;
    bool external = false;  ///< a ministry's, an agency's, a court's, another city's: no citation
  };

  /// The maker of what stands at `atoms` ("4.8.2021 164 §").
  [[nodiscard]] Answer maker_for(Range atoms) const;

  /// The maker, when the sentence says that it decided on the day at `date`: "Kaupunginhallitus on 19.12.2011
  /// hyväksynyt". Nothing when the day is of something else.
  [[nodiscard]] std::optional<std::string> decided_on(Range date) const;

 private:
  [[nodiscard]] std::string resolved(const MakerMention& maker) const;
  [[nodiscard]] std::optional<std::string> heading_above(std::size_t atom) const;
  [[nodiscard]] bool external_before(Range sentence, std::size_t from, std::size_t atom) const;

  const TextPart& part_;
  const schema::Decision& decision_;
  std::vector<MakerMention> makers_;                           ///< in order
  std::vector<std::pair<std::size_t, std::string>> headings_;  ///< end of a line that is only a maker's name
};

}  // namespace pykala::indexer
