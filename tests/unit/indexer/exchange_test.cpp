// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/exchange.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "indexer/error.h"
#include "indexer/json.h"
#include "indexer/limits.h"
#include "tests/support/full_decision.h"

using namespace pykala::schema;
using pykala::test::full_decision;

namespace {

std::string pointer_of_failure(const std::string& json) {
  try {
    (void)from_exchange(json);
  } catch (const Error& error) {
    CHECK(error.code == ErrorCode::bad_data);
    return error.pointer.empty() ? "(no pointer) " + std::string(error.what()) : error.pointer;
  }
  return "no error";
}

}  // namespace

TEST_CASE("a decision written and read again is the same") {
  const Decision d = full_decision();
  const std::string line = to_exchange(d);
  CHECK(line.find('\n') == std::string::npos);
  KnownFields known;
  CHECK(from_exchange(line, &known) == d);
  CHECK(known.all());
  CHECK(from_exchange(to_exchange(Decision{})) == Decision{});
}

TEST_CASE("what is written straight is what the JSON library writes") {
  const std::string line = to_exchange(full_decision());
  CHECK(dump_json(parse_json(line)) == line);
  const std::string empty = to_exchange(Decision{});
  CHECK(dump_json(parse_json(empty)) == empty);
}

TEST_CASE("a text is written as the JSON library writes it, whatever its bytes are") {
  const auto written = [](const std::string& text) {
    std::string out;
    append_json_text(out, text);
    return out;
  };
  for (const std::string text :
       {"", "a\"b\\c/d", "\n\t\r\b\f\x01\x1F\x7F", "äöå € \xF0\x9F\x98\x80", "\xC3", "a\xFF z"}) {
    CAPTURE(text);
    CHECK(written(text) == dump_json(Json(text)));
  }
  CHECK(rc::check("any bytes", [&](const std::string& bytes) { RC_ASSERT(written(bytes) == dump_json(Json(bytes))); }));
}

TEST_CASE("a key that is absent is not known, a null or empty one is") {
  KnownFields known;
  (void)from_exchange(R"({"id": "1", "title": null, "funders": []})", &known);
  CHECK(known.count() == 2);
  CHECK(known.test(static_cast<std::size_t>(Field::title)));
  CHECK(known.test(static_cast<std::size_t>(Field::funders)));
}

TEST_CASE("what is wrong is named by its place") {
  const std::pair<const char*, const char*> rows[] = {
      {R"({"titel": "x"})", "/titel"},
      {R"({"a/b~": "x"})", "/a~1b~0"},
      {R"({"title": 5})", "/title"},
      {R"({"date": "17.5.2017"})", "/date"},
      {R"({"date": "2017-02-30"})", "/date"},
      {R"({"section": -1})", "/section"},
      {R"({"section": 1e3})", "/section"},
      {R"({"section": 99999999999999999999})", "/section"},
      {R"({"kind": "memo"})", "/kind"},
      {R"({"language": "de"})", "/language"},
      {R"({"parts": [{"role": "decision", "text": "x"}, {"role": "main"}]})", "/parts/1/role"},
      {R"({"parts": {}})", "/parts"},
      {R"({"amounts": [{"role": "grant"}]})", "/amounts/0"},
      {R"({"amounts": [{"cents": 1.5}]})", "/amounts/0/cents"},
      {R"({"funders": [{"relation": "funds"}]})", "/funders/0"},
      {R"({"cites": [{}]})", "/cites/0"},
      {R"-({"url": "javascript:alert(1)"})-", "/url"},
      {R"({"public": "yes"})", "/public"},
  };
  for (const auto& [json, pointer] : rows) {
    INFO(json);
    CHECK(pointer_of_failure(json) == pointer);
  }
}

TEST_CASE("broken, doubled and bottomless JSON is refused") {
  CHECK(pointer_of_failure(R"({"id": "1)").find("not valid JSON") != std::string::npos);
  CHECK(pointer_of_failure(R"({"id": "1", "id": "2"})").find("key given twice") != std::string::npos);
  CHECK(pointer_of_failure("{\"id\": \"\xff\"}").find("not valid JSON") != std::string::npos);
  const auto nested = [](std::size_t depth) {
    return "{\"id\":" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
  };
  CHECK(pointer_of_failure(nested(max_json_depth)) == "/id");
  CHECK(pointer_of_failure(nested(max_json_depth + 1)).find("deeper") != std::string::npos);
}

TEST_CASE("lists stop at their limit") {
  const auto names = [](std::size_t n) {
    std::string json = R"({"organisations": ["x")";
    for (std::size_t i = 1; i < n; ++i) json += R"(,"x")";
    return json + "]}";
  };
  CHECK(pointer_of_failure(names(max_facts)) == "no error");
  CHECK(pointer_of_failure(names(max_facts + 1)) == "/organisations");
}
