// SPDX-License-Identifier: GPL-2.0-or-later
// In: a Decision of a hostile document. Out: one whose exchange form reads back.
#include "indexer/stored_limits.h"

#include <algorithm>

#include "indexer/exchange.h"
#include "indexer/iso_date.h"
#include "indexer/limits.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace {

using namespace schema;

/// One line without control characters, at most `max_bytes`.
void clean(std::string& text, std::size_t max_bytes) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  text.resize(stemmers::cut_utf8(text, max_bytes).size());
}

void clean(std::optional<std::string>& text, std::size_t max_bytes) {
  if (text) clean(*text, max_bytes);
}

template <class T>
void shorten(std::vector<T>& list) {
  if (list.size() > max_facts) list.resize(max_facts);
}

/// A document of 1 500 headings keeps its text: what comes after the last allowed part joins it.
void fold_parts(std::vector<Part>& parts) {
  for (std::size_t i = max_facts; i < parts.size(); ++i) {
    Part& last = parts[max_facts - 1];
    if (parts[i].heading) last.text += "\n\n" + *parts[i].heading;
    last.text += "\n\n" + parts[i].text;
  }
  shorten(parts);
}

/// JSON writes a broken byte as the three of U+FFFD.
bool fits(const std::string& text, std::size_t max_bytes) {
  return text.size() <= max_bytes / 3 || (text.size() <= max_bytes && stemmers::is_valid_utf8(text));
}

bool fits(const std::optional<std::string>& text, std::size_t max_bytes) {
  return !text || fits(*text, max_bytes);
}

bool is_date(const std::optional<std::string>& date) {
  return !date || is_iso_date(*date);
}

bool is_count(const std::optional<int>& count) {
  return !count || (*count >= 0 && *count <= 1'000'000);
}

bool is_language(const std::optional<std::string>& code) {
  return !code || *code == "fi" || *code == "sv" || *code == "en";
}

bool reads_back(const Part& part) {
  return fits(part.heading, max_decision_text_bytes) && fits(part.text, max_decision_text_bytes);
}

bool reads_back(const Funder& funder) {
  return !funder.id.empty() && fits(funder.id, max_id_bytes) && fits(funder.quote, max_decision_text_bytes);
}

bool reads_back(const Amount& amount) {
  return amount.cents >= 0 && static_cast<std::uint64_t>(amount.cents) <= max_cents &&
         (amount.currency == "EUR" || amount.currency == "FIM") && fits(amount.funder, max_id_bytes) &&
         fits(amount.quote, max_decision_text_bytes);
}

bool reads_back(const std::string& organisation) {
  return fits(organisation, max_title_bytes);
}

bool reads_back(const Citation& cite) {
  return !(cite == Citation{}) && fits(cite.decision_maker, max_decision_text_bytes) && is_date(cite.date) &&
         is_count(cite.section) && fits(cite.case_number, max_decision_text_bytes) &&
         fits(cite.title, max_decision_text_bytes) && fits(cite.id, max_id_bytes);
}

bool reads_back(const Attachment& attachment) {
  return is_count(attachment.number) && fits(attachment.title, max_decision_text_bytes);
}

template <class T>
bool reads_back(const std::vector<T>& list) {
  return list.size() <= max_facts &&
         std::all_of(list.begin(), list.end(), [](const T& item) { return reads_back(item); });
}

/// True only for what from_exchange accepts, without writing and reading the whole decision. The few that are near a
/// limit or have rare fields (a link) are written and read.
bool surely_reads_back(const Decision& d) {
  const bool maker =
      !d.decision_maker || (!d.decision_maker->name.empty() && fits(d.decision_maker->id, max_id_bytes) &&
                            fits(d.decision_maker->name, max_title_bytes));
  const bool classification = !d.classification || (fits(d.classification->code, max_id_bytes) &&
                                                    fits(d.classification->title, max_title_bytes));
  const bool period = !d.period || (is_date(d.period->from) && is_date(d.period->to));
  return fits(d.id, max_id_bytes) && fits(d.source, max_decision_text_bytes) && is_language(d.language) &&
         fits(d.title, max_title_bytes) && is_date(d.date) && maker && is_count(d.section) &&
         fits(d.case_number, max_id_bytes) && classification && reads_back(d.parts) && reads_back(d.funders) &&
         reads_back(d.amounts) && reads_back(d.organisations) && period && reads_back(d.cites) &&
         reads_back(d.attachments) && is_date(d.expires) && !d.url;
}

}  // namespace

void bring_within_limits(Decision& decision) {
  clean(decision.title, max_title_bytes);
  clean(decision.case_number, max_id_bytes);
  if (decision.decision_maker) {
    clean(decision.decision_maker->id, max_id_bytes);
    clean(decision.decision_maker->name, max_title_bytes);
  }
  if (decision.classification) {
    clean(decision.classification->code, max_id_bytes);
    clean(decision.classification->title, max_title_bytes);
  }
  fold_parts(decision.parts);
  for (Funder& funder : decision.funders) clean(funder.id, max_id_bytes);
  for (std::string& name : decision.organisations) clean(name, max_title_bytes);
  for (Citation& cite : decision.cites) clean(cite.id, max_id_bytes);
  shorten(decision.funders);
  shorten(decision.amounts);
  shorten(decision.organisations);
  shorten(decision.cites);
  shorten(decision.attachments);
  if (!surely_reads_back(decision)) (void)from_exchange(to_exchange(decision));
}

}  // namespace pykala::indexer
