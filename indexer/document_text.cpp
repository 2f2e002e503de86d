// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes in, decoded text within limits out.
#include "indexer/document_text.h"

#include <algorithm>

#include "indexer/encoding.h"
#include "indexer/error.h"
#include "indexer/limits.h"
#include "indexer/text_scan.h"

namespace pykala::indexer {

std::string document_text(const Source& source) {
  using schema::Error;
  using schema::ErrorCode;
  std::string text = decode_text(source.bytes);
  if (text.size() > schema::max_decision_text_bytes) {
    throw Error(ErrorCode::bad_data,
                "text longer than " + std::to_string(schema::max_decision_text_bytes >> 20U) + " MiB",
                "give each decision as a file of its own");
  }
  const auto lines = [&] {
    return std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\f' || c == '|'; });
  };
  if (text.size() > schema::max_document_blocks && static_cast<std::size_t>(lines()) > schema::max_document_blocks) {
    throw Error(ErrorCode::bad_data, "more than " + std::to_string(schema::max_document_blocks) + " lines",
                "give each decision as a file of its own");
  }
  return text;
}

std::vector<Block> text_blocks(std::string_view text) {
  std::vector<Block> blocks;
  const auto add_line = [&](std::string_view line) {
    blocks.push_back({BlockKind::line, std::string(trim(line)), "", 0});
  };
  std::size_t begin = 0;
  std::size_t feed = text.find('\f');
  while (true) {
    if (feed != std::string_view::npos && feed < begin) feed = text.find('\f', begin);
    const std::size_t at = std::min(text.find('\n', begin), feed);
    if (at == std::string_view::npos) break;
    const std::string_view line = text.substr(begin, at - begin);
    begin = at + 1;
    if (text[at] == '\n' || !trim(line).empty()) add_line(line);
    if (text[at] == '\f') blocks.push_back({BlockKind::page_break, "", "", 0});
  }
  add_line(text.substr(begin));
  return blocks;
}

}  // namespace pykala::indexer
