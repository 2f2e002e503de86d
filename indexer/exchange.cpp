// SPDX-License-Identifier: GPL-2.0-or-later
// Decision -> JSON: in a Decision, out one line, written straight.
// exchange_read.cpp reads the same format; a property test holds that what is written reads back equal.
#include "indexer/exchange.h"

#include "indexer/exchange_names.h"
#include "indexer/json_writer.h"

namespace pykala::schema {
namespace {

template <class Enum, std::size_t n>
const char* find_name(const Names<Enum, n>& names, Enum value) {
  for (const auto& [known, name] : names) {
    if (known == value) return name;
  }
  return "";
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

void write_json(std::string& out, const DecisionMaker& maker) {
  ObjectWriter(out).add("id", maker.id).add("name", maker.name).close();
}
void write_json(std::string& out, const Classification& classification) {
  ObjectWriter(out).add("code", classification.code).add("title", classification.title).close();
}
void write_json(std::string& out, const Period& period) {
  ObjectWriter(out).add("from", period.from).add("to", period.to).close();
}
void write_json(std::string& out, const Part& part) {
  ObjectWriter(out).add("heading", part.heading).add("role", name_of(part.role)).add("text", part.text).close();
}
void write_json(std::string& out, const Funder& funder) {
  ObjectWriter(out).add("id", funder.id).add("relation", name_of(funder.relation)).add("quote", funder.quote).close();
}
void write_json(std::string& out, const Amount& amount) {
  ObjectWriter(out)
      .add("cents", amount.cents)
      .add("currency", amount.currency)
      .add("role", name_of(amount.role))
      .add("funder", amount.funder)
      .add("quote", amount.quote)
      .close();
}
void write_json(std::string& out, const Citation& cite) {
  ObjectWriter object(out);
  object.add("decision_maker", cite.decision_maker)
      .add("date", cite.date)
      .add("section", cite.section)
      .add("case_number", cite.case_number);
  if (cite.title) object.add("title", *cite.title);
  if (cite.id) object.add("id", *cite.id);
  object.close();
}
void write_json(std::string& out, const Attachment& attachment) {
  ObjectWriter(out).add("number", attachment.number).add("title", attachment.title).close();
}

std::string to_exchange(const Decision& d) {
  std::string out;
  ObjectWriter(out)
      .add("id", d.id)
      .add("source", d.source)
      .add("kind", name_of(d.kind))
      .add("language", d.language)
      .add("title", d.title)
      .add("date", d.date)
      .add("decision_maker", d.decision_maker)
      .add("section", d.section)
      .add("case_number", d.case_number)
      .add("classification", d.classification)
      .add("parts", d.parts)
      .add("funders", d.funders)
      .add("amounts", d.amounts)
      .add("organisations", d.organisations)
      .add("period", d.period)
      .add("cites", d.cites)
      .add("attachments", d.attachments)
      .add("public", d.is_public)
      .add("expires", d.expires)
      .add("url", d.url)
      .close();
  return out;
}

}  // namespace pykala::schema
