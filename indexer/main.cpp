// SPDX-License-Identifier: GPL-2.0-or-later
// pykala-index: command line in, exit status out. Every command is one call into the library.
#include <CLI/CLI.hpp>
#include <iostream>
#include <thread>

#include "indexer/error.h"
#include "indexer/index_run.h"
#include "indexer/maintenance.h"
#include "indexer/parse_command.h"
#include "indexer/terms_command.h"

namespace {

using namespace pykala;
using schema::exit_status;

constexpr int exit_rejected = 1;  ///< done, but some documents were rejected
constexpr int exit_usage = 2;
constexpr int exit_wrong_index = 65;
constexpr int exit_software = 70;
constexpr unsigned max_jobs = 256;

struct Options {
  indexer::UpdateOptions update;
  std::string report;
  bool no_progress = false;
  std::vector<std::string> sources;
  std::string index;
  bool json = false;
  indexer::TermsOptions terms;
};

int run_update(Options& options) {
  indexer::Report report(options.report, !options.no_progress);
  const indexer::UpdateSummary summary = indexer::update_index(options.update, report);
  std::cerr << summary.documents << " decisions in the index: " << summary.added << " added, " << summary.replaced
            << " replaced, " << summary.removed << " removed, " << summary.unchanged_files << " files unchanged";
  if (summary.without_date > 0) std::cerr << ", " << summary.without_date << " of the read ones without a date";
  if (summary.not_public > 0) std::cerr << ", " << summary.not_public << " not public and left out";
  if (report.problems() > 0) {
    std::cerr << ", " << report.problems() << " rejected" << (options.report.empty() ? "" : ": see " + options.report);
  }
  std::cerr << '\n';
  return report.problems() > 0 ? exit_rejected : 0;
}

int run_parse(Options& options) {
  indexer::Report report(options.report, false);
  indexer::parse_sources(options.sources, std::cout, report);
  return report.problems() > 0 ? exit_rejected : 0;
}

int run_check(Options& options) {
  const auto wrong = indexer::check_index(options.index);
  for (const std::string& line : wrong) std::cout << line << '\n';
  if (wrong.empty()) std::cout << options.index << ": no errors\n";
  return wrong.empty() ? 0 : exit_wrong_index;
}

/// Fills `app` with the commands; `run` gets the chosen one.
void describe(CLI::App& app, Options& options, std::function<int()>& run) {
  app.require_subcommand(1);
  app.set_version_flag("--version", PYKALA_VERSION);
  app.footer(
      "Examples:\n  pykala-index update archive.index documents/\n  pykala-index parse one.html\n"
      "Exit status: 0 done, 1 done but some documents were rejected, 2 usage, 65 bad data, 66 no such index,\n"
      "  69 unavailable, 74 input/output, 75 try again (index locked).");

  auto* update = app.add_subcommand("update", "Bring INDEX up to date with files and folders");
  update->add_option("INDEX", options.update.index, "Folder of the index; made when it is not there")->required();
  update
      ->add_option("SOURCE", options.update.sources,
                   "Files, folders (read to the bottom), .jsonl files, or - for JSON Lines on standard input")
      ->required();
  update->add_option("--jobs", options.update.jobs, "Threads that read and analyse (default: one for each core)")
      ->check(CLI::Range(1u, max_jobs));
  update->add_flag("--prune", options.update.prune, "Remove decisions whose file is gone from below SOURCE");
  update->add_option("--report", options.report, "Write one JSON line for each problem to this file");
  update->add_flag("--no-progress", options.no_progress, "No progress line on the terminal");
  update->callback([&] { run = [&] { return run_update(options); }; });

  auto* parse = app.add_subcommand("parse", "Print what would be indexed, as exchange JSON Lines");
  parse->add_option("SOURCE", options.sources, "As for update")->required();
  parse->add_option("--report", options.report, "Write one JSON line for each problem to this file");
  parse->callback([&] { run = [&] { return run_parse(options); }; });

  auto* terms = app.add_subcommand("terms", "Words on standard input, one a line -> their terms, the main term first");
  terms->add_flag("--split", options.terms.split, "Print each word with # at its compound boundaries instead");
  terms->add_flag("--rules-only", options.terms.rules_only, "Leave the lexicon out: the stemmer's rules alone");
  terms->callback([&] {
    run = [&] {
      indexer::print_terms(std::cin, std::cout, options.terms);
      return 0;
    };
  });

  auto* stats = app.add_subcommand("stats", "Numbers of an index: decisions, years, funders, bytes");
  stats->add_option("INDEX", options.index, "Folder of the index")->required();
  stats->add_flag("--json", options.json, "As one JSON object");
  stats->callback([&] {
    run = [&] {
      indexer::print_stats(options.index, options.json, std::cout);
      return 0;
    };
  });

  auto* check = app.add_subcommand("check", "Look an index over for damage");
  check->add_option("INDEX", options.index, "Folder of the index")->required();
  check->callback([&] { run = [&] { return run_check(options); }; });
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
