// SPDX-License-Identifier: GPL-2.0-or-later
// Rows go to standard error at once and to the report file as JSON Lines.
#include "indexer/report.h"

#include <unistd.h>

#include <iostream>

#include "indexer/error.h"
#include "indexer/json.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace {

constexpr auto progress_interval = std::chrono::milliseconds(100);
constexpr std::size_t shown_source_bytes = 50;

/// Control characters of file names and texts must not reach a terminal.
std::string printable(const std::string& text) {
  std::string out;
  for (const char c : stemmers::repair_utf8(text)) {
    out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  }
  return out;
}

}  // namespace

Report::Report(const std::string& path, bool progress)
    : path_(path), show_progress_(progress && ::isatty(STDERR_FILENO) == 1) {
  if (path.empty()) return;
  file_.open(path);
  if (!file_)
    throw schema::Error(schema::ErrorCode::io, path + ": cannot write the report",
                        "check the folder and its permissions");
}

Report::~Report() {
  clear_line();
}

void Report::clear_line() {
  if (line_shown_) std::cerr << "\r\x1b[K" << std::flush;
  line_shown_ = false;
}

void Report::row(const char* kind, const Problem& problem) {
  clear_line();
  std::cerr << kind << ": " << printable(problem.source) << ": " << printable(problem.reason);
  if (!problem.hint.empty()) std::cerr << " (" << printable(problem.hint) << ")";
  std::cerr << '\n';
  if (path_.empty()) return;
  const schema::Json json = {
      {"kind", kind}, {"source", problem.source}, {"reason", problem.reason}, {"hint", problem.hint}};
  file_ << schema::dump_json(json) << '\n' << std::flush;
  if (!file_) throw schema::Error(schema::ErrorCode::io, path_ + ": cannot write the report", "check free space");
}

void Report::problem(const Problem& problem) {
  ++problems_;
  row("rejected", problem);
}

void Report::note(const Problem& note) {
  row("note", note);
}

void Report::progress(std::size_t decisions, const std::string& source) {
  const auto now = std::chrono::steady_clock::now();
  if (!show_progress_ || now - shown_ < progress_interval) return;
  shown_ = now;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  std::cerr << "\r\x1b[K" << decisions << " decisions, "
            << static_cast<std::size_t>(static_cast<double>(decisions) / seconds) << "/s  "
            << printable(std::string(stemmers::cut_utf8(source, shown_source_bytes))) << std::flush;
  line_shown_ = true;
}

}  // namespace pykala::indexer
