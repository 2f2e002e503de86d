// SPDX-License-Identifier: GPL-2.0-or-later
// JSON written straight into a string: a tree of JSON values made first would cost more than the text. What it writes
// is what dump_json (json.h) writes of the same values.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pykala::schema {

// How values are written. A type of another namespace has its own write_json there.
void write_json(std::string& out, const std::string& text);
void write_json(std::string& out, const char* text);
void write_json(std::string& out, double number);
void write_json(std::string& out, std::integral auto number);  ///< true and false too
template <class First, class Second>
void write_json(std::string& out, const std::pair<First, Second>& pair);  ///< a list of two
template <class Value>
void write_json(std::string& out, const std::optional<Value>& value);  ///< null for none
template <class Value>
void write_json(std::string& out, const std::vector<Value>& items);

/// Text that is JSON already.
struct JsonText {
  std::string text;
};
void write_json(std::string& out, const JsonText& json);

/// Writes one object; keys come in the order of the calls.
class ObjectWriter {
 public:
  explicit ObjectWriter(std::string& out) : out_(out) {}

  template <class Value>
  ObjectWriter& add(const char* key, const Value& value) {
    out_ += first_ ? "{\"" : ",\"";
    out_.append(key).append("\":");
    first_ = false;
    write_json(out_, value);
    return *this;
  }
  void close() { out_ += first_ ? "{}" : "}"; }

 private:
  std::string& out_;
  bool first_ = true;
};

/// The items of a list, each written by `write(item)`.
template <class Items, class Write>
void write_list(std::string& out, const Items& items, Write write) {
  out += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += ',';
    first = false;
    write(item);
  }
  out += ']';
}

void write_json(std::string& out, std::integral auto number) {
  if constexpr (std::same_as<decltype(number), bool>) {
    out += number ? "true" : "false";
  } else {
    out += std::to_string(number);
  }
}
template <class First, class Second>
void write_json(std::string& out, const std::pair<First, Second>& pair) {
  out += '[';
  write_json(out, pair.first);
  out += ',';
  write_json(out, pair.second);
  out += ']';
}
template <class Value>
void write_json(std::string& out, const std::optional<Value>& value) {
  if (value) {
    write_json(out, *value);
  } else {
    out += "null";
  }
}
template <class Value>
void write_json(std::string& out, const std::vector<Value>& items) {
  write_list(out, items, [&out](const Value& item) { write_json(out, item); });
}

}  // namespace pykala::schema
