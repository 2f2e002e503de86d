// SPDX-License-Identifier: GPL-2.0-or-later
// The story of a run on one screen: files are found, read in pieces, made into documents on several threads, and
// written in order by this one.
#include "indexer/index_run.h"

#include <ctime>
#include <filesystem>
#include <map>
#include <ostream>
#include <set>

#include "indexer/document_builder.h"
#include "indexer/error.h"
#include "indexer/exchange.h"
#include "indexer/index_writer.h"
#include "indexer/intake.h"
#include "indexer/keys.h"
#include "indexer/ordered_workers.h"
#include "indexer/sources.h"
#include "indexer/xapian_error.h"
#include "stemmers/analyzer.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t commit_documents = 5000;  ///< a batch; smaller ones cost syncs, larger ones memory
constexpr std::size_t pending_per_worker = 4;   ///< pieces read ahead for each thread

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::localtime_r(&now, &parts);
  char text[16];
  std::strftime(text, sizeof text, "%Y-%m-%d", &parts);
  return text;
}

/// What a worker gets: a piece of a file, or only the news that the file has been read to its end.
struct Task {
  SourceFile file;
  Piece piece;
  std::vector<Problem> problems;  ///< of reading
  std::string hash;               ///< of the whole file; set with the last piece
  bool begins = false;
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
    return [analyzer, day = today()](Task task) {
      Prepared out;
      if (!task.piece.bytes.empty() || task.begins) {
        out.intake = take_in({task.file.name, task.piece.bytes, task.piece.first_line}, day);
      }
      const std::string key = schema::content_hash(task.file.path);
      for (const schema::Decision& decision : out.intake.decisions) {
        out.documents.push_back(build_document(decision, key, *analyzer));
      }
      task.piece.bytes.clear();
      task.piece.bytes.shrink_to_fit();
      out.task = std::move(task);
      return out;
    };
  }

  void read(const SourceFile& file) {
    if (!seen_.insert(file.path).second) return;  // named twice on the command line
    const auto record = writer_.source_record(file.path);
    const bool same_stat =
        record && record->clean && record->size == file.size && record->modified_ns == file.modified_ns;
    if (same_stat && file.path != "-") {
      ++summary_.unchanged_files;
      return;
    }
    SourceReader reader(file);
    bool begins = true;
    while (true) {
      Task task{file, {}, {}, {}, begins};
      std::optional<Piece> piece = reader.next(task.problems);
      const bool last = !piece || piece->last;
      if (piece && piece->last && begins && record && record->clean && record->hash == reader.hash()) {
        // Only touched, or copied anew: remember the time, so that the next run need not read it.
        writer_.note_source({file.path, file.size, file.modified_ns, record->hash, record->documents, true});
        ++summary_.unchanged_files;
        return;
      }
      if (piece) task.piece = std::move(*piece);
      // Unreadable, or a first line that is too long: the reason is told, and "empty file" would be a second row.
      if (!task.problems.empty()) task.begins = false;
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
      record_ = {task.file.path, task.file.size, task.file.modified_ns, {}, 0, true};
      read_failed_ = false;
      writer_.begin_source(task.file.path);
    }
    read_failed_ = read_failed_ || !task.problems.empty();
    for (const Problem& problem : task.problems) reject(problem);
    for (const Problem& problem : prepared.intake.problems) reject(problem);
    summary_.not_public += prepared.intake.not_public;
    for (std::size_t i = 0; i < prepared.documents.size(); ++i) {
      write_one(prepared.intake.decisions[i], prepared.documents[i]);
    }
    if (task.piece.last) {
      record_.hash = task.hash;
      // A file that could not be read to its end says nothing about what it no longer has.
      if (!read_failed_) summary_.removed += writer_.end_source(record_);
      current_.clear();
      if (writer_.uncommitted() >= commit_documents) writer_.commit();
    }
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
      case Written::twice_in_source:
        report_.note({decision.source, "the same decision (" + decision.id + ") stands twice in this file",
                      "the first was kept"});
        return;
    }
    ++record_.documents;
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
  try {
    return Update(options, report).run();
  } catch (const Xapian::Error& error) {
    throw schema::from_xapian(error, options.index);
  }
}

void parse_sources(const std::vector<std::string>& sources, std::ostream& out, Report& report) {
  std::vector<Problem> problems;
  const std::string day = today();
  const auto parse = [&](const SourceFile& file) {
    SourceReader reader(file);
    const std::size_t told = problems.size();
    bool begins = true;
    while (const auto piece = reader.next(problems)) {
      const bool empty_file = piece->bytes.empty() && begins && problems.size() == told;
      begins = false;
      if (piece->bytes.empty() && !empty_file) continue;
      Intake intake = take_in({file.name, piece->bytes, piece->first_line}, day);
      for (const schema::Decision& decision : intake.decisions) out << schema::to_exchange(decision) << '\n';
      problems.insert(problems.end(), intake.problems.begin(), intake.problems.end());
    }
  };
  for (const std::string& argument : sources) find_sources(argument, parse, problems);
  for (const Problem& problem : problems) report.problem(problem);
  if (!out.flush()) throw schema::Error(schema::ErrorCode::io, "cannot write the output", "check free space");
}

}  // namespace pykala::indexer
