// SPDX-License-Identifier: GPL-2.0-or-later
// In: a Decision of a hostile document. Out: one whose exchange form reads back.
#include "indexer/stored_limits.h"

#include "indexer/exchange.h"
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
  (void)from_exchange(to_exchange(decision));
}

}  // namespace pykala::indexer
