// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/server/router.h"

#include <catch2/catch.hpp>

#include "indexer/json.h"
#include "searcher/server/urls.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;
using namespace pykala::searcher::server;

namespace {

Handler says(const std::string& name) {
  return [name](const HttpRequest& request, Index&) {
    return HttpResponse{200, "text/plain", name + " " + request.capture("id") + request.capture("lang"), {}, {}};
  };
}

HttpRequest get(const std::string& path, const std::string& method = "GET") {
  HttpRequest request;
  request.method = method;
  request.path = parse_path(path);
  return request;
}

struct Fixture {
  Fixture() {
    test::make_index(folder.path() + "/index", {test::decision("a", "Otsikko", "Teksti")});
    router.add("GET", "/", says("home"));
    router.add("GET", "/api/search", says("search"));
    router.add("POST", "/api/search", says("post"));
    router.add("GET", "/api/decisions/{id*}/similar", says("similar"));
    router.add("GET", "/api/decisions/{id*}", says("decision"));
    router.add("GET", "/{lang}/search", says("page"));
    router.add("GET", "/fails", [](const HttpRequest&, Index&) -> HttpResponse {
      throw schema::Error(schema::ErrorCode::io, "/srv/secret: broken", "check it");
    });
  }
  test::TempFolder folder;
  Router router;
};

}  // namespace

TEST_CASE("a request goes to the route of its method and path") {
  Fixture fixture;
  Index index(fixture.folder.path() + "/index");
  struct Row {
    const char* method;
    const char* path;
    int status;
    const char* body;  ///< or the beginning of it
  };
  const auto row = GENERATE(values<Row>({
      {"GET", "/", 200, "home"},
      {"GET", "/api/search", 200, "search"},
      {"GET", "/api/search/", 200, "search"},
      {"POST", "/api/search", 200, "post"},
      {"GET", "/api/decisions/HEL-2017-1%2F17", 200, "decision HEL-2017-1/17"},
      {"GET", "/api/decisions/HEL-2017-1/17", 200, "decision HEL-2017-1/17"},
      {"GET", "/api/decisions/HEL-2017-1/17/similar", 200, "similar HEL-2017-1/17"},
      {"GET", "/api/decisions/HEL-2017-1%2F17/similar", 200, "similar HEL-2017-1/17"},
      {"GET", "/api/decisions", 404, "{"},
      {"GET", "/api/decisions/", 404, "{"},
      {"GET", "/sv/search", 200, "page sv"},
      {"GET", "/sv/search/more", 404, "{"},
      {"GET", "//search", 404, "{"},
      {"POST", "/api/decisions/a", 405, "{"},
      {"GET", "/fails", 500, "{"},
  }));
  CAPTURE(row.method, row.path);
  const HttpResponse response = fixture.router.answer(get(row.path, row.method), index);
  CHECK(response.status == row.status);
  CHECK(response.body.starts_with(row.body));
}

TEST_CASE("errors are problem+json that says what instead") {
  Fixture fixture;
  Index index(fixture.folder.path() + "/index");
  const HttpResponse wrong = fixture.router.answer(get("/api/search", "DELETE"), index);
  CHECK(wrong.content_type == "application/problem+json");
  CHECK(wrong.headers == Headers{{"Allow", "GET, HEAD, POST, OPTIONS"}});
  const auto body = schema::parse_json(wrong.body);
  CHECK(body.at("status") == 405);
  CHECK(body.at("title") == "Method Not Allowed");
  CHECK(body.at("hint") == "allowed: GET, HEAD, POST, OPTIONS");

  // What breaks inside is for the log, not for the world.
  const HttpResponse broken = fixture.router.answer(get("/fails"), index);
  CHECK(broken.body.find("secret") == std::string::npos);
}

TEST_CASE("who reads HTML gets the error page, but not below /api") {
  Fixture fixture;
  Index index(fixture.folder.path() + "/index");
  fixture.router.set_error_page([](const HttpRequest&, const schema::Error& error, int status) {
    return HttpResponse{status, "text/html", error.what(), {}, {}};
  });
  HttpRequest request = get("/nowhere");
  CHECK(fixture.router.answer(request, index).content_type == "application/problem+json");
  request.headers.push_back({"accept", "text/html,application/xhtml+xml"});
  CHECK(fixture.router.answer(request, index).content_type == "text/html");
  CHECK(fixture.router.answer(request, index).status == 404);
  request.path = {"api", "nowhere"};
  CHECK(fixture.router.answer(request, index).content_type == "application/problem+json");
}
