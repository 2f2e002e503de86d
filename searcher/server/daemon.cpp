// SPDX-License-Identifier: GPL-2.0-or-later
// long because it is the only file that speaks to libmicrohttpd. Sockets in, answers on them out. A request's way:
// head read and judged -> body kept -> connection suspended, request with the workers -> answer, connection resumed.
// The network's threads never search and never wait.
#include "searcher/server/daemon.h"

#include <microhttpd.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "indexer/error.h"
#include "indexer/limits.h"
#include "searcher/server/exchange.h"
#include "searcher/server/log.h"
#include "searcher/server/problem.h"

namespace pykala::searcher::server {

using schema::Error;
using schema::ErrorCode;

namespace {

constexpr int status_unavailable = 503;
constexpr int status_too_large = 413;
constexpr unsigned network_threads = 2;
constexpr std::size_t block_bytes = 32 << 10;        ///< of a streamed answer
constexpr std::size_t most_dropped_bytes = 1 << 20;  ///< of a body past its limit, before the line is cut
constexpr std::chrono::milliseconds watch_interval{100};
constexpr std::chrono::milliseconds drain_interval{10};
constexpr std::chrono::seconds answer_slack{
    5};  ///< the watch answers first, the socket's deadline is for what it misses

using Held = std::shared_ptr<Exchange>;
using HeldStream = std::shared_ptr<Streaming>;

double seconds_between(Clock::time_point begin, Clock::time_point end) {
  return std::chrono::duration<double>(end - begin).count();
}

Deadlines::Connection* watched_of(MHD_Connection* connection) {
  const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info == nullptr ? nullptr : static_cast<Deadlines::Connection*>(info->socket_context);
}

/// The client has broken the connection off while its request waited: nobody is there for the answer. One that only
/// sends no more is there.
bool has_gone(int socket) {
  pollfd line{socket, 0, 0};
  return ::poll(&line, 1, 0) == 1 && (line.revents & (POLLERR | POLLHUP)) != 0;
}

MHD_Result add_header(void* headers, MHD_ValueKind, const char* name, const char* value) {
  static_cast<Headers*>(headers)->push_back({name, value == nullptr ? "" : value});
  return MHD_YES;
}

/// Queues an answer; `response` may be changed for it.
MHD_Result send(MHD_Connection* connection, MHD_Response* body, const HttpResponse& response, bool last) {
  if (body == nullptr) return MHD_NO;
  if (!response.content_type.empty()) {
    const std::string& type = response.content_type;
    const bool text = type.starts_with("text/") && type.find("charset") == std::string::npos;
    MHD_add_response_header(body, MHD_HTTP_HEADER_CONTENT_TYPE, (text ? type + "; charset=utf-8" : type).c_str());
  }
  for (const NameValue& header : response.headers) {
    MHD_add_response_header(body, header.name.c_str(), header.value.c_str());
  }
  if (last) MHD_add_response_header(body, MHD_HTTP_HEADER_CONNECTION, "close");
  const MHD_Result result = MHD_queue_response(connection, static_cast<unsigned>(response.status), body);
  MHD_destroy_response(body);
  return result;
}

MHD_Response* buffer_of(std::string body) {
  auto* text = new std::string(std::move(body));
  return MHD_create_response_from_buffer_with_free_callback_cls(
      text->size(), text->data(), [](void* held) { delete static_cast<std::string*>(held); }, text);
}

}  // namespace

struct Daemon::Handle {
  MHD_Daemon* daemon = nullptr;
};

/// What libmicrohttpd calls; `self` is the Daemon.
struct Callbacks {
  static void* request_line(void*, const char* uri, MHD_Connection*) {
    auto* held = new Held(std::make_shared<Exchange>());
    (*held)->uri = uri;
    (*held)->uri_end = uri + (*held)->uri.size();
    return held;
  }

  static void connection(void* self, MHD_Connection* connection, void** context, MHD_ConnectionNotificationCode code) {
    Deadlines& deadlines = static_cast<Daemon*>(self)->deadlines_;
    if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
      if (*context != nullptr) deadlines.remove(static_cast<Deadlines::Connection*>(*context));
      *context = nullptr;
      return;
    }
    const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (info != nullptr) *context = deadlines.add(info->connect_fd, receive_time);
  }

  static MHD_Result access(void* self, MHD_Connection* connection, const char*, const char* method, const char* version,
                           const char* data, std::size_t* size, void** context) {
    auto& daemon = *static_cast<Daemon*>(self);
    if (*context == nullptr) return MHD_NO;
    const Held& exchange = *static_cast<Held*>(*context);
    if (!exchange->begun) return begin(daemon, connection, method, version, *exchange);
    if (*size > 0) {
      exchange->received += *size;
      exchange->too_large = exchange->received > most_body_bytes(exchange->request);
      if (!exchange->too_large) exchange->request.body.append(data, *size);
      *size = 0;
      return exchange->received > most_dropped_bytes ? MHD_NO : MHD_YES;
    }
    if (exchange->too_large) {
      const Error error(ErrorCode::bad_request,
                        "the body is longer than " + std::to_string(most_body_bytes(exchange->request)) + " bytes");
      return refuse(daemon, *exchange, error, status_too_large);
    }
    if (!exchange->submitted) {
      exchange->submitted = true;
      exchange->asked = Clock::now();
      daemon.deadlines_.set(exchange->watched, answer_time + answer_slack);
      if (daemon.ending_) return refuse(daemon, *exchange, Error(ErrorCode::unavailable, "ending"), status_unavailable);
      MHD_suspend_connection(connection);
      daemon.submit(exchange);
      return MHD_YES;
    }
    return reply(daemon, exchange);
  }

  /// Reads the head; what is refused here ends the connection, as the bytes that follow may mean anything.
  static MHD_Result begin(Daemon& daemon, MHD_Connection* connection, const char* method, const char* version,
                          Exchange& exchange) {
    exchange.begun = true;
    exchange.connection = connection;
    exchange.watched = watched_of(connection);
    exchange.asked = Clock::now();
    if (exchange.watched == nullptr) return MHD_NO;
    ++daemon.active_;
    daemon.deadlines_.set(exchange.watched, receive_time);
    // Between address and version stands one space. A NUL ends what the library shows of an address, not what was sent.
    const bool whole = version == exchange.uri_end + 1;
    RawHead head{method, exchange.uri, whole ? version : "", {}};
    MHD_get_connection_values(connection, MHD_HEADER_KIND, add_header, &head.headers);
    const auto refusal = read_head(head, daemon.service_.settings(), exchange.request, exchange.head_only);
    if (!refusal) return MHD_YES;
    daemon.service_.metrics().refuse("head");
    return refuse(daemon, exchange, Error(ErrorCode::bad_request, refusal->what, refusal->hint), refusal->status);
  }

  static MHD_Result refuse(Daemon& daemon, Exchange& exchange, const Error& error, int status) {
    HttpResponse response = daemon.service_.refusal(exchange.request, error, status);
    exchange.status = status;
    exchange.answered = Clock::now();
    daemon.deadlines_.set(exchange.watched, send_time);
    return send(exchange.connection, buffer_of(std::move(response.body)), response, true);
  }

  static MHD_Result reply(Daemon& daemon, const Held& exchange) {
    Answer answer;
    {
      const std::lock_guard lock(exchange->mutex);
      if (!exchange->answer) return MHD_NO;  // resumed without an answer: never
      answer = std::move(*exchange->answer);
      exchange->answer.emplace();
    }
    HttpResponse& response = answer.response;
    exchange->answered = Clock::now();
    exchange->route = answer.route;
    exchange->status = response.status;
    const bool streamed = response.stream && !exchange->head_only;
    daemon.deadlines_.set(exchange->watched, streamed ? stream_time : send_time);
    if (!streamed) return send(exchange->connection, buffer_of(std::move(response.body)), response, daemon.draining_);
    if (daemon.streams_ >= max_streams) {
      return refuse(daemon, *exchange, Error(ErrorCode::unavailable, "too many streams"), status_unavailable);
    }
    auto* held = new HeldStream(std::make_shared<Streaming>());
    (*held)->exchange = exchange;
    (*held)->daemon = &daemon;
    (*held)->stream = std::move(response.stream);
    (*held)->piece = std::move(response.body);
    ++daemon.streams_;
    MHD_Response* body = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, block_bytes, piece, held, end_of_stream);
    return send(exchange->connection, body, response, daemon.draining_);
  }

  static ssize_t piece(void* cls, std::uint64_t, char* buffer, std::size_t size) {
    const HeldStream& streaming = *static_cast<HeldStream*>(cls);
    const std::lock_guard lock(streaming->mutex);
    const std::size_t left = streaming->piece.size() - streaming->sent;
    if (left > 0) {
      const std::size_t taken = std::min(left, size);
      std::memcpy(buffer, streaming->piece.data() + streaming->sent, taken);
      streaming->sent += taken;
      return static_cast<ssize_t>(taken);
    }
    if (streaming->failed || (streaming->daemon->ending_ && !streaming->ended))
      return MHD_CONTENT_READER_END_WITH_ERROR;
    if (streaming->ended) return MHD_CONTENT_READER_END_OF_STREAM;
    Daemon& daemon = *streaming->daemon;
    ++daemon.pieces_;
    MHD_suspend_connection(streaming->exchange->connection);
    daemon.workers_.submit_piece(
        [&daemon, streaming](Index* index, const Error*) { daemon.make_piece(*streaming, index); });
    return 0;
  }

  static void end_of_stream(void* cls) {
    auto* held = static_cast<HeldStream*>(cls);
    --(*held)->daemon->streams_;
    delete held;
  }

  static void completed(void* self, MHD_Connection*, void** context, MHD_RequestTerminationCode) {
    auto& daemon = *static_cast<Daemon*>(self);
    if (*context == nullptr) return;
    auto* held = static_cast<Held*>(*context);
    *context = nullptr;
    Exchange& exchange = **held;
    if (exchange.begun && exchange.watched != nullptr) {
      --daemon.active_;
      daemon.deadlines_.set(exchange.watched, receive_time);
      if (exchange.status != 0) {
        const double seconds = seconds_between(exchange.asked, exchange.answered);
        const std::string method = exchange.head_only ? "HEAD" : exchange.request.method;
        daemon.service_.metrics().count(exchange.route, method, exchange.status, seconds);
        if (daemon.service_.settings().access_log) log_access(exchange.route, method, exchange.status, seconds);
      }
    }
    delete held;
  }

  /// Addresses are decoded by parse_path, not by the library.
  static std::size_t leave_escaped(void*, MHD_Connection*, char* text) { return std::strlen(text); }
};

Daemon::Daemon(int socket, const Service& service, Workers& workers)
    : service_(service), workers_(workers), handle_(std::make_unique<Handle>()) {
  const Settings& settings = service.settings();
  // Not strict: then a request without Host is refused here, as problem+json, and not by the library in HTML of its own.
  handle_->daemon = MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, nullptr, nullptr, &Callbacks::access, this,
      MHD_OPTION_LISTEN_SOCKET, socket, MHD_OPTION_THREAD_POOL_SIZE, network_threads, MHD_OPTION_CONNECTION_LIMIT,
      settings.connections, MHD_OPTION_PER_IP_CONNECTION_LIMIT, settings.connections_per_address,
      MHD_OPTION_CONNECTION_TIMEOUT, static_cast<unsigned>(idle_time.count()), MHD_OPTION_CONNECTION_MEMORY_LIMIT,
      connection_bytes, MHD_OPTION_STRICT_FOR_CLIENT, 0, MHD_OPTION_NOTIFY_COMPLETED, &Callbacks::completed, this,
      MHD_OPTION_NOTIFY_CONNECTION, &Callbacks::connection, this, MHD_OPTION_URI_LOG_CALLBACK, &Callbacks::request_line,
      this, MHD_OPTION_UNESCAPE_CALLBACK, &Callbacks::leave_escaped, this, MHD_OPTION_END);
  if (handle_->daemon == nullptr) {
    ::close(socket);
    throw Error(ErrorCode::unavailable, "the HTTP service cannot start: " + std::string(std::strerror(errno)),
                "the number of open files may be too small (ulimit -n)");
  }
  watch_ = std::thread([this] { watch(); });
}

Daemon::~Daemon() {
  draining_ = true;
  const int socket = MHD_quiesce_daemon(handle_->daemon);
  if (socket >= 0) ::close(socket);
  const auto end = Clock::now() + drain_time;
  while (active_ > 0 && Clock::now() < end) std::this_thread::sleep_for(drain_interval);
  ending_ = true;
  for (;;) {  // the library must not be stopped while a connection is suspended
    std::set<Held> left;
    {
      const std::lock_guard lock(mutex_);
      left = pending_;
    }
    const Error error(ErrorCode::unavailable, "ending");
    for (const Held& exchange : left) give(exchange, {service_.refusal({}, error, status_unavailable), ""});
    if (left.empty() && pieces_ == 0) break;
    std::this_thread::sleep_for(drain_interval);
  }
  MHD_stop_daemon(handle_->daemon);
  stopping_ = true;
  watch_.join();
}

void Daemon::submit(const Held& exchange) {
  {
    const std::lock_guard lock(mutex_);
    pending_.insert(exchange);
  }
  const bool taken =
      workers_.submit([this, exchange](Index* index, const Error* error) { run(exchange, index, error); });
  if (taken) return;
  service_.metrics().refuse("queue");
  give(exchange, {service_.refusal(exchange->request, Error(ErrorCode::unavailable, "queue"), status_unavailable), ""});
}

void Daemon::run(const Held& exchange, Index* index, const Error* error) {
  {
    const std::lock_guard lock(exchange->mutex);
    if (exchange->answer) return;  // its time was up
    exchange->running = true;
  }
  if (has_gone(exchange->watched->socket)) {
    service_.metrics().refuse("gone");
    const Error gone(ErrorCode::unavailable, "gone");
    return give(exchange, {service_.refusal(exchange->request, gone, status_unavailable), ""});
  }
  if (index != nullptr) {
    give(exchange, service_.answer(exchange->request, *index));
  } else {
    log_failure("", error->what());
    give(exchange, {service_.refusal(exchange->request, *error, status_unavailable), ""});
  }
}

/// The first answer counts.
void Daemon::give(const Held& exchange, Answer answer) {
  {
    const std::lock_guard lock(exchange->mutex);
    if (exchange->answer) return;
    exchange->answer = std::move(answer);
  }
  {
    const std::lock_guard lock(mutex_);
    pending_.erase(exchange);
    // Under the lock, so that the end of the service sees no connection that is neither pending nor resumed.
    MHD_resume_connection(exchange->connection);
  }
}

void Daemon::make_piece(Streaming& streaming, Index* index) {
  std::string piece;
  bool failed = index == nullptr;
  if (!failed) {
    try {
      piece = streaming.stream(*index);
    } catch (const std::exception& error) {
      log_failure("", error.what());
      failed = true;
    }
  }
  {
    const std::lock_guard lock(streaming.mutex);
    streaming.ended = piece.empty();
    streaming.failed = failed;
    streaming.piece = std::move(piece);
    streaming.sent = 0;
    MHD_resume_connection(streaming.exchange->connection);
  }
  --pieces_;
}

/// Answers what waited too long, and shuts down connections past their time.
void Daemon::watch() {
  while (!stopping_) {
    std::this_thread::sleep_for(watch_interval);
    for (std::size_t expired = deadlines_.expire(); expired > 0; --expired) service_.metrics().refuse("deadline");
    std::vector<Held> late;
    {
      const std::lock_guard lock(mutex_);
      const auto now = Clock::now();
      for (const Held& exchange : pending_) {
        const std::lock_guard own(exchange->mutex);
        const auto limit = exchange->running ? answer_time : queue_time;
        if (now - exchange->asked > limit) late.push_back(exchange);
      }
    }
    for (const Held& exchange : late) {
      service_.metrics().refuse("late");
      give(exchange,
           {service_.refusal(exchange->request, Error(ErrorCode::unavailable, "late"), status_unavailable), ""});
    }
  }
}

}  // namespace pykala::searcher::server
