// SPDX-License-Identifier: GPL-2.0-or-later
// Any search as an Atom feed (RFC 4287), newest first, and the search as a browser's address bar knows it (OpenSearch
// 1.1, https://github.com/dewitt/opensearch). An entry's id is made of the decision's alone: it stays the same
// wherever the service moves.
#include <algorithm>

#include "indexer/keys.h"
#include "searcher/labels.h"
#include "searcher/search.h"
#include "searcher/server/api.h"
#include "searcher/server/request_parameters.h"
#include "searcher/server/urls.h"
#include "searcher/server/xml.h"

namespace pykala::searcher::server {
namespace {

constexpr std::size_t feed_entries = 50;
constexpr std::size_t most_feed_entries = 200;
constexpr char long_ago[] = "1970-01-01";  ///< of a decision whose day is not known

/// "urn:uuid:..." of any text: version 8 of RFC 9562, made of a hash.
std::string urn_of(const std::string& text) {
  std::string hex = schema::content_hash(text);
  hex[12] = '8';
  hex[16] = 'a';
  return "urn:uuid:" + hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) +
         "-" + hex.substr(20);
}

std::string instant(const std::optional<std::string>& date) {
  return date.value_or(long_ago) + "T00:00:00Z";
}

std::string language_code(UiLanguage lang) {
  return lang == UiLanguage::sv ? "sv" : lang == UiLanguage::en ? "en" : "fi";
}

std::string entry(const Hit& hit, const std::string& base, const std::string& lang) {
  const schema::Decision& decision = hit.decision;
  const std::string id = percent_encode(decision.id);
  std::string out = "  <entry>\n    <id>" + urn_of("decision " + decision.id) + "</id>\n    <title>" +
                    xml_text(hit.title) + "</title>\n    <updated>" + instant(decision.date) + "</updated>\n";
  if (decision.date) out += "    <published>" + instant(decision.date) + "</published>\n";
  const std::string maker = decision.decision_maker ? decision.decision_maker->name : "";
  out += "    <author><name>" + xml_text(maker.empty() ? "–" : maker) + "</name></author>\n";
  out += "    <link rel=\"alternate\" type=\"text/html\" href=\"" + base + "/" + lang + "/decision/" + id + "\"/>\n";
  out += "    <link rel=\"alternate\" type=\"application/json\" href=\"" + base + "/api/decisions/" + id + "\"/>\n";
  for (const schema::Funder& funder : decision.funders) {
    if (funder.relation != schema::FunderRelation::funds) continue;
    out += "    <category term=\"" + xml_text(funder.id) + "\"/>\n";
  }
  std::string summary;
  for (const Snippet& snippet : hit.snippets) summary += (summary.empty() ? "" : " … ") + snippet.text;
  return out + "    <summary>" + xml_text(summary) + "</summary>\n  </entry>\n";
}

HttpResponse feed(const HttpRequest& http, Index& index) {
  refuse_parameters(http.parameters, {"sort", "facets", "collapse", "similar_to", "amount_statistics"},
                    "a feed is the newest decisions of a search; for the rest ask /api/search");
  Request request = request_from_parameters(http.parameters);
  if (parameter(http.parameters, "limit").empty()) request.limit = feed_entries;
  request.limit = std::min(request.limit, most_feed_entries);
  request.sort = Sort::newest;
  const Response response = search(index, request);

  Request subject = request;  // what the feed is about, whichever page of it
  subject.offset = 0;
  subject.limit = Request().limit;
  const std::string about = encode_parameters(parameters_of(subject));
  const std::string base = xml_text(http.base_url);
  const std::string lang = language_code(request.lang);
  const std::string self = encode_parameters(http.parameters);
  std::optional<std::string> newest;
  for (const Hit& hit : response.hits) newest = std::max(newest, hit.decision.date);
  std::string body =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" + lang +
      "\">\n  <id>" + urn_of("feed " + about) + "</id>\n  <title>Pykälä" +
      (request.query.empty() ? "" : ": " + xml_text(request.query)) + "</title>\n  <updated>" + instant(newest) +
      "</updated>\n  <author><name>Pykälä</name></author>\n";
  body += "  <link rel=\"self\" type=\"application/atom+xml\" href=\"" + base + "/feed.atom" +
          (self.empty() ? "" : "?" + xml_text(self)) + "\"/>\n";
  body += "  <link rel=\"alternate\" type=\"text/html\" href=\"" + base + "/" + lang + "/search" +
          (about.empty() ? "" : "?" + xml_text(about)) + "\"/>\n";
  for (const Hit& hit : response.hits) body += entry(hit, base, lang);
  return {200, "application/atom+xml; charset=utf-8", body + "</feed>\n", {}, {}};
}

HttpResponse opensearch(const HttpRequest& http, Index&) {
  check_parameters(http.parameters, {"lang"});
  const std::string_view given = parameter(http.parameters, "lang");
  const std::string lang = language_code(ui_language(given.empty() ? "fi" : given).value_or(UiLanguage::fi));
  const std::string base = xml_text(http.base_url);
  const std::string description = lang == "sv"   ? "Sök i stadens beslut"
                                  : lang == "en" ? "Search the city's decisions"
                                                 : "Hae kaupungin päätöksistä";
  const std::string body =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n  <ShortName>Pykälä</ShortName>\n"
      "  <Description>" +
      description +
      "</Description>\n  <InputEncoding>UTF-8</InputEncoding>\n"
      "  <Language>" +
      lang +
      "</Language>\n"
      "  <Url type=\"text/html\" template=\"" +
      base + "/" + lang +
      "/search?q={searchTerms}\"/>\n"
      "  <Url type=\"application/atom+xml\" template=\"" +
      base + "/feed.atom?q={searchTerms}&amp;lang=" + lang +
      "\"/>\n"
      "  <Url type=\"application/json\" template=\"" +
      base + "/api/search?q={searchTerms}&amp;lang=" + lang +
      "\"/>\n"
      "</OpenSearchDescription>\n";
  return {200, "application/opensearchdescription+xml; charset=utf-8", body, {}, {}};
}

}  // namespace

void add_feed(Router& router) {
  router.add("GET", "/feed.atom", feed);
  router.add("GET", "/opensearch.xml", opensearch);
}

}  // namespace pykala::searcher::server
