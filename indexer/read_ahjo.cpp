// SPDX-License-Identifier: GPL-2.0-or-later
// JSON of Helsinki's case management system (Ahjo) in: {"decisions": [...]}, {"meetings": [...]}, {"cases": [...]},
// {"records": [...]}, a bare list, or one object; one RawDocument a decision, agenda item, case or record out. The
// JSON's own fields are stated facts; the HTML of Content, Motion and agenda items gives the blocks. An object with a
// wrong type is one Problem that names it; the others go on.
#include <algorithm>
#include <array>
#include <iterator>

#include "indexer/ahjo_fields.h"
#include "indexer/ahjo_papers.h"
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
  const bool has_votes = std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
    return block.text.find("Jaa-äänet") != std::string::npos || block.text.find("Ja-röster") != std::string::npos;
  });
  if (!has_votes) {
    std::vector<Block> votes = voting_blocks(object);
    const auto motion_begin =
        std::find_if(document.blocks.begin(), document.blocks.end(), [](const Block& b) { return b.in_motion; });
    document.blocks.insert(motion_begin, std::make_move_iterator(votes.begin()), std::make_move_iterator(votes.end()));
  }
  document.secrecy = ahjo_secrecy(object);
  return document;
}

/// How a report names a decision: "decisions.json#3 (HEL 2021-009631, 3 §)".
std::string label_of(const Json& object, const std::string& source) {
  std::string label;
  if (!object.is_object()) return source;
  for (const char* key : {"NativeId", "CaseIDLabel", "MeetingID", "Title", "AgendaItem"}) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string()) continue;
    label += (label.empty() ? "" : ", ") + std::string(stemmers::cut_utf8(found->get<std::string>(), 80));
  }
  return label.empty() ? source : source + " (" + label + ")";
}

enum class Paper { decision, meeting, record_of_case, case_file, unknown };

/// What an object is by the keys that only its like has.
Paper paper_of(const Json& object) {
  if (!object.is_object()) return Paper::unknown;
  if (object.contains("Content") || object.contains("Motion")) return Paper::decision;
  if (object.contains("Agenda") && object.contains("MeetingID")) return Paper::meeting;
  if (object.contains("Records") || object.contains("Handlings")) return Paper::case_file;
  if (object.contains("NativeId") && object.contains("Type")) return Paper::record_of_case;
  return Paper::unknown;
}

class Reader {
 public:
  Reader(const std::string& name, ReadResult& result) : name_(name), result_(result) {}

  void all(const Json& list, Paper kind) {
    for (const Json& object : list) {
      if (too_many()) return;
      ++number_;
      const Paper own = paper_of(object);
      one(object, own == Paper::unknown ? kind : own);
    }
  }

 private:
  bool too_many() {
    if (result_.problems.size() < schema::max_source_problems) return false;
    result_.problems.push_back({name_, "too many papers that cannot be read; the rest was left unread",
                                "is it the case system's JSON at all?"});
    return true;
  }

  /// Runs `read` for one paper; what is wrong with it is one problem.
  template <class Read>
  void take(const Json& object, const std::string& source, Read read) {
    try {
      result_.documents.push_back(read(source));
    } catch (const Error& error) {
      result_.problems.push_back({label_of(object, source), error.what(),
                                  error.hint.empty() ? "compare it with the source's own format" : error.hint});
    }
  }

  void one(const Json& object, Paper kind) {
    const std::string source = name_ + "#" + std::to_string(number_);
    if (kind == Paper::meeting) return meeting(object, source);
    take(object, source, [&](const std::string& at) {
      if (kind == Paper::case_file) return read_case(object, at);
      if (kind == Paper::record_of_case) return read_record(object, at);
      return read_decision(object, at);
    });
  }

  void meeting(const Json& object, const std::string& source) {
    const Json* agenda = nullptr;
    try {
      if (!object.is_object()) throw Error(ErrorCode::bad_data, "must be an object");
      agenda = ahjo_child(object, "Agenda", true);
    } catch (const Error& error) {
      result_.problems.push_back({label_of(object, source), error.what(), "compare it with the source's own format"});
    }
    if (agenda == nullptr) return;
    std::size_t point = 0;
    for (const Json& item : *agenda) {
      if (too_many()) return;
      take(item, source + "." + std::to_string(++point),
           [&](const std::string& at) { return read_agenda_item(object, item, at); });
    }
  }

  const std::string& name_;
  ReadResult& result_;
  std::size_t number_ = 0;
};

/// The list of a response: {"meetings": [...]}.
bool read_list(const Json& root, const std::string& name, ReadResult& result) {
  constexpr std::array<std::pair<const char*, Paper>, 4> lists{{{"decisions", Paper::decision},
                                                                {"meetings", Paper::meeting},
                                                                {"cases", Paper::case_file},
                                                                {"records", Paper::record_of_case}}};
  bool found = false;
  for (const auto& [key, kind] : lists) {
    const Json* list = ahjo_child(root, key, true);
    if (list == nullptr) continue;
    found = true;
    Reader(name, result).all(*list, kind);
  }
  return found;
}

}  // namespace

ReadResult read_ahjo(const Source& source) {
  ReadResult result;
  try {
    const Json root = schema::parse_json(decode_text(source.bytes));
    if (root.is_array()) {
      Reader(source.name, result).all(root, Paper::decision);
    } else if (!root.is_object()) {
      throw Error(ErrorCode::bad_data, "no decisions in it", "give {\"decisions\": [...]}");
    } else if (!read_list(root, source.name, result)) {
      if (paper_of(root) == Paper::unknown) {
        throw Error(ErrorCode::bad_data, "no \"decisions\" in it", "give {\"decisions\": [...]}");
      }
      Reader(source.name, result).all(Json::array({root}), Paper::decision);
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
