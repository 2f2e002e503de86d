// SPDX-License-Identifier: GPL-2.0-or-later
// Links of a decision in, two lists for a terminal out: one line or two for each decision, its id below to go on from.
#include <ostream>

#include "searcher/format.h"
#include "searcher/labels.h"
#include "searcher/render_pieces.h"

namespace pykala::searcher {
namespace {

void add(std::string& line, const std::string& piece) {
  if (!piece.empty()) line += (line.empty() ? "" : " · ") + printable(piece);
}

/// "Kaupunginhallitus 8.5.2017 510 § · HEL 2017-005881 · Avustusten yleisohjeet"
std::string line_of(const std::optional<std::string>& maker, const std::optional<std::string>& date,
                    const std::optional<int>& section, const std::optional<std::string>& case_number,
                    const std::string& title) {
  std::string name = maker.value_or("");
  if (date) name += (name.empty() ? "" : " ") + finnish_date(*date);
  if (section) name += (name.empty() ? "" : " ") + std::to_string(*section) + " §";
  std::string line;
  for (const std::string& piece : {name, case_number.value_or(""), title}) add(line, piece);
  return line;
}

void write_linked(const LinkedDecision& linked, const TextStyle& look, std::ostream& out) {
  const auto maker = linked.decision_maker ? std::optional(linked.decision_maker->name) : std::nullopt;
  write_wrapped(line_of(maker, linked.date, linked.section, linked.case_number, linked.title), look.width, "  ", out);
  out << "  " << styled(printable(linked.id), dim, look) << '\n';
}

void write_cited(const CitedDecision& cited, const TextStyle& look, std::ostream& out) {
  if (cited.decision) return write_linked(*cited.decision, look, out);
  const schema::Citation& c = cited.citation;
  const std::string line = line_of(c.decision_maker, c.date, c.section, c.case_number, c.title.value_or(""));
  write_wrapped(line.empty() ? printable(c.id.value_or("")) : line, look.width, "  ", out);
  const std::string where = cited.case_decisions > 0 ? std::to_string(cited.case_decisions) + " " +
                                                           std::string(heading(Heading::of_case, look.lang))
                                                     : std::string(heading(Heading::not_here, look.lang));
  out << "  " << styled("(" + where + ")", dim, look) << '\n';
}

}  // namespace

void render_links(const CitationLinks& links, const TextStyle& style, std::ostream& out) {
  if (!links.cites.empty()) {
    out << '\n' << styled(std::string(heading(Heading::cites, style.lang)), bold, style) << "\n\n";
    for (const CitedDecision& cited : links.cites) write_cited(cited, style, out);
  }
  if (links.cited_by.empty()) return;
  out << '\n' << styled(std::string(heading(Heading::cited_by, style.lang)), bold, style) << "\n\n";
  for (const LinkedDecision& linked : links.cited_by) write_linked(linked, style, out);
  if (links.cited_by_total > links.cited_by.size()) {
    out << "  " << heading(Heading::and_more, style.lang) << ' ' << links.cited_by_total - links.cited_by.size()
        << '\n';
  }
}

}  // namespace pykala::searcher
