// SPDX-License-Identifier: GPL-2.0-or-later
// Plain data in, terminal text out. Control characters of documents never reach the terminal.
#include <ostream>
#include <sstream>

#include "indexer/exchange.h"
#include "searcher/format.h"
#include "searcher/labels.h"
#include "searcher/render.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

using namespace schema;

namespace {

constexpr const char* bold = "\x1b[1m";
constexpr const char* highlight = "\x1b[33;1m";
constexpr const char* reason_style = "\x1b[32m";
constexpr const char* dim = "\x1b[2m";
constexpr const char* reset = "\x1b[0m";

std::string styled(const std::string& text, const char* style, const TextStyle& look) {
  return look.colour && !text.empty() ? style + text + reset : text;
}

/// Puts the style round the highlighted ranges (code points); without colour *stars*.
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

/// "18.6.2020 · Kansliapäällikkö · 159 § · HEL 2020-007982"
std::string header_line(const Decision& d) {
  std::string line;
  const auto add = [&line](const std::string& part) {
    if (!part.empty()) line += (line.empty() ? "" : " · ") + printable(part);
  };
  if (d.date) add(finnish_date(*d.date));
  if (d.decision_maker)
    add(d.decision_maker->name.empty() ? d.decision_maker->id.value_or("") : d.decision_maker->name);
  if (d.section) add(std::to_string(*d.section) + " §");
  if (d.case_number) add(*d.case_number);
  if (d.kind != Kind::decision) add(name_of(d.kind));
  return line;
}

/// "STEA · avustus 305 000 € · omarahoitus 214 452 €"
std::string money_line(const Decision& d, const TextStyle& look) {
  std::string line;
  for (const Funder& funder : d.funders) {
    if (funder.relation == FunderRelation::funds) line += (line.empty() ? "" : ", ") + printable(funder.id);
  }
  for (const Amount& amount : d.amounts) {
    if (amount.role == AmountRole::other) continue;
    line +=
        (line.empty() ? "" : " · ") + amount_label(amount.role, look.lang) + " " + money(amount.cents, amount.currency);
  }
  return line;
}

void write_hit(const Hit& hit, std::size_t number, const TextStyle& look, std::ostream& out) {
  const std::string indent = "    ";
  const std::string title = marked(printable(hit.title), hit.title_highlights, look);
  std::ostringstream wrapped;
  write_wrapped(title, look.width, indent, wrapped);
  std::string text = wrapped.str();
  const std::string label = std::to_string(number) + ".";
  if (text.size() > label.size() && label.size() < indent.size()) text.replace(0, label.size(), label);
  out << (look.colour ? bold : "") << text << (look.colour ? reset : "");
  const std::string header = header_line(hit.decision);
  if (!header.empty()) out << indent << header << '\n';
  const std::string money_text = money_line(hit.decision, look);
  if (!money_text.empty()) out << indent << styled(money_text, bold, look) << '\n';
  for (const Reason& reason : hit.reasons) {
    std::ostringstream lines;
    write_wrapped(printable(reason.text), look.width, indent + "  ", lines);
    std::string reason_text = lines.str();
    if (reason_text.size() > indent.size()) reason_text.replace(0, indent.size() + 2, indent + "• ");
    out << styled(reason_text, reason_style, look);
  }
  for (const Snippet& snippet : hit.snippets) {
    write_wrapped(marked(printable(snippet.text), snippet.highlights, look), look.width, indent, out);
  }
  out << indent << styled(printable(hit.decision.id), dim, look) << "\n\n";
}

void write_facet(const Facet& facet, const TextStyle& look, std::ostream& out) {
  out << styled(std::string(field(facet.field).name), bold, look) << '\n';
  for (const FacetValue& value : facet.values) {
    std::string count = std::to_string(value.count);
    if (count.size() < 7) count.insert(0, 7 - count.size(), ' ');
    const std::string own = value.value && *value.value != value.label ? "  [" + *value.value + "]" : "";
    out << count << (value.selected ? " ✓ " : "   ") << printable(value.label) << styled(printable(own), dim, look)
        << '\n';
  }
  out << '\n';
}

/// "Aiempia vastaavia päätöksiä: Kumppanuus …" and what was read of it: class, case, funders, how many citations.
void write_similar_to(const SimilarTo& source, const TextStyle& look, std::ostream& out) {
  const Decision& d = source.decision;
  const std::string heading_text(heading(Heading::similar, look.lang));
  write_wrapped(heading_text + ": " + printable(d.title.value_or(d.id)), look.width, "", out);
  std::string line = header_line(d);
  const auto add = [&line](const std::string& piece) {
    if (!piece.empty()) line += (line.empty() ? "" : " · ") + printable(piece);
  };
  if (d.classification) add(d.classification->code + " " + d.classification->title);
  for (const Funder& funder : d.funders) {
    if (funder.relation == FunderRelation::funds) add(funder.id);
  }
  std::string words;
  for (const std::string& word : source.words) words += (words.empty() ? "" : ", ") + word;
  if (!line.empty()) write_wrapped(line, look.width, "", out);
  if (!words.empty()) write_wrapped(printable(words), look.width, "", out);
  out << '\n';
}

}  // namespace

void render_text(const Response& response, const Request& request, const TextStyle& style, std::ostream& out) {
  if (response.similar_to) write_similar_to(*response.similar_to, style, out);
  out << response.total << (response.total == 1 ? " decision" : " decisions");
  if (!response.hits.empty() && response.total > response.hits.size()) {
    out << ", showing " << request.offset + 1 << "–" << request.offset + response.hits.size();
  }
  out << "\n\n";
  for (const std::string& note : response.notes) out << printable(note) << "\n\n";
  std::size_t number = request.offset;
  for (const Hit& hit : response.hits) write_hit(hit, ++number, style, out);
  for (const Facet& facet : response.facets) write_facet(facet, style, out);
}

void render_decision(const Decision& decision, const TextStyle& style, std::ostream& out) {
  write_wrapped(printable(decision.title.value_or(decision.id)), style.width, "", out);
  const std::string header = header_line(decision);
  if (!header.empty()) out << header << '\n';
  const std::string money_text = money_line(decision, style);
  if (!money_text.empty()) out << money_text << '\n';
  for (const Part& part : decision.parts) {
    out << '\n';
    if (part.heading) out << styled(printable(*part.heading), bold, style) << "\n\n";
    std::istringstream lines(part.text);
    for (std::string line; std::getline(lines, line);) {
      if (line.empty()) {
        out << '\n';
      } else {
        write_wrapped(printable(line), style.width, "", out);
      }
    }
  }
}

void render_fields(std::ostream& out) {
  for (const FieldRow& row : fields) {
    out << row.name << "  (" << row.name_fi << ", " << row.name_sv << ")\n    " << row.meaning
        << (row.facet ? "; facet" : "") << (row.filter ? "; filter" : "") << "\n    " << row.example << '\n';
  }
}

}  // namespace pykala::searcher
