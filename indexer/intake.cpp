// SPDX-License-Identifier: GPL-2.0-or-later
// The one catch per document of the indexer stands here.
#include "indexer/intake.h"

#include "indexer/document_parser.h"
#include "indexer/error.h"
#include "indexer/extract.h"
#include "indexer/limits.h"
#include "indexer/stored_limits.h"

namespace pykala::indexer {

using schema::Decision;
using schema::Error;
using schema::ErrorCode;

namespace {

void check_size(const RawDocument& raw) {
  std::size_t bytes = 0;
  for (const Block& block : raw.blocks) bytes += block.text.size();
  for (const schema::Part& part : raw.stated.parts) bytes += part.text.size();
  if (bytes > schema::max_decision_text_bytes) {
    throw Error(ErrorCode::bad_data,
                "text is longer than " + std::to_string(schema::max_decision_text_bytes >> 20) + " MiB",
                "a decision is some pages; split the file");
  }
}

Decision finish(const RawDocument& raw, DecisionText text) {
  Decision decision = parse_decision(raw, std::move(text));
  if (decision.id.empty()) throw Error(ErrorCode::bad_data, "has no id", "give each decision an \"id\"");
  extract_facts(decision, raw.known);
  bring_within_limits(decision);
  return decision;
}

/// Does `work`; what goes wrong in it is one problem of `source`.
template <class Work>
void guard(const std::string& source, Intake& out, Work work) {
  try {
    work();
  } catch (const Error& error) {
    out.problems.push_back({source, error.what(), error.hint});
  } catch (const std::exception& error) {
    out.problems.push_back({source, std::string("could not be read: ") + error.what(), "please report this file"});
  }
}

}  // namespace

Intake take_in(const Source& source, const std::string& today) {
  Intake out;
  ReadResult read = read_source(source);
  out.problems = std::move(read.problems);
  for (const RawDocument& raw : read.documents) {
    if (!raw.stated.is_public || (raw.stated.expires && *raw.stated.expires < today)) {
      ++out.not_public;
      if (!raw.stated.id.empty()) out.withheld.push_back(raw.stated.id);
      continue;
    }
    guard(raw.source, out, [&] {
      check_size(raw);
      for (DecisionText& text : decision_texts(raw)) {
        const std::string item = text.source;
        guard(item, out, [&] { out.decisions.push_back(finish(raw, std::move(text))); });
      }
    });
  }
  return out;
}

}  // namespace pykala::indexer
