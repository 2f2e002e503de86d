// SPDX-License-Identifier: GPL-2.0-or-later
// A first look counts depth and keys; everything else is the library's.
#include "indexer/json.h"

#include <set>
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

/// Looks a text over before it is kept: depth and keys of one object. nlohmann lets the last of two equal keys win
/// in silence; here the second one is an error. (Its own callback would do, but goes through all of a list again at the
/// end of each object in it.)
class StrictLook : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return open(); }
  bool start_array(std::size_t) override { return open(); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& key) override {
    // The library looks a key up by going through all: many keys would take forever.
    if (keys_.back().size() >= max_json_keys) {
      throw Error(ErrorCode::bad_data, "JSON object with more than " + std::to_string(max_json_keys) + " keys");
    }
    if (keys_.back().insert(key).second) return true;
    throw Error(ErrorCode::bad_data, "key given twice: " + dump_json(Json(key)), "give each key once");
  }

  bool parse_error(std::size_t, const std::string&, const Json::exception& error) override {
    throw Error(ErrorCode::bad_data, "not valid JSON: " + without_tag(error.what()));
  }

 private:
  bool open() {
    if (keys_.size() >= max_json_depth) {
      throw Error(ErrorCode::bad_data, "JSON is nested deeper than " + std::to_string(max_json_depth) + " levels");
    }
    keys_.emplace_back();
    return true;
  }

  bool close() {
    keys_.pop_back();
    return true;
  }

  std::vector<std::set<std::string>> keys_;
};

}  // namespace

Json parse_json(std::string_view text) {
  try {
    StrictLook look;
    Json::sax_parse(text.begin(), text.end(), &look);
    return Json::parse(text.begin(), text.end());
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
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
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
