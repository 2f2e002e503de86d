// SPDX-License-Identifier: GPL-2.0-or-later
// Service: the whole of an answer without a socket: router, 304, preflight, finishing.
#pragma once

#include "searcher/server/metrics.h"
#include "searcher/server/router.h"
#include "searcher/server/settings.h"

namespace pykala::searcher::server {

struct Answer {
  HttpResponse response;
  std::string route;  ///< pattern of the route; "" when there was none
};

class Service {
 public:
  explicit Service(Settings settings);

  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] Router& router() { return router_; }
  [[nodiscard]] Metrics& metrics() const { return metrics_; }

  /// `method` may also be OPTIONS here. Never throws.
  [[nodiscard]] Answer answer(HttpRequest request, Index& index) const;
  /// An answer that no handler gives: overload, broken requests.
  [[nodiscard]] HttpResponse refusal(const HttpRequest& request, const schema::Error& error, int status) const;

 private:
  [[nodiscard]] Answer answer_options(const HttpRequest& request) const;

  Settings settings_;
  Router router_;
  mutable Metrics metrics_;
};

}  // namespace pykala::searcher::server
