// SPDX-License-Identifier: GPL-2.0-or-later
// pykala-index: command line in, exit status out. Every command is one call into the library. Long because each option
// says what it does.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "indexer/error.h"
#include "indexer/index_rewrite.h"
#include "indexer/index_run.h"
#include "indexer/interrupt.h"
#include "indexer/maintenance.h"
#include "indexer/parse_command.h"
#include "indexer/printable.h"
#include "indexer/terms_command.h"

namespace {

using namespace pykala;
using schema::exit_status;

constexpr int exit_rejected = 1;  ///< done, but some documents were rejected
constexpr int exit_usage = 2;
constexpr int exit_wrong_index = 65;
constexpr int exit_software = 70;
constexpr int exit_signal = 128;  ///< + the signal that stopped it
constexpr unsigned max_jobs = 256;

struct Options {
  indexer::UpdateOptions update;
  std::string report;
  bool no_progress = false;
  std::vector<std::string> sources;
  std::string index;
  bool json = false;
  bool mask = false;
  bool no_mask = false;
  bool allow = false;
  std::vector<std::string> ids;
  indexer::TermsOptions terms;
};

indexer::ProgressStyle progress_style(const Options& options) {
  if (options.no_progress) return indexer::ProgressStyle::none;
  const char* terminal = std::getenv("TERM");
  const bool can_redraw = terminal != nullptr && std::string_view(terminal) != "dumb";
  return ::isatty(STDERR_FILENO) == 1 && can_redraw ? indexer::ProgressStyle::bar : indexer::ProgressStyle::lines;
}

/// "1 decision", "12 000 decisions"
std::string decisions(std::size_t number) {
  return indexer::grouped(number) + (number == 1 ? " decision" : " decisions");
}

/// "12 000 decisions in the index: 20 added, ..., 3 rejected, 41 without a date: see problems.jsonl"
void print_summary(const indexer::UpdateSummary& summary, const indexer::Report& report) {
  using indexer::grouped;
  std::cerr << decisions(summary.documents) << " in the index: " << grouped(summary.added) << " added, "
            << grouped(summary.replaced) << " replaced, " << grouped(summary.removed) << " removed, "
            << grouped(summary.unchanged_files)
            << (summary.unchanged_files == 1 ? " file unchanged" : " files unchanged");
  if (summary.not_public > 0) std::cerr << ", " << grouped(summary.not_public) << " not public and left out";
  if (summary.purged > 0) std::cerr << ", " << grouped(summary.purged) << " purged ones left out";
  if (report.problems() > 0) std::cerr << ", " << grouped(report.problems()) << " rejected";
  if (summary.without_date > 0) std::cerr << ", " << grouped(summary.without_date) << " without a date";
  if (report.problems() > 0 || summary.without_date > 0) {
    std::cerr << (report.path().empty() ? " (--report FILE lists them)" : ": see " + report.path());
  }
  std::cerr << '\n';
}

int run_update(Options& options) {
  if (options.mask || options.no_mask) options.update.mask_personal_data = options.mask;
  options.update.progress = progress_style(options);
  indexer::Report report(options.report);
  indexer::catch_interrupts();
  const indexer::UpdateSummary summary = indexer::update_index(options.update, report);
  report.summary({{"decisions", summary.documents},
                  {"added", summary.added},
                  {"replaced", summary.replaced},
                  {"removed", summary.removed},
                  {"unchanged_files", summary.unchanged_files},
                  {"not_public", summary.not_public},
                  {"purged", summary.purged},
                  {"rejected", report.problems()},
                  {"without_date", summary.without_date},
                  {"interrupted", summary.signal != 0 ? 1U : 0U}});
  print_summary(summary, report);
  if (summary.signal != 0) {
    std::cerr << "stopped by a signal";
    if (!summary.stopped_at.empty()) std::cerr << " before the end of " << schema::printable(summary.stopped_at);
    std::cerr << "; what was read to its end is committed. Run the same again to go on.\n";
    return exit_signal + summary.signal;
  }
  return report.problems() > 0 ? exit_rejected : 0;
}

int run_parse(Options& options) {
  indexer::Report report(options.report);
  const indexer::ParseSummary summary = indexer::parse_sources(options.sources, options.mask, std::cout, report);
  report.summary({{"decisions", summary.decisions},
                  {"not_public", summary.not_public},
                  {"rejected", report.problems()},
                  {"without_date", summary.without_date}});
  return report.problems() > 0 ? exit_rejected : 0;
}

/// "-" stands for ids on standard input, one a line.
std::vector<std::string> wanted_ids(const Options& options) {
  std::vector<std::string> out;
  for (const std::string& id : options.ids) {
    if (id != "-") {
      out.push_back(id);
      continue;
    }
    for (std::string line; std::getline(std::cin, line);) {
      if (!line.empty()) out.push_back(line);
    }
  }
  return out;
}

int tell_missing(const std::vector<std::string>& missing, const char* why) {
  for (const std::string& id : missing) std::cerr << schema::printable(id) << ": " << why << '\n';
  return missing.empty() ? 0 : exit_rejected;
}

int run_remove(Options& options) {
  const auto ids = wanted_ids(options);
  const auto missing = indexer::remove_decisions(options.index, ids);
  std::cerr << decisions(ids.size() - missing.size())
            << " removed; what is removed comes back when its file changes (purge keeps it out)\n";
  return tell_missing(missing, "not in the index");
}

int run_purge(Options& options) {
  const auto ids = wanted_ids(options);
  if (options.allow) {
    const auto missing = indexer::allow_again(options.index, ids);
    std::cerr << decisions(ids.size() - missing.size()) << " may come again with the next update\n";
    return tell_missing(missing, "had not been purged");
  }
  const bool bar = progress_style(options) == indexer::ProgressStyle::bar;
  const auto told = [bar](std::size_t done, std::size_t all) {
    if (bar) std::cerr << "\r\x1b[K" << indexer::grouped(done) << " of " << indexer::grouped(all) << std::flush;
  };
  const auto result = indexer::purge_index(options.index, ids, told);
  if (bar) std::cerr << "\r\x1b[K";
  std::cerr << decisions(ids.size() - result.missing.size()) << " purged, " << indexer::grouped(result.decisions)
            << " in the index\n";
  return tell_missing(result.missing, "not in the index; it will be kept out all the same");
}

int run_compact(Options& options) {
  const auto result = indexer::compact_index(options.index);
  std::cerr << decisions(result.decisions) << ", " << indexer::grouped(result.bytes_before >> 10U) << " KiB before, "
            << indexer::grouped(result.bytes_after >> 10U) << " KiB now\n";
  return 0;
}

int run_check(Options& options) {
  const auto wrong = indexer::check_index(options.index);
  for (const std::string& line : wrong) std::cout << line << '\n';
  if (wrong.empty()) std::cout << schema::printable(options.index) << ": no errors\n";
  return wrong.empty() ? 0 : exit_wrong_index;
}

constexpr char report_help[] = "Write one JSON line for each problem to this file, and a summary";
constexpr char index_help[] = "Folder of the index";

CLI::App* describe_update(CLI::App& app, Options& options) {
  auto* update = app.add_subcommand("update", "Bring INDEX up to date with files and folders");
  update->footer(
      "Examples:\n  pykala-index update archive.index documents/ --prune --report problems.jsonl\n"
      "  curl https://example.org/new.jsonl | pykala-index update archive.index -\n"
      "Ctrl-C commits what has been read to its end; the next run goes on from there.");
  update->add_option("INDEX", options.update.index, "Folder of the index; made when it is not there")->required();
  update
      ->add_option("SOURCE", options.update.sources,
                   "Files, folders (read to the bottom), .jsonl files, or - for JSON Lines on standard input")
      ->required();
  update->add_option("--jobs", options.update.jobs, "Threads that read and analyse (default: one for each core)")
      ->check(CLI::Range(1u, max_jobs));
  update->add_flag("--prune", options.update.prune, "Remove decisions whose file is gone from below SOURCE");
  update->add_flag(
      "--prune-empty", options.update.prune_empty,
      "Prune also when a SOURCE has no file left at all (else that is taken for a disk that is not there)");
  auto* mask = update->add_flag("--mask-personal-data", options.mask,
                                "Put *** for personal identity codes, telephone numbers and private e-mail addresses; "
                                "the index remembers it for later updates");
  update->add_flag("--no-mask-personal-data", options.no_mask, "No longer, for what is read from now on")
      ->excludes(mask);
  update->add_option("--report", options.report, report_help);
  update->add_flag("--no-progress", options.no_progress, "No progress line");
  return update;
}

void describe_ids(CLI::App* command, Options& options, bool required) {
  command->add_option("INDEX", options.index, index_help)->required();
  command->add_option("ID", options.ids, "Ids of decisions, or - for ids on standard input, one a line")
      ->required(required);
}

/// Commands that change or look over an index that is there.
void describe_maintenance(CLI::App& app, Options& options, std::function<int()>& run) {
  auto* remove = app.add_subcommand("remove", "Delete decisions until their files are read again");
  describe_ids(remove, options, true);
  remove->callback([&] { run = [&] { return run_remove(options); }; });

  auto* purge = app.add_subcommand("purge", "Delete decisions for good and leave no trace of them in the index");
  purge->footer(
      "The index is written anew, which takes time and as much free space as it has. A hash of each id is kept, so "
      "that "
      "no\nupdate brings the decision back. Without ID: erases what earlier removals and expiries left behind.");
  describe_ids(purge, options, false);
  purge->add_flag("--allow-again", options.allow, "Undo: these decisions may come again with the next update");
  purge->add_flag("--no-progress", options.no_progress, "No progress line");
  purge->callback([&] { run = [&] { return run_purge(options); }; });

  auto* compact = app.add_subcommand("compact", "Pack the tables of an index as close as they go");
  compact->add_option("INDEX", options.index, index_help)->required();
  compact->callback([&] { run = [&] { return run_compact(options); }; });

  auto* stats = app.add_subcommand("stats", "Numbers of an index: decisions, years, funders, bytes");
  stats->add_option("INDEX", options.index, index_help)->required();
  stats->add_flag("--json", options.json, "As one JSON object");
  stats->callback([&] {
    run = [&] {
      indexer::print_stats(options.index, options.json, std::cout);
      return 0;
    };
  });

  auto* check = app.add_subcommand("check", "Look an index over for damage");
  check->add_option("INDEX", options.index, index_help)->required();
  check->callback([&] { run = [&] { return run_check(options); }; });
}

/// Fills `app` with the commands; `run` gets the chosen one.
void describe(CLI::App& app, Options& options, std::function<int()>& run) {
  app.require_subcommand(1);
  app.set_version_flag("--version", PYKALA_VERSION);
  app.footer(
      "Examples:\n  pykala-index update archive.index documents/\n  pykala-index parse one.html\n"
      "Exit status: 0 done, 1 done but some documents were rejected, 2 usage, 65 bad data, 66 no such index,\n"
      "  69 unavailable, 74 input/output, 75 try again (index locked), 130 stopped by Ctrl-C.");
  describe_update(app, options)->callback([&] { run = [&] { return run_update(options); }; });

  auto* parse = app.add_subcommand("parse", "Print what would be indexed, as exchange JSON Lines");
  parse->add_option("SOURCE", options.sources, "As for update")->required();
  parse->add_flag("--mask-personal-data", options.mask, "As for update");
  parse->add_option("--report", options.report, report_help);
  parse->callback([&] { run = [&] { return run_parse(options); }; });

  auto* terms = app.add_subcommand("terms", "Words on standard input, one a line -> their terms, the main term first");
  terms->add_flag("--split", options.terms.split, "Print each word with # at its compound boundaries instead");
  terms->add_flag("--readings", options.terms.readings,
                  "Print the lemmas that the lexicon gives for each word instead, the chosen one first");
  terms->add_flag("--rules-only", options.terms.rules_only, "Leave the lexicon out: the stemmer's rules alone");
  terms->callback([&] {
    run = [&] {
      indexer::print_terms(std::cin, std::cout, options.terms);
      return 0;
    };
  });
  describe_maintenance(app, options, run);
}

/// "pykala-index archive.index documents/": CLI11 only says that a subcommand is required.
bool is_no_command(const CLI::App& app, int argc, char** argv) {
  return argc > 1 && argv[1][0] != '-' && app.get_subcommands().empty();
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  CLI::App app{"pykala-index: turns decision documents into a search index"};
  Options options;
  options.update.jobs = std::max(1u, std::thread::hardware_concurrency());
  std::function<int()> run;
  describe(app, options, run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (is_no_command(app, argc, argv)) {
      std::cerr << "pykala-index: " << schema::printable(argv[1]) << ": no such command\n"
                << "  to index: pykala-index update INDEX SOURCE...; pykala-index --help lists the commands\n";
      return exit_usage;
    }
    return app.exit(error) == 0 ? 0 : exit_usage;
  }
  try {
    const int status = run();
    if (!std::cout.flush()) throw schema::Error(schema::ErrorCode::io, "cannot write the output", "check free space");
    return status;
  } catch (const schema::Error& error) {
    std::cerr << "pykala-index: " << error.what() << '\n';
    if (!error.hint.empty()) std::cerr << "  " << error.hint << '\n';
    return exit_status(error.code);
  } catch (const std::exception& error) {
    std::cerr << "pykala-index: " << error.what() << '\n';
    return exit_software;
  }
}
