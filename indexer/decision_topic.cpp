// SPDX-License-Identifier: GPL-2.0-or-later
// In: the text of a decision. Out: its topic. Private: the words of titles that tell statements and monitoring lists.
#include "indexer/decision_topic.h"

#include <algorithm>
#include <functional>

#include "indexer/fact_words.h"

namespace pykala::indexer {
namespace {

bool has(std::uint32_t flags, std::uint32_t wanted) {
  return (flags & wanted) != 0;
}

std::size_t first_counter_proposal(const TextPart& part) {
  for (const Range& sentence : part.sentences)
    if (has(flags_in(part, sentence), counter)) return sentence.begin;
  return part.atoms.size();
}

/// "Lausunto ja sitoumus investointiavustuksen hakemisesta": a statement where the city applies too, "että kaupunki
/// hakee kohteelle investointiavustusta".
bool city_applies(const FactText& text) {
  for (const TextPart& part : text.parts) {
    if (part.role != schema::PartRole::decision) continue;
    for (const Range& sentence : part.sentences) {
      if (!has(flags_in(part, sentence), support) || has(flags_in(part, sentence), negation)) continue;
      for (std::size_t atom = sentence.begin + 1; atom < sentence.end; ++atom) {
        const std::string_view word = part.lower_view(atom), before = part.lower_view(atom - 1);
        if ((word == "hakee" && before == "kaupunki") || (word == "ansöker" && before == "staden")) return true;
      }
    }
  }
  return false;
}

/// "ei ota käsiteltäväkseen", "ettei se ota käsiteltäväkseen". Looked for by the long end that both share.
bool leaves_undecided(const std::string& lower) {
  static constexpr std::string_view end = "ota käsiteltäväkseen";
  static const std::boyer_moore_horspool_searcher searcher(end.begin(), end.end());
  for (auto from = lower.begin();; ++from) {
    from = std::search(from, lower.end(), searcher);
    if (from == lower.end()) return false;
    const std::string_view before(lower.begin(), from);
    if (before.ends_with("ei ") || before.ends_with("ettei se ")) return true;
  }
}

}  // namespace

DecisionTopic topic_of(const FactText& text) {
  DecisionTopic topic;
  for (const TextPart& part : text.parts) {
    if (part.is_title) {
      const std::uint32_t flags = flags_in(part, {0, part.atoms.size()});
      topic.statement = has(flags, statement) && !(has(flags, apply) && has(flags, support) && city_applies(text));
      topic.reporting = has(flags, report) || holds_any(part.lower, {"päättämi", "tility", "lopettami", "takaisin"});
      // An initiative's proposals are not the city's applications.
      topic.statement =
          topic.statement || holds_any(part.lower, {"aloite", "aloitteesta", "toivomuspon", "fullmäktigemotion"});
      topic.monitoring = holds_any(part.lower, {"päätösten seuraamin", "otto-oikeu", "övertagningsrätt"});
    }
    if (leaves_undecided(part.lower)) topic.monitoring = true;
    topic.counter_from.push_back(first_counter_proposal(part));
  }
  return topic;
}

}  // namespace pykala::indexer
