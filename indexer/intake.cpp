// SPDX-License-Identifier: GPL-2.0-or-later
// The one catch per document of the indexer stands here.
#include "indexer/intake.h"

#include "indexer/document_parser.h"
#include "indexer/error.h"
#include "indexer/extract.h"
#include "indexer/limits.h"
#include "indexer/personal_data.h"
#include "indexer/reading_time.h"
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

Decision finish(const RawDocument& raw, DecisionText text, bool mask) {
  Decision decision = parse_decision(raw, std::move(text));
  ReadingTime::check_now();
  if (decision.id.empty()) throw Error(ErrorCode::bad_data, "has no id", "give each decision an \"id\"");
  extract_facts(decision, raw.known);
  if (mask) mask_personal_data(decision);
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

/// The ids of what must not be shown, as they would be had it been public; none when they cannot be told.
std::vector<std::string> withheld_ids(const RawDocument& raw) {
  if (!raw.stated.id.empty()) return {raw.stated.id};
  std::vector<std::string> ids;
  try {
    check_size(raw);
    const ReadingTime time(schema::max_document_seconds);
    for (DecisionText& text : decision_texts(raw)) ids.push_back(parse_decision(raw, std::move(text)).id);
  } catch (const Error&) {  // it is left out either way
  }
  return ids;
}

}  // namespace

Intake take_in(const Source& source, const IntakeOptions& options) {
  Intake out;
  ReadResult read;
  guard(source.name, out, [&] {
    const ReadingTime time(options.document_seconds +
                           schema::max_seconds_per_mib * static_cast<double>(source.bytes.size() >> 20U));
    read = read_source(source);
  });
  out.problems.insert(out.problems.end(), read.problems.begin(), read.problems.end());
  for (const RawDocument& raw : read.documents) {
    if (!raw.stated.is_public || (raw.stated.expires && *raw.stated.expires < options.today)) {
      ++out.not_public;
      for (std::string& id : withheld_ids(raw)) {
        if (!id.empty()) out.withheld.push_back(std::move(id));
      }
      continue;
    }
    guard(raw.source, out, [&] {
      check_size(raw);
      const ReadingTime time(options.document_seconds);
      for (DecisionText& text : decision_texts(raw)) {
        ReadingTime::check_now();  // once it is over, the rest is one row and not one each
        const std::string item = text.source;
        guard(item, out, [&] { out.decisions.push_back(finish(raw, std::move(text), options.mask_personal_data)); });
      }
    });
  }
  return out;
}

}  // namespace pykala::indexer
