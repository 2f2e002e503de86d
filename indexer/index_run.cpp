// SPDX-License-Identifier: GPL-2.0-or-later
// The story of a run on one screen: files are found, read in pieces, made into documents on several threads, and
// written in order by this one. Long because one file's fate goes through reading, writing and the record of it.
#include "indexer/index_run.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <unordered_set>
#include <utility>

#include "indexer/decision_id.h"
#include "indexer/document_builder.h"
#include "indexer/encoding.h"
#include "indexer/error.h"
#include "indexer/index_rewrite.h"
#include "indexer/index_writer.h"
#include "indexer/interrupt.h"
#include "indexer/iso_date.h"
#include "indexer/keys.h"
#include "indexer/ordered_workers.h"
#include "indexer/preparation.h"
#include "stemmers/analyzer.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t pending_per_worker = 512;      ///< pieces read ahead for each thread
constexpr std::size_t packed_per_worker = 4;         ///< the same before one that may become much more text
constexpr std::size_t max_pending_bytes = 8u << 20;  ///< of all of them; one piece may be larger
/// A file changed so short before it is read may change again without its time showing it.
constexpr std::int64_t settled_ns = 2'000'000'000;

/// "2026-11-22" -> "2026-11-23"; an expiry day is the last one on which a decision is shown.
std::string next_day(const std::string& iso_date) {
  return schema::next_day(iso_date).value_or(iso_date);
}

std::int64_t now_ns() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

/// The file's time as it may be trusted next time; 0 makes it be read and compared by content.
std::int64_t settled_time(const SourceFile& file) {
  return now_ns() - file.modified_ns > settled_ns ? file.modified_ns : 0;
}

class Update {
 public:
  Update(const UpdateOptions& options, Report& report)
      : options_(options),
        report_(report),
        today_(schema::today()),
        writer_(options.index, analyzer_.id()),
        masked_(options.mask_personal_data.value_or(writer_.masked())),
        reading_(reading_version(masked_)),
        progress_(std::cerr, options.progress, options.sources),
        workers_(options.jobs, [intake = IntakeOptions{today_, masked_}] { return make_preparation(intake); }) {
    report_.before_row([this] { progress_.clear(); });
  }
  ~Update() { report_.before_row({}); }
  Update(const Update&) = delete;
  Update& operator=(const Update&) = delete;

  UpdateSummary run() {
    if (options_.prune && !options_.prune_empty) refuse_empty_sources();
    writer_.set_masked(masked_);
    summary_.removed += writer_.drop_expired(today_);
    read_sources([](const std::string&) { return true; });
    for (const Problem& problem : problems_) report_.problem(problem);
    if (options_.prune && interrupted() == 0) prune();
    read_released();
    writer_.commit();
    tell_others();
    summary_.documents = writer_.document_count();
    summary_.signal = interrupted();
    return summary_;
  }

 private:
  template <class Wanted>
  void read_sources(Wanted wanted) {
    const auto found = [&](const SourceFile& file) {
      if (wanted(file.path)) read(file);
    };
    for (const std::string& argument : options_.sources) find_sources(argument, found, problems_);
    while (workers_.pending() > 0) write(take());
  }

  /// A decision in two files stands in the index once; when that file has it no more, the other one is read again.
  void read_released() {
    const std::set<std::string> released = writer_.take_released();
    if (released.empty() || interrupted() != 0) return;
    problems_.clear();
    for (const std::string& path : released) seen_.erase(schema::content_hash(path));
    read_sources([&](const std::string& path) { return path != "-" && released.contains(path); });
  }

  /// True when the index has this very file already. Costs one look-up.
  bool is_unchanged(const SourceFile& file, const std::optional<SourceRecord>& record) const {
    return record && record->clean && record->reading == reading_ && file.path != "-" &&
           (record->expires.empty() || record->expires > today_);
  }

  void read(const SourceFile& file) {
    if (interrupted() != 0) {
      if (summary_.stopped_at.empty()) summary_.stopped_at = file.name;
      return;
    }
    if (!seen_.insert(schema::content_hash(file.path)).second) return;  // named twice on the command line
    const auto record = writer_.source_record(file.path);
    const bool known = is_unchanged(file, record);
    if (known && record->size == file.size && record->modified_ns == file.modified_ns) {
      pass_over(file);
      return;
    }
    SourceReader reader(file);
    bool begins = true;
    while (true) {
      Task task{file, {}, {}, {}, false};
      std::optional<Piece> piece = reader.next(task.problems);
      if (interrupted() != 0 && !piece) {
        summary_.stopped_at = file.name;
        return;
      }
      const bool last = !piece || piece->last;
      if (piece && piece->last && begins && known && record->hash == reader.hash() && task.problems.empty()) {
        // Only touched, or copied anew: remember the time, so that the next run need not read it.
        SourceRecord touched = *record;
        touched.size = file.size;
        touched.modified_ns = settled_time(file);
        writer_.note_source(touched);
        pass_over(file);
        return;
      }
      task.same_as_before =
          record && record->reading == reading_ && file.path != "-" &&
          (last ? record->hash == reader.hash() : record->size == file.size && record->modified_ns == file.modified_ns);
      if (piece) task.piece = std::move(*piece);
      task.piece.last = last;
      if (last) task.hash = reader.hash();
      begins = false;
      put(std::move(task));
      if (last) return;
      if (interrupted() != 0) {
        summary_.stopped_at = file.name;
        return;
      }
    }
  }

  void pass_over(const SourceFile& file) {
    ++summary_.unchanged_files;
    bytes_done_ += file.size;
    if (writer_.batch_is_full()) writer_.commit();
    show_progress(file.name);
  }

  void show_progress(const std::string& name) {
    progress_.show({summary_.added + summary_.replaced, bytes_done_, name});
  }

  Prepared take() {
    Prepared out = workers_.take();
    pending_bytes_ -= out.bytes;
    return out;
  }

  void put(Task task) {
    const std::size_t bytes = task.piece.bytes.size();
    const bool packed = !marked_kind(task.piece.bytes).empty();
    const std::size_t most = options_.jobs * (packed ? packed_per_worker : pending_per_worker);
    while (workers_.pending() > 0 && (workers_.pending() >= most || pending_bytes_ + bytes > max_pending_bytes)) {
      write(take());
    }
    pending_bytes_ += bytes;
    workers_.put(std::move(task));
  }

  void write(Prepared prepared) {
    const Task& task = prepared.task;
    if (current_ != task.file.path) {
      current_ = task.file.path;
      record_ = {task.file.path, task.file.size, 0, {}, 0, true, {}, reading_};
      record_.modified_ns = settled_time(task.file);
      same_as_before_ = task.same_as_before;
      read_failed_ = false;
      writer_.begin_source(task.file.path);
    }
    read_failed_ = read_failed_ || !task.problems.empty();
    for (const Problem& problem : task.problems) reject(problem);
    for (const Problem& problem : prepared.intake.problems) reject(problem);
    summary_.not_public += prepared.intake.not_public;
    for (const std::string& id : prepared.intake.withheld) summary_.removed += writer_.withdraw(id) ? 1 : 0;
    for (std::size_t i = 0; i < prepared.documents.size(); ++i) {
      write_one(prepared.intake.decisions[i], std::exchange(prepared.documents[i], {}));
      if (writer_.batch_is_full()) writer_.commit();
    }
    if (task.piece.last) end_file(task);
    if (writer_.batch_is_full()) writer_.commit();
    bytes_done_ += prepared.bytes;
    show_progress(task.file.name);
  }

  void end_file(const Task& task) {
    record_.hash = task.hash;
    // Nothing of it may be kept: a file's name may say who its one decision is about.
    if (record_.documents == 0 && record_.purged > 0) record_.path.clear();
    // A file that could not be read to its end says nothing about what it no longer has; nor does standard input,
    // which may be a feed of what is new.
    if (!read_failed_ && task.file.path != "-") summary_.removed += writer_.end_source(record_);
    current_.clear();
  }

  void reject(const Problem& problem) {
    report_.problem(problem);
    if (!problem.is_note) record_.clean = false;
  }

  /// Two files whose decisions are known by their path alone, below two SOURCE folders, may have the same path.
  void tell_apart(schema::Decision& decision, IndexDocument& document) {
    if (decision.id != path_id(decision.source)) return;
    std::string own = unique_path_id(decision, current_);
    const bool taken = writer_.holder(decision.id) == Holder::other_source && !writer_.has_same_text(decision);
    if (current_ != "-" && !taken && writer_.holder(own) != Holder::this_source) return;
    decision.id = std::move(own);
    document = DocumentBuilder(analyzer_).build(decision, schema::content_hash(current_));
  }

  void write_one(schema::Decision& decision, IndexDocument document) {
    tell_apart(decision, document);
    // Nothing is new in this file: what another one took over from it stays there, and has been told.
    if (same_as_before_ && writer_.holder(decision.id) == Holder::other_source && writer_.has_version(decision)) {
      ++record_.documents;
      return;
    }
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
      case Written::other_version:
        ++summary_.replaced;
        report_.note({decision.source,
                      "another text of the same decision (" + decision.id + ") had come from another file",
                      "the newer reading was kept"});
        break;
      case Written::id_taken:
        reject({decision.source, "another document with the id " + decision.id + " has come from another file",
                "that one was kept; give each decision its own id"});
        return;
      case Written::twice_in_source:
        report_.note({decision.source, "the same decision (" + decision.id + ") stands twice in this file",
                      "the first was kept"});
        return;
      case Written::withheld:
        ++summary_.not_public;
        report_.remark({decision.source, "left out: another file says that " + decision.id + " is not public", ""});
        return;
      case Written::purged:
        ++summary_.purged;
        ++record_.purged;
        return;
    }
    ++record_.documents;
    if (decision.expires && (record_.expires.empty() || next_day(*decision.expires) < record_.expires)) {
      record_.expires = next_day(*decision.expires);
    }
    if (!decision.date) {
      ++summary_.without_date;
      report_.remark({decision.source, "no date was found (" + decision.id + ")",
                      "it is left out of searches by date; feed it as exchange JSON with its \"date\""});
    }
  }

  /// Not found is not gone: a folder above it may have lost its permissions, and its decisions must not go with it.
  static bool is_gone(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::symlink_status(path, ignored).type() == std::filesystem::file_type::not_found;
  }

  static bool is_below(const std::string& path, const std::string& argument) {
    std::error_code error;
    const std::string root = std::filesystem::weakly_canonical(argument, error).string();
    return !error && (path == root || path.starts_with(root + "/"));
  }

  bool is_below_sources(const std::string& path) const {
    return std::any_of(options_.sources.begin(), options_.sources.end(),
                       [&](const std::string& argument) { return is_below(path, argument); });
  }

  /// A folder that has shrunk to nothing is more likely a disk that is not there than an archive that was given up.
  void refuse_empty_sources() const {
    for (const std::string& argument : options_.sources) {
      if (!is_empty_folder(argument)) continue;
      std::size_t documents = 0;
      for (const SourceRecord& record : writer_.source_records()) {
        if (is_below(record.path, argument)) documents += record.documents;
      }
      if (documents == 0) continue;
      throw schema::Error(
          schema::ErrorCode::unavailable,
          argument + ": has no files; --prune would remove all of its " + grouped(documents) +
              (documents == 1 ? " decision" : " decisions"),
          "is the disk there? If they are really to go, say --prune --prune-empty. Nothing was changed");
    }
  }

  /// Forgets the files that lay below a SOURCE argument and are gone.
  void prune() {
    for (const SourceRecord& record : writer_.source_records()) {
      if (seen_.contains(schema::content_hash(record.path)) || !is_gone(record.path)) continue;
      if (is_below_sources(record.path)) summary_.removed += writer_.forget_source(record.path);
      if (writer_.batch_is_full()) writer_.commit();
    }
  }

  /// A changed wish to mask reaches only the files that are read again: the others must not be forgotten.
  void tell_others() {
    if (!options_.mask_personal_data || !masked_) return;
    std::size_t unmasked = 0;
    for (const SourceRecord& record : writer_.source_records()) {
      if (record.documents > 0 && !record.reading.ends_with("-masked")) ++unmasked;
    }
    if (unmasked == 0) return;
    report_.note({options_.index, "decisions of " + std::to_string(unmasked) + " files are not masked yet",
                  "update with these files too, then: pykala-index purge " + options_.index});
  }

  const UpdateOptions& options_;
  Report& report_;
  UpdateSummary summary_;
  std::string today_;
  stemmers::Analyzer analyzer_;  ///< of this thread, for the few documents that are built again
  IndexWriter writer_;
  bool masked_;
  std::string reading_;  ///< reading_version() of this run
  Progress progress_;
  OrderedWorkers<Task, Prepared> workers_;
  std::unordered_set<std::string> seen_;  ///< hashes of the paths found in this run
  std::vector<Problem> problems_;         ///< of finding files
  std::size_t pending_bytes_ = 0;
  std::uint64_t bytes_done_ = 0;
  std::string current_;          ///< file that is being written
  SourceRecord record_;          ///< of that file
  bool same_as_before_ = false;  ///< that file is as it was, and is read again for what was wrong in it
  bool read_failed_ = false;     ///< that file could not be read to its end
};

/// Tables that grow batch by batch are half empty. After a first load, or one as large as what was there, packing them
/// costs a hundredth of the run and halves the index.
bool is_worth_packing(const UpdateSummary& summary) {
  constexpr std::size_t least_decisions = 1000;
  const std::size_t written = summary.added + summary.replaced;
  return summary.signal == 0 && written >= least_decisions && written >= summary.documents / 2;
}

/// What was read is committed: an index that cannot be packed now is whole all the same.
void pack(const std::string& index, Report& report) {
  try {
    (void)compact_if_replaceable(index);
  } catch (const schema::Error& error) {
    if (error.code == schema::ErrorCode::locked) return;  // the next run has begun
    report.note({index, "was not packed: " + std::string(error.what()), error.hint});
  } catch (const std::exception& error) {
    report.note({index, "was not packed: " + std::string(error.what()), ""});
  }
}

}  // namespace

UpdateSummary update_index(const UpdateOptions& options, Report& report) {
  // Before anything is made: a mistyped SOURCE must not leave an empty index behind.
  for (const std::string& argument : options.sources) check_source(argument);
  try {
    UpdateSummary summary = Update(options, report).run();
    if (is_worth_packing(summary)) pack(options.index, report);
    summary.signal = interrupted();  // also one that came while it was packed
    return summary;
  } catch (const Xapian::Error& error) {
    throw write_error(error, options.index);
  }
}

}  // namespace pykala::indexer
