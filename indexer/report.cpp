// SPDX-License-Identifier: GPL-2.0-or-later
// Rows go to standard error at once and to the report file as JSON Lines.
#include "indexer/report.h"

#include <iostream>

#include "indexer/error.h"
#include "indexer/json.h"
#include "indexer/printable.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t max_shown = 100;  ///< rows on standard error when there is a file with all of them

}  // namespace

Report::Report(const std::string& path) : path_(path) {
  if (path.empty()) return;
  file_.open(path);
  if (!file_)
    throw schema::Error(schema::ErrorCode::io, path + ": cannot write the report",
                        "check the folder and its permissions");
}

void Report::write(const std::string& line) {
  if (path_.empty()) return;
  file_ << line << '\n' << std::flush;
  if (!file_) throw schema::Error(schema::ErrorCode::io, path_ + ": cannot write the report", "check free space");
}

void Report::row(const char* kind, const Problem& problem) {
  if (path_.empty() || shown_ < max_shown) {
    if (clear_) clear_();
    std::cerr << kind << ": " << schema::printable(problem.source) << ": " << schema::printable(problem.reason);
    if (!problem.hint.empty()) std::cerr << " (" << schema::printable(problem.hint) << ")";
    std::cerr << '\n';
    if (++shown_ == max_shown && !path_.empty()) std::cerr << "more rows: see " << path_ << '\n';
  }
  const schema::Json json = {
      {"kind", kind}, {"source", problem.source}, {"reason", problem.reason}, {"hint", problem.hint}};
  write(schema::dump_json(json));
}

void Report::problem(const Problem& problem) {
  if (problem.is_note) {
    note(problem);
    return;
  }
  ++problems_;
  row("rejected", problem);
}

void Report::note(const Problem& note) {
  row("note", note);
}

void Report::remark(const Problem& remark) {
  const schema::Json json = {
      {"kind", "remark"}, {"source", remark.source}, {"reason", remark.reason}, {"hint", remark.hint}};
  write(schema::dump_json(json));
}

void Report::summary(const std::vector<std::pair<const char*, std::size_t>>& numbers) {
  schema::Json json = {{"kind", "summary"}};
  for (const auto& [name, number] : numbers) json[name] = number;
  write(schema::dump_json(json));
}

}  // namespace pykala::indexer
