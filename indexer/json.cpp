// SPDX-License-Identifier: GPL-2.0-or-later
// The library reads; the value is made here, so that depth and keys are counted on the way.
#include "indexer/json.h"

#include <array>
#include <set>
#include <utility>
#include <vector>

#include "indexer/error.h"
#include "indexer/limits.h"
#include "stemmers/unicode.h"

namespace pykala::schema {
namespace {

/// "[json.exception.parse_error.101] parse error at line 1, column 5: …" -> "parse error at line 1, column 5: …"
std::string without_tag(std::string message) {
  const auto end = message.find("] ");
  return end == std::string::npos ? message : message.substr(end + 2);
}

/// Makes the value while it counts depth and keys. nlohmann lets the last of two equal keys win in silence; here the
/// second one is an error. (The library's own maker with a callback would do, but goes through all of a list again at
/// the end of each object in it.)
class StrictMaker : public nlohmann::json_sax<Json> {
 public:
  Json value;

  bool null() override { return put(nullptr); }
  bool boolean(bool given) override { return put(given); }
  bool number_integer(number_integer_t given) override { return put(given); }
  bool number_unsigned(number_unsigned_t given) override { return put(given); }
  bool number_float(number_float_t given, const string_t&) override { return put(given); }
  bool string(string_t& given) override { return put(std::move(given)); }
  bool binary(binary_t&) override { return true; }  // no text has it
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& key) override {
    Level& level = open_.back();
    // The library looks a key up by going through all: many keys would take forever.
    if (level.keys.size() >= max_json_keys) {
      throw Error(ErrorCode::bad_data, "JSON object with more than " + std::to_string(max_json_keys) + " keys");
    }
    if (!level.keys.insert(key).second) {
      throw Error(ErrorCode::bad_data, "key given twice: " + dump_json(Json(key)), "give each key once");
    }
    // A vector of pairs underneath: its own insertion would look for the key once more.
    auto& members = *level.value->get_ptr<Json::object_t*>();
    static_cast<Container&>(members).emplace_back(std::move(key), nullptr);
    level.member = &members.back().second;
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const Json::exception& error) override {
    throw Error(ErrorCode::bad_data, "not valid JSON: " + without_tag(error.what()));
  }

 private:
  using Container = Json::object_t::Container;
  struct Level {
    Json* value;             ///< an object or a list; nothing is added beside it while it is open
    Json* member = nullptr;  ///< of an object: where the value of its last key goes
    std::set<std::string> keys;
  };

  template <class Given>
  Json* place(Given&& given) {
    if (open_.empty()) return &(value = std::forward<Given>(given));
    Level& level = open_.back();
    if (level.member != nullptr) return &(*level.member = std::forward<Given>(given));
    auto& items = *level.value->get_ptr<Json::array_t*>();
    items.emplace_back(std::forward<Given>(given));
    return &items.back();
  }

  template <class Given>
  bool put(Given&& given) {
    place(std::forward<Given>(given));
    return true;
  }

  bool open(Json&& empty) {
    if (open_.size() >= max_json_depth) {
      throw Error(ErrorCode::bad_data, "JSON is nested deeper than " + std::to_string(max_json_depth) + " levels");
    }
    open_.push_back({place(std::move(empty)), nullptr, {}});
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  std::vector<Level> open_;
};

constexpr std::array<bool, 256> escaped_in_json = [] {
  std::array<bool, 256> bytes{};
  for (std::size_t control = 0; control < ' '; ++control) bytes[control] = true;
  bytes['"'] = bytes['\\'] = true;
  return bytes;
}();

}  // namespace

Json parse_json(std::string_view text) {
  try {
    StrictMaker maker;
    Json::sax_parse(text.begin(), text.end(), &maker);
    return std::move(maker.value);
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorCode::bad_data, "not valid JSON: " + without_tag(error.what()));
  }
}

std::string dump_json(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void append_json_text(std::string& out, std::string_view text) {
  if (!stemmers::is_valid_utf8(text)) {
    out += dump_json(Json(text));
    return;
  }
  out += '"';
  std::size_t begin = 0;  // of what is written as it is
  for (std::size_t at = 0; at < text.size(); ++at) {
    while (at < text.size() && !escaped_in_json[static_cast<unsigned char>(text[at])]) ++at;
    if (at == text.size()) break;
    const char c = text[at];
    out.append(text, begin, at - begin);
    begin = at + 1;
    if (c == '\n') {
      out += "\\n";
    } else {
      const std::string escaped = dump_json(Json(text.substr(at, 1)));  // in its quotation marks
      out.append(escaped, 1, escaped.size() - 2);
    }
  }
  out.append(text, begin);
  out += '"';
}

std::string pointer_step(std::string_view key) {
  std::string out = "/";
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace pykala::schema
