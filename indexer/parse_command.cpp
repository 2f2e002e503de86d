// SPDX-License-Identifier: GPL-2.0-or-later
// `pykala-index parse`: SOURCE arguments in, exchange JSON Lines out; nothing is indexed.
#include "indexer/parse_command.h"

#include <ostream>
#include <unordered_set>

#include "indexer/decision_id.h"
#include "indexer/error.h"
#include "indexer/exchange.h"
#include "indexer/intake.h"
#include "indexer/iso_date.h"
#include "indexer/keys.h"
#include "indexer/sources.h"

namespace pykala::indexer {

ParseSummary parse_sources(const std::vector<std::string>& sources, bool mask, std::ostream& out, Report& report) {
  ParseSummary summary;
  std::vector<Problem> problems;
  std::unordered_set<std::string> path_ids;  // hashes of the ids given out that are made of a path
  const IntakeOptions options{schema::today(), mask};
  const auto parse = [&](const SourceFile& file) {
    SourceReader reader(file);
    while (const auto piece = reader.next(problems)) {
      if (piece->bytes.empty() && !piece->first) continue;
      Intake intake = take_in({piece->name, piece->bytes, piece->first_line}, options);
      for (schema::Decision& decision : intake.decisions) {
        const bool by_path = decision.id == path_id(decision.source);
        if (by_path && (file.path == "-" || !path_ids.insert(schema::content_hash(decision.id)).second)) {
          decision.id = unique_path_id(decision, file.path);
        }
        out << schema::to_exchange(decision) << '\n';
        ++summary.decisions;
        summary.without_date += decision.date ? 0 : 1;
      }
      summary.not_public += intake.not_public;
      problems.insert(problems.end(), intake.problems.begin(), intake.problems.end());
    }
  };
  for (const std::string& argument : sources) find_sources(argument, parse, problems);
  for (const Problem& problem : problems) report.problem(problem);
  if (!out.flush()) throw schema::Error(schema::ErrorCode::io, "cannot write the output", "check free space");
  return summary;
}

}  // namespace pykala::indexer
