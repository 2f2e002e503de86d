// SPDX-License-Identifier: GPL-2.0-or-later
// The one catch per document of the indexer stands here.
#include "indexer/intake.h"

#include "indexer/decision_parser.h"
#include "indexer/error.h"
#include "indexer/extract.h"
#include "indexer/limits.h"
#include "indexer/personal_data.h"
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

Decision finish(const RawDocument& raw, bool mask) {
  check_size(raw);
  Decision decision = parse_decision(raw);
  if (decision.id.empty()) throw Error(ErrorCode::bad_data, "has no id", "give each decision an \"id\"");
  extract_facts(decision, raw.known);
  if (mask) mask_personal_data(decision);
  bring_within_limits(decision);
  return decision;
}

/// The id of what must not be shown, as it would be had it been public; empty when it cannot be told.
std::string withheld_id(const RawDocument& raw) {
  if (!raw.stated.id.empty()) return raw.stated.id;
  try {
    check_size(raw);
    return parse_decision(raw).id;
  } catch (const Error&) {  // it is left out either way
    return {};
  }
}

}  // namespace

Intake take_in(const Source& source, const IntakeOptions& options) {
  Intake out;
  ReadResult read = read_source(source);
  out.problems = std::move(read.problems);
  for (const RawDocument& raw : read.documents) {
    if (!raw.stated.is_public || (raw.stated.expires && *raw.stated.expires < options.today)) {
      ++out.not_public;
      if (std::string id = withheld_id(raw); !id.empty()) out.withheld.push_back(std::move(id));
      continue;
    }
    try {
      out.decisions.push_back(finish(raw, options.mask_personal_data));
    } catch (const Error& error) {
      out.problems.push_back({raw.source, error.what(), error.hint});
    } catch (const std::exception& error) {
      out.problems.push_back(
          {raw.source, std::string("could not be read: ") + error.what(), "please report this file"});
    }
  }
  return out;
}

}  // namespace pykala::indexer
