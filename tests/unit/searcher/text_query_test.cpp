// SPDX-License-Identifier: GPL-2.0-or-later
// Words of the text index against the same words as Xapian's own terms. PYKALA_SEED=n runs one archive again.
#include "searcher/text_query.h"

#include <catch2/catch.hpp>
#include <map>

#include "indexer/text_index_writer.h"
#include "searcher/ranking.h"
#include "tests/support/random_archive.h"
#include "tests/support/seed.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;
using test::one_of;
using test::pick;
using test::Random;
using test::seed;

namespace {

/// Documents with the same terms in both.
struct Archive {
  Archive() : random(seed()) {
    const std::string path = folder.path() + "/ix";
    test::make_index(path, {});
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
    indexer::TextIndexWriter texts(database);
    for (int n = 0; n < 3000; ++n) {
      std::map<std::string, std::uint32_t> counts;
      for (std::size_t count = 1 + pick(random, 5); count > 0; --count) {
        counts["Z" + one_of(random, test::random_words())] += static_cast<std::uint32_t>(1 + pick(random, 6));
      }
      Xapian::Document document;
      indexer::TextTerms terms;
      for (const auto& [term, count] : counts) {
        document.add_term(term, count);
        terms.add("", term, count);
      }
      texts.add(database.add_document(document), terms);
      if (pick(random, 300) == 0) texts.flush();
    }
    texts.flush();
    database.commit();
    index = std::make_unique<Index>(path);
  }
  test::TempFolder folder;
  Random random;
  std::unique_ptr<Index> index;
};

std::map<Xapian::docid, double> scores(const Xapian::Query& query, const Index& index) {
  Xapian::Enquire enquire(index.database());
  enquire.set_query(query);
  enquire.set_weighting_scheme(ranking_bm25.for_xapian());
  const Xapian::MSet all = enquire.get_mset(0, index.database().get_doccount());
  std::map<Xapian::docid, double> out;
  for (auto it = all.begin(); it != all.end(); ++it) out[*it] = it.get_weight();
  return out;
}

void check_same(const Xapian::Query& ours, const Xapian::Query& theirs, const Index& index) {
  const auto a = scores(ours, index), b = scores(theirs, index);
  REQUIRE(a.size() == b.size());
  for (const auto& [document, score] : b) {
    CAPTURE(document);
    REQUIRE(a.contains(document));
    CHECK(a.at(document) == Approx(score).epsilon(1e-9));
  }
}

}  // namespace

TEST_CASE("a word of the text index weighs as much as Xapian's own term") {
  Archive archive;
  INFO("PYKALA_SEED=" << seed());
  const Index& index = *archive.index;
  for (int n = 0; n < 100; ++n) {
    ScoredWord word;
    std::vector<Xapian::Query> terms;
    for (std::size_t count = 1 + pick(archive.random, 3); count > 0; --count) {
      const std::string term = "Z" + one_of(archive.random, test::random_words());
      if (std::find(word.begin(), word.end(), term) != word.end()) continue;
      word.push_back(term);
      terms.emplace_back(term);
    }
    const Xapian::Query theirs =
        terms.size() == 1 ? terms.front() : Xapian::Query(Xapian::Query::OP_SYNONYM, terms.begin(), terms.end());
    CAPTURE(n, theirs.get_description());
    check_same(text_query(index, word), theirs, index);
    const std::string other = "Z" + one_of(archive.random, test::random_words());
    check_same(Xapian::Query(Xapian::Query::OP_AND_MAYBE, text_query(index, word), text_query(index, other)),
               Xapian::Query(Xapian::Query::OP_AND_MAYBE, theirs, Xapian::Query(other)), index);
  }
}

TEST_CASE("a name matches with any of its spellings, each word of it, and by facts") {
  Archive archive;
  const Index& index = *archive.index;
  const auto& words = test::random_words();
  const std::string a = "Z" + words[0], b = "Z" + words[1], c = "Z" + words[2];
  const auto documents = [&](const Xapian::Query& query) {
    std::vector<Xapian::docid> out;
    for (const auto& [document, score] : scores(query, index)) out.push_back(document);
    return out;
  };
  const Xapian::Query both(Xapian::Query::OP_AND, Xapian::Query(a), Xapian::Query(b));
  CHECK(documents(name_query(index, {{{{a}, {b}}}, {}})) == documents(both));
  CHECK(documents(name_query(index, {{{{a}, {b}}, {{c}}}, {}})) ==
        documents({Xapian::Query::OP_OR, both, Xapian::Query(c)}));
  CHECK(documents(name_query(index, {{{{a}, {b}}}, {c}})) == documents({Xapian::Query::OP_OR, both, Xapian::Query(c)}));
  CHECK(documents(name_query(index, {})).empty());
  CHECK(documents(text_query(index, ScoredWord{})).empty());
}
