// SPDX-License-Identifier: GPL-2.0-or-later
// Commands of pykala-search: what the options of a command line ask for -> output on standard output.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/schema.h"

namespace pykala::searcher {

/// What the command line says, as it says it; an option that a command does not have keeps its default.
struct Options {
  std::string index;
  std::vector<std::string> words;
  std::map<schema::FieldId, std::vector<std::string>> filters;
  std::vector<std::string> facets;
  std::string sort = "relevance";
  std::string format = "text";
  std::string lang = "fi";
  std::string separator = "semicolon";
  bool statistics = false;
  std::string id;
  std::string text_file;     ///< similar: a draft; "-" is standard input
  bool earlier_only = true;  ///< similar
  std::string collapse = "none";
  std::optional<std::size_t> limit;
  std::size_t offset = 0, snippet_length = 240;
};

/// All throw Error for what the person can mend.
void find(const Options& options);
/// Requests on standard input, one a line -> responses, one a line; an error is an answer too.
void answer_lines(const Options& options);
void show(const Options& options);
/// The query at every stage, and why each hit scored what it did.
void explain_query(const Options& options);
/// Precedents of a decision of the index, or of a draft.
void similar(const Options& options);

}  // namespace pykala::searcher
