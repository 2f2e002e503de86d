// SPDX-License-Identifier: GPL-2.0-or-later
// Markdown in, blocks out: headings, list items, table cells, and its other lines as lines, because converters write a
// decision's header ("17.05.2017", "Kansliapäällikkö") as lines too. Marks of emphasis and links are taken off.
#include "indexer/document_text.h"
#include "indexer/error.h"
#include "indexer/readers.h"
#include "indexer/text_scan.h"

namespace pykala::indexer {
namespace {

/// Length of a heading's marks: "## " -> 2, or 0.
int heading_level(std::string_view line) {
  std::size_t level = 0;
  while (level < line.size() && line[level] == '#') ++level;
  return level >= 1 && level <= 6 && (level == line.size() || line[level] == ' ') ? static_cast<int>(level) : 0;
}

/// Bytes of a list mark: "- ", "* ", "+ ", or 0. Numbers stay in the text: "1 Hakemus" is an attachment's number.
std::size_t list_mark(std::string_view line) {
  return line.size() > 1 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ' ? 2 : 0;
}

bool is_rule(std::string_view line) {
  return line.size() >= 3 && (line[0] == '-' || line[0] == '*' || line[0] == '_' || line[0] == '=') &&
         line.find_first_not_of(std::string(1, line[0]) + " ") == std::string_view::npos;
}

bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Where the last link of a line can end, so that a line of "[[[[" is not looked through again for each of them.
struct LinkEnds {
  explicit LinkEnds(std::string_view line) : angle(line.rfind('>')) {
    const auto end = line.rfind(')');
    text = end == std::string_view::npos ? end : line.substr(0, end).rfind("](");
  }
  [[nodiscard]] bool has_text_end(std::size_t at) const { return text != std::string_view::npos && at <= text; }
  [[nodiscard]] bool has_angle(std::size_t at) const { return angle != std::string_view::npos && at < angle; }

  std::size_t text = 0;  ///< of the last "](" with a ")" after it
  std::size_t angle = 0;
};

/// "[text](address)" and "![text](address)" at `at`: appends the text and moves `at` past it.
bool take_link(std::string_view line, const LinkEnds& ends, std::size_t& at, std::string& out) {
  const std::size_t open = line[at] == '!' ? at + 1 : at;
  if (open >= line.size() || line[open] != '[' || !ends.has_text_end(open)) return false;
  const auto close = line.find("](", open);
  const auto end = line.find(')', close);
  out.append(line.substr(open + 1, close - open - 1));
  at = end + 1;
  return true;
}

/// Without marks of emphasis and code, links as their text, <address> as the address, \* as *.
std::string plain(std::string_view line) {
  std::string out;
  const LinkEnds ends(line);
  for (std::size_t at = 0; at < line.size();) {
    const char c = line[at];
    if ((c == '[' || c == '!') && take_link(line, ends, at, out)) continue;
    if (c == '\\' && at + 1 < line.size() && !is_word_byte(line[at + 1])) {
      out += line[at + 1];
      at += 2;
    } else if (c == '<' && (line.substr(at + 1).starts_with("http") || line.substr(at + 1).starts_with("mailto:")) &&
               ends.has_angle(at)) {
      const auto end = line.find('>', at);
      out.append(line.substr(at + 1, end - at - 1));
      at = end + 1;
    } else if (c == '*' && line.substr(at, 4) != "****") {
      // "**********" stands for a name left out; other stars are emphasis unless they stand alone ("2 * 3").
      const bool alone = (at == 0 || line[at - 1] == ' ') && (at + 1 == line.size() || line[at + 1] == ' ');
      if (alone) out += c;
      ++at;
    } else if (c == '*') {
      const auto end = std::min(line.find_first_not_of('*', at), line.size());
      out.append(line.substr(at, end - at));
      at = end;
    } else if (c == '`' || (c == '_' && !(at > 0 && is_word_byte(line[at - 1]) && at + 1 < line.size() &&
                                          is_word_byte(line[at + 1])))) {
      ++at;
    } else {
      out += c;
      ++at;
    }
  }
  return std::string(trim(out));
}

void add_cells(std::string_view line, std::vector<Block>& blocks) {
  for (std::size_t begin = 1; begin < line.size();) {
    const auto end = std::min(line.find('|', begin), line.size());
    std::string cell = plain(line.substr(begin, end - begin));
    const bool ruler = cell.find_first_not_of("-: ") == std::string::npos;
    if (!cell.empty() && !ruler) blocks.push_back({BlockKind::table_cell, std::move(cell), "", 0});
    begin = end + 1;
  }
}

void add_line(std::string_view line, std::vector<Block>& blocks) {
  const std::string_view text = trim(line);
  if (const int level = heading_level(text)) {
    std::string heading = plain(text.substr(static_cast<std::size_t>(level)));
    while (heading.ends_with('#')) heading.pop_back();
    blocks.push_back({BlockKind::heading, std::string(trim(heading)), "", level});
  } else if (is_rule(text)) {
    blocks.push_back({BlockKind::line, "", "", 0});
  } else if (text.starts_with('|')) {
    add_cells(text, blocks);
  } else if (const std::size_t mark = list_mark(text)) {
    blocks.push_back({BlockKind::list_item, plain(text.substr(mark)), "", 0});
  } else {
    const bool quoted = text.starts_with("> ");
    blocks.push_back({BlockKind::line, plain(quoted ? text.substr(2) : text), "", 0});
  }
}

}  // namespace

ReadResult read_markdown(const Source& source) {
  try {
    const std::string text = document_text(source);
    RawDocument document;
    document.source = source.name;
    bool code = false;
    for (std::size_t begin = 0; begin <= text.size();) {
      const auto end = std::min(text.find_first_of("\n\f", begin), text.size());
      const std::string_view line = std::string_view(text).substr(begin, end - begin);
      begin = end + 1;
      if (trim(line).starts_with("```")) {
        code = !code;
      } else if (code) {
        document.blocks.push_back({BlockKind::line, std::string(trim(line)), "", 0});
      } else {
        add_line(line, document.blocks);
      }
    }
    return {{std::move(document)}, {}};
  } catch (const schema::Error& error) {
    return {{}, {{source.name, error.what(), error.hint}}};
  }
}

}  // namespace pykala::indexer
