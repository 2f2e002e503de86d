// SPDX-License-Identifier: GPL-2.0-or-later
// Each command: options -> request -> library -> standard output. Private here: the shape of the terminal, and what a
// filter option means.
#include "searcher/commands.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "indexer/error.h"
#include "indexer/limits.h"
#include "searcher/citations.h"
#include "searcher/draft.h"
#include "searcher/filters.h"
#include "searcher/index.h"
#include "searcher/labels.h"
#include "searcher/protocol.h"
#include "searcher/render.h"
#include "searcher/search.h"

namespace pykala::searcher {
namespace {

using schema::Error;
using schema::ErrorCode;
using schema::FieldId;
using schema::FieldRow;

constexpr std::size_t default_facet_values = 10;
constexpr std::size_t default_facet_years = 50;
constexpr std::size_t default_limit = 10;
constexpr std::size_t default_explained = 5;
constexpr std::size_t narrowest_terminal = 40;

TextStyle terminal_style(const Options& options) {
  TextStyle style;
  style.lang = ui_language(options.lang).value_or(UiLanguage::fi);
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
/// value. Names are read as those of a JSON request are, by the search, which notes how.
Filter join_values(FieldId id, const std::vector<std::string>& values) {
  Filter joined{id, {}, {}, {}};
  for (const std::string& value : values) {
    const Filter one = parse_filter(id, value);
    if (one.from || one.to) {
      if (values.size() > 1)
        throw Error(ErrorCode::usage, "give --" + std::string(schema::field(id).name) + " once",
                    "a range is written a..b");
      return one;
    }
    joined.values.insert(joined.values.end(), one.values.begin(), one.values.end());
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

Request request_of(const Options& options) {
  Request request;
  for (const std::string& word : options.words) request.query += (request.query.empty() ? "" : " ") + word;
  for (const auto& [id, values] : options.filters) {
    if (!values.empty()) request.filters.push_back(join_values(id, values));
  }
  for (const std::string& asked : options.facets) {  // "year", or "organisation:lähitupa"
    const auto colon = asked.find(':');
    const FieldId id = facet_called(asked.substr(0, colon));
    const auto same = [id](const auto& facet) { return facet.field == id; };
    if (std::any_of(request.facets.begin(), request.facets.end(), same)) {
      throw Error(ErrorCode::usage, "--facets has " + asked.substr(0, colon) + " twice", "name each facet once");
    }
    const std::string contains = colon == std::string::npos ? "" : asked.substr(colon + 1);
    request.facets.push_back({id, id == FieldId::year ? default_facet_years : default_facet_values, contains});
  }
  if (options.sort == "newest") request.sort = Sort::newest;
  if (options.sort == "oldest") request.sort = Sort::oldest;
  if (options.sort == "amount") request.sort = Sort::amount;
  // A table is made to be complete; a page of text to be read.
  request.limit = options.limit.value_or(
      options.format == "csv" ? schema::max_window - std::min(options.offset, schema::max_window) : default_limit);
  request.offset = options.offset;
  request.snippet_length = options.snippet_length;
  request.amount_statistics = options.statistics;
  request.lang = ui_language(options.lang).value_or(UiLanguage::fi);
  if (options.collapse == "case") request.collapse = Collapse::by_case;
  return request;
}

void answer(const Options& options, const Request& request, Index& index) {
  const Response response = search(index, request);
  if (options.format == "json") {
    std::cout << write_response(response, "null") << '\n';
  } else if (options.format == "csv") {
    render_csv(response, options.separator == "comma" ? CsvSeparator::comma : CsvSeparator::semicolon, std::cout);
    if (response.total > response.hits.size()) {
      std::cerr << "pykala-search: " << response.hits.size() << " of " << response.total << " decisions written\n";
    }
    if (response.suggestion) std::cerr << "pykala-search: -> " << *response.suggestion << '\n';
    for (const std::string& note : response.notes) std::cerr << "pykala-search: " << note << '\n';
  } else {
    render_text(response, request, terminal_style(options), std::cout);
  }
}

/// A whole file, or standard input for "-"; one byte more than a draft may have is enough to know that it is too long.
std::string draft_of(const std::string& path) {
  std::ifstream file;
  if (path != "-") {
    file.open(path, std::ios::binary);
    if (!file) throw Error(ErrorCode::io, "cannot read " + path, "give a text file, or - for standard input");
  }
  std::istream& in = path == "-" ? std::cin : file;
  std::string text(max_draft_bytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad()) throw Error(ErrorCode::io, "cannot read " + path, "give a text file, or - for standard input");
  return text;
}

}  // namespace

void find(const Options& options) {
  Index index(options.index);
  answer(options, request_of(options), index);
}

void similar(const Options& options) {
  if (options.id.empty() == options.text_file.empty())
    throw Error(ErrorCode::usage, "give either the id of a decision or --text FILE, one of the two",
                "ids stand in the hits of a search");
  Index index(options.index);
  Request request = request_of(options);
  if (options.id.empty()) {
    request.similar_to_text = draft_of(options.text_file);
  } else {
    request.similar_to = options.id;
  }
  request.earlier_only = options.earlier_only;
  answer(options, request, index);
}

/// Requests on standard input, one a line; a line past the limit is answered by an error and skipped, an empty one by
/// an error too, as who counts answers waits for one.
void answer_lines(const Options& options) {
  Index index(options.index);
  std::string line;
  bool more = true;
  while (more) {
    line.clear();
    int c = 0;
    while ((c = std::cin.get()) != EOF && c != '\n') {
      if (line.size() <= schema::max_request_bytes) line += static_cast<char>(c);
    }
    more = c != EOF;
    if (!more && line.empty()) break;  // what follows the last line's end is no line
    std::cout << answer_line(index, line) << '\n' << std::flush;
  }
}

void show(const Options& options) {
  const Index index(options.index);
  const auto document = index.find(options.id);
  if (!document)
    throw Error(ErrorCode::not_found, "no decision has the id \"" + options.id + "\"",
                "ids stand in the hits of a search");
  const schema::Decision decision = index.decision(*document);
  const CitationLinks links = citation_links(decision, index);
  if (options.format == "json") {
    std::cout << write_decision(decision, links) << '\n';
  } else {
    render_decision(decision, terminal_style(options), std::cout);
    render_links(links, terminal_style(options), std::cout);
  }
}

void explain_query(const Options& options) {
  Index index(options.index);
  Request request = request_of(options);
  request.limit = options.limit.value_or(default_explained);
  request.snippet_length = 0;
  render_explanation(explain(index, request), request, terminal_style(options), std::cout);
}

}  // namespace pykala::searcher
