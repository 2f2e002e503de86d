// SPDX-License-Identifier: GPL-2.0-or-later
// KeyFilter: it may say yes to any line, and no only to lines whose key no list can have.
#include "indexer/key_filter.h"

#include <catch2/catch.hpp>
#include <string>

#include "indexer/parsing_rules.h"

namespace pykala::indexer {
namespace {

TEST_CASE("KeyFilter turns away lines that begin otherwise") {
  KeyFilter filter;
  filter.add("esityslista");
  filter.add("föredragningslista");
  CHECK(filter.may_hold("Esityslista 14/2022"));
  CHECK(filter.may_hold("FÖREDRAGNINGSLISTA"));
  CHECK(filter.may_hold(" esityslista"));  // the key has no white space before it
  CHECK(
      filter.may_hold("\xC2\xA0"
                      "esityslista"));
  CHECK_FALSE(filter.may_hold("Esteettömyys"));
  CHECK_FALSE(filter.may_hold("es"));
  CHECK_FALSE(filter.may_hold("Päätös"));
  CHECK_FALSE(filter.may_hold("(esityslista"));
  CHECK_FALSE(filter.may_hold(""));
}

TEST_CASE("KeyFilter knows keys of one byte, of signs and of two letters") {
  KeyFilter letter, sign, pair;
  letter.add("a");
  CHECK(letter.may_hold("mikä tahansa"));
  sign.add("§ 5");
  CHECK(sign.may_hold("§ 5"));
  CHECK(sign.may_hold("Ääni"));
  CHECK_FALSE(sign.may_hold("asia"));
  pair.add("ao");
  pair.add("vt. johtaja");
  CHECK(pair.may_hold("AO"));
  CHECK(pair.may_hold("aoxx"));
  CHECK(pair.may_hold("Vt. johtaja"));
  CHECK_FALSE(pair.may_hold("va. johtaja"));
}

TEST_CASE("KeyFilter says yes to a line whenever its key begins with the key added") {
  for (const std::string key : {"päätös", "jaa", "ehdotus", "§", "11 §", "a", "äänestys", "kv asia", "o.s."}) {
    KeyFilter filter;
    filter.add(key);
    for (const std::string before : {"", " ", "\t", "\xC2\xA0"}) {
      for (const std::string after : {"", ":", " ja muuta", "  :", "än"}) {
        const std::string line = before + key + after;
        CAPTURE(line);
        if (ParsingRules::key_of(line).starts_with(key)) CHECK(filter.may_hold(line));
      }
    }
  }
}

}  // namespace
}  // namespace pykala::indexer
