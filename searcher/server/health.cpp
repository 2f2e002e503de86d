// SPDX-License-Identifier: GPL-2.0-or-later
// Whether the service lives, whether it can answer, and its figures.
#include <sstream>

#include "indexer/error.h"
#include "searcher/following.h"
#include "searcher/search.h"
#include "searcher/server/api.h"
#include "searcher/server/finishing.h"
#include "searcher/server/request_parameters.h"

namespace pykala::searcher::server {
namespace {

HttpResponse text(std::string body) {
  return {200, "text/plain", std::move(body), {}, {}};
}

/// A search that reads every kind of table: terms, documents, values.
HttpResponse ready(const HttpRequest& request, Index& index) {
  check_parameters(request.parameters, {});
  Request probe;
  probe.limit = 1;
  probe.facets = {{schema::FieldId::year, 1}};
  const Response response = search(index, probe);
  return text("ready, " + std::to_string(response.total) + " documents\n");
}

std::string gauges(const Index& index) {
  std::ostringstream out;
  out << "# HELP pykala_index_documents Documents in the index.\n# TYPE pykala_index_documents gauge\n"
      << "pykala_index_documents " << index.database().get_doccount() << '\n'
      << "# HELP pykala_index_revision Revision of the index that answers.\n# TYPE pykala_index_revision gauge\n"
      << "pykala_index_revision{uuid=\"" << index.database().get_uuid() << "\"} ";
  const std::string revision = revision_of(index);
  out << revision.substr(revision.rfind('-') + 1) << '\n'
      << "# HELP pykala_info Version of the program.\n# TYPE pykala_info gauge\n"
      << "pykala_info{version=\"" << PYKALA_VERSION << "\"} 1\n";
  return out.str();
}

}  // namespace

void add_health(Router& router, const Service& service) {
  router.add(
      "GET", "/healthz",
      [](const HttpRequest& request, Index&) {
        check_parameters(request.parameters, {});
        return text("ok\n");
      },
      Freshness::moment);
  router.add("GET", "/readyz", ready, Freshness::moment);
  router.add(
      "GET", "/metrics",
      [&service](const HttpRequest& request, Index& index) {
        check_parameters(request.parameters, {});
        return HttpResponse{200,
                            "text/plain; version=0.0.4; charset=utf-8",
                            service.metrics().text() + following(index, [&] { return gauges(index); }),
                            {},
                            {}};
      },
      Freshness::moment);
  router.add(
      "GET", "/robots.txt",
      [&service](const HttpRequest& request, Index&) {
        check_parameters(request.parameters, {});
        return text(service.settings().robots ? "User-agent: *\nDisallow: /api/\nDisallow: /export.\n"
                                              : "User-agent: *\nDisallow: /\n");
      },
      Freshness::moment);
}

}  // namespace pykala::searcher::server
