// SPDX-License-Identifier: GPL-2.0-or-later
// Decision -> JSON: in a Decision, out one line. exchange_read.cpp reads the same format; a property test holds that
// what is written reads back equal.
#include "indexer/exchange.h"

#include "indexer/exchange_names.h"
#include "indexer/json.h"

namespace pykala::schema {
namespace {

template <class Enum, std::size_t n>
const char* find_name(const Names<Enum, n>& names, Enum value) {
  for (const auto& [known, name] : names) {
    if (known == value) return name;
  }
  return "";
}

Json or_null(const std::optional<std::string>& value) {
  return value ? Json(*value) : Json(nullptr);
}
Json or_null(const std::optional<int>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json write_maker(const std::optional<DecisionMaker>& maker) {
  if (!maker) return nullptr;
  return {{"id", or_null(maker->id)}, {"name", maker->name}};
}

Json write_classification(const std::optional<Classification>& classification) {
  if (!classification) return nullptr;
  return {{"code", classification->code}, {"title", classification->title}};
}

Json write_period(const std::optional<Period>& period) {
  if (!period) return nullptr;
  return {{"from", or_null(period->from)}, {"to", or_null(period->to)}};
}

Json write(const Part& part) {
  return {{"heading", or_null(part.heading)}, {"role", name_of(part.role)}, {"text", part.text}};
}

Json write(const Funder& funder) {
  return {{"id", funder.id}, {"relation", name_of(funder.relation)}, {"quote", funder.quote}};
}

Json write(const Amount& amount) {
  return {{"cents", amount.cents},
          {"currency", amount.currency},
          {"role", name_of(amount.role)},
          {"funder", or_null(amount.funder)},
          {"quote", amount.quote}};
}

Json write(const Citation& cite) {
  Json out = {{"decision_maker", or_null(cite.decision_maker)},
              {"date", or_null(cite.date)},
              {"section", or_null(cite.section)},
              {"case_number", or_null(cite.case_number)}};
  if (cite.title) out["title"] = *cite.title;
  if (cite.id) out["id"] = *cite.id;
  return out;
}

Json write(const Attachment& attachment) {
  return {{"number", or_null(attachment.number)}, {"title", attachment.title}};
}

template <class T>
Json write_list(const std::vector<T>& items) {
  Json out = Json::array();
  for (const T& item : items) out.push_back(write(item));
  return out;
}

}  // namespace

const char* name_of(Kind kind) {
  return find_name(kind_names, kind);
}
const char* name_of(PartRole role) {
  return find_name(role_names, role);
}
const char* name_of(FunderRelation relation) {
  return find_name(relation_names, relation);
}
const char* name_of(AmountRole role) {
  return find_name(amount_role_names, role);
}

std::string to_exchange(const Decision& d) {
  const Json out = {{"id", d.id},
                    {"source", d.source},
                    {"kind", name_of(d.kind)},
                    {"language", or_null(d.language)},
                    {"title", or_null(d.title)},
                    {"date", or_null(d.date)},
                    {"decision_maker", write_maker(d.decision_maker)},
                    {"section", or_null(d.section)},
                    {"case_number", or_null(d.case_number)},
                    {"classification", write_classification(d.classification)},
                    {"parts", write_list(d.parts)},
                    {"funders", write_list(d.funders)},
                    {"amounts", write_list(d.amounts)},
                    {"organisations", d.organisations},
                    {"period", write_period(d.period)},
                    {"cites", write_list(d.cites)},
                    {"attachments", write_list(d.attachments)},
                    {"public", d.is_public},
                    {"expires", or_null(d.expires)},
                    {"url", or_null(d.url)}};
  return dump_json(out);
}

}  // namespace pykala::schema
