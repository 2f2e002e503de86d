// SPDX-License-Identifier: GPL-2.0-or-later
// Hits as CSV (RFC 4180), separated by semicolons as Finnish spreadsheets expect.
#include <ostream>

#include "searcher/format.h"
#include "searcher/render.h"

namespace pykala::searcher {

using namespace schema;

namespace {

std::string cell(const std::string& text) {
  std::string out = "\"";
  // A cell that begins so would be run as a formula.
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) out += '\'';
  for (const char c : printable(text)) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

/// Sums of one role, "305000" or "305000,50".
std::string sums(const Decision& d, AmountRole role) {
  std::string out;
  for (const Amount& amount : d.amounts) {
    if (amount.role != role || amount.currency != "EUR") continue;
    out += (out.empty() ? "" : " | ") + std::to_string(amount.cents / 100);
    const auto rest = std::to_string(amount.cents % 100);
    if (amount.cents % 100 > 0) out += "," + std::string(rest.size() < 2 ? "0" : "") + rest;
  }
  return out;
}

}  // namespace

void render_csv(const Response& response, std::ostream& out) {
  out << "\xEF\xBB\xBF"
      << "date;decision_maker;section;case_number;title;funders;total_eur;grant_eur;own_share_eur;organisations;id;"
         "url\r\n";
  for (const Hit& hit : response.hits) {
    const Decision& d = hit.decision;
    std::string funders, organisations;
    for (const Funder& funder : d.funders) {
      if (funder.relation == FunderRelation::funds) funders += (funders.empty() ? "" : " | ") + funder.id;
    }
    for (const std::string& name : d.organisations) organisations += (organisations.empty() ? "" : " | ") + name;
    out << d.date.value_or("") << ';' << cell(d.decision_maker ? d.decision_maker->name : "") << ';'
        << (d.section ? std::to_string(*d.section) : "") << ';' << cell(d.case_number.value_or("")) << ';'
        << cell(hit.title) << ';' << cell(funders) << ';' << cell(sums(d, AmountRole::total)) << ';'
        << cell(sums(d, AmountRole::grant)) << ';' << cell(sums(d, AmountRole::own_share)) << ';' << cell(organisations)
        << ';' << cell(d.id) << ';' << cell(d.url.value_or("")) << "\r\n";
  }
}

}  // namespace pykala::searcher
