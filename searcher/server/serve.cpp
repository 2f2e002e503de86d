// SPDX-License-Identifier: GPL-2.0-or-later
// The life of the service: settings in, routes and threads made, signals waited for.
#include "searcher/server/serve.h"

#include <algorithm>
#include <csignal>
#include <iostream>

#include "indexer/error.h"
#include "searcher/index.h"
#include "searcher/page/routes.h"
#include "searcher/server/api.h"
#include "searcher/server/daemon.h"
#include "searcher/server/listener.h"
#include "searcher/server/log.h"

namespace pykala::searcher::server {

using schema::Error;
using schema::ErrorCode;

namespace {

/// "https://host[:port][/path]" without anything a header or XML would trip over.
void check_url(const std::string& option, const std::string& url) {
  const bool scheme = url.starts_with("http://") || url.starts_with("https://");
  const bool clean = std::all_of(url.begin(), url.end(), [](char c) {
    return static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7F && c != '"' && c != '<' &&
           c != '>';
  });
  if (!scheme || !clean || url.ends_with('/')) {
    throw Error(ErrorCode::usage, option + " \"" + url + "\" is no address",
                "write it as https://paatokset.example.fi, without a slash at the end");
  }
}

sigset_t block_signals() {
  std::signal(SIGPIPE, SIG_IGN);
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, signal);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

}  // namespace

void serve(Settings settings) {
  if (!settings.base_url.empty()) check_url("--url", settings.base_url);
  for (const std::string& origin : settings.cors_origins) {
    if (origin != "*") check_url("--cors", origin);
  }
  if (settings.threads == 0) settings.threads = std::max(2U, std::thread::hardware_concurrency());
  const Index first(settings.index);  // what is wrong with it is said now, not at the first request
  const sigset_t signals = block_signals();
  const Listener listener = listen_at(settings.listen);
  settings.listen = listener.address;

  Service service(settings);
  add_api(service.router());
  add_export(service.router());
  add_feed(service.router());
  add_health(service.router(), service);
  page::add_pages(service.router(), settings.feedback);
  Workers workers(settings.index, settings.threads, queue_length);
  service.metrics().add_gauge("pykala_queue_length", "Requests that wait for a thread.",
                              [&workers] { return workers.waiting(); });
  Daemon daemon(listener.socket, service, workers);
  service.metrics().add_gauge("pykala_connections", "Open connections.", [&daemon] { return daemon.connections(); });

  std::cout << "Serving " << settings.index << " (" << first.database().get_doccount() << " decisions) at http://"
            << listener.address << "/  (Ctrl-C ends)" << std::endl;
  log_event("started", listener.address);
  for (int signal = 0; signal != SIGTERM && signal != SIGINT;) {
    if (sigwait(&signals, &signal) != 0) continue;
    if (signal != SIGHUP) continue;
    workers.reopen();
    log_event("reopening");
  }
  log_event("ending");
}

}  // namespace pykala::searcher::server
