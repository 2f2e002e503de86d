// SPDX-License-Identifier: GPL-2.0-or-later
// Metrics in the text format of Prometheus. Labels are routes, methods and statuses: never what was asked.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <tuple>
#include <vector>

namespace pykala::searcher::server {

class Metrics {
 public:
  /// One answer. `route`: its pattern, "" when there was none. `seconds`: from the whole request to the whole answer.
  void count(const std::string& route, const std::string& method, int status, double seconds);
  /// One refusal before there was a request to answer: "deadline", "broken", "headers", "queue", "gone".
  void refuse(const std::string& reason);

  /// A figure that is asked for when the metrics are; `read` must be safe in any thread and outlive them.
  void add_gauge(std::string name, std::string help, std::function<std::size_t()> read);

  [[nodiscard]] std::string text() const;

 private:
  static constexpr std::array<double, 12> bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};
  struct Histogram {
    std::array<std::uint64_t, bounds.size()> below{};
    std::uint64_t count = 0;
    double sum = 0;
  };
  mutable std::mutex mutex_;
  std::map<std::tuple<std::string, std::string, int>, std::uint64_t> requests_;
  std::map<std::string, Histogram> seconds_;
  std::map<std::string, std::uint64_t> refused_;
  struct Gauge {
    std::string name, help;
    std::function<std::size_t()> read;
  };
  std::vector<Gauge> gauges_;
};

}  // namespace pykala::searcher::server
