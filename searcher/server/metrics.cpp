// SPDX-License-Identifier: GPL-2.0-or-later
// Counts in, text exposition out (https://prometheus.io/docs/instrumenting/exposition_formats/, version 0.0.4).
#include "searcher/server/metrics.h"

#include <sstream>

namespace pykala::searcher::server {

void Metrics::count(const std::string& route, const std::string& method, int status, double seconds) {
  const std::lock_guard lock(mutex_);
  ++requests_[{route, method, status}];
  Histogram& histogram = seconds_[route];
  ++histogram.count;
  histogram.sum += seconds;
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    if (seconds <= bounds[i]) ++histogram.below[i];
  }
}

void Metrics::refuse(const std::string& reason) {
  const std::lock_guard lock(mutex_);
  ++refused_[reason];
}

void Metrics::add_gauge(std::string name, std::string help, std::function<std::size_t()> read) {
  const std::lock_guard lock(mutex_);
  gauges_.push_back({std::move(name), std::move(help), std::move(read)});
}

std::string Metrics::text() const {
  const std::lock_guard lock(mutex_);
  std::ostringstream out;
  out << "# HELP pykala_requests_total Answers by route, method and status.\n# TYPE pykala_requests_total counter\n";
  for (const auto& [key, number] : requests_) {
    const auto& [route, method, status] = key;
    out << "pykala_requests_total{route=\"" << route << "\",method=\"" << method << "\",status=\"" << status << "\"} "
        << number << '\n';
  }
  out << "# HELP pykala_refused_total Connections and requests ended before an answer.\n"
         "# TYPE pykala_refused_total counter\n";
  for (const auto& [reason, number] : refused_)
    out << "pykala_refused_total{reason=\"" << reason << "\"} " << number << '\n';
  out << "# HELP pykala_request_seconds Time from a whole request to its answer.\n"
         "# TYPE pykala_request_seconds histogram\n";
  for (const auto& [route, histogram] : seconds_) {
    const std::string label = "{route=\"" + route + "\"";
    for (std::size_t i = 0; i < bounds.size(); ++i) {
      out << "pykala_request_seconds_bucket" << label << ",le=\"" << bounds[i] << "\"} " << histogram.below[i] << '\n';
    }
    out << "pykala_request_seconds_bucket" << label << ",le=\"+Inf\"} " << histogram.count << '\n'
        << "pykala_request_seconds_sum" << label << "} " << histogram.sum << '\n'
        << "pykala_request_seconds_count" << label << "} " << histogram.count << '\n';
  }
  for (const Gauge& gauge : gauges_) {
    out << "# HELP " << gauge.name << ' ' << gauge.help << "\n# TYPE " << gauge.name << " gauge\n"
        << gauge.name << ' ' << gauge.read() << '\n';
  }
  return out.str();
}

}  // namespace pykala::searcher::server
