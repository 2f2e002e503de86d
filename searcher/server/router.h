// SPDX-License-Identifier: GPL-2.0-or-later
// Router: method and path -> handler. Whoever has something to show adds it:
//   router.add("GET", "/api/decisions/{id*}", decision);
//   router.add("GET", "/{lang}/search", search_page);
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/error.h"
#include "searcher/server/http.h"

namespace pykala::searcher::server {

/// What an answer depends on, and so whether it may be kept.
enum class Freshness : std::uint8_t {
  index,   ///< on the URL and the index alone: gets an ETag of the index's revision
  moment,  ///< on the moment or on headers too: Cache-Control: no-store, unless the handler says something else
};

/// What to answer for an error; `status` is that of the error.
using ErrorPage = std::function<HttpResponse(const HttpRequest& request, const schema::Error& error, int status)>;

struct Route {
  std::string method;                 ///< GET or POST
  std::string pattern;                ///< as added: the name of the route in metrics and in the access log
  std::vector<std::string> segments;  ///< "{name}": any one segment; "{name*}": one or more, joined by '/'
  Handler handler;
  Freshness freshness = Freshness::index;
};

class Router {
 public:
  /// Routes are tried in the order they were added; "{name*}" takes as much as the rest of the pattern leaves it, so
  /// that /api/decisions/HEL-2017-1/17/similar and /api/decisions/HEL-2017-1%2F17/similar are the same.
  void add(std::string method, std::string pattern, Handler handler, Freshness freshness = Freshness::index);

  /// Shown instead of problem+json to who accepts text/html, for every path but those under /api.
  void set_error_page(ErrorPage page) { error_page_ = std::move(page); }

  /// The route of a request, whose `captured` is set; nullptr when there is none.
  [[nodiscard]] const Route* find(HttpRequest& request) const;
  /// Methods that the path of a request has: "GET, HEAD, OPTIONS"; empty when there is no such path.
  [[nodiscard]] std::string methods_of(const HttpRequest& request) const;

  /// Answers: never throws for what the request did wrong. `route`: as find gave it, may be nullptr.
  [[nodiscard]] HttpResponse answer(const HttpRequest& request, const Route* route, Index& index) const;
  /// find and answer.
  [[nodiscard]] HttpResponse answer(HttpRequest request, Index& index) const;
  /// The answer to an error: the error page or problem+json.
  [[nodiscard]] HttpResponse answer_error(const HttpRequest& request, const schema::Error& error, int status) const;

  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

 private:
  std::vector<Route> routes_;
  ErrorPage error_page_;
};

}  // namespace pykala::searcher::server
