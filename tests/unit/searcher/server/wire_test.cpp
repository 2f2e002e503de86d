// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/server/wire.h"

#include <catch2/catch.hpp>

#include "indexer/limits.h"

using namespace pykala;
using namespace pykala::searcher::server;

namespace {

/// Status of a request's head, 0 for one that is taken.
int refused(const std::string& method, const std::string& uri, Headers headers,
            const std::string& version = "HTTP/1.1") {
  headers.insert(headers.begin(), {"Host", "example.fi"});
  HttpRequest request;
  bool head_only = false;
  const auto refusal = read_head({method, uri, version, headers}, Settings(), request, head_only);
  return refusal ? refusal->status : 0;
}

}  // namespace

TEST_CASE("a body is framed one way, within the limit") {
  const std::string most = std::to_string(schema::max_request_bytes);
  const std::string more = std::to_string(schema::max_request_bytes + 1);
  const std::string most_form = std::to_string(max_form_bytes);
  const std::string more_form = std::to_string(max_form_bytes + 1);
  const NameValue form{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"};
  struct Row {
    const char* method;
    Headers headers;
    int status;
  };
  const auto row = GENERATE_COPY(values<Row>({
      {"POST", {{"Content-Length", "2"}}, 0},
      {"POST", {{"Transfer-Encoding", "Chunked"}}, 0},
      {"POST", {{"Content-Length", most}}, 0},
      {"POST", {{"Content-Length", more}}, 413},
      {"POST", {form, {"Content-Length", most_form}}, 0},
      {"POST", {form, {"Content-Length", more_form}}, 413},
      {"POST", {{"content-length", "2"}, {"CONTENT-LENGTH", "2"}}, 400},
      {"POST", {{"Content-Length", "2"}, {"Transfer-Encoding", "chunked"}}, 400},
      {"POST", {{"Transfer-Encoding", "gzip, chunked"}}, 400},
      {"POST", {{"Content-Length", ""}}, 400},
      {"POST", {{"Content-Length", "-1"}}, 400},
      {"POST", {{"Content-Length", "2, 2"}}, 400},
      {"POST", {{"Content-Length", "99999999999999999999999999"}}, 413},
      {"POST", {}, 411},
      {"GET", {}, 0},
      {"GET", {{"Content-Length", "0"}}, 0},
      {"GET", {{"Content-Length", "1"}}, 400},
      {"HEAD", {{"Transfer-Encoding", "chunked"}}, 400},
  }));
  CAPTURE(row.method);
  CHECK(refused(row.method, "/api/search", row.headers) == row.status);
}

TEST_CASE("a head that could mean something else is refused") {
  CHECK(refused("GET", "/", {{"X", "a\tb"}}) == 0);
  CHECK(refused("GET", "/", {{"X", "a\rb"}}) == 400);
  CHECK(refused("GET", "/", {{"X Y", "a"}}) == 400);
  CHECK(refused("GET", "/", {{"", "a"}}) == 400);
  CHECK(refused("GET", "/", {{"Host", "again.fi"}}) == 400);
  CHECK(refused("GET", "/a\x01", {}) == 400);
  CHECK(refused("GET", "/a b", {}) == 400);
  CHECK(refused("GET", "/", {}, "HTTP/1.0") == 0);
  CHECK(refused("GET", "/", {}, "HTTP/2.0") == 400);
  CHECK(refused("GET", "/", {}, "") == 400);
  CHECK(refused("PUT", "/", {}) == 400);
  CHECK(refused("get", "/", {}) == 400);
  CHECK(refused("OPTIONS", "/", {}) == 0);
  Headers many(max_headers - 1, NameValue{"X", "1"});
  CHECK(refused("GET", "/", many) == 0);
  many.push_back({"X", "1"});
  CHECK(refused("GET", "/", many) == 431);
}

TEST_CASE("a request is read whole") {
  HttpRequest request;
  bool head_only = false;
  const RawHead head{
      "HEAD", "http://example.fi/api/search?q=a%20b#c", "HTTP/1.1", {{"HOST", "example.fi:80"}, {"Accept", "x"}}};
  REQUIRE_FALSE(read_head(head, Settings(), request, head_only));
  CHECK(head_only);
  CHECK(request.method == "GET");
  CHECK(request.path == std::vector<std::string>{"api", "search"});
  CHECK(request.parameters == Parameters{{"q", "a b"}});
  CHECK(request.header("accept") == "x");
  CHECK(request.base_url == "http://example.fi:80");
}

TEST_CASE("a Host that is none is refused, as it stands in links") {
  const std::string host = GENERATE(values<std::string>({"a b", "a\"", "<x>", "a/b", "a@b", std::string(256, 'a')}));
  HttpRequest request;
  bool head_only = false;
  CHECK(read_head({"GET", "/", "HTTP/1.1", {{"Host", host}}}, Settings(), request, head_only));
}
