// SPDX-License-Identifier: GPL-2.0-or-later
// Exchange JSON Lines in, one RawDocument a line out; what a line states is final. A line that cannot be read is one
// Problem with its number; the others go on.
#include "indexer/error.h"
#include "indexer/exchange.h"
#include "indexer/limits.h"
#include "indexer/readers.h"
#include "indexer/text_scan.h"

namespace pykala::indexer {
namespace {

RawDocument read_line(std::string_view line, const std::string& source) {
  if (line.size() > schema::max_line_bytes) {
    throw schema::Error(schema::ErrorCode::bad_data,
                        "line longer than " + std::to_string(schema::max_line_bytes >> 20U) + " MiB",
                        "write one decision a line");
  }
  RawDocument document;
  document.source = source;
  document.stated = schema::from_exchange(line, &document.known);
  return document;
}

}  // namespace

ReadResult read_exchange(const Source& source) {
  ReadResult result;
  std::string_view bytes = source.bytes;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::size_t number = source.first_line;
  for (std::size_t begin = 0; begin < bytes.size(); ++number) {
    const auto end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = bytes.substr(begin, end - begin);
    begin = end + 1;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (result.problems.size() >= schema::max_source_problems) {
      result.problems.push_back(
          {source.name, "too many lines that cannot be read; the rest was left unread", "is it JSON Lines at all?"});
      return result;
    }
    const std::string name = source.name + "#" + std::to_string(number);
    try {
      result.documents.push_back(read_line(line, name));
    } catch (const schema::Error& error) {
      result.problems.push_back({name, "line " + std::to_string(number) + ": " + error.what(),
                                 error.hint.empty() ? "see the exchange format in README" : error.hint});
    }
  }
  if (result.documents.empty() && result.problems.empty()) {
    result.problems.push_back({source.name, "no decision in it", "write one JSON object a line"});
  }
  return result;
}

}  // namespace pykala::indexer
