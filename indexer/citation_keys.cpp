// SPDX-License-Identifier: GPL-2.0-or-later
// In: makers, days, sections and case numbers as decisions and citations give them. Out: their keys. Private: how a
// key is put together.
#include "indexer/citation_keys.h"

#include <algorithm>

#include "indexer/authority.h"
#include "indexer/keys.h"
#include "stemmers/unicode.h"

namespace pykala::schema {
namespace {

constexpr std::size_t max_forms = 4;  ///< of one maker; "Direktör" stands for many offices

void add_distinct(std::vector<std::string>& to, std::string text) {
  if (!text.empty() && std::find(to.begin(), to.end(), text) == to.end()) to.push_back(std::move(text));
}

std::string lower(std::string_view name) {
  return stemmers::to_lower(name_key(stemmers::repair_utf8(name)));
}

/// "Kanslichefen" -> offices called "Kanslichef", "Borgmästaren" -> "Borgmästare".
std::vector<const Office*> offices_called(const std::string& name) {
  const Authority& authority = Authority::builtin();
  auto offices = authority.offices_named(name);
  for (const std::size_t ending : {2U, 1U}) {
    if (!offices.empty() || !name.ends_with("en") || name.size() <= ending) continue;
    offices = authority.offices_named(name.substr(0, name.size() - ending));
  }
  return offices;
}

std::string section_key(int section) {
  return " " + std::to_string(section);
}

/// One key for each form of the maker: "kaupunginhallitus 20170508 510".
void add_maker_keys(std::vector<std::string>& keys, const std::vector<std::string>& makers, const std::string& rest) {
  for (const std::string& maker : makers) add_distinct(keys, maker + " " + rest);
}

}  // namespace

std::vector<std::string> maker_forms(std::string_view name, const std::optional<std::string>& id) {
  std::vector<std::string> forms;
  const Office* own = id ? Authority::builtin().office(*id) : nullptr;
  if (own != nullptr) add_distinct(forms, lower(own->name_fi));
  std::string full = name_key(stemmers::repair_utf8(name));
  if (const auto meant = maker_called(full)) {
    full = *meant;
  } else if (const auto typed = maker_called(stemmers::capitalize(stemmers::to_lower(full)))) {
    full = *typed;  // "khs"
  }
  const auto offices = offices_called(full);
  for (const Office* office : offices) {
    if (forms.size() < max_forms) add_distinct(forms, lower(office->name_fi));
  }
  if (offices.empty()) add_distinct(forms, stemmers::to_lower(full));
  return forms;
}

std::vector<std::string> decision_keys(const Decision& d) {
  std::vector<std::string> keys{"id " + d.id};
  if (d.date && d.decision_maker) {
    const auto makers = maker_forms(d.decision_maker->name, d.decision_maker->id);
    if (d.section) add_maker_keys(keys, makers, date_key(*d.date) + section_key(*d.section));
    add_maker_keys(keys, makers, date_key(*d.date));
  }
  if (d.date && d.section) add_distinct(keys, "? " + date_key(*d.date) + section_key(*d.section));
  if (d.case_number && d.section) add_distinct(keys, case_number_key(*d.case_number) + " §" + section_key(*d.section));
  return keys;
}

std::vector<std::string> citation_keys(const Citation& c) {
  std::vector<std::string> keys;
  if (c.id) add_distinct(keys, "id " + *c.id);
  const auto makers = c.decision_maker ? maker_forms(*c.decision_maker, std::nullopt) : std::vector<std::string>();
  if (c.date && c.section) add_maker_keys(keys, makers, date_key(*c.date) + section_key(*c.section));
  if (c.case_number && c.section) add_distinct(keys, case_number_key(*c.case_number) + " §" + section_key(*c.section));
  if (!keys.empty() || !c.date) return keys;
  if (c.section) {
    add_distinct(keys, "? " + date_key(*c.date) + section_key(*c.section));
  } else {
    add_maker_keys(keys, makers, date_key(*c.date));
  }
  return keys;
}

std::optional<std::string> cited_case(const Citation& citation) {
  if (!citation.case_number || !citation_keys(citation).empty()) return std::nullopt;
  return case_number_key(*citation.case_number);
}

bool is_self_citation(const Citation& citation, const std::vector<std::string>& own) {
  const auto keys = citation_keys(citation);
  return std::any_of(keys.begin(), keys.end(),
                     [&](const std::string& key) { return std::find(own.begin(), own.end(), key) != own.end(); });
}

std::vector<std::string> cited_keys(const Decision& decision) {
  std::vector<std::string> keys;
  const std::vector<std::string> own = decision_keys(decision);
  const std::string own_case = decision.case_number ? case_number_key(*decision.case_number) : std::string();
  for (const Citation& citation : decision.cites) {
    if (is_self_citation(citation, own)) continue;
    for (std::string& key : citation_keys(citation)) add_distinct(keys, std::move(key));
    if (const auto number = cited_case(citation); number && *number != own_case) add_distinct(keys, *number);
    if (citation.case_number) {
      const std::string number = case_number_key(*citation.case_number);
      if (number != own_case) add_distinct(keys, "+" + number);
    }
    if (citation.date)
      add_distinct(keys, "+" + date_key(*citation.date) + (citation.section ? section_key(*citation.section) : ""));
  }
  return keys;
}

}  // namespace pykala::schema
