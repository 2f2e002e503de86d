// SPDX-License-Identifier: GPL-2.0-or-later
// A response in, a page of terminal text out.
#include <algorithm>
#include <ostream>
#include <sstream>

#include "searcher/format.h"
#include "searcher/labels.h"
#include "searcher/render_pieces.h"

namespace pykala::searcher {

using namespace schema;

namespace {

constexpr const char* reason_style = "\x1b[32m";
constexpr std::size_t bar_columns = 30;  ///< of the longest bar of a histogram

std::string right(std::string text, std::size_t columns) {
  const std::size_t length = visible_length(text);
  return length < columns ? text.insert(0, columns - length, ' ') : text;
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
  const std::string header = header_line(hit.decision, look.lang);
  if (!header.empty()) out << indent << header << '\n';
  const std::string money_text = money_line(hit.decision, look.lang);
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

/// A bar as long as its share of the greatest count; at least one sign where there is anything.
std::string bar(std::size_t count, std::size_t greatest) {
  if (count == 0 || greatest == 0) return {};
  std::string out;
  for (std::size_t n = std::max<std::size_t>(1, count * bar_columns / greatest); n > 0; --n) out += "▇";
  return out;
}

void write_facet(const Facet& facet, const TextStyle& look, std::ostream& out) {
  constexpr std::size_t count_columns = 7;
  out << styled(field_label(facet.field, look.lang), bold, look) << '\n';
  std::size_t greatest = 0;
  for (const FacetValue& value : facet.values) greatest = std::max(greatest, value.count);
  for (const FacetValue& value : facet.values) {
    const std::string own = value.value && *value.value != value.label ? "  [" + *value.value + "]" : "";
    out << right(std::to_string(value.count), count_columns) << (value.selected ? " ✓ " : "   ")
        << printable(value.label) << styled(printable(own), dim, look);
    if (facet.field == FieldId::year) out << "  " << styled(bar(value.count, greatest), dim, look);
    out << '\n';
  }
  if (facet.size > facet.values.size()) {
    out << right("…", count_columns) << "   "
        << in_language(look.lang, "arvoja on ", "värden i allt: ", "values in all: ") << facet.size << '\n';
  }
  out << '\n';
}

/// "  3   305 000 €   101 000 €  STEA": count, sum, median.
void write_sums(const AmountSummary& summary, const std::string& label, std::ostream& out) {
  constexpr std::size_t count_columns = 7;
  constexpr std::size_t money_columns = 18;
  out << right(std::to_string(summary.count), count_columns) << right(money(summary.sum_cents, "EUR"), money_columns)
      << right(money(summary.median_cents, "EUR"), money_columns) << "  " << printable(label) << '\n';
}

void write_statistics(const AmountStatistics& statistics, const TextStyle& look, std::ostream& out) {
  const UiLanguage lang = look.lang;
  out << styled(in_language(lang, "summat: päätöksiä, yhteensä, mediaani", "belopp: beslut, totalt, median",
                            "sums: decisions, total, median"),
                bold, look)
      << '\n';
  write_sums(statistics.whole, in_language(lang, "kaikki", "alla", "all"), out);
  if (statistics.without > 0) {
    constexpr std::size_t columns = 7 + 2 * 18;
    out << right(std::to_string(statistics.without), 7) << std::string(columns - 7, ' ') << "  "
        << in_language(lang, "ilman summaa", "utan belopp", "without a sum") << '\n';
  }
  const auto write_groups = [&](const std::vector<AmountGroup>& groups, const std::string& heading) {
    if (groups.empty()) return;
    out << '\n' << styled(heading, bold, look) << '\n';
    for (const AmountGroup& group : groups) write_sums(group.summary, group.label, out);
  };
  write_groups(statistics.by_funder,
               in_language(lang, "haettu tai myönnetty rahoitus rahoittajittain",
                           "sökt eller beviljad finansiering per finansiär", "funding sought or granted, by funder"));
  write_groups(statistics.by_year,
               in_language(lang, "pääsummat vuosittain", "huvudbelopp per år", "main sums by year"));
  out << '\n';
}

/// "12 päätöstä, näytetään 1–10"
std::string count_line(const Response& response, const Request& request) {
  const UiLanguage lang = request.lang;
  std::string line = std::to_string(response.total) + " " +
                     (response.total == 1 ? in_language(lang, "päätös", "beslut", "decision")
                                          : in_language(lang, "päätöstä", "beslut", "decisions"));
  if (response.hits.empty() || response.total <= response.hits.size()) return line;
  return line + in_language(lang, ", näytetään ", ", visas ", ", showing ") + std::to_string(request.offset + 1) + "–" +
         std::to_string(request.offset + response.hits.size());
}

/// "Aiempia vastaavia päätöksiä: Kumppanuus …" and what was read of it: class, case, funders, how many citations.
void write_similar_to(const SimilarTo& source, const TextStyle& look, std::ostream& out) {
  const Decision& d = source.decision;
  const std::string heading_text(heading(Heading::similar, look.lang));
  write_wrapped(heading_text + ": " + printable(d.title.value_or(d.id)), look.width, "", out);
  std::string line = header_line(d, look.lang);
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
  out << count_line(response, request) << "\n\n";
  if (response.suggestion) {
    out << in_language(style.lang, "Tarkoititko: ", "Menade du: ", "Did you mean: ")
        << styled(printable(*response.suggestion), bold, style) << "\n\n";
  }
  for (const std::string& note : response.notes) {
    write_wrapped(printable(note), style.width, "", out);
    out << '\n';
  }
  std::size_t number = request.offset;
  for (const Hit& hit : response.hits) write_hit(hit, ++number, style, out);
  for (const Facet& facet : response.facets) write_facet(facet, style, out);
  if (response.amount_statistics) write_statistics(*response.amount_statistics, style, out);
}

}  // namespace pykala::searcher
