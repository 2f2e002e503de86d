// SPDX-License-Identifier: GPL-2.0-or-later
// Decision JSON of Helsinki's case management system (Ahjo) in: {"decisions": [...]}, a bare list, or one decision; one
// RawDocument a decision out. The JSON's own fields are stated facts; the HTML of Content and Motion gives the blocks.
// A decision with a wrong type is one Problem that names it; the others go on.
#include "indexer/ahjo_fields.h"
#include "indexer/encoding.h"
#include "indexer/error.h"
#include "indexer/html_blocks.h"
#include "indexer/json.h"
#include "indexer/limits.h"
#include "indexer/parsing_rules.h"
#include "indexer/readers.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace {

using schema::Error;
using schema::ErrorCode;
using schema::Field;
using schema::Json;

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
  state_ahjo_fields(object, document);
  const auto content = ahjo_text(object, "Content");
  const auto motion = ahjo_text(object, "Motion");
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
  if (is_ahjo_secret(object)) {
    keep_public(document.blocks);
    document.stated.attachments.clear();
    if (!document.stated.title || !ParsingRules::builtin().secret_title(*document.stated.title)) {
      document.stated.title = ahjo_text(object, "PublicityClass");
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
    if (result.problems.size() >= schema::max_source_problems) {
      result.problems.push_back(
          {name, "too many decisions that cannot be read; the rest was left unread", "is it decision JSON at all?"});
      return;
    }
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
    const bool hinted = !error.hint.empty();
    result.problems.push_back(
        {source.name, error.what(), hinted ? error.hint : "the file is cut or damaged: fetch it again"});
  }
  return result;
}

}  // namespace pykala::indexer
