// SPDX-License-Identifier: GPL-2.0-or-later
// In: a Decision. Out: partner, recipient and supplier organisations, nominative, one name each, in the order of the
// text. Private: which mentions count (not rejected applicants or losing bidders), lists, and one name for one
// organisation.
#include <algorithm>
#include <unordered_map>

#include "indexer/decision_topic.h"
#include "indexer/extract.h"
#include "indexer/extract_text.h"
#include "indexer/fact_words.h"
#include "indexer/funder_names.h"
#include "indexer/limits.h"
#include "indexer/organisation_edges.h"
#include "indexer/organisation_names.h"

namespace pykala::indexer {
namespace {

using schema::PartRole;

bool has(std::uint32_t flags, std::uint32_t wanted) {
  return (flags & wanted) != 0;
}

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// Where the sentence rejects: "Avustusta ei myönnetä", "hylkää tarjouksen", "hakemus hylätään"; `nowhere` if it does
/// not.
std::size_t rejection_in(const TextPart& part, Range sentence) {
  bool negative = false;
  for (std::size_t atom = sentence.begin; atom < sentence.end; ++atom) {
    const std::string_view word = part.lower_view(atom);
    if (begins_with_any(word, {"hylkä", "hylät", "avslå", "avslog"})) return atom;
    if (!part.is_word(atom)) continue;
    const std::uint32_t flags = flags_of(word);
    if (negative && has(flags, give)) return atom;
    negative = has(flags, negation) || (negative && word.size() < 4);
  }
  return nowhere;
}

/// "Tarjouspyyntö lähetettiin ...": bidders, of whom the decision names the one it takes.
bool lists_bidders(const TextPart& part, Range sentence) {
  for (std::size_t atom = sentence.begin; atom < sentence.end; ++atom)
    if (begins_with_any(part.lower_view(atom), {"tarjouspyyn", "tarjoajalle", "tarjoajat", "tarjousten", "anbudsbeg"}))
      return true;
  for (std::size_t atom = sentence.begin; atom + 1 < sentence.end; ++atom)
    if (part.is_number(atom) && part.lower_view(atom + 1) == "tarjousta") return true;
  return false;
}

/// Judges the sentences of one part in order; a rejection that introduces a list covers the lines of the list.
class Judge {
 public:
  explicit Judge(const TextPart& part) : part_(part) {}

  bool counts(const OrganisationMention& mention) {
    const Range sentence = part_.sentence_of(mention.atoms.begin);
    if (sentence.begin != current_) {
      current_ = sentence.begin;
      rejection_ = rejection_in(part_, sentence);
      left_out_ = lists_bidders(part_, sentence) || in_rejected_list(sentence);
      owner_ = part_.lower_view(mention.atoms.end) == "omistaa";
    }
    // "hyväksyi A Oy:n tarjouksen ja hylkäsi muut": a rejection further on is of others.
    const bool rejected =
        rejection_ != nowhere && (rejection_ < mention.atoms.begin || follows_closely(mention.atoms.end));
    if (rejected || left_out_ || owner_) return false;
    if (mention.has_legal_form || part_.is_title) return true;
    return part_.role == PartRole::extracts || has(flags_in(part_, sentence), partner | give | apply) ||
           (part_.role == PartRole::decision && has(flags_in(part_, sentence), support));
  }

 private:
  /// "Intomieliset ry:lle ei myönnetä": the rejection a few words on, in the same clause.
  bool follows_closely(std::size_t atom) const {
    if (rejection_ > atom + 4) return false;
    for (; atom < rejection_; ++atom)
      if (part_.is_symbol(atom, ",") || part_.lower_view(atom) == "ja" || part_.lower_view(atom) == "sekä")
        return false;
    return true;
  }

  /// True while the lines since an introduction "ei myönnetä seuraaville hakijoille:" hold the mention.
  bool in_rejected_list(Range sentence) {
    const auto here = std::find_if(part_.sentences.begin() + static_cast<std::ptrdiff_t>(seen_), part_.sentences.end(),
                                   [&](const Range& each) { return each.begin >= sentence.begin; });
    for (; seen_ < static_cast<std::size_t>(here - part_.sentences.begin()); ++seen_) {
      const Range& each = part_.sentences[seen_];
      if (part_.is_symbol(each.end - 1, ":"))
        list_rejects_ = rejection_in(part_, each) != nowhere;
      else if (list_rejects_ && !is_item(each))
        list_rejects_ = false;
    }
    return list_rejects_ && is_item(sentence);
  }

  /// A line of the list begins with a dash, or goes on after the sentence of one.
  bool is_item(Range sentence) {
    if (part_.is_symbol(sentence.begin, "-") || part_.is_symbol(sentence.begin, "–")) return true;
    const bool same_line = sentence.begin > 0 && part_.atoms[sentence.begin - 1].kind != AtomKind::line_break;
    return same_line;
  }

  const TextPart& part_;
  std::size_t current_ = nowhere, seen_ = 0, rejection_ = nowhere;
  bool left_out_ = false, owner_ = false, list_rejects_ = false;
};

/// The name without its legal form in lower case: "suomen pakolaisapu".
std::string key_of(const std::string& name) {
  const TextPart part = scan_part(name);
  std::size_t end = part.atoms.size();
  while (end > 1 && (is_legal_form(part.view(end - 1)) || part.is_symbol(end - 1, "."))) --end;
  return fold_case(part.quote({0, end}));
}

/// Names already taken: by full name in lower case, and by name without legal form.
struct Names {
  std::vector<std::string> list;
  std::unordered_map<std::string, std::size_t> by_key;

  void add(const OrganisationMention& mention) {
    const std::string key = key_of(mention.name);
    const auto [place, fresh] = by_key.emplace(key, list.size());
    if (fresh) {
      list.push_back(mention.name);
    } else if (mention.has_legal_form && list[place->second].size() < mention.name.size()) {
      list[place->second] = mention.name;  // "Suomen pakolaisapu" is "Suomen Pakolaisapu ry"
    }
  }
};

}  // namespace

std::vector<std::string> organisations_in(const ScannedDecision& scanned) {
  if (scanned.topic.monitoring) return {};
  const FactText& text = scanned.text;
  std::vector<OrganisationMention> mentions = scanned.organisations;
  add_listed_organisations(text, mentions);
  Names names;
  std::size_t part = nowhere;
  std::optional<Judge> judge;
  for (const OrganisationMention& mention : mentions) {
    const TextPart& where = text.parts[mention.part];
    if (is_boilerplate(where.role) || where.role == PartRole::contact || where.role == PartRole::attachments) continue;
    if (mention.part != part) judge.emplace(where);
    part = mention.part;
    if (!judge->counts(mention) || names.list.size() >= schema::max_facts) continue;
    if (!FunderNames::builtin().is_funder(mention.name)) names.add(mention);
  }
  return std::move(names.list);
}

std::vector<std::string> extract_organisations(const schema::Decision& decision) {
  return organisations_in(scan_decision(decision));
}

}  // namespace pykala::indexer
