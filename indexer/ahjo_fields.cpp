// SPDX-License-Identifier: GPL-2.0-or-later
// One decision object in, stated facts out. What each key means: an id in braces, a section as text, local wall time,
// null for nothing.
#include "indexer/ahjo_fields.h"

#include <algorithm>

#include "indexer/error.h"
#include "indexer/iso_date.h"
#include "indexer/limits.h"
#include "indexer/parsing_rules.h"
#include "indexer/text_scan.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {

using schema::Error;
using schema::ErrorCode;
using schema::Field;
using schema::Json;

std::optional<std::string> ahjo_text(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  if (!found->is_string()) throw Error(ErrorCode::bad_data, std::string(key) + " must be a string");
  std::string text = stemmers::to_nfc(found->get_ref<const std::string&>());
  if (trim(text).empty()) return std::nullopt;
  return std::string(trim(text));
}

std::string ahjo_secrecy(const Json& object) {
  const auto publicity = ahjo_text(object, "PublicityClass");
  return publicity && ParsingRules::builtin().secret_title(*publicity) ? *publicity : std::string();
}

bool is_ahjo_secret(const Json& object) {
  return !ahjo_secrecy(object).empty();
}

std::optional<std::string> ahjo_name(const Json& object, const char* key) {
  auto text = ahjo_text(object, key);
  if (text) text = std::string(stemmers::cut_utf8(collapse_spaces(*text), schema::max_title_bytes));
  return text;
}

std::optional<std::string> ahjo_title(const Json& object) {
  auto title = ahjo_text(object, "Title");
  if (title) title = std::string(stemmers::cut_utf8(*title, schema::max_title_bytes));
  return title;
}

const Json* ahjo_child(const Json& object, const char* key, bool list) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return nullptr;
  if (list ? !found->is_array() : !found->is_object()) {
    throw Error(ErrorCode::bad_data, std::string(key) + (list ? " must be a list" : " must be an object"));
  }
  return &*found;
}

std::optional<std::string> ahjo_id(const Json& object) {
  auto id = ahjo_text(object, "NativeId");
  if (!id) return std::nullopt;
  std::erase_if(*id, [](char c) { return c == '{' || c == '}'; });
  if (id->empty() || id->size() > schema::max_id_bytes) throw Error(ErrorCode::bad_data, "NativeId is not an id");
  return id;
}

std::optional<int> ahjo_section(const Json& object) {
  const auto found = object.find("Section");
  if (found != object.end() && found->is_number_unsigned() && found->get<std::uint64_t>() <= 99999) {
    return found->get<int>();
  }
  const auto text = ahjo_text(object, "Section");
  if (!text) return std::nullopt;
  std::size_t at = std::min(text->find_first_of("0123456789"), text->size());
  const auto number = scan_number(*text, at, 5);
  if (!number) throw Error(ErrorCode::bad_data, "Section is not a number: \"" + text->substr(0, 40) + "\"");
  return number;
}

std::optional<std::string> ahjo_day(const Json& object, const char* key) {
  const auto text = ahjo_text(object, key);
  if (!text) return std::nullopt;
  std::string day = text->substr(0, 10);
  if (!schema::is_iso_date(day)) throw Error(ErrorCode::bad_data, std::string(key) + " is not a date");
  return day;
}

std::optional<std::string> ahjo_case(const Json& object) {
  if (auto label = ahjo_name(object, "CaseIDLabel")) return label;
  auto id = ahjo_name(object, "CaseID");
  if (!id) return std::nullopt;
  if (const auto number = ParsingRules::builtin().case_number(*id)) return number->text;
  return id;
}

namespace {

std::optional<std::string> date_of(const Json& object) {
  if (const Json* meeting = ahjo_child(object, "Meeting", false)) {
    if (auto day = ahjo_day(*meeting, "DateMeeting")) return day;
  }
  return ahjo_day(object, "DateDecision");
}

std::optional<schema::DecisionMaker> maker_of(const Json& object) {
  const Json* organisation = ahjo_child(object, "Organization", false);
  if (organisation == nullptr) return std::nullopt;
  schema::DecisionMaker maker;
  maker.id = ahjo_text(*organisation, "ID");
  maker.name = ahjo_name(*organisation, "Name").value_or("");
  if (!maker.id && maker.name.empty()) return std::nullopt;
  return maker;
}

/// An attachment's public part: a secret one's title is kept only where it says no more than that it is secret.
std::vector<schema::Attachment> attachments_of(const Json& object) {
  std::vector<schema::Attachment> out;
  const Json* list = ahjo_child(object, "Attachments", true);
  if (list == nullptr) return out;
  for (const Json& item : *list) {
    if (!item.is_object()) throw Error(ErrorCode::bad_data, "Attachments must be a list of objects");
    schema::Attachment attachment;
    if (const auto number = ahjo_text(item, "AttachmentNumber")) {
      std::size_t at = 0;
      attachment.number = scan_number(*number, at, 4);
    }
    attachment.title = ahjo_name(item, "Title").value_or("");
    if (is_ahjo_secret(item) && !ParsingRules::builtin().secret_title(attachment.title)) {
      attachment.title = *ahjo_text(item, "PublicityClass");
    }
    if (attachment.title.empty() && !attachment.number) continue;
    if (out.size() < schema::max_facts) out.push_back(std::move(attachment));
  }
  return out;
}

std::vector<schema::Citation> previous_of(const Json& object) {
  std::vector<schema::Citation> out;
  const Json* list = ahjo_child(object, "PreviousDecisions", true);
  if (list == nullptr) return out;
  for (const Json& item : *list) {
    if (!item.is_object()) throw Error(ErrorCode::bad_data, "PreviousDecisions must be a list of objects");
    schema::Citation cite;
    if (const auto maker = maker_of(item); maker && !maker->name.empty()) cite.decision_maker = maker->name;
    cite.date = date_of(item);
    cite.section = ahjo_section(item);
    cite.case_number = ahjo_case(item);
    cite.title = ahjo_name(item, "Title");
    cite.id = ahjo_id(item);
    if (out.size() < schema::max_facts) out.push_back(std::move(cite));
  }
  return out;
}

}  // namespace

void state_ahjo_fields(const Json& object, RawDocument& document) {
  schema::Decision& stated = document.stated;
  stated.id = ahjo_id(object).value_or("");
  const auto known = [&](Field field, bool is) { is ? document.set_known(field) : void(); };
  known(Field::title, (stated.title = ahjo_title(object)).has_value());
  known(Field::section, (stated.section = ahjo_section(object)).has_value());
  known(Field::case_number, (stated.case_number = ahjo_case(object)).has_value());
  known(Field::date, (stated.date = date_of(object)).has_value());
  known(Field::decision_maker, (stated.decision_maker = maker_of(object)).has_value());
  if (const auto code = ahjo_name(object, "ClassificationCode")) {
    stated.classification = schema::Classification{*code, ahjo_name(object, "ClassificationTitle").value_or("")};
    document.set_known(Field::classification);
  }
  stated.attachments = attachments_of(object);
  known(Field::attachments, !stated.attachments.empty());
  stated.cites = previous_of(object);
}

}  // namespace pykala::indexer
