// SPDX-License-Identifier: GPL-2.0-or-later
// What must hold for any archive and any request: counts are exact, pages are whole, phrases are what they say. The
// seed is printed with a failure; PYKALA_SEED=n runs one again.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <numeric>
#include <set>

#include "indexer/authority.h"
#include "indexer/decision_money.h"
#include "indexer/error.h"
#include "indexer/exchange.h"
#include "indexer/keys.h"
#include "searcher/explain.h"
#include "searcher/search.h"
#include "stemmers/stopwords.h"
#include "stemmers/tokenizer.h"
#include "tests/support/random_archive.h"
#include "tests/support/seed.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;
using schema::Decision;
using schema::FieldId;
using test::one_of;
using test::pick;
using test::Random;
using test::seed;

namespace {

constexpr std::size_t archive_size = 150;
constexpr int requests = 500;
const std::vector<FieldId> facet_fields{FieldId::decision_maker, FieldId::year,          FieldId::funder,
                                        FieldId::organisation,   FieldId::kind,          FieldId::language,
                                        FieldId::sector,         FieldId::classification};

struct Archive {
  Archive() : random(seed()), decisions(test::random_archive(random, archive_size)) {
    test::make_index(folder.path() + "/ix", decisions);
    index = std::make_unique<Index>(folder.path() + "/ix");
  }
  test::TempFolder folder;
  Random random;
  std::vector<Decision> decisions;
  std::unique_ptr<Index> index;
};

std::string random_query(Random& random) {
  const auto& words = test::random_words();
  switch (pick(random, 6)) {
    case 0:
      return "";
    case 1:
      return one_of(random, words);
    case 2:
      return "\"" + test::random_text(random, 1, 3) + "\"";
    case 3:
      return one_of(random, words) + " -" + one_of(random, words);
    case 4:
      return "(" + one_of(random, words) + " TAI " + one_of(random, words) + ") JA " + one_of(random, words);
    case 5:
      return "rahoittaja:STEA " + one_of(random, words);
    default:
      return test::random_text(random, 2, 4);
  }
}

/// Values that a facet of `d` counts, each once; nullopt is unknown.
std::set<std::optional<std::string>> values_of(const Decision& d, FieldId id) {
  std::set<std::optional<std::string>> values;
  switch (id) {
    case FieldId::decision_maker:
      if (d.decision_maker) values.insert(schema::maker_key(*d.decision_maker));
      break;
    case FieldId::year:
      if (d.date) values.insert(d.date->substr(0, 4));
      break;
    case FieldId::funder:
      for (const auto& f : d.funders) {
        if (f.relation == schema::FunderRelation::funds) values.insert(f.id);
      }
      break;
    case FieldId::organisation:
      for (const auto& name : d.organisations) values.insert(schema::name_key(name));
      break;
    case FieldId::kind:
      values.insert(schema::name_of(d.kind));
      break;
    case FieldId::language:
      if (d.language) values.insert(*d.language);
      break;
    case FieldId::classification:
      if (d.classification) values.insert(d.classification->code);
      break;
    case FieldId::sector:
      if (d.decision_maker && d.decision_maker->id) {
        const schema::Office* office = schema::Authority::builtin().office(*d.decision_maker->id);
        if (office != nullptr && !office->sector_id.empty()) values.insert(office->sector_id);
      }
      break;
    default:
      return {};
  }
  if (values.empty()) values.insert(std::nullopt);
  return values;
}

Filter random_filter(Random& random, FieldId id, const std::vector<Decision>& decisions) {
  Filter filter{id, {}, {}, {}};
  for (std::size_t n = 1 + pick(random, 2); n > 0; --n) {
    const auto values = values_of(one_of(random, decisions), id);
    if (!values.empty()) filter.values.push_back(*values.begin());
  }
  return filter;
}

Request random_request(Archive& archive) {
  Request request;
  request.query = random_query(archive.random);
  for (const FieldId id : {FieldId::year, FieldId::funder, FieldId::decision_maker, FieldId::organisation}) {
    if (pick(archive.random, 3) == 0) request.filters.push_back(random_filter(archive.random, id, archive.decisions));
  }
  if (pick(archive.random, 4) == 0) request.filters.push_back({FieldId::amount, {}, "1000000", "3000000"});
  if (pick(archive.random, 4) == 0) request.filters.push_back({FieldId::date, {}, "2016-01-01", std::nullopt});
  request.sort = static_cast<Sort>(pick(archive.random, 3));
  request.snippet_length = 0;
  return request;
}

/// All hits, fetched in pages of `size`.
std::vector<Hit> all_hits(Index& index, Request request, std::size_t size) {
  std::vector<Hit> hits;
  request.limit = size;
  request.facets.clear();
  for (request.offset = 0;; request.offset += size) {
    Response page = search(index, request);
    hits.insert(hits.end(), page.hits.begin(), page.hits.end());
    if (page.hits.size() < size) return hits;
  }
}

std::vector<std::string> ids_of(const std::vector<Hit>& hits) {
  std::vector<std::string> ids;
  for (const Hit& hit : hits) ids.push_back(hit.decision.id);
  return ids;
}

std::map<std::optional<std::string>, std::size_t> recount(Index& index, Request request, FieldId id) {
  std::erase_if(request.filters, [id](const Filter& filter) { return filter.field == id; });
  std::map<std::optional<std::string>, std::size_t> counts;
  for (const Hit& hit : all_hits(index, request, 1000)) {
    for (const auto& value : values_of(hit.decision, id)) ++counts[value];
  }
  return counts;
}

}  // namespace

TEST_CASE("every facet count is what a recount over all hits gives") {
  Archive archive;
  INFO("PYKALA_SEED=" << seed());
  for (int n = 0; n < requests; ++n) {
    Request request = random_request(archive);
    const FieldId id = facet_fields[static_cast<std::size_t>(n) % facet_fields.size()];
    request.facets = {{id, 1000}};
    CAPTURE(n, request.query, request.filters.size(), schema::field(id).name);
    const Response response = search(*archive.index, request);
    const auto counts = recount(*archive.index, request, id);
    std::size_t with_count = 0;
    for (const FacetValue& value : response.facets.at(0).values) {
      const auto found = counts.find(value.value);
      CHECK(value.count == (found == counts.end() ? 0 : found->second));
      CHECK((value.count > 0 || value.selected));
      with_count += value.count > 0 ? 1 : 0;
    }
    CHECK(with_count == counts.size());
  }
}

TEST_CASE("amount statistics are what a recount over all hits gives") {
  Archive archive;
  INFO("PYKALA_SEED=" << seed());
  const auto check = [](std::vector<std::int64_t> cents, const AmountSummary& summary) {
    std::sort(cents.begin(), cents.end());
    CHECK(summary.count == cents.size());
    CHECK(summary.sum_cents == std::accumulate(cents.begin(), cents.end(), std::int64_t{0}));
    if (cents.empty()) return;
    const std::int64_t upper = cents[cents.size() / 2];
    const std::int64_t lower = cents[(cents.size() - 1) / 2];
    CHECK(summary.median_cents == lower + (upper - lower) / 2);
  };
  for (int n = 0; n < requests / 5; ++n) {
    Request request = random_request(archive);
    CAPTURE(n, request.query, request.filters.size());
    std::vector<std::int64_t> all;
    std::map<FieldId, std::map<std::optional<std::string>, std::vector<std::int64_t>>> groups;
    std::size_t without = 0;
    for (const Hit& hit : all_hits(*archive.index, request, 1000)) {
      for (const auto& sum : schema::funder_amounts(hit.decision)) {
        const auto funder = sum.funder.empty() ? std::nullopt : std::optional(sum.funder);
        groups[FieldId::funder][funder].push_back(sum.cents);
      }
      const auto cents = schema::main_amount_cents(hit.decision);
      without += cents ? 0 : 1;
      if (!cents) continue;
      all.push_back(*cents);
      for (const auto& value : values_of(hit.decision, FieldId::year)) groups[FieldId::year][value].push_back(*cents);
    }
    request.amount_statistics = true;
    request.limit = 1;
    const Response response = search(*archive.index, request);
    REQUIRE(response.amount_statistics);
    check(all, response.amount_statistics->whole);
    CHECK(response.amount_statistics->without == without);
    for (const auto& [id, told] : {std::pair{FieldId::funder, response.amount_statistics->by_funder},
                                   {FieldId::year, response.amount_statistics->by_year}}) {
      CHECK(told.size() == groups[id].size());
      for (const AmountGroup& group : told) check(groups[id][group.value], group.summary);
    }
  }
}

TEST_CASE("a search within the values of a facet leaves their counts as they are") {
  Archive archive;
  INFO("PYKALA_SEED=" << seed());
  for (int n = 0; n < requests / 10; ++n) {
    Request request = random_request(archive);
    const auto contains =
        one_of(archive.random, std::vector<std::string>{"ry", "LÄHI", "lahi", "esr", "avustuskes", "zz"});
    const FieldId id = one_of(archive.random, std::vector<FieldId>{FieldId::organisation, FieldId::funder});
    request.facets = {{id, 1000}};
    const Facet all = search(*archive.index, request).facets.at(0);
    request.facets = {{id, 1000, contains}};
    const Facet some = search(*archive.index, request).facets.at(0);
    CAPTURE(n, contains, request.query);
    CHECK(some.size == some.values.size());
    CHECK(all.size == all.values.size());
    for (const FacetValue& value : some.values) {
      CHECK(std::any_of(all.values.begin(), all.values.end(), [&](const FacetValue& other) {
        return other.value == value.value && other.count == value.count && other.selected == value.selected;
      }));
    }
    for (const FacetValue& value : all.values) {
      const bool named = value.value && value.value->find(contains) != std::string::npos;
      if (!named) continue;
      CHECK(std::any_of(some.values.begin(), some.values.end(),
                        [&](const FacetValue& other) { return other.value == value.value; }));
    }
  }
}

TEST_CASE("the parts of a score and the closeness of the words make the score") {
  Archive archive;
  INFO("PYKALA_SEED=" << seed());
  for (int n = 0; n < requests / 10; ++n) {
    Request request = random_request(archive);
    request.sort = Sort::relevance;
    const Explanation explanation = explain(*archive.index, request);
    CAPTURE(n, request.query);
    CHECK(explanation.hits.size() == explanation.response.hits.size());
    for (const ExplainedHit& explained : explanation.hits) {
      double sum = 0;
      for (const auto& [part, score] : explained.parts) sum += score;
      CHECK(sum + explained.closeness == Approx(explained.hit.score));
      CHECK(explained.closeness >= -0.001);
      CHECK(explained.closeness <= sum);
    }
  }
}

TEST_CASE("a request past its time ends with an error") {
  Archive archive;
  Request request;
  for (const char* query : {"avustus", "\"avustus hanke\"", "a*", "NOT avustus"}) {
    request.query = query;
    request.most_ms = 60'000;
    CHECK_NOTHROW(search(*archive.index, request));
    request.most_ms = 0;
    try {
      (void)search(*archive.index, request);
      FAIL(query);
    } catch (const schema::Error& error) {
      CHECK(error.code == schema::ErrorCode::unavailable);
      CHECK_FALSE(error.hint.empty());
    }
  }
}

TEST_CASE("pages together hold every hit once, in one order, and totals agree") {
  Archive archive;
  INFO("PYKALA_SEED=" << seed());
  for (int n = 0; n < requests / 4; ++n) {
    const Request request = random_request(archive);
    CAPTURE(n, request.query, request.filters.size(), static_cast<int>(request.sort));
    const auto at_once = ids_of(all_hits(*archive.index, request, 1000));
    const auto in_pages = ids_of(all_hits(*archive.index, request, 1 + pick(archive.random, 20)));
    CHECK(at_once == in_pages);
    CHECK(std::set<std::string>(at_once.begin(), at_once.end()).size() == at_once.size());
    Request counted = request;
    counted.limit = pick(archive.random, 3);
    CHECK(search(*archive.index, counted).total == at_once.size());
    counted.facets = {{FieldId::funder, 3}, {FieldId::year, 0}};
    CHECK(search(*archive.index, counted).total == at_once.size());
  }
}

TEST_CASE("an exclusion leaves out exactly what it finds by itself") {
  Archive archive;
  INFO("PYKALA_SEED=" << seed());
  const auto& words = test::random_words();
  const auto found = [&](const std::string& query) {
    Request request;
    request.query = query;
    request.limit = 1000;
    request.snippet_length = 0;
    const Response response = search(*archive.index, request);
    CHECK(response.total == response.hits.size());
    std::set<std::string> ids;
    for (const Hit& hit : response.hits) ids.insert(hit.decision.id);
    return ids;
  };
  for (int n = 0; n < requests / 4; ++n) {
    const auto word = [&] { return one_of(archive.random, words); };
    const std::string wanted = word();
    const std::string unwanted = "(" + word() + " " + word() + " JA " + word() + ")";
    CAPTURE(n, wanted, unwanted);
    std::set<std::string> expected = found(wanted);
    for (const std::string& id : found(unwanted)) expected.erase(id);
    CHECK(found(wanted + " -" + unwanted) == expected);
  }
}

TEST_CASE("a phrase gives exactly the documents with these words in this order") {
  Archive archive;
  INFO("PYKALA_SEED=" << seed());
  stemmers::Tokenizer tokenizer;
  std::vector<stemmers::ScannedToken> tokens;
  const auto has_phrase = [&](const std::string& text, const std::string& phrase) {
    tokenizer.tokenize(text, tokens);
    std::string joined = " ";
    for (const auto& token : tokens) joined += token.token.text + " ";
    return joined.find(" " + phrase + " ") != std::string::npos;
  };
  for (int n = 0; n < requests / 2; ++n) {
    Request request;
    const std::string phrase = test::random_text(archive.random, 1, 4);
    request.query = "\"" + phrase + "\"";
    request.snippet_length = 0;
    std::set<std::string> expected;
    for (const Decision& d : archive.decisions) {
      bool found = has_phrase(*d.title, phrase);
      for (const auto& part : d.parts) {
        found = found || (part.role != schema::PartRole::appeal && has_phrase(part.text, phrase));
      }
      if (found) expected.insert(d.id);
    }
    const auto ids = ids_of(all_hits(*archive.index, request, 1000));
    CAPTURE(phrase);
    CHECK(std::set<std::string>(ids.begin(), ids.end()) == expected);
  }
}

TEST_CASE("a case number finds its decision first however it is typed") {
  Archive archive;
  for (const std::size_t i : {0u, 7u, 149u}) {
    // Another decision speaks of it again and again.
    const std::string number = std::to_string(900'000 + i);
    for (const char* written : {"HEL 2022-", "hel-2022-", "2022-", "HEL-2022-", "Hel 2022-"}) {
      Request request;
      request.query = written + number;
      CAPTURE(request.query);
      const Response response = search(*archive.index, request);
      REQUIRE_FALSE(response.hits.empty());
      CHECK(response.hits.front().decision.id == "d" + std::to_string(i));
    }
  }
}

TEST_CASE("a decision comes before one that cites it") {
  const test::TempFolder folder;
  Decision own = test::decision("own", "Asukastilojen avustaminen", "Päätettiin myöntää avustus asukastiloille.");
  own.case_number = "HEL 2022-900612";
  own.section = 33;
  own.date = "2018-09-05";
  const Decision citing = test::decision("citing", "Jatkohakemus",
                                         "Asia on ollut esillä 5.9.2018, 33 § (HEL 2022-900612). Ks. 33 § 5.9.2018, "
                                         "diaarinumero HEL 2022-900612.");
  test::make_index(folder.path() + "/ix", {citing, own});
  Index index(folder.path() + "/ix");
  for (const char* query :
       {"HEL 2022-900612", "hel-2022-900612", "2022-900612", "33 § 5.9.2018", "§ 33 05.09.2018", "33 § 2018-09-05"}) {
    Request request;
    request.query = query;
    CAPTURE(query);
    const Response response = search(index, request);
    REQUIRE(response.total == 2);
    CHECK(response.hits.front().decision.id == "own");
  }
}

TEST_CASE("documents with every word come before all others") {
  Archive archive;
  INFO("PYKALA_SEED=" << seed());
  std::vector<std::string> words;
  for (const std::string& word : test::random_words()) {
    if (!stemmers::is_stop_word(word, stemmers::Language::finnish)) words.push_back(word);
  }
  for (int n = 0; n < requests; ++n) {
    Request request;
    request.limit = archive_size;
    const std::string first = one_of(archive.random, words), second = one_of(archive.random, words);
    const std::string third = pick(archive.random, 1) == 0 ? "" : one_of(archive.random, words);
    if (first == second || second == third || first == third) continue;
    request.query = first + " " + second + (third.empty() ? "" : " " + third);
    INFO(request.query);
    std::vector<std::string> found;
    for (const Hit& hit : search(*archive.index, request).hits) found.push_back(hit.decision.id);
    request.query = first + " JA " + second + (third.empty() ? "" : " JA " + third);
    std::set<std::string> with_all;
    for (const Hit& hit : search(*archive.index, request).hits) with_all.insert(hit.decision.id);
    REQUIRE(with_all.size() <= found.size());
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(with_all.size());
    CHECK(std::set<std::string>(found.begin(), end) == with_all);
  }
}
