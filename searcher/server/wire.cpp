// SPDX-License-Identifier: GPL-2.0-or-later
// The head of a request in; a request or a refusal out. Private here: what each header line may be.
#include "searcher/server/wire.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "indexer/limits.h"
#include "searcher/server/urls.h"

namespace pykala::searcher::server {
namespace {

constexpr int bad_request = 400;
constexpr int length_required = 411;
constexpr int too_large = 413;
constexpr int headers_too_large = 431;

/// Headers that handlers may see; the rest stays here.
constexpr std::array<std::string_view, 8> shown{"accept",
                                                "accept-encoding",
                                                "accept-language",
                                                "content-type",
                                                "if-none-match",
                                                "origin",
                                                "access-control-request-method",
                                                "host"};
/// Headers that have one value and stand once.
constexpr std::array<std::string_view, 5> single{"content-length", "transfer-encoding", "host", "content-type",
                                                 "origin"};

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7F;
  });
}

/// token of RFC 9110 section 5.6.2.
bool is_token(std::string_view text) {
  constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           marks.find(c) != std::string_view::npos;
  });
}

bool is_host(std::string_view text) {
  constexpr std::string_view marks = ".-_:[]";
  constexpr std::size_t longest = 255;
  return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           marks.find(c) != std::string_view::npos;
  });
}

template <class Names>
bool contains(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<Refusal> read_headers(const Headers& lines, HttpRequest& request, Headers& once) {
  if (lines.size() > max_headers)
    return Refusal{headers_too_large, "more than " + std::to_string(max_headers) + " headers", ""};
  for (const NameValue& line : lines) {
    const std::string name = lower(line.name);
    if (!is_token(name)) return Refusal{bad_request, "a header has no name", ""};
    if (has_control(line.value)) return Refusal{bad_request, "the header " + name + " has a control character", ""};
    if (contains(single, name)) {
      if (std::any_of(once.begin(), once.end(), [&](const NameValue& one) { return one.name == name; }))
        return Refusal{bad_request, "the header " + name + " stands twice", "send it once"};
      once.push_back({name, line.value});
    }
    if (contains(shown, name)) request.headers.push_back({name, line.value});
  }
  return std::nullopt;
}

/// How the body is framed: one way, and within the limit.
std::optional<Refusal> check_framing(const Headers& once, const std::string& method, std::size_t most) {
  const std::string *length = nullptr, *encoding = nullptr;
  for (const NameValue& header : once) {
    if (header.name == "content-length") length = &header.value;
    if (header.name == "transfer-encoding") encoding = &header.value;
  }
  if (length != nullptr && encoding != nullptr)
    return Refusal{bad_request, "Content-Length and Transfer-Encoding in one request", "send one of them"};
  if (encoding != nullptr && lower(*encoding) != "chunked")
    return Refusal{bad_request, "the only transfer encoding here is chunked", "send Content-Length or chunked"};
  std::size_t bytes = 0;
  if (length != nullptr) {
    const char* end = length->data() + length->size();
    const auto [stop, error] = std::from_chars(length->data(), end, bytes);
    const bool number = stop == end && !length->empty() && error != std::errc::invalid_argument;
    if (!number) return Refusal{bad_request, "Content-Length is not a number", ""};
    if (error == std::errc::result_out_of_range || bytes > most) {
      return Refusal{too_large, "the body is longer than " + std::to_string(most) + " bytes", ""};
    }
  }
  const bool body = bytes > 0 || encoding != nullptr;
  if (method != "POST" && body) return Refusal{bad_request, "a " + method + " has no body here", "send it with POST"};
  if (method == "POST" && length == nullptr && encoding == nullptr)
    return Refusal{length_required, "a POST needs Content-Length", ""};
  return std::nullopt;
}

/// "http://host/path" (absolute form) -> "/path".
std::string_view origin_form(std::string_view uri) {
  for (const std::string_view scheme : {std::string_view("http://"), std::string_view("https://")}) {
    if (lower(std::string(uri.substr(0, scheme.size()))) != scheme) continue;
    const auto slash = uri.find_first_of("/?", scheme.size());
    return slash == std::string_view::npos ? std::string_view("/") : uri.substr(slash);
  }
  return uri;
}

}  // namespace

std::optional<Refusal> read_head(const RawHead& head, const Settings& settings, HttpRequest& request, bool& head_only) {
  if (head.version.empty()) return Refusal{bad_request, "the first line is no request of HTTP/1.1", ""};
  if (head.version != "HTTP/1.1" && head.version != "HTTP/1.0")
    return Refusal{bad_request, "this is no request of HTTP/1.1", ""};
  static constexpr std::array<std::string_view, 4> methods{"GET", "HEAD", "POST", "OPTIONS"};
  if (!contains(methods, head.method)) {
    const std::string name = is_token(head.method) && head.method.size() <= 20 ? head.method : "that method";
    return Refusal{bad_request, "there is no " + name + " here", "one of: GET, HEAD, POST, OPTIONS"};
  }
  head_only = head.method == "HEAD";
  request.method = head_only ? "GET" : head.method;
  Headers once;
  if (auto refusal = read_headers(head.headers, request, once)) return refusal;
  if (auto refusal = check_framing(once, head.method, most_body_bytes(request))) return refusal;
  const std::string_view host = request.header("host");
  if (!host.empty() && !is_host(host)) return Refusal{bad_request, "the Host is none", ""};
  if (host.empty() && head.version == "HTTP/1.1") return Refusal{bad_request, "the Host is missing", ""};
  request.base_url = !settings.base_url.empty() ? settings.base_url
                     : !host.empty()            ? "http://" + std::string(host)
                                                : "http://" + settings.listen;
  if (head.uri.find(' ') != std::string::npos) {
    return Refusal{bad_request, "the address has a space", "write it as %20 or +"};
  }
  if (has_control(head.uri)) return Refusal{bad_request, "the address has a control character", ""};
  const std::string_view uri = origin_form(head.uri);
  const std::string_view target = uri.substr(0, uri.find('#'));
  const auto question = target.find('?');
  try {
    request.path = parse_path(target.substr(0, question));
    if (question != std::string_view::npos) request.parameters = parse_parameters(target.substr(question + 1));
  } catch (const schema::Error& error) {
    return Refusal{bad_request, error.what(), error.hint};
  }
  return std::nullopt;
}

std::size_t most_body_bytes(const HttpRequest& request) {
  return is_form(request) ? max_form_bytes : schema::max_request_bytes;
}

}  // namespace pykala::searcher::server
