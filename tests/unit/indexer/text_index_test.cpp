// SPDX-License-Identifier: GPL-2.0-or-later
// The text index against a plain map, over random archives that are added to, deleted from, merged and reopened.
// PYKALA_SEED=n runs one again.
#include "indexer/text_index.h"

#include <catch2/catch.hpp>
#include <map>

#include "indexer/error.h"
#include "indexer/schema.h"
#include "indexer/text_check.h"
#include "indexer/text_index_writer.h"
#include "tests/support/random_archive.h"
#include "tests/support/seed.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::indexer;
using schema::Posting;
using schema::TextIndex;
using test::pick;
using test::Random;
using test::seed;
using Model = std::map<std::string, std::map<std::uint32_t, std::uint32_t>>;  // term -> document -> wdf

namespace {

std::vector<Posting> postings_of(const TextIndex& index, const std::string& term) {
  std::vector<Posting> out;
  schema::TextPostings postings(index, index.find(term));
  for (Posting posting{}; postings.next(posting);) out.push_back(posting);
  return out;
}

std::vector<Posting> postings_of(const Model& model, const std::string& term) {
  std::vector<Posting> out;
  if (const auto found = model.find(term); found != model.end()) {
    for (const auto& [document, wdf] : found->second) out.push_back({document, wdf});
  }
  return out;
}

/// Few terms stand in many documents, most in one.
std::string random_term(Random& random) {
  const std::size_t rank = pick(random, pick(random, 2) == 0 ? 5 : 3000);
  return (pick(random, 1) == 0 ? "Z" : "") + std::string("t") + std::to_string(rank);
}

struct Archive {
  Archive() : random(seed()), database(folder.path() + "/ix", Xapian::DB_CREATE) {
    writer = std::make_unique<TextIndexWriter>(database);
  }

  void add() {
    TextTerms terms;
    std::map<std::string, std::uint32_t> counts;
    for (std::size_t count = pick(random, 12); count > 0; --count) {
      counts[random_term(random)] = static_cast<std::uint32_t>(1 + pick(random, pick(random, 9) == 0 ? 100'000 : 4));
    }
    const Xapian::docid id = database.add_document({});
    for (const auto& [term, wdf] : counts) {
      terms.add("", term, wdf);
      model[term][id] = wdf;
    }
    writer->add(id, terms);
    alive.push_back(id);
  }
  void remove() {
    if (alive.empty()) return;
    const std::size_t at = pick(random, alive.size() - 1);
    database.delete_document(alive[at]);  // perhaps the last one
    writer->remove(alive[at]);
    for (auto& [term, documents] : model) documents.erase(alive[at]);
    alive.erase(alive.begin() + static_cast<std::ptrdiff_t>(at));
  }
  void check() {
    const TextIndex index(database);
    std::map<std::string, std::uint32_t> met;
    index.each_term("", "", [&](const std::string& term, std::uint32_t frequency) {
      CHECK((met.empty() || met.rbegin()->first < term));
      met[term] = frequency;
      return true;
    });
    for (const auto& [term, documents] : model) {
      CAPTURE(term);
      REQUIRE(postings_of(index, term) == postings_of(model, term));
      REQUIRE(documents.empty() != met.contains(term));  // of deleted documents only: no term
      REQUIRE(index.frequency(term) >= documents.size());
      REQUIRE(index.frequency(term) <= database.get_doccount());
    }
    for (const auto& [term, frequency] : met) REQUIRE(frequency == index.frequency(term));
    CHECK(schema::check_texts(database).empty());
  }

  test::TempFolder folder;
  Random random;
  Xapian::WritableDatabase database;
  std::unique_ptr<TextIndexWriter> writer;
  Model model;
  std::vector<Xapian::docid> alive;
};

}  // namespace

TEST_CASE("the text index has what was added to it and not deleted, through flushes and merges") {
  Archive archive;
  INFO("PYKALA_SEED=" << seed());
  for (int batch = 0; batch < 24; ++batch) {
    for (std::size_t count = pick(archive.random, 200); count > 0; --count) archive.add();
    for (std::size_t count = pick(archive.random, 20); count > 0; --count) archive.remove();
    archive.writer->flush();
    if (pick(archive.random, 6) == 0) archive.database.commit();
    if (batch == 15) archive.writer->merge_all();
    if (batch % 5 == 0) archive.writer = std::make_unique<TextIndexWriter>(archive.database);
    if (batch % 4 == 3) archive.check();
  }
  archive.writer->merge_all();
  archive.check();
  const TextIndex merged(archive.database);
  CHECK(merged.segments().size() == 1);
  CHECK(merged.segments().front().documents == archive.alive.size());
  CHECK(merged.deleted_documents() == 0);
  for (const auto& [term, documents] : archive.model) CHECK(merged.frequency(term) == documents.size());
}

TEST_CASE("a list of many documents is read in pieces and skipped through") {
  test::TempFolder folder;
  Xapian::WritableDatabase database(folder.path() + "/ix", Xapian::DB_CREATE);
  TextIndexWriter writer(database);
  constexpr std::uint32_t documents = 60'000;
  TextTerms both, one;
  both.add("", "all", 1);
  both.add("", "odd", 7);
  one.add("", "all", 2);
  for (std::uint32_t id = 1; id <= documents; ++id) {
    writer.add(database.add_document({}), id % 2 == 1 ? both : one);
    if (id % 17'000 == 0) writer.flush();
  }
  writer.flush();
  const TextIndex index(database);
  CHECK(index.frequency("all") == documents);
  CHECK(index.find("odd")->most_wdf == 7);
  for (const std::uint32_t step : {1U, 3U, 1000U, 20'000U}) {
    schema::TextPostings postings(index, index.find("odd"));
    Posting posting{};
    for (std::uint32_t wanted = 1; wanted < documents; wanted += step) {
      if (posting.document < wanted) postings.skip_near(wanted);
      while (posting.document < wanted) REQUIRE(postings.next(posting));
      CHECK(posting.document == (wanted % 2 == 1 ? wanted : wanted + 1));
    }
  }
  schema::TextPostings postings(index, index.find("all"));
  postings.skip_near(documents + 1);
  Posting posting{};
  while (postings.next(posting)) CHECK(posting.document <= documents);
}

TEST_CASE("terms that begin alike are walked over from any place") {
  test::TempFolder folder;
  Xapian::WritableDatabase database(folder.path() + "/ix", Xapian::DB_CREATE);
  TextIndexWriter writer(database);
  TextTerms terms;
  for (const char* term : {"Zhaku", "Zhakukone", "Zha", "haku", "ZShaku", "\xFF"}) terms.add("", term, 1);
  writer.add(database.add_document({}), terms);
  writer.flush();
  const TextIndex index(database);
  const auto walk = [&](const std::string& prefix, const std::string& from, std::size_t most) {
    std::vector<std::string> out;
    index.each_term(prefix, from, [&](const std::string& term, std::uint32_t) {
      out.push_back(term);
      return out.size() < most;
    });
    return out;
  };
  CHECK(walk("Zhaku", "", 9) == std::vector<std::string>{"Zhaku", "Zhakukone"});
  CHECK(walk("Z", "Zhak", 9) == std::vector<std::string>{"Zhaku", "Zhakukone"});
  CHECK(walk("Z", "Z[", 1) == std::vector<std::string>{"Zha"});
  CHECK(walk("", "", 9).size() == 6);
  CHECK(walk("\xFF", "", 9).size() == 1);
  CHECK(walk("nothing", "", 9).empty());
  index.look_up({"\xFF", "Zha", "Zhakukone", "Zhak", "", "ZZ", "Zhaku", "Zha"});
  for (const char* term : {"Zha", "Zhaku", "Zhakukone", "\xFF"}) CHECK(index.frequency(term) == 1);
  for (const char* term : {"Zhak", "ZZ", ""}) CHECK_FALSE(index.has(term));
  const auto known = index.find("Zhaku");
  index.look_up({"Zhaku"});
  CHECK(index.find("Zhaku") == known);  // not read again
}

TEST_CASE("damaged bytes are an error, never a crash") {
  for (const std::string& bytes : {std::string("\x80"), std::string("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F"),
                                   std::string("\x03"), std::string(20, '\xFF')}) {
    CAPTURE(bytes);
    schema::PostingDecoder decoder(bytes, 0);
    Posting posting{};
    CHECK_THROWS_AS(
        [&] {
          while (decoder.next(posting)) continue;
        }(),
        schema::Error);
    CHECK_THROWS_AS(schema::segments_from(bytes), schema::Error);
  }
  CHECK_THROWS_AS(schema::deleted_from("\xFF\xFF\xFF\xFF\xFF\x7F"), schema::Error);
}

TEST_CASE("segments and pieces out of order are an error") {
  using schema::Segment;
  for (const std::vector<Segment>& segments : {std::vector<Segment>{{2, 0, 5, 9, 4}, {1, 0, 0, 5, 5}},
                                               {{1, 0, 0, 5, 5}, {1, 0, 5, 9, 4}},
                                               {{1, 0, 5, 4, 0}},
                                               {{1, 0, 0, 5, 6}},
                                               {{UINT32_MAX, 0, 0, 5, 5}}}) {
    CHECK_THROWS_AS(schema::segments_from(schema::to_bytes(segments)), schema::Error);
  }
  test::TempFolder folder;
  Xapian::WritableDatabase database(folder.path() + "/ix", Xapian::DB_CREATE);
  TextIndexWriter writer(database);
  for (std::size_t n = 0; n < 40'000; ++n) {  // numbers that take room
    TextTerms each;
    each.add("", "all", static_cast<std::uint32_t>(1 + n * 7919 % 60'000));
    writer.add(database.add_document({}), each);
  }
  writer.flush();
  CHECK(schema::check_texts(database).empty());
  const std::vector<std::string> pieces(database.metadata_keys_begin("L"), database.metadata_keys_end("L"));
  REQUIRE(pieces.size() > 1);
  const std::string first = database.get_metadata(pieces[0]);
  database.set_metadata(pieces[0], database.get_metadata(pieces[1]));
  database.set_metadata(pieces[1], first);
  const TextIndex index(database);
  CHECK_THROWS_AS(postings_of(index, "all"), schema::Error);
  CHECK_FALSE(schema::check_texts(database).empty());
  TextIndexWriter merging(database);
  database.delete_document(1);
  merging.remove(1);
  CHECK_THROWS_AS(merging.merge_all(), schema::Error);
}

TEST_CASE("what is not of the documents that are there is told") {
  test::TempFolder folder;
  Xapian::WritableDatabase database(folder.path() + "/ix", Xapian::DB_CREATE);
  TextIndexWriter writer(database);
  TextTerms terms;
  terms.add("", "all", 1);
  for (int n = 0; n < 10; ++n) writer.add(database.add_document({}), terms);
  writer.flush();
  CHECK(schema::check_texts(database).empty());
  SECTION("the list of segments is lost") {
    database.set_metadata(schema::metadata::text_segments, "");
  }
  SECTION("a document is gone and not listed") {
    database.delete_document(3);
  }
  SECTION("a document is listed and not gone") {
    database.set_metadata(schema::metadata::text_deleted, schema::deleted_to_bytes({3}));
  }
  SECTION("another one than listed is gone") {
    database.delete_document(3);
    database.set_metadata(schema::metadata::text_deleted, schema::deleted_to_bytes({4}));
  }
  SECTION("terms of no segment") {
    database.set_metadata("T\x01\x01\x01\x01word", "x");
  }
  SECTION("a docid past the last one") {
    database.set_metadata(schema::metadata::text_deleted, schema::deleted_to_bytes({4'000'000'000}));
  }
  CHECK_FALSE(schema::check_texts(database).empty());
}

TEST_CASE("what is written reads back") {
  const std::vector<schema::Segment> segments{{1, 0, 0, 5, 5}, {7, 3, 5, 4'000'000'000, 17}};
  CHECK(schema::segments_from(schema::to_bytes(segments)) == segments);
  const std::vector<std::uint32_t> deleted{1, 2, 500, 4'000'000'000};
  CHECK(schema::deleted_from(schema::deleted_to_bytes(deleted)) == deleted);
  schema::PostingEncoder encoder(9);
  const std::vector<Posting> postings{{10, 1}, {11, 3}, {12, 4}, {4'000'000'000, 4'000'000'000}};
  for (const Posting& posting : postings) encoder.add(posting);
  schema::PostingDecoder decoder(encoder.finish(), 9);
  std::vector<Posting> read;
  for (Posting posting{}; decoder.next(posting);) read.push_back(posting);
  CHECK(read == postings);
}
