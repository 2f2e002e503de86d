// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/server/finishing.h"

#include <catch2/catch.hpp>

#include "searcher/server/compression.h"
#include "searcher/server/metrics.h"
#include "searcher/server/xml.h"

using namespace pykala::searcher;
using namespace pykala::searcher::server;

namespace {

std::string header(const HttpResponse& response, const std::string& name) {
  std::string all;
  for (const NameValue& one : response.headers) {
    if (one.name == name) all += (all.empty() ? "" : " | ") + one.value;
  }
  return all;
}

}  // namespace

TEST_CASE("who takes gzip") {
  struct Row {
    const char* header;
    bool takes;
  };
  const auto row = GENERATE(values<Row>({{"", false},
                                         {"gzip", true},
                                         {"br, GZIP", true},
                                         {"gzip;q=0", false},
                                         {"gzip; q=0.0", false},
                                         {"gzip; q=0.5", true},
                                         {"*", true},
                                         {"*;q=0", false},
                                         {"gzip;q=0, *", false},
                                         {"xgzip", false}}));
  CAPTURE(row.header);
  CHECK(accepts_gzip(row.header) == row.takes);
}

TEST_CASE("If-None-Match names a tag, weak or strong") {
  CHECK(names_tag("W/\"ab\"", "W/\"ab\""));
  CHECK(names_tag("\"x\", \"ab\"", "W/\"ab\""));
  CHECK(names_tag("*", "W/\"ab\""));
  CHECK_FALSE(names_tag("\"abc\"", "W/\"ab\""));
  CHECK_FALSE(names_tag("", "W/\"ab\""));
}

TEST_CASE("an answer gets its headers, but keeps its own") {
  HttpResponse response{200, "text/html", std::string(least_compressed, 'a'), {{"Cache-Control", "max-age=5"}}, {}};
  HttpRequest request;
  request.headers.push_back({"accept-encoding", "gzip"});
  finish(request, Freshness::index, Settings(), nullptr, response);
  CHECK(header(response, "Cache-Control") == "max-age=5");
  CHECK(header(response, "Content-Encoding") == "gzip");
  CHECK(header(response, "Content-Security-Policy").find("default-src 'self'") == 0);
  CHECK(header(response, "X-Robots-Tag") == "noindex");
  CHECK(response.body.size() < least_compressed);

  HttpResponse small{200, "text/plain", std::string(least_compressed - 1, 'a'), {}, {}};
  finish(request, Freshness::moment, Settings(), nullptr, small);
  CHECK(header(small, "Content-Encoding").empty());
  CHECK(header(small, "Cache-Control") == "no-store");
}

TEST_CASE("an origin that is allowed, and one that is not") {
  Settings settings;
  settings.cors_origins = {"https://a.fi"};
  HttpRequest request;
  CHECK(cors_headers(request, settings).empty());
  request.headers = {{"origin", "https://a.fi"}};
  CHECK(cors_headers(request, settings).front().value == "https://a.fi");
  request.headers = {{"origin", "https://a.fi.evil.example"}};
  CHECK(cors_headers(request, settings) == Headers{{"Vary", "Origin"}});
  settings.cors_origins = {"*"};
  CHECK(cors_headers(request, settings).front().value == "*");
  request.method = "POST";
  CHECK(cors_headers(request, settings) == Headers{{"Vary", "Origin"}});
}

TEST_CASE("text for XML") {
  CHECK(xml_text("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&#39;");
  CHECK(xml_text("a\x01\x1b"
                 "b") == "a  b");
  CHECK(xml_text("a\xEF\xBF\xBF"
                 "b\xEF\xBF\xBE") == "a b ");
  CHECK(xml_text("\xEF\xBB\xBF") == "\xEF\xBB\xBF");
  CHECK(xml_text("\xFF") == "\xEF\xBF\xBD");
}

TEST_CASE("metrics count") {
  Metrics metrics;
  metrics.count("/a", "GET", 200, 0.002);
  metrics.count("/a", "GET", 200, 20);
  metrics.refuse("queue");
  const std::string text = metrics.text();
  CHECK(text.find("pykala_requests_total{route=\"/a\",method=\"GET\",status=\"200\"} 2\n") != std::string::npos);
  CHECK(text.find("pykala_request_seconds_bucket{route=\"/a\",le=\"0.0025\"} 1\n") != std::string::npos);
  CHECK(text.find("pykala_request_seconds_bucket{route=\"/a\",le=\"10\"} 1\n") != std::string::npos);
  CHECK(text.find("pykala_request_seconds_bucket{route=\"/a\",le=\"+Inf\"} 2\n") != std::string::npos);
  CHECK(text.find("pykala_refused_total{reason=\"queue\"} 1\n") != std::string::npos);
}
