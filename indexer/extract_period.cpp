// SPDX-License-Identifier: GPL-2.0-or-later
// In: a Decision. Out: the period of the thing decided. Private: which of the spans of the text is meant, by where it
// stands and the words before it.
#include <algorithm>

#include "indexer/calendar_scan.h"
#include "indexer/decision_topic.h"
#include "indexer/extract.h"
#include "indexer/extract_text.h"
#include "indexer/fact_words.h"

namespace pykala::indexer {
namespace {

using schema::PartRole;

struct Candidate {
  int rank = 0;  ///< higher is better; 0 is none
  std::string from, to;
};

/// "vuosille", "hankkeen", "sopimuskausi": what a span of the thing decided stands beside.
bool names_duration(std::string_view word) {
  return begins_with_any(word, {"vuosi",    "vuoden",  "vuode",   "vuoteen", "hank",  "proje",  "toteut",    "sopimus",
                                "toimikau", "tilikau", "kau",     "optio",   "ajal",  "aika",   "väli",      "voimas",
                                "åren",     "år",      "projekt", "tiden",   "years", "period", "toimikausi"}) ||
         holds_any(word, {"kaude", "kausi", "hankkee", "hankke", "avustu"});
}

/// Spans of other things: a programme's or strategy's period, what has been before.
bool names_other(std::string_view word, bool years_only) {
  // A budget is of whole years: "ajalle 1.3.2018–29.2.2020 talousarvion kohdalta" is no period of it.
  return (years_only && holds_any(word, {"talousarvio", "budget"})) ||
         holds_any(word, {"strategia", "ohjelmakau", "rahoituskau", "lukukau", "suunnitelmakau", "programperiod"}) ||
         (flags_of(word) & background) != 0;
}

/// "sai rahoitusta 2010–2013", "väistötila 8/2017–6/2019" among the reasons, when the decision is of a later day.
bool tells_past(const TextPart& part, Range sentence, const ScannedSpan& span, const std::optional<std::string>& date) {
  if (part.is_title || !date || span.to >= *date || is_given_for(part, span)) return false;
  if (part.role != PartRole::decision && part.role != PartRole::proposal) return true;
  for (std::size_t atom = sentence.begin; atom < sentence.end; ++atom)
    if (is_past_verb(part.lower_view(atom))) return true;
  return false;
}

int rank_of(const TextPart& part, const ScannedSpan& span, const std::optional<std::string>& date) {
  const Range sentence = part.sentence_of(span.atoms.begin);
  if (tells_past(part, sentence, span, date)) return 0;
  bool duration = part.is_title || !span.years_only;
  const std::size_t first = span.atoms.begin > sentence.begin + 6 ? span.atoms.begin - 6 : sentence.begin;
  const std::size_t last = std::min(sentence.end, span.atoms.end + 3);
  for (std::size_t atom = first; atom < last; ++atom) {
    if (atom >= span.atoms.begin && atom < span.atoms.end) continue;
    if (names_other(part.lower_view(atom), span.years_only)) return 0;
    duration = duration || names_duration(part.lower_view(atom));
  }
  if (!duration) return 0;
  const int place = part.is_title ? 3 : part.role == PartRole::decision || part.role == PartRole::proposal ? 2 : 1;
  return span.years_only ? place : place + 3;
}

/// "vuodelle 2022", "för år 2022" in the title or the decision: that year, when nothing closer is said.
std::optional<Candidate> single_year(const TextPart& part) {
  for (std::size_t atom = 0; atom + 1 < part.atoms.size(); ++atom) {
    const std::string_view word = part.lower_view(atom);
    if (word != "vuodelle" && word != "år") continue;
    if (!part.is_number(atom + 1) || part.view(atom + 1).size() != 4 || part.is_symbol(atom + 2, ".")) continue;
    const std::string year(part.view(atom + 1));
    if (year >= "1950" && year <= "2099") return Candidate{1, year + "-01-01", year + "-12-31"};
  }
  return std::nullopt;
}

bool may_state_period(const TextPart& part) {
  return part.is_title || part.role == PartRole::decision || part.role == PartRole::proposal ||
         part.role == PartRole::reasons || part.role == PartRole::other;
}

}  // namespace

std::optional<schema::Period> period_in(const schema::Decision& decision, const ScannedDecision& scanned) {
  if (decision.kind == schema::Kind::other) return std::nullopt;
  if (scanned.topic.monitoring) return std::nullopt;
  Candidate best;
  for (const TextPart& part : scanned.text.parts) {
    if (!may_state_period(part)) continue;
    for (const ScannedSpan& span : scan_spans(part))
      if (const int rank = rank_of(part, span, decision.date); rank > best.rank) best = {rank, span.from, span.to};
  }
  // "Avustukset vuodelle 2022": the title's year goes before other years told in the text.
  constexpr int years_in_text = 2;
  for (const TextPart& part : scanned.text.parts) {
    if (!part.is_title || best.rank == 0 || best.rank > years_in_text) continue;
    if (auto year = single_year(part); year && (best.to < year->from || best.from > year->to)) best = std::move(*year);
  }
  for (const TextPart& part : scanned.text.parts)
    if (best.rank == 0 && (part.is_title || part.role == PartRole::decision || part.role == PartRole::proposal))
      if (auto year = single_year(part)) best = std::move(*year);
  if (best.rank == 0) return std::nullopt;
  return schema::Period{best.from, best.to};
}

std::optional<schema::Period> extract_period(const schema::Decision& decision) {
  return period_in(decision, scan_decision(decision));
}

}  // namespace pykala::indexer
