// SPDX-License-Identifier: GPL-2.0-or-later
// Decision JSON of Helsinki's case management system (Ahjo) in: {"decisions": [...]}, a bare list, or one decision; one
// RawDocument a decision out. The JSON's own fields are stated facts; the HTML of Content and Motion gives the blocks.
// A decision with a wrong type is one Problem that names it; the others go on.
#include <algorithm>

#include "indexer/encoding.h"
#include "indexer/error.h"
#include "indexer/html_blocks.h"
#include "indexer/iso_date.h"
#include "indexer/json.h"
#include "indexer/limits.h"
#include "indexer/parsing_rules.h"
#include "indexer/readers.h"
#include "indexer/text_scan.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace {

using schema::Error;
using schema::ErrorCode;
using schema::Field;
using schema::Json;

/// The member as text, trimmed and in NFC; nothing when absent, null or empty.
std::optional<std::string> text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  if (!found->is_string()) throw Error(ErrorCode::bad_data, std::string(key) + " must be a string");
  std::string text = stemmers::to_nfc(found->get_ref<const std::string&>());
  if (trim(text).empty()) return std::nullopt;
  return std::string(trim(text));
}

/// A short text: names and titles, spaces collapsed.
std::optional<std::string> name_of(const Json& object, const char* key) {
  auto text = text_of(object, key);
  if (text) text = std::string(stemmers::cut_utf8(collapse_spaces(*text), schema::max_title_bytes));
  return text;
}

/// The title as the source writes it, double spaces too.
std::optional<std::string> title_of(const Json& object) {
  auto title = text_of(object, "Title");
  if (title) title = std::string(stemmers::cut_utf8(*title, schema::max_title_bytes));
  return title;
}

/// The member as an object or list, nullptr when absent or null.
const Json* child_of(const Json& object, const char* key, bool list) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return nullptr;
  if (list ? !found->is_array() : !found->is_object()) {
    throw Error(ErrorCode::bad_data, std::string(key) + (list ? " must be a list" : " must be an object"));
  }
  return &*found;
}

/// "{6A61...}" -> "6A61...".
std::optional<std::string> native_id(const Json& object) {
  auto id = text_of(object, "NativeId");
  if (!id) return std::nullopt;
  std::erase_if(*id, [](char c) { return c == '{' || c == '}'; });
  if (id->empty() || id->size() > schema::max_id_bytes) throw Error(ErrorCode::bad_data, "NativeId is not an id");
  return id;
}

/// "110", "178 §", "§ 4" or a number.
std::optional<int> section_of(const Json& object) {
  const auto found = object.find("Section");
  if (found != object.end() && found->is_number_unsigned() && found->get<std::uint64_t>() <= 99999) {
    return found->get<int>();
  }
  const auto text = text_of(object, "Section");
  if (!text) return std::nullopt;
  std::size_t at = std::min(text->find_first_of("0123456789"), text->size());
  const auto number = scan_number(*text, at, 5);
  if (!number) throw Error(ErrorCode::bad_data, "Section is not a number: \"" + text->substr(0, 40) + "\"");
  return number;
}

/// Local wall time "2021-12-14T16:00:00.000" -> "2021-12-14".
std::optional<std::string> day_of(const Json& object, const char* key) {
  const auto text = text_of(object, key);
  if (!text) return std::nullopt;
  std::string day = text->substr(0, 10);
  if (!schema::is_iso_date(day)) throw Error(ErrorCode::bad_data, std::string(key) + " is not a date");
  return day;
}

std::optional<std::string> date_of(const Json& object) {
  if (const Json* meeting = child_of(object, "Meeting", false)) {
    if (auto day = day_of(*meeting, "DateMeeting")) return day;
  }
  return day_of(object, "DateDecision");
}

/// CaseIDLabel, or CaseID with its first hyphen as a space: "HEL-2022-000063" -> "HEL 2022-000063".
std::optional<std::string> case_of(const Json& object) {
  if (auto label = name_of(object, "CaseIDLabel")) return label;
  auto id = name_of(object, "CaseID");
  if (!id) return std::nullopt;
  if (const auto number = ParsingRules::builtin().case_number(*id)) return number->text;
  return id;
}

std::optional<schema::DecisionMaker> maker_of(const Json& object) {
  const Json* organisation = child_of(object, "Organization", false);
  if (organisation == nullptr) return std::nullopt;
  schema::DecisionMaker maker;
  maker.id = text_of(*organisation, "ID");
  maker.name = name_of(*organisation, "Name").value_or("");
  if (!maker.id && maker.name.empty()) return std::nullopt;
  return maker;
}

bool is_secret(const Json& object) {
  const auto publicity = text_of(object, "PublicityClass");
  return publicity && ParsingRules::builtin().secret_title(*publicity).has_value();
}

/// An attachment's public part: a secret one's title is kept only where it says no more than that it is secret.
std::vector<schema::Attachment> attachments_of(const Json& object) {
  std::vector<schema::Attachment> out;
  const Json* list = child_of(object, "Attachments", true);
  if (list == nullptr) return out;
  for (const Json& item : *list) {
    if (!item.is_object()) throw Error(ErrorCode::bad_data, "Attachments must be a list of objects");
    schema::Attachment attachment;
    if (const auto number = text_of(item, "AttachmentNumber")) {
      std::size_t at = 0;
      attachment.number = scan_number(*number, at, 4);
    }
    attachment.title = name_of(item, "Title").value_or("");
    if (is_secret(item) && !ParsingRules::builtin().secret_title(attachment.title)) {
      attachment.title = *text_of(item, "PublicityClass");
    }
    if (attachment.title.empty() && !attachment.number) continue;
    if (out.size() < schema::max_facts) out.push_back(std::move(attachment));
  }
  return out;
}

std::vector<schema::Citation> previous_of(const Json& object) {
  std::vector<schema::Citation> out;
  const Json* list = child_of(object, "PreviousDecisions", true);
  if (list == nullptr) return out;
  for (const Json& item : *list) {
    if (!item.is_object()) throw Error(ErrorCode::bad_data, "PreviousDecisions must be a list of objects");
    schema::Citation cite;
    if (const auto maker = maker_of(item); maker && !maker->name.empty()) cite.decision_maker = maker->name;
    cite.date = date_of(item);
    cite.section = section_of(item);
    cite.case_number = case_of(item);
    cite.title = name_of(item, "Title");
    cite.id = native_id(item);
    if (out.size() < schema::max_facts) out.push_back(std::move(cite));
  }
  return out;
}

void state_fields(const Json& object, RawDocument& document) {
  schema::Decision& stated = document.stated;
  stated.id = native_id(object).value_or("");
  const auto known = [&](Field field, bool is) { is ? document.set_known(field) : void(); };
  known(Field::title, (stated.title = title_of(object)).has_value());
  known(Field::section, (stated.section = section_of(object)).has_value());
  known(Field::case_number, (stated.case_number = case_of(object)).has_value());
  known(Field::date, (stated.date = date_of(object)).has_value());
  known(Field::decision_maker, (stated.decision_maker = maker_of(object)).has_value());
  if (const auto code = name_of(object, "ClassificationCode")) {
    stated.classification = schema::Classification{*code, name_of(object, "ClassificationTitle").value_or("")};
    document.set_known(Field::classification);
  }
  stated.attachments = attachments_of(object);
  known(Field::attachments, !stated.attachments.empty());
  stated.cites = previous_of(object);
}

/// Of a secret decision only the elements that are public by their class.
void keep_public(std::vector<Block>& blocks) {
  std::erase_if(blocks, [](const Block& block) {
    const ClassMeaning meaning = ParsingRules::builtin().html_class(block.html_class).meaning;
    const bool open_title = meaning == ClassMeaning::title && block.html_class.find("Julkinen") != std::string::npos;
    return !open_title && meaning != ClassMeaning::section && meaning != ClassMeaning::secrecy;
  });
}

RawDocument read_decision(const Json& object, const std::string& source) {
  if (!object.is_object()) throw Error(ErrorCode::bad_data, "must be an object");
  RawDocument document;
  document.source = source;
  state_fields(object, document);
  const auto content = text_of(object, "Content");
  const auto motion = text_of(object, "Motion");
  if (!content && !motion) {
    throw Error(ErrorCode::bad_data, "has no Content", "ask the source for the decision's text");
  }
  if (content) document.blocks = html_blocks(*content);
  if (motion) {
    for (Block& block : html_blocks(*motion)) {
      block.in_motion = true;
      document.blocks.push_back(std::move(block));
    }
  }
  document.stated.kind = content ? schema::Kind::decision : schema::Kind::motion;
  document.set_known(Field::kind);
  if (is_secret(object)) {
    keep_public(document.blocks);
    document.stated.attachments.clear();
    if (!document.stated.title || !ParsingRules::builtin().secret_title(*document.stated.title)) {
      document.stated.title = text_of(object, "PublicityClass");
    }
  }
  return document;
}

/// How a report names a decision: "decisions.json#3 (HEL 2021-009631, 3 §)".
std::string label_of(const Json& object, const std::string& source) {
  std::string label;
  if (!object.is_object()) return source;
  for (const char* key : {"NativeId", "CaseIDLabel", "Title"}) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string()) continue;
    label += (label.empty() ? "" : ", ") + std::string(stemmers::cut_utf8(found->get<std::string>(), 80));
  }
  return label.empty() ? source : source + " (" + label + ")";
}

const Json& decisions_of(const Json& root) {
  if (root.is_array()) return root;
  const auto found = root.find("decisions");
  if (found == root.end()) throw Error(ErrorCode::bad_data, "no \"decisions\" in it", "give {\"decisions\": [...]}");
  if (!found->is_array()) throw Error(ErrorCode::bad_data, "/decisions must be a list", "give {\"decisions\": [...]}");
  return *found;
}

void read_all(const Json& list, const std::string& name, ReadResult& result) {
  std::size_t number = 0;
  for (const Json& object : list) {
    const std::string source = name + "#" + std::to_string(++number);
    try {
      result.documents.push_back(read_decision(object, source));
    } catch (const Error& error) {
      result.problems.push_back({label_of(object, source), error.what(),
                                 error.hint.empty() ? "compare it with the source's own format" : error.hint});
    }
  }
}

}  // namespace

ReadResult read_ahjo(const Source& source) {
  ReadResult result;
  try {
    const Json root = schema::parse_json(decode_text(source.bytes));
    if (root.is_object() && root.contains("NativeId") && !root.contains("decisions")) {
      read_all(Json::array({root}), source.name, result);
    } else {
      read_all(decisions_of(root), source.name, result);
    }
    if (result.documents.empty() && result.problems.empty()) {
      result.problems.push_back({source.name, "no decisions in it", "ask the source again"});
    }
  } catch (const Error& error) {
    result.problems.push_back({source.name, error.what(), error.hint});
  }
  return result;
}

}  // namespace pykala::indexer
