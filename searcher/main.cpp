// SPDX-License-Identifier: GPL-2.0-or-later
// pykala-search: command line in, exit status out. Every command is one call into the library.
#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <functional>
#include <iostream>

#include "indexer/error.h"
#include "indexer/exchange.h"
#include "indexer/limits.h"
#include "searcher/filters.h"
#include "searcher/labels.h"
#include "searcher/protocol.h"
#include "searcher/render.h"
#include "searcher/search.h"

namespace {

using namespace pykala;
using schema::Error;
using schema::ErrorCode;
using schema::FieldId;
using schema::FieldRow;

constexpr int exit_usage = 2;
constexpr int exit_software = 70;
constexpr std::size_t default_facet_values = 10;
constexpr std::size_t narrowest_terminal = 40;

struct Options {
  std::string index;
  std::vector<std::string> words;
  std::map<FieldId, std::vector<std::string>> filters;
  std::vector<std::string> facets;
  std::string sort = "relevance";
  std::string format = "text";
  std::string lang = "fi";
  std::string id;
  std::size_t limit = 10, offset = 0, snippet_length = 240;
};

searcher::TextStyle terminal_style(const Options& options) {
  searcher::TextStyle style;
  style.lang = searcher::ui_language(options.lang).value_or(searcher::UiLanguage::fi);
  if (::isatty(STDOUT_FILENO) != 1) return style;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    style.width = std::max<std::size_t>(size.ws_col, narrowest_terminal);
  }
  const char* no_colour = std::getenv("NO_COLOR");  // https://no-color.org
  style.colour = no_colour == nullptr || *no_colour == '\0';
  return style;
}

/// The values of one option are one filter: "--year 2017 --year 2019..2020" is any of them. "unknown" is the unknown
/// value.
searcher::Filter join_values(FieldId id, const std::vector<std::string>& values, const searcher::Index& index) {
  searcher::Filter joined{id, {}, {}, {}};
  for (const std::string& value : values) {
    if (value == "unknown") {
      joined.values.emplace_back(std::nullopt);
      continue;
    }
    const searcher::Filter one = searcher::parse_filter(id, value);
    if (one.from || one.to) {
      if (values.size() > 1)
        throw Error(ErrorCode::usage, "give --" + std::string(schema::field(id).name) + " once",
                    "a range is written a..b");
      return one;
    }
    const bool by_name = id == FieldId::decision_maker || id == FieldId::organisation || id == FieldId::funder;
    const auto meant = by_name ? index.values_meant(id, value) : std::vector<std::string>();
    if (meant.empty()) {
      joined.values.insert(joined.values.end(), one.values.begin(), one.values.end());
    } else {
      joined.values.insert(joined.values.end(), meant.begin(), meant.end());
    }
  }
  return joined;
}

FieldId facet_called(const std::string& name) {
  std::string names;
  for (const FieldRow& row : schema::fields) {
    if (!row.facet) continue;
    if (row.name == name) return row.id;
    names += (names.empty() ? "" : ", ") + std::string(row.name);
  }
  throw Error(ErrorCode::unknown_field, "no facet is called \"" + name + "\"", "one of: " + names);
}

searcher::Request request_of(const Options& options, const searcher::Index& index) {
  searcher::Request request;
  for (const std::string& word : options.words) request.query += (request.query.empty() ? "" : " ") + word;
  for (const auto& [id, values] : options.filters) {
    if (!values.empty()) request.filters.push_back(join_values(id, values, index));
  }
  for (const std::string& name : options.facets) request.facets.push_back({facet_called(name), default_facet_values});
  if (options.sort == "newest") request.sort = searcher::Sort::newest;
  if (options.sort == "oldest") request.sort = searcher::Sort::oldest;
  if (options.sort == "amount") request.sort = searcher::Sort::amount;
  request.limit = options.limit;
  request.offset = options.offset;
  request.snippet_length = options.snippet_length;
  request.lang = searcher::ui_language(options.lang).value_or(searcher::UiLanguage::fi);
  return request;
}

void find(const Options& options) {
  searcher::Index index(options.index);
  const searcher::Request request = request_of(options, index);
  const searcher::Response response = searcher::search(index, request);
  if (options.format == "json") {
    std::cout << searcher::write_response(response, "null") << '\n';
  } else if (options.format == "csv") {
    searcher::render_csv(response, std::cout);
  } else {
    searcher::render_text(response, request, terminal_style(options), std::cout);
  }
}

/// Requests on standard input, one a line; a line past the limit is answered by an error and skipped.
void answer_lines(const Options& options) {
  searcher::Index index(options.index);
  std::string line;
  bool more = true;
  while (more) {
    line.clear();
    int c = 0;
    while ((c = std::cin.get()) != EOF && c != '\n') {
      if (line.size() <= schema::max_request_bytes) line += static_cast<char>(c);
    }
    more = c != EOF;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    index.reopen();
    std::cout << searcher::answer_line(index, line) << '\n' << std::flush;
  }
}

void show(const Options& options) {
  const searcher::Index index(options.index);
  const auto document = index.find(options.id);
  if (!document)
    throw Error(ErrorCode::not_found, "no decision has the id \"" + options.id + "\"",
                "ids stand in the hits of a search");
  const schema::Decision decision = index.decision(*document);
  if (options.format == "json") {
    std::cout << schema::to_exchange(decision) << '\n';
  } else {
    searcher::render_decision(decision, terminal_style(options), std::cout);
  }
}

void describe_find(CLI::App& app, Options& options, std::function<void()>& run) {
  auto* command = app.add_subcommand("find", "Search, and show hits with facets");
  command->add_option("INDEX", options.index, "Folder of the index")->required();
  command->add_option("QUERY", options.words, "Words, \"phrases\", -word, field:value; nothing: everything");
  for (const FieldRow& row : schema::fields) {
    if (!row.filter) continue;
    std::string name(row.name);
    std::replace(name.begin(), name.end(), '_', '-');
    command
        ->add_option("--" + name, options.filters[row.id],
                     std::string(row.meaning) + "; several times: any of them; \"unknown\" is a value")
        ->allow_extra_args(false);
  }
  command->add_option("--facets", options.facets, "Values to count, for example decision_maker,year,funder")
      ->delimiter(',');
  command->add_option("--sort", options.sort, "Order of the hits")
      ->check(CLI::IsMember({"relevance", "newest", "oldest", "amount"}));
  command->add_option("--limit", options.limit, "Hits to show");
  command->add_option("--offset", options.offset, "Hits to pass over");
  command->add_option("--snippet-length", options.snippet_length, "Characters of a snippet, 0 for none")
      ->check(CLI::Range(std::size_t{0}, schema::max_snippet_length));
  command->add_option("--format", options.format, "Form of the output")->check(CLI::IsMember({"text", "json", "csv"}));
  command->add_option("--lang", options.lang, "Language of labels")->check(CLI::IsMember({"fi", "sv", "en"}));
  command->footer(
      "Examples:\n  pykala-search find archive.index vapaaehtoistyön koordinointi --facets decision_maker,year,funder\n"
      "  pykala-search find archive.index neuvontapalvelut --funder STEA --year 2017..2020 --sort newest");
  command->callback([&] { run = [&] { find(options); }; });
}

void describe(CLI::App& app, Options& options, std::function<void()>& run) {
  app.require_subcommand(1);
  app.set_version_flag("--version", PYKALA_VERSION);
  app.footer(
      "Exit status: 0 done, also without hits; 2 usage; 65 bad data; 66 no such index; 69 unavailable; 74 "
      "input/output.");
  describe_find(app, options, run);

  auto* json =
      app.add_subcommand("json", "Requests on standard input, one JSON object a line -> responses, one a line");
  json->add_option("INDEX", options.index, "Folder of the index")->required();
  json->footer(
      "Example:\n  echo '{\"query\": \"avustus\", \"facets\": {\"year\": 10}}' | pykala-search json archive.index");
  json->callback([&] { run = [&] { answer_lines(options); }; });

  auto* show_command = app.add_subcommand("show", "One decision, to read or as exchange JSON");
  show_command->add_option("INDEX", options.index, "Folder of the index")->required();
  show_command->add_option("ID", options.id, "Id of the decision, as in the hits")->required();
  show_command->add_option("--format", options.format, "Form of the output")->check(CLI::IsMember({"text", "json"}));
  show_command->callback([&] { run = [&] { show(options); }; });

  auto* fields = app.add_subcommand("fields", "The fields one can search, filter and count by");
  fields->callback([&] { run = [] { searcher::render_fields(std::cout); }; });
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  CLI::App app{"pykala-search: searches an index of decisions"};
  Options options;
  std::function<void()> run;
  describe(app, options, run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : exit_usage;
  }
  try {
    run();
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
