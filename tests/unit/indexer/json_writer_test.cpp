// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/json_writer.h"

#include <catch2/catch.hpp>
#include <limits>

#include "indexer/json.h"

using namespace pykala::schema;

TEST_CASE("values are written as the JSON library writes them") {
  std::string out;
  ObjectWriter(out)
      .add("text", std::string("a \"b\"\n"))
      .add("name", "c")
      .add("yes", true)
      .add("small", -5)
      .add("large", std::numeric_limits<std::int64_t>::max())
      .add("size", std::numeric_limits<std::size_t>::max())
      .add("whole", 2.0)
      .add("part", 0.1)
      .add("none", std::optional<int>())
      .add("some", std::optional<std::string>("d"))
      .add("ranges", std::vector<std::pair<int, int>>{{1, 2}, {3, 4}})
      .add("empty", std::vector<std::string>())
      .add("json", JsonText{"[null]"})
      .close();
  CHECK(dump_json(parse_json(out)) == out);
  CHECK(parse_json(out)["large"] == std::numeric_limits<std::int64_t>::max());
  std::string empty;
  ObjectWriter(empty).close();
  CHECK(empty == "{}");
}
