// SPDX-License-Identifier: GPL-2.0-or-later
// Raw text of a URL in, decoded parts out, and back. Private here: what a decoded byte may be.
#include "searcher/server/urls.h"

#include "indexer/error.h"
#include "stemmers/unicode.h"

namespace pykala::searcher::server {

using schema::Error;
using schema::ErrorCode;

namespace {

constexpr unsigned char first_printable = 0x20;
constexpr unsigned char delete_character = 0x7F;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

[[noreturn]] void fail(const std::string& what, const std::string& hint = {}) {
  throw Error(ErrorCode::bad_request, what, hint);
}

/// What text is a part of: says which bytes it may have once it is decoded.
enum class Place : std::uint8_t { path, parameters, form };

/// The byte that a decoded one stands for there.
char read_byte(char c, Place place) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= first_printable && byte != delete_character) return c;
  if (place == Place::form) return c == '\n' || c == '\r' ? c : ' ';
  if (place == Place::parameters && (c == '\t' || c == '\n' || c == '\r')) return ' ';
  fail(std::string("the ") + (place == Place::path ? "path" : "parameters") +
       (place == Place::path ? " has" : " have") + " a control character");
}

/// "a\r\nb\rc" -> "a\nb\nc".
std::string plain_lines(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    out += text[i] == '\r' ? '\n' : text[i];
  }
  return out;
}

std::string decode(std::string_view text, Place place) {
  const std::string where = place == Place::path ? "path" : place == Place::form ? "form" : "parameters";
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      const int high = i + 1 < text.size() ? hex_digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
      if (high < 0 || low < 0) fail("a % of the " + where + " has no two hexadecimal digits", "write % itself as %25");
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (place != Place::path && c == '+') {
      c = ' ';
    }
    out += read_byte(c, place);
  }
  if (!stemmers::is_valid_utf8(out)) fail("the " + where + " must be UTF-8", "for example ä is %C3%A4");
  return place == Place::form ? plain_lines(out) : out;
}

Parameters parse_pairs(std::string_view text, Place place) {
  Parameters parameters;
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(pair.size() + 1, text.size()));
    if (pair.empty()) continue;
    if (parameters.size() == max_parameters) fail("more than " + std::to_string(max_parameters) + " parameters");
    const auto equals = pair.find('=');
    parameters.push_back({decode(pair.substr(0, equals), place),
                          equals == std::string_view::npos ? std::string() : decode(pair.substr(equals + 1), place)});
  }
  return parameters;
}

}  // namespace

std::vector<std::string> parse_path(std::string_view path) {
  if (path.empty() || path.front() != '/') fail("a path begins with /", "ask for /api/search, not for a whole URL");
  std::vector<std::string> segments;
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const std::string_view raw = path.substr(0, path.find('/'));
    path.remove_prefix(raw.size());
    if (raw.empty() && path.empty()) break;  // a slash at the end
    std::string segment = decode(raw, Place::path);
    if (segment == "." || segment == "..") fail("a path has no . or .. here");
    segments.push_back(std::move(segment));
  }
  return segments;
}

Parameters parse_parameters(std::string_view query) {
  return parse_pairs(query, Place::parameters);
}

Parameters parse_form(std::string_view body) {
  return parse_pairs(body, Place::form);
}

std::string percent_encode(std::string_view text) {
  static constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (alphanumeric || c == '-' || c == '.' || c == '_' || c == '~') {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += hex[byte >> 4];
    out += hex[byte & 0xF];
  }
  return out;
}

std::string encode_parameters(const Parameters& parameters) {
  std::string out;
  for (const NameValue& parameter : parameters) {
    if (!out.empty()) out += '&';
    out += percent_encode(parameter.name) + "=" + percent_encode(parameter.value);
  }
  return out;
}

}  // namespace pykala::searcher::server
