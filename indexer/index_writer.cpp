// SPDX-License-Identifier: GPL-2.0-or-later
// In: documents, source by source. Out: a Xapian database with its own description in metadata. Only this file, and
// index_rewrite.cpp through it, write to an index. Long because one transaction holds documents, records and marks.
#include "indexer/index_writer.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <sstream>
#include <utility>

#include "indexer/commit_guard.h"
#include "indexer/document_store.h"
#include "indexer/index_description.h"
#include "indexer/index_folder.h"
#include "indexer/keys.h"
#include "indexer/limits.h"
#include "indexer/schema.h"
#include "indexer/stored_decision.h"
#include "indexer/writer_lock.h"
#include "indexer/xapian_error.h"

namespace pykala::indexer {

using namespace schema;

namespace {

/// A batch: small ones cost syncs and segments to be merged, large ones memory and, after a kill, work to be done
/// again. The record of a file counts as one too.
constexpr std::size_t batch_changes = 8000;
constexpr std::size_t batch_bytes = 64u << 20;  ///< IndexDocument::bytes(), for decisions of megabytes

/// Postings of deleted decisions cost room and time, getting rid of them a pass over all others.
constexpr double most_deleted = 0.2;

constexpr char purged_mark[] = "purged";

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

/// Terms from `term` on that begin with `prefix`.
std::vector<std::string> terms_with(const std::string& prefix, Xapian::TermIterator term,
                                    const Xapian::TermIterator& end) {
  std::vector<std::string> terms;
  for (term.skip_to(prefix); term != end && (*term).starts_with(prefix); ++term) terms.push_back(*term);
  return terms;
}

/// Two readings of one decision, which a correction of its title does not part.
bool is_version_of(const Decision& a, const Decision& b) {
  const bool same_place = a.date && a.section && a.date == b.date && a.section == b.section;
  return a.title == b.title || (same_place && a.case_number == b.case_number && a.decision_maker == b.decision_maker);
}

}  // namespace

IndexWriter::IndexWriter(std::string path, std::string analyzer_id)
    : path_(std::move(path)), analyzer_id_(std::move(analyzer_id)) {
  // Batches are ours: Xapian must not commit in the middle of one.
  ::setenv("XAPIAN_FLUSH_THRESHOLD", "1000000000", 1);
  try {
    check_folder(path_);
    open();
  } catch (const Xapian::DatabaseLockError&) {
    throw lock_error(path_);
  } catch (const Xapian::Error& error) {
    std::error_code ignored;
    if (!std::filesystem::exists(path_, ignored)) {
      throw Error(ErrorCode::io, path_ + ": cannot make the index: " + error.get_msg(),
                  "check the folder above it and its permissions");
    }
    throw from_xapian(error, path_);
  }
}

IndexWriter::~IndexWriter() {
  // The destructor of the database would commit a half-written batch.
  if (!database_ || uncommitted_ == 0) return;
  try {
    database_->cancel_transaction();
  } catch (const Xapian::Error&) {  // no transaction is open: nothing to undo
    return;
  }
}

void IndexWriter::open() {
  database_ = std::make_unique<Xapian::WritableDatabase>(path_, Xapian::DB_CREATE_OR_OPEN);
  check_or_stamp();
  remove_leftover(path_);
  std::istringstream languages(database_->get_metadata(metadata::languages));
  for (std::string language; languages >> language;) languages_.insert(language);
  const std::string prefix = metadata::withheld;
  for (auto it = database_->metadata_keys_begin(prefix); it != database_->metadata_keys_end(prefix); ++it) {
    marks_[(*it).substr(prefix.size())] = database_->get_metadata(*it);
  }
  const bool has_records =
      database_->metadata_keys_begin(metadata::source) != database_->metadata_keys_end(metadata::source);
  if (database_->get_doccount() == 0 && !has_records) keys_.begin();
  texts_ = std::make_unique<TextIndexWriter>(*database_);
  database_->begin_transaction();
}

void IndexWriter::check_or_stamp() {
  const std::string schema = database_->get_metadata(metadata::schema);
  if (schema.empty() && database_->get_doccount() == 0) {
    database_->set_metadata(metadata::schema, std::to_string(schema_version));
    database_->set_metadata(metadata::analyzer, analyzer_id_);
    database_->set_metadata(metadata::numbering, database_->get_uuid());
    database_->commit();
    sync_folder(path_);
  } else {
    check_description(schema, database_->get_metadata(metadata::analyzer), analyzer_id_, path_);
  }
}

void IndexWriter::changed(std::size_t bytes) {
  ++uncommitted_;
  uncommitted_bytes_ += bytes;
}

std::optional<SourceRecord> IndexWriter::record_of(const std::string& key) const {
  if (!keys_.may_have(metadata::source + key)) return std::nullopt;
  const std::string text = database_->get_metadata(metadata::source + key);
  if (text.empty()) return std::nullopt;
  return source_record_from(text);
}

void IndexWriter::put_record(const std::string& key, const SourceRecord& record) {
  database_->set_metadata(metadata::source + key, to_text(record));
  keys_.add(metadata::source + key);
  changed();
}

std::optional<SourceRecord> IndexWriter::source_record(const std::string& path) const {
  return record_of(content_hash(path));
}

std::vector<SourceRecord> IndexWriter::source_records() const {
  std::vector<SourceRecord> out;
  for (auto it = database_->metadata_keys_begin(metadata::source); it != database_->metadata_keys_end(metadata::source);
       ++it) {
    SourceRecord record = source_record_from(database_->get_metadata(*it));
    if (!record.path.empty()) out.push_back(std::move(record));
  }
  return out;
}

Xapian::docid IndexWriter::find(const std::string& decision_id) const {
  const std::string term = id_term(decision_id);
  if (!keys_.may_have(term)) return 0;
  const auto existing = database_->postlist_begin(term);
  return existing == database_->postlist_end(term) ? 0 : *existing;
}

Decision IndexWriter::decision(Xapian::docid id) const {
  return from_stored(stored_of(*database_, id));
}

std::string IndexWriter::owner_of(Xapian::docid id) const {
  const std::string prefix = source_term("");
  const auto terms = terms_with(prefix, database_->termlist_begin(id), database_->termlist_end(id));
  return terms.empty() ? std::string() : terms.front().substr(prefix.size());
}

void IndexWriter::begin_source(const std::string& path) {
  source_key_ = content_hash(path);
  before_.clear();
  written_.clear();
  covers_.clear();
  withheld_.clear();
  const std::string term = source_term(source_key_);
  if (!keys_.may_have(term)) return;
  for (auto it = database_->postlist_begin(term); it != database_->postlist_end(term); ++it) before_.insert(*it);
}

Holder IndexWriter::holder(const std::string& decision_id) const {
  const Xapian::docid id = find(decision_id);
  if (id == 0) return Holder::nobody;
  return before_.contains(id) || written_.contains(id) ? Holder::this_source : Holder::other_source;
}

bool IndexWriter::has_same_text(const Decision& decision) const {
  const Xapian::docid id = find(decision.id);
  return id != 0 && this->decision(id).parts == decision.parts;
}

bool IndexWriter::has_version(const Decision& decision) const {
  const Xapian::docid id = find(decision.id);
  return id != 0 && is_version_of(this->decision(id), decision);
}

/// Terms by which one who knows the document by an earlier docid finds it: by this one, and those of the times before.
std::vector<std::string> IndexWriter::earlier_terms(Xapian::docid id) const {
  constexpr std::size_t most = 4;  // who reads that slowly starts anew
  std::vector<Xapian::docid> earlier{id};
  const std::string prefix = make_term(before_prefix, "");
  for (const std::string& term : terms_with(prefix, database_->termlist_begin(id), database_->termlist_end(id))) {
    earlier.push_back(static_cast<Xapian::docid>(std::stoul(term.substr(prefix.size()))));
  }
  std::sort(earlier.begin(), earlier.end(), std::greater<>());
  earlier.resize(std::min(earlier.size(), most));
  std::vector<std::string> terms;
  for (const Xapian::docid each : earlier) terms.push_back(make_term(before_prefix, std::to_string(each)));
  return terms;
}

void IndexWriter::erase(Xapian::docid id) {
  database_->delete_document(id);
  erase_stored(*database_, id);
  texts_->remove(id);
}

Written IndexWriter::write(const Decision& decision, const IndexDocument& document) {
  const std::string hash = marks_.empty() ? std::string() : content_hash(decision.id);
  const auto mark = marks_.find(hash);
  if (mark != marks_.end() && mark->second == purged_mark) return Written::purged;
  if (mark != marks_.end() && mark->second != source_key_) {
    cover(mark->second, source_key_);
    return Written::withheld;
  }
  if (mark != marks_.end()) {  // withheld by this source until now, or on an earlier line
    set_mark(hash, "");
    withheld_.erase(hash);
  }
  const Xapian::docid old = find(decision.id);
  if (old != 0 && written_.contains(old)) return Written::twice_in_source;
  Written result = old == 0 ? Written::added : Written::replaced;
  if (old != 0 && !before_.contains(old)) {
    const Decision other = this->decision(old);
    result = is_version_of(other, decision) ? Written::other_version : Written::id_taken;
    if (other.parts == decision.parts) result = Written::taken_over;
    if (result == Written::id_taken) {
      cover(owner_of(old), source_key_);  // when that one has it no more, this one is read again
      return result;
    }
    covers_.insert(owner_of(old));
  }
  Xapian::Document numbered = document.document;
  if (old != 0) {  // as a new document: the text index only grows at its end
    for (const std::string& term : earlier_terms(old)) numbered.add_boolean_term(term);
    erase(old);
    before_.erase(old);
  }
  const Xapian::docid id = database_->add_document(numbered);
  keys_.add(id_term(decision.id));
  keys_.add(source_term(source_key_));
  put_stored(*database_, id, document.stored);
  texts_->add(id, document.text);
  written_.insert(id);
  changed(document.bytes());
  remember_labels(decision);
  return result;
}

Xapian::docid IndexWriter::copy(Xapian::Document document, const std::string& stored) {
  const std::string earlier = make_term(before_prefix, "");
  for (const std::string& term : terms_with(earlier, document.termlist_begin(), document.termlist_end())) {
    document.remove_term(term);  // docids are others here
  }
  keys_.forget();
  const Xapian::docid id = database_->add_document(document);
  put_stored(*database_, id, stored);
  changed(stored.size());
  remember_labels(from_stored(unpack(stored)));
  return id;
}

void IndexWriter::copy_texts(const Xapian::Database& from, const std::vector<std::uint32_t>& documents) {
  texts_->copy(from, documents);
  changed();
}

void IndexWriter::merge_texts() {
  texts_->merge_all();
  changed();
}

void IndexWriter::remember_labels(const Decision& decision) {
  if (decision.language) languages_.insert(*decision.language);
  if (!decision.decision_maker) return;
  const std::string key = maker_key(*decision.decision_maker);
  if (!decision.decision_maker->name.empty() && makers_.insert(key).second) {
    database_->set_metadata(metadata::maker + key.substr(0, max_key_bytes), decision.decision_maker->name);
  }
}

void IndexWriter::set_mark(const std::string& id_hash, const std::string& who) {
  database_->set_metadata(metadata::withheld + id_hash, who);
  if (who.empty()) {
    marks_.erase(id_hash);
  } else {
    marks_[id_hash] = who;
  }
  changed();
}

bool IndexWriter::withdraw(const std::string& decision_id) {
  const std::string hash = content_hash(decision_id);
  withheld_.insert(hash);
  const auto mark = marks_.find(hash);
  if (mark == marks_.end()) {
    set_mark(hash, source_key_);
  } else if (mark->second != source_key_) {
    cover(mark->second, source_key_);  // when that one says so no more, this one must say it again
  }
  const Xapian::docid id = find(decision_id);
  if (id == 0) return false;
  if (!before_.contains(id) && !written_.contains(id)) covers_.insert(owner_of(id));
  before_.erase(id);
  written_.erase(id);
  erase(id);
  changed();
  return true;
}

/// The source with key `covered` had a decision that `by` took over or withholds.
void IndexWriter::cover(const std::string& by, const std::string& covered) {
  auto record = record_of(by);
  if (!record || std::find(record->covers.begin(), record->covers.end(), covered) != record->covers.end()) return;
  record->covers.push_back(covered);
  put_record(by, *record);
}

/// What the source had from others may be theirs again: they are to be read anew.
void IndexWriter::release(SourceRecord& record) {
  for (const std::string& key : record.covers) {
    auto other = record_of(key);
    if (!other || key == source_key_) continue;
    other->clean = false;
    put_record(key, *other);
    released_.insert(other->path);
  }
  record.covers.clear();
}

std::size_t IndexWriter::end_source(SourceRecord record) {
  std::size_t removed = 0;
  for (const Xapian::docid id : before_) {
    if (written_.contains(id)) continue;
    erase(id);
    ++removed;
    changed();
  }
  SourceRecord old = record_of(source_key_).value_or(SourceRecord{});
  bool lost = removed > 0;
  for (const std::string& hash : old.withheld) {
    if (withheld_.contains(hash)) continue;
    lost = true;
    const auto mark = marks_.find(hash);
    if (mark != marks_.end() && mark->second == source_key_) set_mark(hash, "");
  }
  if (lost) release(old);
  covers_.insert(old.covers.begin(), old.covers.end());
  covers_.erase("");
  record.covers.assign(covers_.begin(), covers_.end());
  record.withheld.assign(withheld_.begin(), withheld_.end());
  put_record(source_key_, record);
  return removed;
}

void IndexWriter::note_source(const SourceRecord& record) {
  put_record(content_hash(record.path), record);
}

std::size_t IndexWriter::forget_source(const std::string& path) {
  begin_source(path);
  const std::size_t removed = end_source({});
  database_->set_metadata(metadata::source + source_key_, "");
  return removed;
}

std::set<std::string> IndexWriter::take_released() {
  return std::exchange(released_, {});
}

std::size_t IndexWriter::drop_expired(const std::string& today) {
  const std::string prefix = std::string(expires_prefix) + ":";
  std::vector<Xapian::docid> expired;
  for (auto term = database_->allterms_begin(prefix); term != database_->allterms_end(prefix); ++term) {
    if ((*term).substr(prefix.size()) >= date_key(today)) break;
    for (auto it = database_->postlist_begin(*term); it != database_->postlist_end(*term); ++it) expired.push_back(*it);
  }
  for (const Xapian::docid id : expired) erase(id);
  uncommitted_ += expired.size();
  return expired.size();
}

bool IndexWriter::remove(const std::string& decision_id) {
  const Xapian::docid id = find(decision_id);
  if (id == 0) return false;
  erase(id);
  changed();
  return true;
}

void IndexWriter::forbid(const std::string& decision_id) {
  const Xapian::docid id = find(decision_id);
  const std::string key = id == 0 ? std::string() : owner_of(id);
  if (auto record = key.empty() ? std::nullopt : record_of(key)) {
    ++record->purged;
    record->documents -= std::min<std::size_t>(record->documents, 1);
    if (record->documents == 0) record->path.clear();  // a file's name may say who its one decision is about
    put_record(key, *record);
  }
  set_mark(content_hash(decision_id), purged_mark);
}

bool IndexWriter::allow(const std::string& decision_id) {
  const std::string hash = content_hash(decision_id);
  const auto mark = marks_.find(hash);
  if (mark == marks_.end() || mark->second != purged_mark) return false;
  set_mark(hash, "");
  const std::string_view prefix = metadata::source;
  const std::vector<std::string> keys(database_->metadata_keys_begin(std::string(prefix)),
                                      database_->metadata_keys_end(std::string(prefix)));
  for (const std::string& key : keys) {
    SourceRecord record = source_record_from(database_->get_metadata(key));
    if (record.purged == 0 || !record.clean) continue;
    record.clean = false;
    put_record(key.substr(prefix.size()), record);
  }
  return true;
}

bool IndexWriter::masked() const {
  return database_->get_metadata(metadata::masked) == "1";
}

void IndexWriter::set_masked(bool masked) {
  if (masked == this->masked()) return;
  database_->set_metadata(metadata::masked, masked ? "1" : "");
  changed();
}

void IndexWriter::commit() {
  if (uncommitted_ == 0) return;
  std::string languages;
  for (const std::string& language : languages_) languages += (languages.empty() ? "" : " ") + language;
  const CommitGuard guard(path_);
  try {
    if (texts_->deleted_share() > most_deleted) {
      texts_->merge_all();
    } else {
      texts_->flush();
    }
    database_->set_metadata(metadata::languages, languages);
    database_->set_metadata(metadata::updated, utc_now());
    database_->commit_transaction();
    database_->begin_transaction();
  } catch (const Xapian::Error& error) {
    throw write_error(error, path_);
  }
  sync_folder(path_);
  uncommitted_ = uncommitted_bytes_ = 0;
}

bool IndexWriter::batch_is_full() const {
  return uncommitted_ >= batch_changes || uncommitted_bytes_ >= batch_bytes || texts_->is_full();
}

std::size_t IndexWriter::document_count() const {
  return database_->get_doccount();
}

Error write_error(const Xapian::Error& error, const std::string& index) {
  const Error told = from_xapian(error, index);
  if (told.code != ErrorCode::io) return told;
  return {told.code, told.what(), written_so_far + told.hint + run_again};
}

}  // namespace pykala::indexer
