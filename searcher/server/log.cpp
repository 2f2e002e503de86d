// SPDX-License-Identifier: GPL-2.0-or-later
// Events in, one line each on standard error out.
#include "searcher/server/log.h"

#include <cmath>
#include <ctime>
#include <iostream>
#include <mutex>

#include "indexer/json.h"

namespace pykala::searcher::server {
namespace {

std::string now() {
  const std::time_t time = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[sizeof "2017-05-17T12:00:00Z"];
  std::strftime(text, sizeof text, "%FT%TZ", &parts);
  return text;
}

void write(const schema::Json& line) {
  static std::mutex mutex;
  const std::string text = schema::dump_json(line) + "\n";
  const std::lock_guard lock(mutex);
  std::cerr << text << std::flush;
}

}  // namespace

void log_event(const std::string& event, const std::string& detail) {
  schema::Json line = {{"time", now()}, {"event", event}};
  if (!detail.empty()) line["detail"] = detail;
  write(line);
}

void log_failure(const std::string& route, const std::string& what) {
  write({{"time", now()}, {"event", "failure"}, {"route", route}, {"what", what}});
}

void log_access(const std::string& route, const std::string& method, int status, double seconds) {
  constexpr double milliseconds = 1000, hundredths = 100;
  write({{"time", now()},
         {"event", "answer"},
         {"route", route},
         {"method", method},
         {"status", status},
         {"ms", std::round(seconds * milliseconds * hundredths) / hundredths}});
}

}  // namespace pykala::searcher::server
