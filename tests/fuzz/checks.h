// SPDX-License-Identifier: GPL-2.0-or-later
// What must hold for any bytes: every fuzz target of the indexer calls one of these. A broken rule aborts.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/document_parser.h"
#include "indexer/error.h"
#include "indexer/exchange.h"
#include "indexer/limits.h"
#include "indexer/readers.h"
#include "stemmers/unicode.h"

namespace pykala::fuzz {

inline void require(bool condition) {
  if (!condition) std::abort();
}

inline std::string_view view(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// A decision that is written must read back equal, and its id must be one.
inline void check_decision(const indexer::RawDocument& raw) {
  try {
    for (indexer::DecisionText& text : indexer::decision_texts(raw)) {
      const schema::Decision decision = indexer::parse_decision(raw, std::move(text));
      require(!decision.id.empty() && decision.id.size() <= schema::max_id_bytes);
      require(decision.title.has_value() || raw.knows(schema::Field::parts));
      (void)schema::to_exchange(decision);
    }
  } catch (const schema::Error&) {
    // A document with nothing in it is refused by name.
  }
}

/// Bytes make documents or problems, never nothing; their text is UTF-8; every document can be parsed.
inline void check_reading(const indexer::ReadResult& result) {
  require(!result.documents.empty() || !result.problems.empty());
  for (const indexer::Problem& problem : result.problems) require(!problem.reason.empty());
  for (const indexer::RawDocument& document : result.documents) {
    for (const indexer::Block& block : document.blocks) require(stemmers::is_valid_utf8(block.text));
    check_decision(document);
  }
}

}  // namespace pykala::fuzz
