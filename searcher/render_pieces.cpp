// SPDX-License-Identifier: GPL-2.0-or-later
// Values and texts in, lines of terminal text out.
#include "searcher/render_pieces.h"

#include <ostream>
#include <sstream>

#include "indexer/exchange.h"
#include "searcher/format.h"
#include "searcher/labels.h"

namespace pykala::searcher {

using namespace schema;

std::string in_language(UiLanguage lang, std::string_view fi, std::string_view sv, std::string_view en) {
  return std::string(lang == UiLanguage::fi ? fi : lang == UiLanguage::sv ? sv : en);
}

std::string styled(const std::string& text, const char* style, const TextStyle& look) {
  return look.colour && !text.empty() ? style + text + reset : text;
}

std::string marked(const std::string& text, const Highlights& ranges, const TextStyle& look) {
  std::string out;
  std::size_t point = 0;
  auto range = ranges.begin();
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool lead = at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    if (lead && range != ranges.end() && range->second == point && range->second > range->first) {
      out += look.colour ? reset : "*";
      ++range;
    }
    if (lead && range != ranges.end() && range->first == point) out += look.colour ? highlight : "*";
    if (lead) ++point;
    if (at < text.size()) out += text[at];
  }
  return out;
}

void write_wrapped(const std::string& text, std::size_t width, const std::string& indent, std::ostream& out) {
  std::istringstream words(text);
  std::size_t column = 0;
  for (std::string word; words >> word;) {
    const std::size_t length = visible_length(word);
    if (column > 0 && indent.size() + column + 1 + length > width) {
      out << '\n';
      column = 0;
    }
    out << (column == 0 ? indent : " ") << word;
    column += length + (column == 0 ? 0 : 1);
  }
  if (column > 0) out << '\n';
}

std::string header_line(const Decision& d, UiLanguage lang) {
  std::string line;
  const auto add = [&line](const std::string& part) {
    if (!part.empty()) line += (line.empty() ? "" : " · ") + printable(part);
  };
  if (d.date) add(finnish_date(*d.date));
  if (d.decision_maker) add(maker_label(*d.decision_maker, lang));
  if (d.section) add(std::to_string(*d.section) + " §");
  if (d.case_number) add(*d.case_number);
  if (d.kind != Kind::decision) add(value_label(FieldId::kind, name_of(d.kind), lang));
  return line;
}

std::string money_line(const Decision& d, UiLanguage lang) {
  std::string line;
  for (const Funder& funder : d.funders) {
    if (funder.relation == FunderRelation::funds) line += (line.empty() ? "" : ", ") + printable(funder.id);
  }
  for (const Amount& amount : d.amounts) {
    if (amount.role == AmountRole::other) continue;
    line += (line.empty() ? "" : " · ") + amount_label(amount.role, lang) + " " + money(amount.cents, amount.currency);
  }
  return line;
}

}  // namespace pykala::searcher
