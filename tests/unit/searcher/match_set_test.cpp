// SPDX-License-Identifier: GPL-2.0-or-later
// The fast ways to find documents against the slow ones, over random archives and queries. PYKALA_SEED=n runs one
// again.
#include "searcher/match_set.h"

#include <catch2/catch.hpp>

#include "indexer/index_writer.h"
#include "indexer/keys.h"
#include "searcher/document_list.h"
#include "searcher/filters.h"
#include "searcher/frequent_sets.h"
#include "searcher/known_documents.h"
#include "searcher/search.h"
#include "searcher/text_query.h"
#include "tests/support/random_archive.h"
#include "tests/support/seed.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;
using schema::FieldId;
using test::one_of;
using test::pick;
using test::Random;
using test::seed;
using Documents = std::vector<Xapian::docid>;

namespace {

constexpr std::size_t archive_size = 200;
constexpr int rounds = 300;

struct Archive {
  Archive() : random(seed()) {
    const std::string path = folder.path() + "/ix";
    test::make_index(path, test::random_archive(random, archive_size));
    indexer::IndexWriter writer(path, stemmers::Analyzer().id());  // holes between the docids
    for (int n = 0; n < 20; ++n) (void)writer.remove("d" + std::to_string(pick(random, archive_size - 1)));
    writer.commit();
    index = std::make_unique<Index>(path);
  }
  DocumentSet random_documents() {
    Documents documents = match_set(Xapian::Query::MatchAll, index->database()).documents();
    std::erase_if(documents, [this](Xapian::docid) { return pick(random, 3) > 0; });
    return {index->database().get_lastdocid(), documents};
  }
  test::TempFolder folder;
  Random random;
  std::unique_ptr<Index> index;
};

Filter random_range(Random& random) {
  const bool amount = pick(random, 1) == 0;
  Filter filter{amount ? FieldId::amount : FieldId::date, {}, {}, {}};
  const auto bound = [&](std::size_t year) {
    return amount ? std::to_string(pick(random, 5) * 1'000'000) : std::to_string(year) + "-06-17";
  };
  const std::size_t kind = pick(random, 2);
  if (kind != 1) filter.from = bound(2015 + pick(random, 3));
  if (kind != 0) filter.to = bound(2017 + pick(random, 3));
  return filter;
}

ScoredWord random_word(Archive& archive) {
  return {"Z" + one_of(archive.random, test::random_words())};
}

Xapian::Query any_word(Archive& archive) {
  ScoredWord word = random_word(archive);
  word.push_back(random_word(archive).front());
  return text_query(*archive.index, word);
}

Xapian::Query leaf(Archive& archive) {
  switch (pick(archive.random, 9)) {
    case 0:
      return Xapian::Query::MatchAll;
    case 1:
      return Xapian::Query::MatchNothing;
    case 2:
      return document_list(archive.random_documents());
    case 3:
      return filter_query(random_range(archive.random), *archive.index);
    case 4:
      return text_query(*archive.index, "nosuchword");
    case 5:
      return Xapian::Query("Lfi");
    case 6:
      return any_word(archive);
    case 7:
      return name_query(*archive.index,
                        {{{random_word(archive), random_word(archive)}, {random_word(archive)}}, {"XF:STEA"}});
    default:
      return text_query(*archive.index, random_word(archive));
  }
}

Xapian::Query random_tree(Archive& archive, int depth) {
  using Op = Xapian::Query;
  // AND_MAYBE stands on top alone: in an exclusion, Xapian 1.4.22 takes what is optional for required.
  static const std::vector<Op::op> ops{Op::OP_AND, Op::OP_OR, Op::OP_AND_NOT, Op::OP_FILTER};
  if (depth == 0 || pick(archive.random, 3) == 0) return leaf(archive);
  if (pick(archive.random, 6) == 0) return {Op::OP_SCALE_WEIGHT, random_tree(archive, depth - 1), 0.5};
  const Op::op op = one_of(archive.random, ops);
  std::vector<Xapian::Query> parts;
  for (std::size_t n = op == Op::OP_AND_NOT ? 2 : 2 + pick(archive.random, 1); n > 0; --n) {
    parts.push_back(random_tree(archive, depth - 1));
  }
  return {op, parts.begin(), parts.end()};
}

}  // namespace

TEST_CASE("posting lists give the matches that the matcher gives") {
  Archive archive;
  INFO("PYKALA_SEED=" << seed());
  for (int n = 0; n < rounds; ++n) {
    const Xapian::Query query(Xapian::Query::OP_AND_MAYBE, random_tree(archive, 4), random_tree(archive, 2));
    CAPTURE(n, query.get_description());
    CHECK(match_set(query, archive.index->database()).documents() ==
          match_set_by_matcher(query, archive.index->database()));
  }
}

TEST_CASE("a query too deep for sets is left to the matcher") {
  Archive archive;
  Xapian::Query query = text_query(*archive.index, "Z" + test::random_words().front());
  for (int n = 0; n < 100; ++n) query = {Xapian::Query::OP_AND_NOT, query, Xapian::Query("Zword" + std::to_string(n))};
  CHECK(match_set(query, archive.index->database()).documents() ==
        match_set_by_matcher(query, archive.index->database()));
}

TEST_CASE("a range over a column in memory is the range over the stored values") {
  Archive archive;
  INFO("PYKALA_SEED=" << seed());
  for (int n = 0; n < rounds; ++n) {
    const Filter filter = random_range(archive.random);
    CAPTURE(n, filter.from.value_or(""), filter.to.value_or(""));
    CHECK(match_set(filter_query(filter, *archive.index), archive.index->database()).documents() ==
          match_set_by_matcher(filter_query(filter), archive.index->database()));
  }
}

TEST_CASE("a filter by kept sets is the filter by terms") {
  Archive archive;
  INFO("PYKALA_SEED=" << seed());
  const std::vector<FieldId> fields{FieldId::decision_maker, FieldId::year,           FieldId::funder,
                                    FieldId::kind,           FieldId::sector,         FieldId::language,
                                    FieldId::organisation,   FieldId::classification, FieldId::mentioned};
  std::size_t found = 0;
  for (int n = 0; n < rounds; ++n) {
    const FieldId id = one_of(archive.random, fields);
    Filter filter{id, {}, {}, {}};
    const bool has_column = schema::field(id).slot.has_value();
    const std::vector<std::string> values =
        has_column ? archive.index->column(id).values() : std::vector<std::string>{"", "STEA", "STM"};
    for (std::size_t k = 1 + pick(archive.random, 1); k > 0; --k) {
      const std::string& value = one_of(archive.random, values);
      filter.values.push_back(value.empty() ? std::nullopt : std::optional(value));
    }
    CAPTURE(n, schema::field(id).name, filter.values.front().value_or("?"));
    const auto documents = match_set(filter_query(filter, *archive.index), archive.index->database()).documents();
    REQUIRE(documents == match_set_by_matcher(filter_query(filter), archive.index->database()));
    found += documents.size();
  }
  CHECK(found > 0);
}

TEST_CASE("of the sets that are kept the one used longest ago makes room") {
  FrequentSets sets;
  std::size_t made = 0;
  const auto get = [&](std::size_t n) {
    return sets.get(std::to_string(n), [&] {
      ++made;
      const std::vector<Xapian::docid> one{static_cast<Xapian::docid>(n + 1)};
      return DocumentSet(1000, one);
    });
  };
  for (std::size_t n = 0; n < FrequentSets::most; ++n) CHECK(get(n)->contains(static_cast<Xapian::docid>(n + 1)));
  CHECK(made == FrequentSets::most);
  (void)get(0);
  CHECK(made == FrequentSets::most);
  const auto held = get(1);
  for (std::size_t n = 0; n < 2 * FrequentSets::most; ++n) (void)get(1000 - FrequentSets::most - n);
  CHECK(made == 3 * FrequentSets::most);
  CHECK(held->contains(2));  // whoever has it keeps it
  (void)get(1);
  CHECK(made == 3 * FrequentSets::most + 1);
}

TEST_CASE("sets of documents: all of them, some by a rule, and parts of them") {
  for (const Xapian::docid last : {1U, 62U, 63U, 64U, 65U, 200U}) {
    CAPTURE(last);
    DocumentSet all(last), by_rule(last), added(last);
    all.add_all();
    CHECK(all.size() == last);
    CHECK(all.documents().front() == 1);
    CHECK(all.documents().back() == last);
    by_rule.add_where([](Xapian::docid document) { return document % 3 == 1; });
    {
      AscendingAdder adder(added);
      for (Xapian::docid document = 1; document <= last; document += 3) adder.add(document);
      adder.add(1);  // not in order
    }
    CHECK(by_rule.documents() == added.documents());
    CHECK(all.contains(last));
    CHECK_FALSE(all.contains(last + 1));
    CHECK_FALSE(all.contains(0));
    CHECK(all.has_between(0, 64));
    Documents second;
    all.each_between(64, 128, [&](Xapian::docid document) { second.push_back(document); });
    CHECK(second.size() == (last < 64 ? 0 : std::min<std::size_t>(last - 63, 64)));
    CHECK(all.has_between(64, 128) == (last >= 64));
  }
}

TEST_CASE("a document list gives its documents back, other queries none") {
  const Xapian::Query list = document_list({500, Documents{3, 7, 400}});
  REQUIRE(known_documents(list) != nullptr);
  CHECK(known_documents(list)->at_most() == 3);
  DocumentSet all(500), some(500);
  known_documents(list)->add_to(all);
  CHECK(all.documents() == Documents{3, 7, 400});
  known_documents(list)->add_those_of({500, Documents{1, 3, 8, 400, 401}}, some);
  CHECK(some.documents() == Documents{3, 400});
  CHECK(known_documents(Xapian::Query("Zword")) == nullptr);
  CHECK(known_documents(Xapian::Query::MatchAll) == nullptr);
  Xapian::ValueMapPostingSource other(0);
  CHECK(known_documents(Xapian::Query(&other)) == nullptr);
}

TEST_CASE("a page by date or amount is that part of the whole order") {
  Archive archive;
  INFO("PYKALA_SEED=" << seed());
  for (int n = 0; n < rounds / 6; ++n) {
    Request request;
    request.query = pick(archive.random, 2) == 0 ? "" : test::random_text(archive.random, 1, 3);
    request.sort = one_of(archive.random, std::vector<Sort>{Sort::newest, Sort::oldest, Sort::amount});
    request.snippet_length = 0;
    request.limit = archive_size;
    const Response all = search(*archive.index, request);
    CHECK(all.total == all.hits.size());
    request.offset = pick(archive.random, 30);
    request.limit = pick(archive.random, 12);
    const Response page = search(*archive.index, request);
    CAPTURE(n, request.query, static_cast<int>(request.sort), request.offset, request.limit);
    CHECK(page.total == all.total);
    const std::size_t begin = std::min(request.offset, all.hits.size());
    REQUIRE(page.hits.size() == std::min(request.limit, all.hits.size() - begin));
    for (std::size_t i = 0; i < page.hits.size(); ++i) {
      CHECK(page.hits[i].decision.id == all.hits[begin + i].decision.id);
      CHECK(page.hits[i].score == Approx(all.hits[begin + i].score));
    }
  }
}
