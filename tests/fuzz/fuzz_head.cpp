// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as the head of an HTTP request, "GET /x HTTP/1.1" and header lines: refused with a reason, or read into a
// request whose body is framed in one way.
#include "searcher/server/wire.h"
#include "stemmers/unicode.h"
#include "tests/fuzz/checks.h"

namespace {

using namespace pykala;
using namespace pykala::searcher::server;
using fuzz::require;

std::string take_line(std::string_view& text) {
  std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), line.size() + 1));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return std::string(line);
}

/// As the library that reads the socket gives it: names and values apart, no further judged.
RawHead head_of(std::string_view text) {
  const std::string first = take_line(text);
  const auto begin = std::min(first.find(' '), first.size());
  const auto end = std::max(first.rfind(' '), begin);
  RawHead head{first.substr(0, begin), "", "", {}};
  if (end != std::string::npos && end < first.size()) {
    head.uri = end > begin ? first.substr(begin + 1, end - begin - 1) : "";
    head.version = first.substr(end + 1);
  }
  while (!text.empty()) {
    const std::string line = take_line(text);
    const auto colon = std::min(line.find(':'), line.size());
    const auto value = std::min(line.find_first_not_of(" \t", colon + 1), line.size());
    head.headers.push_back({line.substr(0, colon), line.substr(value)});
  }
  return head;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const RawHead head = head_of(fuzz::view(data, size));
  HttpRequest request;
  bool head_only = false;
  const auto refusal = read_head(head, Settings{}, request, head_only);
  if (refusal) {
    require(refusal->status >= 400 && refusal->status < 600 && !refusal->what.empty());
    return 0;
  }
  require(request.method == "GET" || request.method == "POST" || request.method == "OPTIONS");
  require(head_only == (head.method == "HEAD"));
  require(head.headers.size() <= max_headers && request.base_url.starts_with("http://"));
  for (const std::string& segment : request.path) require(stemmers::is_valid_utf8(segment));
  std::size_t framings = 0;
  for (const NameValue& header : head.headers) {
    std::string name = header.name;
    for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    framings += static_cast<std::size_t>(name == "content-length" || name == "transfer-encoding");
  }
  require(framings <= 1 && (request.method != "POST" || framings == 1));
  require(most_body_bytes(request) <= max_form_bytes);
  return 0;
}
