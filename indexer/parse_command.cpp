// SPDX-License-Identifier: GPL-2.0-or-later
// `pykala-index parse`: SOURCE arguments in, exchange JSON Lines out; nothing is indexed.
#include "indexer/parse_command.h"

#include <ostream>

#include "indexer/error.h"
#include "indexer/exchange.h"
#include "indexer/intake.h"
#include "indexer/iso_date.h"
#include "indexer/sources.h"

namespace pykala::indexer {

void parse_sources(const std::vector<std::string>& sources, std::ostream& out, Report& report) {
  std::vector<Problem> problems;
  const std::string day = schema::today();
  const auto parse = [&](const SourceFile& file) {
    SourceReader reader(file);
    while (const auto piece = reader.next(problems)) {
      if (piece->bytes.empty() && !piece->first) continue;
      Intake intake = take_in({piece->name, piece->bytes, piece->first_line}, day);
      for (const schema::Decision& decision : intake.decisions) out << schema::to_exchange(decision) << '\n';
      problems.insert(problems.end(), intake.problems.begin(), intake.problems.end());
    }
  };
  for (const std::string& argument : sources) find_sources(argument, parse, problems);
  for (const Problem& problem : problems) report.problem(problem);
  if (!out.flush()) throw schema::Error(schema::ErrorCode::io, "cannot write the output", "check free space");
}

}  // namespace pykala::indexer
