// SPDX-License-Identifier: GPL-2.0-or-later
// Reads an index from outside; never writes.
#include "indexer/maintenance.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <map>
#include <ostream>
#include <set>
#include <sstream>

#include "indexer/document_builder.h"
#include "indexer/document_store.h"
#include "indexer/error.h"
#include "indexer/exchange.h"
#include "indexer/json.h"
#include "indexer/printable.h"
#include "indexer/schema.h"
#include "indexer/stored_decision.h"
#include "indexer/text_check.h"
#include "indexer/text_segment.h"
#include "indexer/xapian_error.h"

namespace pykala::indexer {

using namespace schema;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t max_check_text = 4096;  ///< of Xapian's own words, no more than a pipe takes at once

Xapian::Database open(const std::string& index) {
  try {
    return Xapian::Database(index);
  } catch (const Xapian::Error& error) {
    throw from_xapian(error, index);
  }
}

/// How many documents have each value of a keyword field, from its boolean terms.
Json count_values(const Xapian::Database& database, const FieldRow& row) {
  const std::string prefix =
      row.prefix.size() > 1 && row.prefix[0] == 'X' ? std::string(row.prefix) + ":" : std::string(row.prefix);
  Json out = Json::object();
  for (auto it = database.allterms_begin(prefix); it != database.allterms_end(prefix); ++it) {
    const std::string value = (*it).substr(prefix.size());
    out[value.empty() ? "unknown" : value] = it.get_termfreq();
  }
  return out;
}

Json table_sizes(const std::string& index) {
  Json out = Json::object();
  std::error_code error;
  for (fs::directory_iterator it(index, error), end; !error && it != end; it.increment(error)) {
    if (it->is_regular_file(error)) out[it->path().stem().string()] = it->file_size(error);
  }
  return out;
}

void print_json_as_text(const Json& value, std::ostream& out, const std::string& indent) {
  for (const auto& [key, member] : value.items()) {
    out << indent << printable(key) << ": ";
    if (member.is_object()) {
      out << '\n';
      print_json_as_text(member, out, indent + "  ");
    } else {
      out << (member.is_string() ? printable(member.get<std::string>()) : member.dump()) << '\n';
    }
  }
}

void check_document(const Xapian::Database& database, Xapian::docid id, std::set<std::string>& ids,
                    std::vector<std::string>& wrong) {
  const std::string name = "document " + std::to_string(id);
  try {
    const Decision decision = from_stored(stored_of(database, id));
    (void)from_exchange(to_exchange(decision));  // holds its values to the limits too
    if (!ids.insert(decision.id).second) wrong.push_back(name + ": id " + printable(decision.id) + " stands twice");
    if (!database.term_exists(id_term(decision.id)))
      wrong.push_back(name + ": no term for its id " + printable(decision.id));
  } catch (const Error& error) {
    wrong.push_back(name + ": " + printable(error.what()));
  } catch (const Xapian::Error& error) {
    wrong.push_back(name + ": " + error.get_msg());
  }
}

/// Xapian's own check, in a child process: a damaged table can crash it. Empty when all is well.
std::string check_tables(const std::string& index) {
  int channel[2];
  if (::pipe2(channel, O_CLOEXEC) != 0) throw Error(ErrorCode::unavailable, "cannot make a pipe", "try again");
  const pid_t child = ::fork();
  if (child < 0) throw Error(ErrorCode::unavailable, "cannot start a process", "try again");
  if (child == 0) {
    std::ostringstream details;
    std::size_t errors = 1;
    try {
      errors = Xapian::Database::check(index, 0, &details);
    } catch (const Xapian::Error& error) {
      details << error.get_msg();
    }
    const std::string told = details.str().substr(0, max_check_text);
    const bool written = errors == 0 || ::write(channel[1], told.data(), told.size()) >= 0;
    ::_exit(errors == 0 && written ? 0 : 1);
  }
  ::close(channel[1]);
  std::string told(max_check_text, '\0');
  const ssize_t got = ::read(channel[0], told.data(), told.size());
  told.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  ::close(channel[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  if (WIFSIGNALED(status)) return "the tables are damaged so that looking at them crashes";
  return "errors in the tables: " + told;
}

}  // namespace

void print_stats(const std::string& index, bool json, std::ostream& out) {
  const Xapian::Database database = open(index);
  try {
    std::size_t sources = 0;
    for (auto it = database.metadata_keys_begin(metadata::source); it != database.metadata_keys_end(metadata::source);
         ++it) {
      ++sources;
    }
    const Json stats = {{"decisions", database.get_doccount()},
                        {"sources", sources},
                        {"schema", database.get_metadata(metadata::schema)},
                        {"analyzer", database.get_metadata(metadata::analyzer)},
                        {"updated", database.get_metadata(metadata::updated)},
                        {"revision", database.get_revision()},
                        {"text_segments", segments_from(database.get_metadata(metadata::text_segments)).size()},
                        {"average_length", database.get_average_length()},
                        {"languages", count_values(database, field(FieldId::language))},
                        {"kinds", count_values(database, field(FieldId::kind))},
                        {"years", count_values(database, field(FieldId::year))},
                        {"funders", count_values(database, field(FieldId::funder))},
                        {"bytes", table_sizes(index)}};
    if (json) {
      out << dump_json(stats) << '\n';
    } else {
      print_json_as_text(stats, out, "");
    }
  } catch (const Xapian::Error& error) {
    throw from_xapian(error, index);
  }
}

std::vector<std::string> check_index(const std::string& index) {
  const Xapian::Database database = open(index);
  std::vector<std::string> wrong;
  try {
    if (const std::string damage = check_tables(index); !damage.empty()) return {damage};
    // Without documents: a first run that was ended before its first commit; the next one takes it up.
    if (database.get_metadata(metadata::schema).empty() && database.get_doccount() > 0) {
      wrong.push_back("no schema version: not made by pykala-index");
    }
    for (std::string& each : check_texts(database)) wrong.push_back(std::move(each));
    std::set<std::string> ids;
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      check_document(database, *it, ids, wrong);
    }
    if (count_stored(database) > database.get_doccount())
      wrong.emplace_back("decisions are stored that are not indexed");
  } catch (const Xapian::Error& error) {
    wrong.push_back(error.get_msg());
  } catch (const Error& error) {
    wrong.emplace_back(error.what());
  }
  return wrong;
}

}  // namespace pykala::indexer
