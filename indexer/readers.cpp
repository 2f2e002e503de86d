// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes and a name in; the format and what its reader makes of them out. Content decides before the name, because
// archives name files as they like.
#include "indexer/readers.h"

#include <algorithm>
#include <array>

#include "indexer/encoding.h"
#include "indexer/error.h"
#include "indexer/limits.h"
#include "indexer/text_scan.h"
#include "indexer/zip_archive.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t sniffed_bytes = 64u << 10;

/// In lower case; "a.jsonl.gz" as "a.jsonl".
std::string lower_name(std::string_view name) {
  std::string lower = stemmers::to_lower(stemmers::repair_utf8(name));
  if (lower.ends_with(".gz")) lower.resize(lower.size() - 3);
  return lower;
}

bool name_ends(std::string_view lower_name, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return lower_name.ends_with(e); });
}

bool is_of_utf16(char c) {
  return c == '\0' || c == '\xFE' || c == '\xFF';
}

/// The first character that is not white space or a BOM; 0 when there is none.
char first_of(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (const char c : bytes.substr(0, sniffed_bytes)) {
    if (!is_of_utf16(c) && c != ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') return c;
  }
  return '\0';
}

/// The beginning from its first such character on, ASCII letters in lower case, zeros of UTF-16 left out.
std::string head_of(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string head;
  for (const char c : bytes.substr(0, sniffed_bytes)) {
    if (is_of_utf16(c)) continue;
    if (head.empty() && (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f')) continue;
    head += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return head;
}

bool looks_like_html(std::string_view head) {
  if (!head.starts_with('<')) return false;
  constexpr std::array<std::string_view, 12> tags{
      "<!doctype html", "<html", "<head", "<body", "<div", "<p>", "<h1", "<h2", "<h3", "<main", "<meta", "<section"};
  const std::string_view start = head.substr(0, 4096);
  return std::any_of(tags.begin(), tags.end(), [&](auto tag) { return start.find(tag) != std::string_view::npos; });
}

/// The first key of a JSON object: {"decisions": ... -> "decisions" (in lower case, as `head` is).
std::string_view first_key(std::string_view head) {
  const auto open = head.find_first_not_of(" \t\r\n", 1);
  if (open == std::string_view::npos || head[open] != '"') return {};
  const auto close = head.find('"', open + 1);
  return close == std::string_view::npos ? std::string_view() : head.substr(open + 1, close - open - 1);
}

Format json_format(std::string_view head, std::string_view name) {
  if (head.starts_with('[')) return Format::ahjo_json;
  const std::string_view key = first_key(head);
  for (const std::string_view list : {"decisions", "meetings", "cases", "records"}) {
    if (key == list) return Format::ahjo_json;
  }
  if (head.find("\"decisions\"") != std::string_view::npos) return Format::ahjo_json;
  const auto has = [&](std::string_view own) { return head.find(own) != std::string_view::npos; };
  const bool papers = has("\"nativeid\"") || has("\"meetingid\"") || has("\"caseidlabel\"");
  // One value over many lines is no JSON Lines.
  const auto newline = head.find('\n');
  const auto last = newline == std::string_view::npos ? newline : head.find_last_not_of(" \t\r", newline - 1);
  const bool one_value = last != std::string_view::npos && last > 0 && head[last] != '}';
  if ((papers || one_value || head.starts_with("{\n")) && !name_ends(name, {".jsonl", ".ndjson"})) {
    return Format::ahjo_json;
  }
  return Format::exchange;
}

/// "# Heading" as the first line that is not empty, or two such lines.
bool looks_like_markdown(std::string_view bytes) {
  bool first = true;
  int headings = 0;
  const std::string_view start = bytes.substr(0, sniffed_bytes);
  for (std::size_t begin = 0; begin < start.size();) {
    const auto end = std::min(start.find('\n', begin), start.size());
    const std::string_view line = start.substr(begin, end - begin);
    begin = end + 1;
    if (line.find_first_not_of(" \t\r\f") == std::string_view::npos) continue;
    const auto marks = line.find_first_not_of('#');
    const bool heading = marks != std::string_view::npos && marks >= 1 && marks <= 6 && line[marks] == ' ';
    if (heading && (first || ++headings >= 2)) return true;
    first = false;
  }
  return false;
}

Format zip_format(std::string_view bytes) {
  try {
    switch (ZipArchive::from_bytes(std::string(bytes), std::make_shared<UnpackBudget>(UnpackLimits{}))->kind()) {
      case ZipKind::docx:
        return Format::docx;
      case ZipKind::odt:
        return Format::odt;
      case ZipKind::archive:
      case ZipKind::other_document:
        break;
    }
  } catch (const schema::Error&) {
    // A damaged one is told by its first bytes.
  }
  return Format::unknown;
}

ReadResult refuse(const Source& source) {
  if (source.bytes.empty() || first_of(source.bytes) == '\0') {
    return {{}, {{source.name, "empty file", "remove it, or save the document again"}}};
  }
  try {
    (void)decode_text(source.bytes.substr(0, sniffed_bytes));
    return {{},
            {{source.name, "unknown format",
              "give the document as PDF, DOCX, ODT, HTML, Markdown, text, JSON or JSON Lines"}}};
  } catch (const schema::Error& error) {
    return {{}, {{source.name, error.what(), error.hint}}};
  }
}

}  // namespace

Format detect_format(const Source& source) {
  if (source.bytes.starts_with("%PDF-")) return Format::pdf;
  if (is_zip(source.bytes)) return zip_format(source.bytes);
  if (source.bytes.empty() || !binary_kind(source.bytes).empty()) return Format::unknown;
  const char first = first_of(source.bytes);
  if (first == '\0') return Format::unknown;
  // Most documents are text, which its first character tells.
  const std::string head = first == '{' || first == '[' || first == '<' ? head_of(source.bytes) : std::string();
  const std::string name = lower_name(source.name);
  const bool json_name = name_ends(name, {".json", ".jsonl", ".ndjson"});
  if (first == '{' || (first == '[' && json_name)) {
    const bool object = first == '[' || !first_key(head).empty() || head.starts_with("{}");
    if (object || json_name) return json_format(head, name);
  }
  if (name_ends(name, {".jsonl", ".ndjson"})) return Format::exchange;
  if (name_ends(name, {".json"})) return Format::ahjo_json;
  if (looks_like_html(head) || name_ends(name, {".html", ".htm", ".xhtml"})) return Format::html;
  if (name_ends(name, {".md", ".markdown"}) || looks_like_markdown(source.bytes)) return Format::markdown;
  return Format::text;
}

bool is_exchange(const Source& source) {
  const char first = first_of(source.bytes);
  // Most documents are text, of which neither first character nor name can mean exchange.
  if (first != '{' && first != '[' && !name_ends(lower_name(source.name), {".jsonl", ".ndjson"})) return false;
  return detect_format(source) == Format::exchange;
}

ReadResult read_source(const Source& source) {
  const Format format = detect_format(source);
  const std::size_t limit = schema::max_source_bytes;
  if (format != Format::exchange && source.bytes.size() > limit) {
    return {{}, {{source.name, "larger than " + std::to_string(limit >> 20U) + " MiB", "split it"}}};
  }
  switch (format) {
    case Format::text:
      return read_text(source);
    case Format::markdown:
      return read_markdown(source);
    case Format::html:
      return read_html(source);
    case Format::ahjo_json:
      return read_ahjo(source);
    case Format::exchange:
      return read_exchange(source);
    case Format::pdf:
      return read_pdf(source);
    case Format::docx:
    case Format::odt:
      return read_office(source);
    case Format::unknown:
      break;
  }
  return refuse(source);
}

}  // namespace pykala::indexer
