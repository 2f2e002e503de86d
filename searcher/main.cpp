// SPDX-License-Identifier: GPL-2.0-or-later
// pykala-search: command line in, exit status out. Every command is one call into the library.
#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>

#include "indexer/error.h"
#include "indexer/limits.h"
#include "indexer/printable.h"
#include "indexer/schema.h"
#include "searcher/commands.h"
#include "searcher/render.h"
#include "searcher/server/serve.h"

namespace {

using namespace pykala;
using schema::Error;
using schema::ErrorCode;
using schema::FieldRow;

constexpr int exit_usage = 2;
constexpr int exit_software = 70;

void add_lang(CLI::App& command, searcher::Options& options) {
  command.add_option("--lang", options.lang, "Language of labels and messages")
      ->check(CLI::IsMember({"fi", "sv", "en"}));
}

/// Filters, facets, order and form, which every command that lists hits has.
void add_result_options(CLI::App& app, searcher::Options& options) {
  auto* command = &app;
  for (const FieldRow& row : schema::fields) {
    if (!row.filter) continue;
    std::string name(row.name);
    std::replace(name.begin(), name.end(), '_', '-');
    command
        ->add_option(
            "--" + name, options.filters[row.id],
            std::string(row.meaning) + (row.type == schema::FieldType::date || row.type == schema::FieldType::amount
                                            ? "; a range is written a..b"
                                            : "; several times: any of them; \"unknown\" is a value"))
        ->allow_extra_args(false);
  }
  command
      ->add_option("--facets", options.facets,
                   "Values to count, for example decision_maker,year,funder; \"organisation:lähi\" only those named so")
      ->delimiter(',');
  command->add_option("--sort", options.sort, "Order of the hits")
      ->check(CLI::IsMember({"relevance", "newest", "oldest", "amount"}));
  command->add_option("--limit", options.limit, "Hits to show (default 10; csv: all, at most 10000)");
  command->add_option("--offset", options.offset, "Hits to pass over");
  command->add_option("--snippet-length", options.snippet_length, "Characters of a snippet, 0 for none")
      ->check(CLI::Range(std::size_t{0}, schema::max_snippet_length));
  command->add_flag("--statistics", options.statistics, "Count, sum and median of money, by funder and by year");
  command->add_option("--format", options.format, "Form of the output")->check(CLI::IsMember({"text", "json", "csv"}));
  command->add_option("--separator", options.separator, "Between the cells of csv; a comma brings decimal points")
      ->check(CLI::IsMember({"semicolon", "comma"}));
  command->add_option("--collapse", options.collapse, "One hit for each case")->check(CLI::IsMember({"none", "case"}));
  add_lang(*command, options);
}

void describe_find(CLI::App& app, searcher::Options& options, std::function<void()>& run) {
  auto* command = app.add_subcommand("find", "Search, and show hits with facets");
  command->add_option("INDEX", options.index, "Folder of the index")->required();
  command->add_option("QUERY", options.words, "Words, \"phrases\", -word, field:value; nothing: everything");
  add_result_options(*command, options);
  command->footer(
      "Examples:\n  pykala-search find archive.index vapaaehtoistyön koordinointi --facets decision_maker,year,funder\n"
      "  pykala-search find archive.index neuvontapalvelut --funder STEA --year 2017..2020 --sort newest\n"
      "A query that begins with a minus stands after --:  pykala-search find archive.index -- -asunto");
  command->callback([&] { run = [&] { searcher::find(options); }; });
}

void describe_similar(CLI::App& app, searcher::Options& options, std::function<void()>& run) {
  auto* command = app.add_subcommand("similar", "Precedents: the earlier decisions that matter for one, and why");
  command->add_option("INDEX", options.index, "Folder of the index")->required();
  command->add_option("ID", options.id, "Id of the decision, as in the hits");
  command->add_option("--text", options.text_file, "A draft instead: a text file, or - for standard input");
  command->add_flag("!--all", options.earlier_only, "Later decisions too");
  add_result_options(*command, options);
  command->footer(
      "Examples:\n  pykala-search similar archive.index HEL-2023-900861/4\n"
      "  pykala-search similar archive.index --text draft.txt --year 2017.. --lang sv\n"
      "Title, proposal and reasons are enough of a draft; a case number with its class (T 02 05 02) helps.");
  command->callback([&] { run = [&] { searcher::similar(options); }; });
}

void describe_serve(CLI::App& app, searcher::server::Settings& settings, std::function<void()>& run) {
  auto* command = app.add_subcommand("serve", "The archive over HTTP: pages, JSON, feeds and exports");
  command->add_option("INDEX", settings.index, "Folder of the index")->required();
  command->add_option("--listen", settings.listen, "Address and port; port 0: any free one (default 127.0.0.1:8080)");
  command->add_option("--url", settings.base_url, "Address by which the world knows the service, for links in feeds");
  command
      ->add_option("--cors", settings.cors_origins,
                   "Web pages of this origin may read the API; several times; * for all, reading only")
      ->allow_extra_args(false);
  command->add_option("--feedback", settings.feedback,
                      "Address of e-mail or of a web page, told on the page's accessibility statement");
  command->add_flag("--robots", settings.robots, "Let web search engines list the answers");
  command->add_flag("--access-log", settings.access_log, "A line for each answer, without what was asked");
  command->add_option("--threads", settings.threads, "Threads that search (default: one a processor)")
      ->check(CLI::Range(1U, 256U));
  command->add_option("--connections", settings.connections, "Connections at once (default 512)")
      ->check(CLI::Range(4U, 65536U));
  command->add_option("--connections-per-address", settings.connections_per_address,
                      "Connections of one client (default 128); 0 for no limit, behind a proxy");
  command->footer(
      "Example:\n  pykala-search serve archive.index --listen 127.0.0.1:8080 --url https://paatokset.example.fi\n"
      "TLS is the proxy's, see README. SIGTERM answers what is on its way and ends; SIGHUP opens the index anew.");
  command->callback([&] { run = [&] { searcher::server::serve(settings); }; });
}

void describe(CLI::App& app, searcher::Options& options, std::function<void()>& run) {
  app.require_subcommand(1);
  app.set_version_flag("--version", PYKALA_VERSION);
  app.footer(
      "Exit status: 0 done, also without hits; 2 usage; 65 bad data; 66 no such index; 69 unavailable; 74 "
      "input/output.");
  describe_find(app, options, run);
  describe_similar(app, options, run);

  auto* json =
      app.add_subcommand("json", "Requests on standard input, one JSON object a line -> responses, one a line");
  json->add_option("INDEX", options.index, "Folder of the index")->required();
  json->footer(
      "Example:\n  echo '{\"query\": \"avustus\", \"facets\": {\"year\": 10}}' | pykala-search json archive.index");
  json->callback([&] { run = [&] { searcher::answer_lines(options); }; });

  auto* show_command = app.add_subcommand("show", "One decision, to read or as exchange JSON");
  show_command->add_option("INDEX", options.index, "Folder of the index")->required();
  show_command->add_option("ID", options.id, "Id of the decision, as in the hits")->required();
  show_command->add_option("--format", options.format, "Form of the output")->check(CLI::IsMember({"text", "json"}));
  add_lang(*show_command, options);
  show_command->callback([&] { run = [&] { searcher::show(options); }; });

  auto* explain = app.add_subcommand("explain", "The query at every stage, and why each hit scored what it did");
  explain->add_option("INDEX", options.index, "Folder of the index")->required();
  explain->add_option("QUERY", options.words, "As of find")->required();
  explain->add_option("--limit", options.limit, "Hits to explain (default 5)");
  add_lang(*explain, options);
  explain->footer("Example:\n  pykala-search explain archive.index ohjauspalvelut");
  explain->callback([&] { run = [&] { searcher::explain_query(options); }; });

  auto* fields = app.add_subcommand("fields", "The fields one can search, filter and count by");
  fields->callback([&] { run = [] { searcher::render_fields(std::cout); }; });
}

/// "pykala-search archive.index avustus": CLI11 only says that a subcommand is required.
bool is_no_command(const CLI::App& app, int argc, char** argv) {
  return argc > 1 && argv[1][0] != '-' && app.get_subcommands().empty();
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  CLI::App app{"pykala-search: searches an index of decisions"};
  searcher::Options options;
  searcher::server::Settings settings;
  std::function<void()> run;
  describe(app, options, run);
  describe_serve(app, settings, run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (is_no_command(app, argc, argv)) {
      std::cerr << "pykala-search: " << schema::printable(argv[1]) << ": no such command\n"
                << "  to search: pykala-search find INDEX WORDS...; pykala-search --help lists the commands\n";
      return exit_usage;
    }
    return app.exit(error) == 0 ? 0 : exit_usage;
  }
  try {
    run();
    if (!std::cout.flush()) throw Error(ErrorCode::io, "cannot write the output", "check free space");
    return 0;
  } catch (const Error& error) {
    std::cerr << "pykala-search: " << error.what() << '\n';
    if (!error.hint.empty()) std::cerr << "  " << error.hint << '\n';
    return schema::exit_status(error.code);
  } catch (const std::exception& error) {
    std::cerr << "pykala-search: " << error.what() << '\n';
    return exit_software;
  }
}
