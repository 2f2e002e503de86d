// SPDX-License-Identifier: GPL-2.0-or-later
// bring_within_limits: what it leaves reads back from the exchange form; what cannot be mended is refused.
#include "indexer/stored_limits.h"

#include <catch2/catch.hpp>
#include <string>

#include "indexer/error.h"
#include "indexer/exchange.h"

namespace pykala::indexer {
namespace {

schema::Decision whole() {
  schema::Decision decision;
  decision.id = "kaupunginhallitus-2017-05-08-510";
  decision.source = "a.txt";
  decision.title = "Avustus";
  decision.date = "2017-05-08";
  decision.section = 510;
  decision.decision_maker = schema::DecisionMaker{std::nullopt, "Kaupunginhallitus"};
  decision.parts.push_back({"Päätös", schema::PartRole::decision, "Lautakunta päätti myöntää 5 000 euroa."});
  decision.funders.push_back({"STEA", schema::FunderRelation::funds, "STEA:lta"});
  decision.amounts.push_back({500'000, "EUR", schema::AmountRole::grant, "STEA", "5 000 euroa"});
  decision.cites.push_back({std::nullopt, "2016-01-01", 3, std::nullopt, std::nullopt, std::nullopt});
  return decision;
}

TEST_CASE("a decision within the limits stays as it is") {
  schema::Decision decision = whole();
  bring_within_limits(decision);
  CHECK(decision == whole());
  CHECK(schema::from_exchange(schema::to_exchange(decision)) == decision);
}

TEST_CASE("what would not read back is refused with the place") {
  const auto refused = [](auto change) {
    schema::Decision decision = whole();
    change(decision);
    try {
      bring_within_limits(decision);
    } catch (const schema::Error& error) {
      return error.pointer;
    }
    return std::string("accepted");
  };
  CHECK(refused([](auto& d) { d.url = "javascript:alert(1)"; }) == "/url");
  CHECK(refused([](auto& d) { d.url = "https://example.fi/1"; }) == "accepted");
  CHECK(refused([](auto& d) { d.funders[0].id.clear(); }) == "/funders/0");
  CHECK(refused([](auto& d) { d.amounts[0].cents = -1; }) == "/amounts/0/cents");
  CHECK(refused([](auto& d) { d.amounts[0].currency = "euro"; }) == "/amounts/0/currency");
  CHECK(refused([](auto& d) { d.amounts[0].currency = "SEK"; }) == "accepted");
  CHECK(refused([](auto& d) { d.cites[0] = {}; }) == "/cites/0");
  CHECK(refused([](auto& d) { d.cites[0].date = "2016-13-01"; }) == "/cites/0/date");
  CHECK(refused([](auto& d) { d.section = -1; }) == "/section");
  CHECK(refused([](auto& d) { d.language = "de"; }) == "/language");
  CHECK(refused([](auto& d) { d.decision_maker->name.clear(); }) == "/decision_maker");
  CHECK(refused([](auto& d) { d.id = std::string(200, 'a'); }) == "accepted");
  CHECK(refused([](auto& d) { d.id = std::string(201, 'a'); }) == "/id");
  // A broken byte is written as three.
  CHECK(refused([](auto& d) { d.id = std::string(66, '\xFF'); }) == "accepted");
  CHECK(refused([](auto& d) { d.id = std::string(67, '\xFF'); }) == "/id");
}

}  // namespace
}  // namespace pykala::indexer
