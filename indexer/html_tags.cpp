// SPDX-License-Identifier: GPL-2.0-or-later
// A page in, a count out. Where a tag, a value, a comment or a script ends is decided as libxml2's HTML parser does: a
// ">" inside quotes ends no tag, and what stands inside <script> is none.
#include "indexer/html_tags.h"

#include <algorithm>

namespace pykala::indexer {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// The name at `at`, which is moved past it.
std::string_view take_name(std::string_view html, std::size_t& at) {
  const std::size_t begin = at;
  while (at < html.size() && !is_blank(html[at]) && html[at] != '>' && html[at] != '/' && html[at] != '=') ++at;
  return html.substr(begin, at - begin);
}

void skip_blanks(std::string_view html, std::size_t& at) {
  while (at < html.size() && is_blank(html[at])) ++at;
}

/// Moves `at` past "= value", where one stands.
void skip_value(std::string_view html, std::size_t& at) {
  std::size_t end = at;
  skip_blanks(html, end);
  if (end >= html.size() || html[end] != '=') return;
  ++end;
  skip_blanks(html, end);
  if (end < html.size() && (html[end] == '"' || html[end] == '\'')) {
    end = std::min(html.find(html[end], end + 1), html.size() - 1) + 1;
  } else {
    while (end < html.size() && !is_blank(html[end]) && html[end] != '>') ++end;
  }
  at = end;
}

/// The attributes of the tag whose name ends at `at`, which is moved to its ">".
std::size_t count_attributes(std::string_view html, std::size_t& at) {
  std::size_t count = 0;
  while (true) {
    skip_blanks(html, at);
    if (at >= html.size() || html[at] == '>') return count;
    if (take_name(html, at).empty()) {
      ++at;  // a stray "/" or "="
    } else {
      ++count;
      skip_value(html, at);
    }
  }
}

bool is_name(std::string_view name, std::string_view lower) {
  return std::equal(name.begin(), name.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; });
}

/// Moves `at` to the end tag of a script or of a style, or to the end.
void skip_raw_text(std::string_view html, std::string_view name, std::size_t& at) {
  for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2)) {
    if (is_name(html.substr(at + 2, name.size()), name)) return;
  }
  at = html.size();
}

}  // namespace

std::size_t most_attributes(std::string_view html) {
  std::size_t most = 0;
  const auto last_comment_end = html.rfind("-->");
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    ++at;
    if (html.substr(at).starts_with("!--")) {
      // One without an end is none: what follows is counted.
      const bool ended = last_comment_end != std::string_view::npos && at + 3 <= last_comment_end;
      if (ended) at = html.find("-->", at + 3) + 3;
    } else if (at < html.size() && is_letter(html[at])) {
      const std::string_view name = take_name(html, at);
      most = std::max(most, count_attributes(html, at));
      for (const std::string_view raw : {"script", "style"}) {
        if (is_name(name, raw)) skip_raw_text(html, raw, at);
      }
    }
  }
  return most;
}

}  // namespace pykala::indexer
