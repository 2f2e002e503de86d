// SPDX-License-Identifier: GPL-2.0-or-later
// A decision in, its text for reading out; and the fields one can search by.
#include <ostream>
#include <sstream>

#include "searcher/format.h"
#include "searcher/labels.h"
#include "searcher/render_pieces.h"

namespace pykala::searcher {

using namespace schema;

namespace {

void write_list(const std::string& heading, const std::vector<std::string>& lines, const TextStyle& style,
                std::ostream& out) {
  if (lines.empty()) return;
  out << '\n' << styled(heading, bold, style) << '\n';
  for (const std::string& line : lines) write_wrapped(line, style.width, "  ", out);
}

void write_facts(const Decision& decision, const TextStyle& style, std::ostream& out) {
  const UiLanguage lang = style.lang;
  std::vector<std::string> organisations, attachments;
  for (const std::string& name : decision.organisations) organisations.push_back(printable(name));
  for (const Attachment& attachment : decision.attachments) {
    attachments.push_back((attachment.number ? std::to_string(*attachment.number) + ". " : "") +
                          printable(attachment.title));
  }
  write_list(in_language(lang, "Järjestöt ja yritykset", "Organisationer och företag", "Organisations"), organisations,
             style, out);
  write_list(in_language(lang, "Liitteet", "Bilagor", "Attachments"), attachments, style, out);
}

void write_part(const Part& part, const TextStyle& style, std::ostream& out) {
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

}  // namespace

void render_decision(const Decision& decision, const TextStyle& style, std::ostream& out) {
  write_wrapped(styled(printable(decision.title.value_or(decision.id)), bold, style), style.width, "", out);
  const std::string header = header_line(decision, style.lang);
  if (!header.empty()) out << header << '\n';
  const std::string money_text = money_line(decision, style.lang);
  if (!money_text.empty()) out << money_text << '\n';
  for (const Part& part : decision.parts) write_part(part, style, out);
  write_facts(decision, style, out);
  write_list(in_language(style.lang, "Näin viittaat", "Så här hänvisar du", "To cite it"),
             {citation_line(decision, style.lang)}, style, out);
  if (decision.url) out << "  " << printable(*decision.url) << '\n';
}

void render_fields(std::ostream& out) {
  for (const FieldRow& row : fields) {
    out << row.name << "  (" << row.name_fi << ", " << row.name_sv << ")\n    " << row.meaning
        << (row.facet ? "; facet" : "") << (row.filter ? "; filter" : "") << "\n    " << row.example << '\n';
  }
}

}  // namespace pykala::searcher
