// SPDX-License-Identifier: GPL-2.0-or-later
// The story of a run on one screen: files are found, read in pieces, made into documents on several threads, and
// written in order by this one.
#include "indexer/index_run.h"

#include <filesystem>
#include <map>
#include <set>

#include "indexer/document_builder.h"
#include "indexer/error.h"
#include "indexer/index_writer.h"
#include "indexer/intake.h"
#include "indexer/iso_date.h"
#include "indexer/keys.h"
#include "indexer/ordered_workers.h"
#include "indexer/sources.h"
#include "indexer/xapian_error.h"
#include "stemmers/analyzer.h"

namespace pykala::indexer {
namespace {

/// A batch: small ones cost syncs, large ones memory and time (5 000 cost 15 % more of it than 1 000). The record of a
/// file counts as one too.
constexpr std::size_t commit_documents = 1000;
constexpr std::size_t pending_per_worker = 4;  ///< pieces read ahead for each thread

/// "2026-11-22" -> "2026-11-23"; an expiry day is the last one on which a decision is shown.
std::string next_day(const std::string& iso_date) {
  return schema::next_day(iso_date).value_or(iso_date);
}

/// What a worker gets: a piece of a file, or only the news that the file has been read to its end.
struct Task {
  SourceFile file;
  Piece piece;
  std::vector<Problem> problems;  ///< of reading
  std::string hash;               ///< of the whole file; set with the last piece
};

/// What a worker makes of it.
struct Prepared {
  Task task;  ///< without the bytes
  Intake intake;
  std::vector<Xapian::Document> documents;  ///< one for each decision of the intake
};

class Update {
 public:
  Update(const UpdateOptions& options, Report& report)
      : options_(options),
        report_(report),
        writer_(options.index, stemmers::Analyzer().id()),
        workers_(options.jobs, [] { return make_work(); }) {}

  UpdateSummary run() {
    std::vector<Problem> problems;
    for (const std::string& argument : options_.sources) {
      find_sources(
          argument, [this](const SourceFile& file) { read(file); }, problems);
    }
    while (workers_.pending() > 0) write(workers_.take());
    for (const Problem& problem : problems) report_.problem(problem);
    if (options_.prune) prune();
    writer_.commit();
    summary_.documents = writer_.document_count();
    return summary_;
  }

 private:
  static std::function<Prepared(Task)> make_work() {
    auto analyzer = std::make_shared<stemmers::Analyzer>();
    return [analyzer, day = schema::today()](Task task) {
      Prepared out;
      if (!task.piece.bytes.empty() || task.piece.first) {
        out.intake = take_in({task.piece.name, task.piece.bytes, task.piece.first_line}, day);
      }
      const std::string key = schema::content_hash(task.file.path);
      std::vector<schema::Decision> built;
      for (schema::Decision& decision : out.intake.decisions) {
        try {
          out.documents.push_back(build_document(decision, key, *analyzer));
          built.push_back(std::move(decision));
        } catch (const std::exception& error) {
          out.intake.problems.push_back(
              {decision.source, std::string("could not be indexed: ") + error.what(), "please report this file"});
        }
      }
      out.intake.decisions = std::move(built);
      task.piece.bytes.clear();
      task.piece.bytes.shrink_to_fit();
      out.task = std::move(task);
      return out;
    };
  }

  void read(const SourceFile& file) {
    if (!seen_.insert(file.path).second) return;  // named twice on the command line
    const auto record = writer_.source_record(file.path);
    const bool known = record && record->clean && (record->expires.empty() || record->expires > schema::today());
    const bool same_stat = known && record->size == file.size && record->modified_ns == file.modified_ns;
    if (same_stat && file.path != "-") {
      ++summary_.unchanged_files;
      return;
    }
    SourceReader reader(file);
    bool begins = true;
    while (true) {
      Task task{file, {}, {}, {}};
      std::optional<Piece> piece = reader.next(task.problems);
      const bool last = !piece || piece->last;
      if (piece && piece->last && begins && known && record->hash == reader.hash()) {
        // Only touched, or copied anew: remember the time, so that the next run need not read it.
        writer_.note_source(
            {file.path, file.size, file.modified_ns, record->hash, record->documents, true, record->expires});
        ++summary_.unchanged_files;
        return;
      }
      if (piece) task.piece = std::move(*piece);
      task.piece.last = last;
      if (last) task.hash = reader.hash();
      begins = false;
      put(std::move(task));
      if (last) return;
    }
  }

  void put(Task task) {
    while (workers_.pending() >= options_.jobs * pending_per_worker) write(workers_.take());
    workers_.put(std::move(task));
  }

  void write(Prepared prepared) {
    const Task& task = prepared.task;
    if (current_ != task.file.path) {
      current_ = task.file.path;
      record_ = {task.file.path, task.file.size, task.file.modified_ns, {}, 0, true, {}};
      read_failed_ = false;
      writer_.begin_source(task.file.path);
    }
    read_failed_ = read_failed_ || !task.problems.empty();
    for (const Problem& problem : task.problems) reject(problem);
    for (const Problem& problem : prepared.intake.problems) reject(problem);
    summary_.not_public += prepared.intake.not_public;
    for (const std::string& id : prepared.intake.withheld) summary_.removed += writer_.withdraw(id) ? 1 : 0;
    for (std::size_t i = 0; i < prepared.documents.size(); ++i) {
      write_one(prepared.intake.decisions[i], prepared.documents[i]);
    }
    if (task.piece.last) {
      record_.hash = task.hash;
      // A file that could not be read to its end says nothing about what it no longer has; nor does standard input,
      // which may be a feed of what is new.
      if (!read_failed_ && task.file.path != "-") summary_.removed += writer_.end_source(record_);
      current_.clear();
    }
    if (writer_.uncommitted() >= commit_documents) writer_.commit();
    report_.progress(summary_.added + summary_.replaced, task.file.name);
  }

  void reject(const Problem& problem) {
    report_.problem(problem);
    record_.clean = false;
  }

  void write_one(const schema::Decision& decision, const Xapian::Document& document) {
    switch (writer_.write(decision, document)) {
      case Written::added:
        ++summary_.added;
        break;
      case Written::replaced:
        ++summary_.replaced;
        break;
      case Written::taken_over:
        ++summary_.replaced;
        report_.note({decision.source, "the same decision (" + decision.id + ") had come from another file",
                      "the newer reading was kept"});
        break;
      case Written::overwritten:
        ++summary_.replaced;
        reject({decision.source,
                "another document with the id " + decision.id + " had come from another file and is lost",
                "give the two files different names, or the decisions their own ids"});
        break;
      case Written::twice_in_source:
        report_.note({decision.source, "the same decision (" + decision.id + ") stands twice in this file",
                      "the first was kept"});
        return;
    }
    ++record_.documents;
    if (decision.expires && (record_.expires.empty() || next_day(*decision.expires) < record_.expires)) {
      record_.expires = next_day(*decision.expires);
    }
    if (!decision.date) ++summary_.without_date;
  }

  /// Not found is not gone: a folder above it may have lost its permissions, and its decisions must not go with it.
  static bool is_gone(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::symlink_status(path, ignored).type() == std::filesystem::file_type::not_found;
  }

  /// Forgets the files that lay below a SOURCE argument and are gone.
  void prune() {
    for (const SourceRecord& record : writer_.source_records()) {
      if (seen_.contains(record.path) || !is_gone(record.path)) continue;
      for (const std::string& argument : options_.sources) {
        std::error_code error;
        const std::string root = std::filesystem::weakly_canonical(argument, error).string();
        if (!error && (record.path == root || record.path.starts_with(root + "/"))) {
          summary_.removed += writer_.forget_source(record.path);
          break;
        }
      }
    }
  }

  const UpdateOptions& options_;
  Report& report_;
  UpdateSummary summary_;
  IndexWriter writer_;
  OrderedWorkers<Task, Prepared> workers_;
  std::set<std::string> seen_;  ///< absolute paths found in this run
  std::string current_;         ///< file that is being written
  SourceRecord record_;         ///< of that file
  bool read_failed_ = false;    ///< that file could not be read to its end
};

}  // namespace

UpdateSummary update_index(const UpdateOptions& options, Report& report) {
  // Before anything is made: a mistyped SOURCE must not leave an empty index behind.
  for (const std::string& argument : options.sources) check_source(argument);
  try {
    return Update(options, report).run();
  } catch (const Xapian::Error& error) {
    throw schema::from_xapian(error, options.index);
  }
}

}  // namespace pykala::indexer
