// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes in, decoded text within limits out.
#include "indexer/document_text.h"

#include <algorithm>

#include "indexer/encoding.h"
#include "indexer/error.h"
#include "indexer/limits.h"

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
  const auto lines = std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\f' || c == '|'; });
  if (static_cast<std::size_t>(lines) > schema::max_document_blocks) {
    throw Error(ErrorCode::bad_data, "more than " + std::to_string(schema::max_document_blocks) + " lines",
                "give each decision as a file of its own");
  }
  return text;
}

}  // namespace pykala::indexer
