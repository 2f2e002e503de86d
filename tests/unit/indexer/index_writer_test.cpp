// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_writer.h"

#include <catch2/catch.hpp>

#include "indexer/document_builder.h"
#include "indexer/error.h"
#include "indexer/index_rewrite.h"
#include "indexer/keys.h"
#include "indexer/schema.h"
#include "indexer/text_check.h"
#include "indexer/text_index.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::indexer;
using schema::ErrorCode;

namespace {

const stemmers::Analyzer& analyzer() {
  static const stemmers::Analyzer one;
  return one;
}

class Fixture {
 public:
  Fixture() { open(); }
  void open() { writer = std::make_unique<IndexWriter>(path, analyzer().id()); }
  /// Writes the decisions of these ids as all that the source has; returns what became of each.
  std::vector<Written> put(const std::string& source, const std::vector<std::string>& ids) {
    std::vector<Written> out;
    writer->begin_source(source);
    for (const std::string& id : ids) {
      const schema::Decision d = test::decision(id, "Otsikko", "Teksti.");
      out.push_back(writer->write(d, DocumentBuilder(analyzer()).build(d, schema::content_hash(source))));
    }
    removed = writer->end_source({source, 1, 2, "hash", ids.size(), true, ""});
    return out;
  }
  std::unique_ptr<IndexWriter> writer;
  std::size_t removed = 0;

 private:
  test::TempFolder folder_;

 public:
  const std::string path = folder_.path() + "/ix";
};

ErrorCode code_of(const std::string& path, const std::string& analyzer_id) {
  try {
    const IndexWriter writer(path, analyzer_id);
  } catch (const schema::Error& error) {
    CHECK_FALSE(error.hint.empty());
    return error.code;
  }
  return ErrorCode::usage;
}

}  // namespace

TEST_CASE_METHOD(Fixture, "what a source no longer has goes, what others have stays") {
  CHECK(put("/a", {"1", "2", "1"}) == std::vector<Written>{Written::added, Written::added, Written::twice_in_source});
  CHECK(put("/b", {"3"}) == std::vector<Written>{Written::added});
  CHECK(put("/a", {"2", "4"}) == std::vector<Written>{Written::replaced, Written::added});
  CHECK(removed == 1);
  CHECK(writer->document_count() == 3);
  CHECK(put("/b", {"2"}) == std::vector<Written>{Written::taken_over});
  CHECK(removed == 1);
  CHECK(put("/a", {}).empty());
  CHECK(removed == 1);  // "4"; "2" belongs to the other file now
  CHECK(writer->document_count() == 1);
}

TEST_CASE_METHOD(Fixture, "sources are remembered and forgotten") {
  put("/a ä\n", {"1", "2"});
  const auto record = writer->source_record("/a ä\n");
  REQUIRE(record);
  CHECK(record->path == "/a ä\n");
  CHECK(record->size == 1);
  CHECK(record->modified_ns == 2);
  CHECK(record->documents == 2);
  CHECK(record->clean);
  CHECK_FALSE(writer->source_record("/b"));
  CHECK(writer->source_records().size() == 1);
  CHECK(writer->forget_source("/a ä\n") == 2);
  CHECK_FALSE(writer->source_record("/a ä\n"));
  CHECK(writer->document_count() == 0);
}

TEST_CASE_METHOD(Fixture, "only what was committed stays") {
  put("/a", {"1"});
  writer->commit();
  put("/b", {"2"});
  writer.reset();
  open();
  CHECK(writer->document_count() == 1);
  CHECK(writer->source_records().size() == 1);
}

TEST_CASE_METHOD(Fixture, "documents are numbered on after a compaction, whatever was deleted before it") {
  const bool all = GENERATE(false, true);
  put("/a", {"1", "2", "3"});
  put("/a", all ? std::vector<std::string>{} : std::vector<std::string>{"1"});
  writer->commit();
  writer.reset();
  (void)compact_index(path);
  open();
  put("/b", {"4", "5"});
  writer->commit();
  const schema::TextIndex texts(writer->database());
  schema::TextPostings postings(texts, texts.find("teksti"));
  std::uint32_t found = 0;
  for (schema::Posting posting{}; postings.next(posting); ++found) CHECK(posting.wdf == 1);
  CHECK(found == (all ? 2 : 3));
  CHECK(schema::check_texts(writer->database()).empty());
}

TEST_CASE_METHOD(Fixture, "decisions without a word can be removed and compacted") {
  schema::Decision d = test::decision("1", "\u2014", "\u2014");
  writer->begin_source("/a");
  writer->write(d, DocumentBuilder(analyzer()).build(d, schema::content_hash("/a")));
  writer->end_source({"/a", 1, 2, "hash", 1, true, ""});
  writer->commit();
  CHECK(writer->remove("1"));
  writer->commit();
  writer.reset();
  (void)compact_index(path);
  CHECK(schema::check_texts(Xapian::Database(path)).empty());
}

TEST_CASE_METHOD(Fixture, "a replaced decision is found by the docids it had, until documents are numbered anew") {
  constexpr int times = 600;
  for (int n = 0; n < times; ++n) {
    put("/a", {"1", "2"});
    writer->commit();
  }
  const auto found_by = [&](int docid) {
    const std::string term = schema::make_term(schema::before_prefix, std::to_string(docid));
    return writer->database().term_exists(term);
  };
  CHECK(found_by(2 * times - 2));
  CHECK(found_by(2 * times - 4));
  CHECK_FALSE(found_by(2));
  const std::string numbering = writer->database().get_metadata(schema::metadata::numbering);
  CHECK_FALSE(numbering.empty());
  writer.reset();
  (void)compact_index(path);
  open();
  CHECK(writer->database().get_lastdocid() == 2);
  CHECK(writer->database().get_metadata(schema::metadata::numbering) != numbering);
  CHECK_FALSE(found_by(2 * times - 2));
  CHECK(schema::check_texts(writer->database()).empty());
}

TEST_CASE_METHOD(Fixture, "a file whose decision another one had taken is read again when that one loses it") {
  put("/a", {"1", "2"});
  put("/b", {"1"});
  CHECK(writer->take_released().empty());
  CHECK(writer->source_record("/a")->clean);
  SECTION("the other file changed") {
    put("/b", {"3"});
  }
  SECTION("the other file is gone") {
    CHECK(writer->forget_source("/b") == 1);
  }
  CHECK_FALSE(writer->source_record("/a")->clean);
  CHECK(writer->take_released() == std::set<std::string>{"/a"});
  CHECK(writer->take_released().empty());
  CHECK(put("/a", {"1", "2"}) == std::vector<Written>{Written::added, Written::replaced});
}

TEST_CASE_METHOD(Fixture, "what one file withholds no other file brings") {
  const auto withhold = [&](const std::vector<std::string>& ids) {
    writer->begin_source("/secret");
    for (const std::string& id : ids) writer->withdraw(id);
    writer->end_source({"/secret", 1, 2, "hash", 0, true, ""});
  };
  put("/a", {"1", "2"});
  withhold({"1", "9"});
  CHECK(writer->document_count() == 1);
  CHECK(put("/a", {"1", "2"}) == std::vector<Written>{Written::withheld, Written::replaced});
  writer->commit();
  writer.reset();
  open();
  CHECK(put("/b", {"9"}) == std::vector<Written>{Written::withheld});
  CHECK(writer->take_released().empty());
  withhold({});
  CHECK(writer->take_released() == std::set<std::string>{"/a", "/b"});
  CHECK(put("/a", {"1", "2"}) == std::vector<Written>{Written::added, Written::replaced});
  CHECK(put("/b", {"9"}) == std::vector<Written>{Written::added});
}

TEST_CASE_METHOD(Fixture, "a forbidden decision stays out until it is allowed") {
  put("/a", {"1", "2"});
  writer->forbid("1");
  CHECK(writer->remove("1"));
  CHECK_FALSE(writer->remove("1"));
  CHECK(put("/a", {"1", "2"}) == std::vector<Written>{Written::purged, Written::replaced});
  CHECK_FALSE(writer->allow("2"));
  CHECK(writer->allow("1"));
  CHECK_FALSE(writer->allow("1"));
  CHECK(put("/a", {"1", "2"}) == std::vector<Written>{Written::added, Written::replaced});
}

TEST_CASE_METHOD(Fixture, "expired decisions go whatever file they came from") {
  writer->begin_source("/a");
  for (const std::string day : {"2020-01-01", "2020-01-02", "2190-01-01"}) {
    schema::Decision d = test::decision(day, "Otsikko", "Teksti.");
    d.expires = day;
    writer->write(d, DocumentBuilder(analyzer()).build(d, schema::content_hash("/a")));
  }
  CHECK(writer->drop_expired("2020-01-01") == 0);
  CHECK(writer->drop_expired("2020-01-02") == 1);
  CHECK(writer->drop_expired("2025-06-30") == 1);
  CHECK(writer->document_count() == 1);
}

TEST_CASE_METHOD(Fixture, "one writer at a time, of the same version") {
  CHECK(code_of(path, analyzer().id()) == ErrorCode::locked);
  writer->commit();
  writer.reset();
  CHECK(code_of(path, "analyzer-0") == ErrorCode::index_version);
  Xapian::WritableDatabase(path).set_metadata(schema::metadata::schema, "99");
  CHECK(code_of(path, analyzer().id()) == ErrorCode::index_version);
}

TEST_CASE("a database of others is not written to, a place that cannot be made is told") {
  const test::TempFolder folder;
  const std::string foreign = folder.path() + "/foreign";
  {
    Xapian::WritableDatabase database(foreign, Xapian::DB_CREATE);
    database.add_document(Xapian::Document());
    database.commit();
  }
  CHECK(code_of(foreign, analyzer().id()) == ErrorCode::no_index);
  CHECK(code_of(folder.path() + "/no/such/folder", analyzer().id()) == ErrorCode::io);
  CHECK(code_of(folder.write("file", "x"), analyzer().id()) == ErrorCode::no_index);
}
