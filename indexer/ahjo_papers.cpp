// SPDX-License-Identifier: GPL-2.0-or-later
// Objects of a meeting's agenda, of cases and of records in, RawDocuments out. Where PublicityClass or the title says
// that something is secret, its title and text are left out.
#include "indexer/ahjo_papers.h"

#include <algorithm>
#include <array>

#include "indexer/ahjo_fields.h"
#include "indexer/error.h"
#include "indexer/html_blocks.h"
#include "indexer/limits.h"
#include "indexer/parsing_rules.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {

using schema::Error;
using schema::ErrorCode;
using schema::Field;
using schema::Json;

namespace {

bool is_secret_title(const std::optional<std::string>& title) {
  return title && ParsingRules::builtin().secret_title(*title).has_value();
}

/// Title, or of a secret object what it says of its secrecy.
std::optional<std::string> public_title(const Json& object, const char* key) {
  auto title = ahjo_name(object, key);
  if (is_ahjo_secret(object) && !is_secret_title(title)) return ahjo_text(object, "PublicityClass");
  return title;
}

void state_title(RawDocument& document, std::optional<std::string> title) {
  if (!title) return;
  document.stated.title = std::move(title);
  document.set_known(Field::title);
}

void state_language(RawDocument& document, const Json& object) {
  const auto language = ahjo_text(object, "Language");
  if (!language || (*language != "fi" && *language != "sv" && *language != "en")) return;
  document.stated.language = language;
  document.set_known(Field::language);
}

void state_date(RawDocument& document, std::optional<std::string> date) {
  if (!date) return;
  document.stated.date = std::move(date);
  document.set_known(Field::date);
}

void state_classification(RawDocument& document, const Json& object) {
  const auto code = ahjo_name(object, "ClassificationCode");
  if (!code) return;
  document.stated.classification = schema::Classification{*code, ahjo_name(object, "ClassificationTitle").value_or("")};
  document.set_known(Field::classification);
}

void state_case(RawDocument& document, const Json& object) {
  document.stated.case_number = ahjo_case(object);
  if (document.stated.case_number) document.set_known(Field::case_number);
}

RawDocument other_document(const std::string& source) {
  RawDocument document;
  document.source = source;
  document.stated.kind = schema::Kind::other;
  document.only_public = true;
  document.set_known(Field::kind);
  return document;
}

/// "viranhaltijan päätös: Avustuksen hakeminen"
std::string record_line(const Json& record) {
  if (!record.is_object()) throw Error(ErrorCode::bad_data, "Records must be a list of objects");
  const std::string title = public_title(record, "Title").value_or("");
  const std::string type = ahjo_name(record, "Type").value_or("");
  if (title.empty() || type.empty()) return title.empty() ? type : title;
  return type + ": " + title;
}

/// Meeting and item: for an item without a paper of its own.
std::string item_id(const Json& meeting, const Json& item) {
  const auto meeting_id = ahjo_text(meeting, "MeetingID");
  const auto point = ahjo_text(item, "AgendaPoint");
  if (!meeting_id || !point || meeting_id->size() + point->size() >= schema::max_id_bytes) return {};
  return *meeting_id + "/" + *point;
}

}  // namespace

RawDocument read_agenda_item(const Json& meeting, const Json& item, const std::string& source) {
  if (!item.is_object()) throw Error(ErrorCode::bad_data, "Agenda must be a list of objects");
  RawDocument document;
  document.source = source;
  const Json none = Json::object();
  const Json* paper = ahjo_child(item, "PDF", false);
  if (paper == nullptr) paper = &none;
  schema::Decision& stated = document.stated;
  stated.id = ahjo_id(*paper).value_or(item_id(meeting, item));
  stated.section = ahjo_section(item);
  if (stated.section) document.set_known(Field::section);
  state_title(document, ahjo_name(item, "AgendaItem"));
  state_date(document, ahjo_day(meeting, "DateMeeting"));
  state_language(document, *paper);
  schema::DecisionMaker maker{ahjo_text(meeting, "DecisionMakerId"), ahjo_name(meeting, "DecisionMaker").value_or("")};
  if (maker.id || !maker.name.empty()) {
    stated.decision_maker = std::move(maker);
    document.set_known(Field::decision_maker);
  }
  const auto type = ahjo_text(*paper, "Type");
  const bool decided = type ? *type != "esitys" : stated.section.has_value();
  stated.kind = decided ? schema::Kind::decision : schema::Kind::motion;
  document.set_known(Field::kind);
  if (const auto html = ahjo_text(item, "HTML")) document.blocks = html_blocks(*html);
  document.secrecy = ahjo_secrecy(*paper);
  if (document.secrecy.empty()) document.secrecy = ahjo_secrecy(item);
  if (!stated.title && document.blocks.empty()) {
    throw Error(ErrorCode::bad_data, "has neither AgendaItem nor HTML", "ask the source for the item's text");
  }
  return document;
}

RawDocument read_case(const Json& object, const std::string& source) {
  if (!object.is_object()) throw Error(ErrorCode::bad_data, "must be an object");
  RawDocument document = other_document(source);
  schema::Decision& stated = document.stated;
  stated.id = ahjo_text(object, "CaseID").value_or("");
  state_case(document, object);
  state_title(document, public_title(object, "Title"));
  auto opened = ahjo_day(object, "Acquired");
  state_date(document, opened ? opened : ahjo_day(object, "Created"));
  state_language(document, object);
  state_classification(document, object);
  schema::Part records{std::nullopt, schema::PartRole::other, {}};
  if (const Json* list = ahjo_child(object, "Records", true)) {
    for (const Json& record : *list) {
      const std::string line = record_line(record);
      if (!line.empty()) records.text += (records.text.empty() ? "" : "\n") + line;
    }
  }
  if (!records.text.empty()) stated.parts.push_back(std::move(records));
  document.set_known(Field::parts);
  return document;
}

RawDocument read_record(const Json& object, const std::string& source) {
  if (!object.is_object()) throw Error(ErrorCode::bad_data, "must be an object");
  RawDocument document = other_document(source);
  const auto id = ahjo_id(object);
  if (id) document.stated.id = *id + ".record";
  state_title(document, public_title(object, "Title"));
  state_date(document, ahjo_day(object, "DateMeeting"));
  state_language(document, object);
  state_case(document, object);
  schema::Part part{std::nullopt, schema::PartRole::other, {}};
  const bool secret = is_ahjo_secret(object);
  for (const char* key : {"Type", "Description", "Reference"}) {
    if (secret && std::string_view(key) != "Type") continue;
    if (const auto text = ahjo_text(object, key)) part.text += (part.text.empty() ? "" : "\n") + *text;
  }
  if (!part.text.empty()) document.stated.parts.push_back(std::move(part));
  document.set_known(Field::parts);
  return document;
}

std::vector<Block> voting_blocks(const Json& object) {
  const auto found = object.find("VotingResults");
  if (found == object.end() || found->is_null()) return {};
  if (!found->is_array() && !found->is_object()) {
    throw Error(ErrorCode::bad_data, "VotingResults must be a list or an object");
  }
  std::vector<Block> blocks;
  const auto add_votes = [&](const Json& votes) {
    if (!votes.is_object()) throw Error(ErrorCode::bad_data, "VotingResults must be a list of objects");
    constexpr std::array<std::pair<const char*, const char*>, 4> names{
        {{"Ayes", "Jaa-äänet"}, {"Noes", "Ei-äänet"}, {"Blank", "Tyhjä"}, {"Absent", "Poissa"}}};
    for (const auto& [key, name] : names) {
      const Json* side = ahjo_child(votes, key, false);
      if (side == nullptr) continue;
      const auto number = side->find("NumberOfVotes");
      const bool counted = number != side->end() && number->is_number_unsigned();
      std::string text = std::string(name) + (counted ? ": " + std::to_string(number->get<std::uint64_t>()) : "");
      if (const auto proposal = ahjo_text(*side, "Content")) text += "\n" + *proposal;
      if (counted) blocks.push_back({BlockKind::paragraph, std::move(text), "", 0});
    }
  };
  if (found->is_object()) {
    add_votes(*found);
  } else {
    for (const Json& votes : *found) add_votes(votes);
  }
  if (!blocks.empty()) blocks.insert(blocks.begin(), {BlockKind::heading, "Äänestys", "SisaltoOtsikko", 3});
  return blocks;
}

}  // namespace pykala::indexer
