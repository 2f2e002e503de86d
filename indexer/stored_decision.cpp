// SPDX-License-Identifier: GPL-2.0-or-later
// A Decision in, bytes out, and back. One list of members serves both ways, so that they cannot part.
#include "indexer/stored_decision.h"

#include <limits>
#include <type_traits>

#include "indexer/error.h"
#include "indexer/exchange.h"
#include "indexer/json.h"
#include "indexer/leb128.h"
#include "stemmers/unicode.h"

namespace pykala::schema {
namespace {

constexpr char version = 1;

/// What an archive works on: the Writer on const values.
template <class A, class T>
using In = typename A::template Value<T>;

// What is stored of each type, in order.
template <class A>
void stored_members(A& archive, In<A, DecisionMaker>& value) {
  archive(value.id, value.name);
}
template <class A>
void stored_members(A& archive, In<A, Classification>& value) {
  archive(value.code, value.title);
}
template <class A>
void stored_members(A& archive, In<A, Part>& value) {
  archive(value.heading, value.role, value.text);
}
template <class A>
void stored_members(A& archive, In<A, Funder>& value) {
  archive(value.id, value.relation, value.quote);
}
template <class A>
void stored_members(A& archive, In<A, Amount>& value) {
  archive(value.cents, value.currency, value.role, value.funder, value.quote);
}
template <class A>
void stored_members(A& archive, In<A, Period>& value) {
  archive(value.from, value.to);
}
template <class A>
void stored_members(A& archive, In<A, Citation>& value) {
  archive(value.decision_maker, value.date, value.section, value.case_number, value.title, value.id);
}
template <class A>
void stored_members(A& archive, In<A, Attachment>& value) {
  archive(value.number, value.title);
}
template <class A>
void stored_members(A& archive, In<A, Decision>& d) {
  archive(d.id, d.source, d.kind, d.language, d.title, d.date, d.decision_maker, d.section, d.case_number);
  archive(d.classification, d.funders, d.amounts, d.organisations, d.period, d.cites, d.attachments, d.is_public);
  archive(d.expires, d.url, d.parts);
}

class Writer {
 public:
  template <class T>
  using Value = const T;
  std::string out{version};

  template <class... Values>
  void operator()(const Values&... values) {
    (write(values), ...);
  }

 private:
  template <class T>
  void write(const T& value) {
    if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>) {
      out += static_cast<char>(value);
    } else if constexpr (std::is_integral_v<T>) {
      append_number(out, static_cast<std::uint64_t>(value));
    } else {
      stored_members(*this, value);
    }
  }
  void write(const std::string& text) {
    if (!stemmers::is_valid_utf8(text)) return write(parse_json(dump_json(Json(text))).get<std::string>());
    append_number(out, text.size());
    out += text;
  }
  template <class T>
  void write(const std::optional<T>& value) {
    out += static_cast<char>(value.has_value());
    if (value) write(*value);
  }
  template <class T>
  void write(const std::vector<T>& items) {
    append_number(out, items.size());
    for (const T& item : items) write(item);
  }
};

class Reader {
 public:
  template <class T>
  using Value = T;

  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  template <class... Values>
  void operator()(Values&... values) {
    (read(values), ...);
  }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  [[noreturn]] static void fail() {
    throw Error(ErrorCode::bad_data, "a stored decision is damaged", "pykala-index check tells what else is");
  }

  unsigned char byte() {
    if (rest_.empty()) fail();
    const auto value = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return value;
  }

 private:
  std::uint64_t number() {
    const auto value = take_number(rest_);
    if (!value) fail();
    return *value;
  }
  /// A length of what follows: each item takes a byte at least.
  std::size_t length() {
    const std::uint64_t value = number();
    if (value > rest_.size()) fail();
    return value;
  }

  template <class T>
  void read(T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      const unsigned char flag = byte();
      if (flag > 1) fail();
      value = flag != 0;
    } else if constexpr (std::is_enum_v<T>) {
      value = static_cast<T>(byte());
      if (*name_of(value) == '\0') fail();
    } else if constexpr (std::is_integral_v<T>) {
      const std::uint64_t read = number();
      if (read > static_cast<std::uint64_t>(std::numeric_limits<T>::max())) fail();
      value = static_cast<T>(read);
    } else {
      stored_members(*this, value);
    }
  }
  void read(std::string& text) {
    const std::size_t size = length();
    text.assign(rest_.substr(0, size));
    if (!stemmers::is_valid_utf8(text)) fail();
    rest_.remove_prefix(size);
  }
  template <class T>
  void read(std::optional<T>& value) {
    bool has = false;
    read(has);
    if (has) read(value.emplace());
  }
  template <class T>
  void read(std::vector<T>& items) {
    const std::size_t size = length();
    for (std::size_t i = 0; i < size; ++i) read(items.emplace_back());
  }

  std::string_view rest_;
};

}  // namespace

std::string to_stored(const Decision& decision, const std::string& text_languages) {
  Writer writer;
  writer(text_languages, decision);
  return std::move(writer.out);
}

Decision from_stored(std::string_view bytes) {
  return from_stored_with_languages(bytes).decision;
}

StoredDecision from_stored_with_languages(std::string_view bytes) {
  Reader reader(bytes);
  if (reader.byte() != version) Reader::fail();
  StoredDecision stored;
  reader(stored.text_languages, stored.decision);
  if (!reader.at_end()) Reader::fail();
  return stored;
}

}  // namespace pykala::schema
