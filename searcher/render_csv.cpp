// SPDX-License-Identifier: GPL-2.0-or-later
// Hits as CSV (RFC 4180): by semicolons and decimal commas as Finnish spreadsheets expect, or by commas and points.
#include <ostream>

#include "searcher/format.h"
#include "searcher/render.h"

namespace pykala::searcher {

using namespace schema;

namespace {

std::string cell(const std::string& text) {
  std::string out = "\"";
  // A cell that begins so, spaces aside, would be run as a formula.
  const auto first = text.find_first_not_of(" \xC2\xA0");
  if (first != std::string::npos && std::string_view("=+-@\t\r\n").find(text[first]) != std::string_view::npos) {
    out += '\'';
  }
  for (const char c : printable(text)) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

/// Sums of one role, "305000" or "305000,50".
std::string sums(const Decision& d, AmountRole role, char decimal_mark) {
  std::string out;
  for (const Amount& amount : d.amounts) {
    if (amount.role != role || amount.currency != "EUR") continue;
    out += (out.empty() ? "" : " | ") + decimal_euros(amount.cents, decimal_mark);
  }
  return out;
}

/// A sum below zero begins with a minus and is no formula.
std::string number(const std::string& text) {
  return "\"" + text + "\"";
}

}  // namespace

void render_csv(const Response& response, CsvSeparator separator, std::ostream& out) {
  const char mark = separator == CsvSeparator::semicolon ? ',' : '.';
  const auto write = [&](const std::vector<std::string>& cells) {
    std::string line;
    for (const std::string& one : cells) {
      if (!line.empty()) line += separator == CsvSeparator::semicolon ? ';' : ',';
      line += one;
    }
    out << line << "\r\n";
  };
  out << "\xEF\xBB\xBF";
  write({"date", "decision_maker", "section", "case_number", "title", "funders", "total_eur", "grant_eur",
         "own_share_eur", "organisations", "id", "url"});
  for (const Hit& hit : response.hits) {
    const Decision& d = hit.decision;
    std::string funders, organisations;
    for (const Funder& funder : d.funders) {
      if (funder.relation == FunderRelation::funds) funders += (funders.empty() ? "" : " | ") + funder.id;
    }
    for (const std::string& name : d.organisations) organisations += (organisations.empty() ? "" : " | ") + name;
    write({cell(d.date.value_or("")), cell(d.decision_maker ? d.decision_maker->name : ""),
           cell(d.section ? std::to_string(*d.section) : ""), cell(d.case_number.value_or("")), cell(hit.title),
           cell(funders), number(sums(d, AmountRole::total, mark)), number(sums(d, AmountRole::grant, mark)),
           number(sums(d, AmountRole::own_share, mark)), cell(organisations), cell(d.id), cell(d.url.value_or(""))});
  }
}

}  // namespace pykala::searcher
