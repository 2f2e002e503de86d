// SPDX-License-Identifier: GPL-2.0-or-later
// Matter: the words that say what a decision is about, from its title, decision and reasons. Contact details, names of
// officials, lists of attachments, signatures and appeal instructions say nothing of that.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/decision.h"
#include "stemmers/analyzer.h"
#include "stemmers/lemma_starts.h"

namespace pykala::searcher {

struct MatterWord {
  double weight = 0;  ///< occurrences, those of the title and the decision counting more
  bool in_title = false;
  bool part = false;  ///< only as a part of compounds
  std::string shown;  ///< the lemma where it stands so in the text, else the shortest form met; capitals kept
  std::vector<std::uint32_t> places;  ///< word numbers in the whole matter, the first few
};
using Matter = std::unordered_map<std::string, MatterWord>;  ///< by lemma

inline constexpr double matter_title_weight = 4;
inline constexpr double matter_decision_weight = 2;
inline constexpr double matter_text_weight = 1;
inline constexpr std::size_t max_matter_bytes = 48u << 10;  ///< of text; what stands later says little new
inline constexpr std::size_t max_matter_places = 32;

/// Function words, numbers, dates and words of one or two letters are left out, as are two capitalised words side by
/// side in mid-sentence: that is how people are named. `everything`: nothing is left out of what is searched. `wanted`:
/// only words that may have these lemmas are analysed (lemma_starts.h says which it misses), in a third of the time.
[[nodiscard]] Matter matter_of(const schema::Decision& decision, const stemmers::Analyzer& analyzer,
                               bool everything = false, const stemmers::LemmaStarts* wanted = nullptr);

}  // namespace pykala::searcher
