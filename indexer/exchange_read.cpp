// SPDX-License-Identifier: GPL-2.0-or-later
// JSON -> Decision, strictly. In: one object of the exchange format; out: a Decision and which fields it stated.
// Every helper gets the JSON pointer of what it reads, for the error message. exchange.cpp writes the same format.
// Long because every key of the format has its line here.
#include <algorithm>
#include <functional>

#include "indexer/error.h"
#include "indexer/exchange.h"
#include "indexer/exchange_names.h"
#include "indexer/iso_date.h"
#include "indexer/json.h"
#include "indexer/limits.h"

namespace pykala::schema {
namespace {

[[noreturn]] void fail(const std::string& pointer, const std::string& what, const std::string& hint = {}) {
  // The whole value has no pointer: "must be an object".
  throw Error(ErrorCode::bad_data, pointer.empty() ? what : pointer + ": " + what, hint, pointer);
}

std::string read_text(const Json& value, const std::string& pointer, std::size_t max_bytes = max_decision_text_bytes) {
  if (!value.is_string()) fail(pointer, "must be a string");
  auto text = value.get<std::string>();
  if (text.size() > max_bytes) fail(pointer, "is longer than " + std::to_string(max_bytes) + " bytes");
  return text;
}

std::optional<std::string> read_optional(const Json& value, const std::string& pointer,
                                         std::size_t max_bytes = max_decision_text_bytes) {
  if (value.is_null()) return std::nullopt;
  return read_text(value, pointer, max_bytes);
}

std::optional<std::string> read_date(const Json& value, const std::string& pointer) {
  auto date = read_optional(value, pointer);
  if (date && !is_iso_date(*date)) fail(pointer, "is not a date", "write dates as 2017-05-17");
  return date;
}

std::optional<int> read_count(const Json& value, const std::string& pointer) {
  if (value.is_null()) return std::nullopt;
  if (!value.is_number_integer()) fail(pointer, "must be a whole number");
  if (value.is_number_unsigned() ? value.get<std::uint64_t>() > 1'000'000 : value.get<std::int64_t>() < 0) {
    fail(pointer, "must be from 0 to 1000000");
  }
  return value.get<int>();
}

template <class Enum, std::size_t n>
Enum read_name(const Json& value, const std::string& pointer, const Names<Enum, n>& names) {
  const std::string text = read_text(value, pointer);
  std::string all;
  for (const auto& [known, name] : names) {
    if (text == name) return known;
    all += all.empty() ? name : std::string(", ") + name;
  }
  fail(pointer, "unknown value \"" + text.substr(0, 40) + "\"", "one of: " + all);
}

using Member = std::function<void(const Json&, const std::string&)>;
struct NamedMember {
  const char* key;
  Member read;
};

/// Reads an object whose keys are all in `members`; calls the reader of each key that is there.
void read_object(const Json& value, const std::string& pointer, const std::vector<NamedMember>& members) {
  if (!value.is_object()) fail(pointer, "must be an object");
  for (const auto& [key, member] : value.items()) {
    const auto at = pointer + pointer_step(key);
    bool found = false;
    for (const NamedMember& known : members) {
      if (key == known.key) {
        known.read(member, at);
        found = true;
        break;
      }
    }
    if (!found) fail(at, "unknown key", "the keys of the exchange format are in README");
  }
}

template <class T>
std::vector<T> read_list(const Json& value, const std::string& pointer,
                         std::function<T(const Json&, const std::string&)> read) {
  if (!value.is_array()) fail(pointer, "must be a list");
  if (value.size() > max_facts) fail(pointer, "has more than " + std::to_string(max_facts) + " items");
  std::vector<T> out;
  out.reserve(value.size());
  std::size_t n = 0;
  for (const Json& item : value) out.push_back(read(item, pointer + "/" + std::to_string(n++)));
  return out;
}

std::string read_name_text(const Json& value, const std::string& pointer) {
  return read_text(value, pointer, max_title_bytes);
}

bool read_flag(const Json& value, const std::string& pointer) {
  if (!value.is_boolean()) fail(pointer, "must be true or false");
  return value.get<bool>();
}

std::optional<std::string> read_language(const Json& value, const std::string& pointer) {
  auto language = read_optional(value, pointer);
  if (language && *language != "fi" && *language != "sv" && *language != "en") {
    fail(pointer, "unknown language \"" + language->substr(0, 20) + "\"", "one of: fi, sv, en, or null");
  }
  return language;
}

/// A link that a page may show: http or https only, so that "javascript:…" never becomes one.
std::optional<std::string> read_url(const Json& value, const std::string& pointer) {
  auto url = read_optional(value, pointer, max_title_bytes);
  if (url && !url->starts_with("https://") && !url->starts_with("http://"))
    fail(pointer, "must begin with https:// or http://");
  return url;
}

Part read_part(const Json& value, const std::string& pointer) {
  Part part;
  read_object(value, pointer,
              {{"heading", [&](auto& v, auto& p) { part.heading = read_optional(v, p); }},
               {"role", [&](auto& v, auto& p) { part.role = read_name(v, p, role_names); }},
               {"text", [&](auto& v, auto& p) { part.text = read_text(v, p); }}});
  return part;
}

Funder read_funder(const Json& value, const std::string& pointer) {
  Funder funder;
  read_object(value, pointer,
              {{"id", [&](auto& v, auto& p) { funder.id = read_text(v, p, max_id_bytes); }},
               {"relation", [&](auto& v, auto& p) { funder.relation = read_name(v, p, relation_names); }},
               {"quote", [&](auto& v, auto& p) { funder.quote = read_text(v, p); }}});
  if (funder.id.empty()) fail(pointer, "has no id");
  return funder;
}

/// ISO 4217: three capital letters.
std::string read_currency(const Json& value, const std::string& pointer) {
  const std::string code = read_text(value, pointer, 3);
  const bool letters = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (code.size() != 3 || !letters) fail(pointer, "must be a currency code", "for example EUR");
  return code;
}

Amount read_amount(const Json& value, const std::string& pointer) {
  Amount amount;
  bool has_cents = false;
  read_object(value, pointer,
              {{"cents",
                [&](auto& v, auto& p) {
                  if (!v.is_number_integer()) fail(p, "must be a whole number of cents");
                  const bool fits = v.is_number_unsigned() ? v.template get<std::uint64_t>() <= max_cents
                                                           : v.template get<std::int64_t>() >= 0;
                  if (!fits) fail(p, "must be from 0 to " + std::to_string(max_cents) + " cents");
                  amount.cents = v.template get<std::int64_t>();
                  has_cents = true;
                }},
               {"currency", [&](auto& v, auto& p) { amount.currency = read_currency(v, p); }},
               {"role", [&](auto& v, auto& p) { amount.role = read_name(v, p, amount_role_names); }},
               {"funder", [&](auto& v, auto& p) { amount.funder = read_optional(v, p, max_id_bytes); }},
               {"quote", [&](auto& v, auto& p) { amount.quote = read_text(v, p); }}});
  if (!has_cents) fail(pointer, "has no cents");
  return amount;
}

Citation read_citation(const Json& value, const std::string& pointer) {
  Citation cite;
  read_object(value, pointer,
              {{"decision_maker", [&](auto& v, auto& p) { cite.decision_maker = read_optional(v, p); }},
               {"date", [&](auto& v, auto& p) { cite.date = read_date(v, p); }},
               {"section", [&](auto& v, auto& p) { cite.section = read_count(v, p); }},
               {"case_number", [&](auto& v, auto& p) { cite.case_number = read_optional(v, p); }},
               {"title", [&](auto& v, auto& p) { cite.title = read_optional(v, p); }},
               {"id", [&](auto& v, auto& p) { cite.id = read_optional(v, p, max_id_bytes); }}});
  if (cite == Citation{}) fail(pointer, "cites nothing");
  return cite;
}

Attachment read_attachment(const Json& value, const std::string& pointer) {
  Attachment attachment;
  read_object(value, pointer,
              {{"number", [&](auto& v, auto& p) { attachment.number = read_count(v, p); }},
               {"title", [&](auto& v, auto& p) { attachment.title = read_text(v, p); }}});
  return attachment;
}

std::optional<DecisionMaker> read_maker(const Json& value, const std::string& pointer) {
  if (value.is_null()) return std::nullopt;
  DecisionMaker maker;
  read_object(value, pointer,
              {{"id", [&](auto& v, auto& p) { maker.id = read_optional(v, p, max_id_bytes); }},
               {"name", [&](auto& v, auto& p) { maker.name = read_text(v, p, max_title_bytes); }}});
  if (maker.name.empty() && !maker.id) fail(pointer, "has neither id nor name");
  return maker;
}

std::optional<Classification> read_classification(const Json& value, const std::string& pointer) {
  if (value.is_null()) return std::nullopt;
  Classification classification;
  read_object(value, pointer,
              {{"code", [&](auto& v, auto& p) { classification.code = read_text(v, p, max_id_bytes); }},
               {"title", [&](auto& v, auto& p) { classification.title = read_text(v, p, max_title_bytes); }}});
  return classification;
}

std::optional<Period> read_period(const Json& value, const std::string& pointer) {
  if (value.is_null()) return std::nullopt;
  Period period;
  read_object(value, pointer,
              {{"from", [&](auto& v, auto& p) { period.from = read_date(v, p); }},
               {"to", [&](auto& v, auto& p) { period.to = read_date(v, p); }}});
  return period;
}

/// The members of a whole decision. Those with a Field also mark it in `known`.
std::vector<NamedMember> decision_members(Decision& d, KnownFields& known) {
  const auto fact = [&known](Field field, Member read) -> Member {
    return [&known, field, read = std::move(read)](const Json& v, const std::string& p) {
      read(v, p);
      known.set(static_cast<std::size_t>(field));
    };
  };
  return {
      {"id", [&](auto& v, auto& p) { d.id = read_text(v, p, max_id_bytes); }},
      {"source", [&](auto& v, auto& p) { d.source = read_text(v, p); }},
      {"kind", fact(Field::kind, [&](auto& v, auto& p) { d.kind = read_name(v, p, kind_names); })},
      {"language", fact(Field::language, [&](auto& v, auto& p) { d.language = read_language(v, p); })},
      {"title", fact(Field::title, [&](auto& v, auto& p) { d.title = read_optional(v, p, max_title_bytes); })},
      {"date", fact(Field::date, [&](auto& v, auto& p) { d.date = read_date(v, p); })},
      {"decision_maker", fact(Field::decision_maker, [&](auto& v, auto& p) { d.decision_maker = read_maker(v, p); })},
      {"section", fact(Field::section, [&](auto& v, auto& p) { d.section = read_count(v, p); })},
      {"case_number",
       fact(Field::case_number, [&](auto& v, auto& p) { d.case_number = read_optional(v, p, max_id_bytes); })},
      {"classification",
       fact(Field::classification, [&](auto& v, auto& p) { d.classification = read_classification(v, p); })},
      {"parts", fact(Field::parts, [&](auto& v, auto& p) { d.parts = read_list<Part>(v, p, read_part); })},
      {"funders", fact(Field::funders, [&](auto& v, auto& p) { d.funders = read_list<Funder>(v, p, read_funder); })},
      {"amounts", fact(Field::amounts, [&](auto& v, auto& p) { d.amounts = read_list<Amount>(v, p, read_amount); })},
      {"organisations",
       fact(Field::organisations,
            [&](auto& v, auto& p) { d.organisations = read_list<std::string>(v, p, read_name_text); })},
      {"period", fact(Field::period, [&](auto& v, auto& p) { d.period = read_period(v, p); })},
      {"cites", fact(Field::cites, [&](auto& v, auto& p) { d.cites = read_list<Citation>(v, p, read_citation); })},
      {"attachments", fact(Field::attachments,
                           [&](auto& v, auto& p) { d.attachments = read_list<Attachment>(v, p, read_attachment); })},
      {"public", [&](auto& v, auto& p) { d.is_public = read_flag(v, p); }},
      {"expires", [&](auto& v, auto& p) { d.expires = read_date(v, p); }},
      {"links", [](auto&, auto&) {}},  // what `show` adds, true of one index only
      {"url", [&](auto& v, auto& p) { d.url = read_url(v, p); }},
  };
}

}  // namespace

Decision from_exchange(std::string_view json, KnownFields* known) {
  const Json value = parse_json(json);
  Decision decision;
  KnownFields fields;
  read_object(value, "", decision_members(decision, fields));
  if (known != nullptr) *known = fields;
  return decision;
}

}  // namespace pykala::schema
