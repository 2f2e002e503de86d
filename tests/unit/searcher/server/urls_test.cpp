// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/server/urls.h"

#include <catch2/catch.hpp>

#include "indexer/error.h"

using namespace pykala::searcher::server;
using pykala::schema::Error;

namespace {

std::string joined(const std::vector<std::string>& segments) {
  std::string out;
  for (const std::string& segment : segments) out += "[" + segment + "]";
  return out;
}

}  // namespace

TEST_CASE("a path becomes segments") {
  struct Row {
    const char* path;
    const char* segments;
  };
  const auto row = GENERATE(values<Row>({
      {"/", ""},
      {"/api/search", "[api][search]"},
      {"/api/search/", "[api][search]"},
      {"/fi/decision/HEL-2017%2F17", "[fi][decision][HEL-2017/17]"},
      {"/p%C3%A4%C3%A4t%C3%B6s", "[päätös]"},
      {"/a+b", "[a+b]"},
      {"//etc/passwd", "[][etc][passwd]"},
      {"/...", "[...]"},
  }));
  CHECK(joined(parse_path(row.path)) == row.segments);
}

TEST_CASE("a path that could mean something else is refused") {
  const std::string path =
      GENERATE(values<std::string>({"", "api", "http://example.fi/api/search", "*", "/api/%00", "/api/%0d%0aX: y",
                                    "/api/%7f", std::string("/a\0b", 4), "/..", "/../etc/passwd", "/%2e%2e/etc",
                                    "/a/%2E./b", "/.", "/%", "/%2", "/%zz", "/%ff", "/%C3", "/%C0%AF"}));
  CHECK_THROWS_AS(parse_path(path), Error);
}

TEST_CASE("parameters are decoded as forms write them") {
  CHECK(parse_parameters("") == Parameters{});
  CHECK(parse_parameters("q=lapsi+koulu&year=2017&year=2018") ==
        Parameters{{"q", "lapsi koulu"}, {"year", "2017"}, {"year", "2018"}});
  CHECK(parse_parameters("q=%22ab%22%26c&&x&y=") == Parameters{{"q", "\"ab\"&c"}, {"x", ""}, {"y", ""}});
  CHECK(parse_parameters("q=a=b%2Bc") == Parameters{{"q", "a=b+c"}});
  CHECK(parse_parameters("q=rivi%0D%0Atoinen%09sarkain") == Parameters{{"q", "rivi  toinen sarkain"}});
}

TEST_CASE("parameters that could mean something else are refused") {
  const std::string query =
      GENERATE(values<std::string>({"q=%00", "q=%1b", "q=%7F", "q=%", "q=%ff", "q=%ED%A0%80", "%00=1"}));
  CHECK_THROWS_AS(parse_parameters(query), Error);
}

TEST_CASE("as many parameters as allowed, and one more") {
  std::string query;
  for (std::size_t i = 0; i < max_parameters; ++i) query += "a=1&";
  CHECK(parse_parameters(query).size() == max_parameters);
  CHECK_THROWS_AS(parse_parameters(query + "a=1"), Error);
}

TEST_CASE("parameters written are the parameters read") {
  const Parameters parameters{{"q", "ä \"x\" & = + % # ? / ;"}, {"funder", "ESR+"}, {"lang", "sv"}};
  CHECK(parse_parameters(encode_parameters(parameters)) == parameters);
  CHECK(percent_encode("HEL 2017/ä~") == "HEL%202017%2F%C3%A4~");
}

TEST_CASE("a form keeps the lines of what was pasted") {
  const Parameters form = parse_form("text=Otsikko%0D%0A%0AP%C3%A4%C3%A4tettiin%09nyt%0C%00%0Dx&all=yes");
  CHECK(form == Parameters{{"text", "Otsikko\n\nPäätettiin nyt  \nx"}, {"all", "yes"}});
  CHECK_THROWS_AS(parse_form("text=%ff"), Error);
  CHECK_THROWS_AS(parse_form("text=%4"), Error);
}
