// SPDX-License-Identifier: GPL-2.0-or-later
// In: a Decision. Out: the earlier decisions of the city that it names, each once, in the order of the text. Private:
// which date, section, case number and maker belong together.
#include <algorithm>
#include <optional>

#include "indexer/calendar_scan.h"
#include "indexer/citation_makers.h"
#include "indexer/extract.h"
#include "indexer/extract_text.h"
#include "indexer/limits.h"
#include "indexer/section_scan.h"

namespace pykala::indexer {
namespace {

using schema::Citation;
using schema::PartRole;

/// Atoms between two pieces that hold together: ", (", " / ", "pöytäkirjan".
bool only_joints(const TextPart& part, std::size_t begin, std::size_t end) {
  if (end < begin || end - begin > 6) return false;
  for (std::size_t atom = begin; atom < end; ++atom) {
    // "(asia 4, § 278)"
    bool joint = part.is_number(atom) && part.view(atom).size() <= 3 && part.touches(atom + 1) && atom > begin &&
                 begins_with_any(part.lower_view(atom - 1), {"asia", "ärende", "kohta", "item", "nro", "nr"});
    for (const std::string_view sign : {",", "(", ")", "/", ":", ";"}) joint = joint || part.is_symbol(atom, sign);
    for (const std::string_view word :
         {"pykälä", "asia", "ärende", "item", "nro", "nr", "diaarinumero", "dnro", "kohta", "paragraf", "pöytäkirjan"})
      joint = joint || part.lower_view(atom) == word;
    if (!joint) return false;
  }
  return true;
}

class PartCitations {
 public:
  PartCitations(const TextPart& part, const schema::Decision& decision)
      : part_(part), decision_(decision), dates_(scan_dates(part)), used_(dates_.size(), false) {}

  void run(std::vector<Citation>& out) {
    const std::vector<ScannedSection> sections = scan_sections(part_);
    if (sections.empty() && dates_.empty()) return;  // most parts cite nothing: their makers are not looked for
    makers_.emplace(part_, decision_);
    if (!sections.empty()) cases_ = scan_cases(part_);
    for (const ScannedSection& section : sections) {
      if (out.size() >= schema::max_facts) return;
      take(section, out);
    }
    mark_spans();
    for (std::size_t i = 0; i < dates_.size() && out.size() < schema::max_facts; ++i)
      if (!used_[i]) take_date(i, out);
  }

 private:
  void take(const ScannedSection& section, std::vector<Citation>& out) {
    const auto date = date_of(section);
    if (date && dates_[*date].atoms.end <= section.atoms.begin && is_of_law(dates_[*date].atoms)) return;
    if (section.inflected && !(date && touches_date(section, *date))) return;
    const ScannedCase* number = case_near(section.atoms);
    if (!date && number == nullptr) return;
    Range whole = section.atoms;
    if (date) whole = {std::min(whole.begin, dates_[*date].atoms.begin), std::max(whole.end, dates_[*date].atoms.end)};
    const auto maker = makers_->maker_for(whole);
    if (maker.external) return;
    if (date) used_[*date] = true;
    last_section_end_ = section.atoms.end;
    Citation citation;
    citation.section = section.number;
    if (date) citation.date = dates_[*date].iso;
    if (number != nullptr && !(decision_.case_number && number->number == *decision_.case_number && !date))
      citation.case_number = number->number;
    citation.decision_maker = maker.name;
    out.push_back(std::move(citation));
    // "3. ja 10.11.2021 § 5": the day before shares the section's decision.
    last_date_ = date;
  }

  /// "Asetus 1.1.2019, 3 §": laws and decrees have days too.
  bool is_of_law(Range date) const {
    const Range sentence = part_.sentence_of(date.begin);
    for (std::size_t atom = date.begin, words = 0; atom > sentence.begin && words < 2; --atom, ++words)
      if (is_law(part_.lower_view(atom - 1))) return true;
    return false;
  }

  /// The date beside the section, before it or after it; a date before that another section took counts for a list
  /// "12.3.2020 § 5 ja 6".
  std::optional<std::size_t> date_of(const ScannedSection& section) const {
    if (section.listed) return last_date_;
    const std::size_t after = first_date_from(section.atoms.end);
    if (after > 0) {
      const std::size_t before = after - 1;
      if (only_joints(part_, dates_[before].atoms.end, section.atoms.begin) && !used_[before]) return before;
    }
    if (after < dates_.size() && only_joints(part_, section.atoms.end, dates_[after].atoms.begin) &&
        !follows_comma(section, after))
      return after;
    if (last_date_ && last_section_end_ + 1 == section.atoms.begin) return last_date_;
    return date_in_sentence(section, after);
  }

  /// "§ 5, 12.3.2020 § 6": the date after the comma belongs to the next section.
  bool follows_comma(const ScannedSection& section, std::size_t date) const {
    const Range& atoms = dates_[date].atoms;
    const bool next_sign = part_.is_symbol(atoms.end, "§") || part_.is_symbol(atoms.end + 1, "§");
    return next_sign && part_.is_symbol(section.atoms.end, ",");
  }

  /// "28.10.2019 pidetyssä kokouksessaan (§ 723)": a few words between.
  std::optional<std::size_t> date_in_sentence(const ScannedSection& section, std::size_t after) const {
    if (after == 0 || used_[after - 1]) return std::nullopt;
    const Range& date = dates_[after - 1].atoms;
    const Range sentence = part_.sentence_of(section.atoms.begin);
    if (date.begin < sentence.begin || section.atoms.begin < date.end || section.atoms.begin - date.end > 7)
      return std::nullopt;
    for (std::size_t atom = date.end; atom < section.atoms.begin; ++atom)
      if (part_.is_number(atom) || part_.is_symbol(atom, ";") || part_.is_symbol(atom, ",")) return std::nullopt;
    return after - 1;
  }

  bool touches_date(const ScannedSection& section, std::size_t date) const {
    return dates_[date].atoms.end == section.atoms.begin || section.atoms.end == dates_[date].atoms.begin;
  }

  std::size_t first_date_from(std::size_t atom) const {
    const auto found = std::lower_bound(dates_.begin(), dates_.end(), atom,
                                        [](const ScannedDate& date, std::size_t at) { return date.atoms.begin < at; });
    return static_cast<std::size_t>(found - dates_.begin());
  }

  /// The case number within a few atoms of the section, in the same sentence.
  const ScannedCase* case_near(Range atoms) const {
    const Range sentence = part_.sentence_of(atoms.begin);
    const ScannedCase* best = nullptr;
    std::size_t distance = 16;
    auto number = std::lower_bound(cases_.begin(), cases_.end(), sentence.begin,
                                   [](const ScannedCase& each, std::size_t at) { return each.atoms.begin < at; });
    for (; number != cases_.end() && number->atoms.begin < sentence.end; ++number) {
      const std::size_t gap = number->atoms.begin >= atoms.end ? number->atoms.begin - atoms.end
                                                               : atoms.begin - std::min(atoms.begin, number->atoms.end);
      if (gap < distance) {
        distance = gap;
        best = &*number;
      }
    }
    return best;
  }

  /// Ends of periods are no dates of decisions.
  void mark_spans() {
    if (dates_.empty()) return;
    for (const ScannedSpan& span : scan_spans(part_))
      for (std::size_t i = first_date_from(span.atoms.begin);
           i < dates_.size() && dates_[i].atoms.begin < span.atoms.end; ++i)
        used_[i] = true;
  }

  /// "14.12.2021 tehdyn alkuperäisen päätöksen": the day of the one decision cited without a day.
  bool completes_undated(std::size_t i, std::vector<Citation>& out) const {
    const std::size_t end = dates_[i].atoms.end;
    if (!begins_with_any(part_.lower_view(end), {"tehdy", "tehty", "tekemä", "annettu"})) return false;
    bool decision = false;
    for (std::size_t atom = end + 1; atom <= end + 2; ++atom)
      decision = decision || part_.lower_view(atom).starts_with("päätö");
    const auto undated = [](const Citation& each) { return !each.date; };
    if (!decision || std::count_if(out.begin(), out.end(), undated) != 1) return false;
    std::find_if(out.begin(), out.end(), undated)->date = dates_[i].iso;
    return true;
  }

  /// A date alone: "Kaupunginhallitus on 19.12.2011 hyväksynyt".
  void take_date(std::size_t i, std::vector<Citation>& out) {
    if (decision_.date && dates_[i].iso == *decision_.date) return;
    if (completes_undated(i, out)) return;
    const auto maker = makers_->decided_on(dates_[i].atoms);
    if (!maker) return;
    Citation citation;
    citation.date = dates_[i].iso;
    citation.decision_maker = *maker;
    out.push_back(std::move(citation));
  }

  const TextPart& part_;
  const schema::Decision& decision_;
  std::optional<CitationMakers> makers_;
  std::vector<ScannedDate> dates_;
  std::vector<ScannedCase> cases_;
  std::vector<bool> used_;
  std::optional<std::size_t> last_date_;
  std::size_t last_section_end_ = 0;
};

/// The decision itself: its own § repeated in a page header.
bool is_own(const Citation& citation, const schema::Decision& decision) {
  return citation.section && decision.section == citation.section && decision.date && citation.date == decision.date;
}

bool same_decision(const Citation& a, const Citation& b) {
  if (a.date && b.date) return a.date == b.date && (a.section == b.section || !a.section || !b.section);
  return a.section && a.section == b.section && a.case_number && a.case_number == b.case_number;
}

/// Adds a citation or completes one already there; a list of offices cites "8.11.2021 § 69" of two makers.
void merge(std::vector<Citation>& all, Citation citation) {
  for (Citation& known : all) {
    const bool other_maker =
        known.decision_maker && citation.decision_maker && known.decision_maker != citation.decision_maker;
    if (!same_decision(known, citation) || (other_maker && known.section && citation.section)) continue;
    if (!known.section) known.section = citation.section;
    if (!known.decision_maker) known.decision_maker = citation.decision_maker;
    if (!known.case_number) known.case_number = citation.case_number;
    return;
  }
  all.push_back(std::move(citation));
}

bool may_cite(const TextPart& part) {
  return !is_boilerplate(part.role) && part.role != PartRole::attachments && part.role != PartRole::contact &&
         part.role != PartRole::extracts && part.role != PartRole::notice && part.role != PartRole::presenter;
}

}  // namespace

std::vector<Citation> citations_in(const schema::Decision& decision, const FactText& text) {
  std::vector<Citation> out;
  for (const TextPart& part : text.parts) {
    if (!may_cite(part) || out.size() >= schema::max_facts) continue;
    const std::size_t before = out.size();
    std::vector<Citation> found = out;  // a later part may complete what an earlier one began
    PartCitations(part, decision).run(found);
    std::copy(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(before), out.begin());
    for (std::size_t i = before; i < found.size(); ++i)
      if (!is_own(found[i], decision)) merge(out, std::move(found[i]));
  }
  return out;
}

std::vector<schema::Citation> extract_citations(const schema::Decision& decision) {
  return citations_in(decision, scan_text(decision));
}

}  // namespace pykala::indexer
