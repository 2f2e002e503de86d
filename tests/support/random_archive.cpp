// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/random_archive.h"

#include <array>

#include "indexer/iso_date.h"
#include "tests/support/temp_index.h"

namespace pykala::test {

using namespace schema;

namespace {

const std::vector<std::string> funders{"STEA", "ESR+", "TEM", "OTHER:Kulta-säätiö"};
const std::vector<std::string> organisations{"Kotikulman Yhteisötalot ry", "Lähitupa ry", "”Ilo” ry", "\"Ilo\" ry"};
const std::vector<std::string> codes{"02 05", "02 05 02", "00 01 06"};
const std::vector<DecisionMaker> makers{
    {"U02100VH2", "Kansliapäällikkö"}, {std::nullopt, "Strategiajohtaja"}, {std::nullopt, "Alueellinen jaosto"}};

bool chance(Random& random, std::size_t one_in) {
  return pick(random, one_in - 1) == 0;
}

void add_facts(Decision& d, Random& random) {
  for (std::size_t n = pick(random, 3); n > 0; --n) {
    d.funders.push_back(
        {one_of(random, funders), chance(random, 3) ? FunderRelation::mentioned : FunderRelation::funds, ""});
  }
  for (std::size_t n = pick(random, 2); n > 0; --n) d.organisations.push_back(one_of(random, organisations));
  if (!chance(random, 3)) {
    constexpr std::array roles{AmountRole::grant, AmountRole::grant, AmountRole::total, AmountRole::own_share};
    for (std::size_t n = pick(random, 3) + 1; n > 0; --n) {
      const AmountRole role = roles.at(pick(random, roles.size() - 1));
      d.amounts.push_back({static_cast<std::int64_t>(pick(random, 5)) * 10'000'00, "EUR", role, {}, ""});
      if (role == AmountRole::grant && chance(random, 2)) d.amounts.back().funder = one_of(random, funders);
    }
  }
}

}  // namespace

std::size_t pick(Random& random, std::size_t most) {
  return std::uniform_int_distribution<std::size_t>(0, most)(random);
}

const std::vector<std::string>& random_words() {
  static const std::vector<std::string> words{"avustus",   "hanke",    "talo",  "nuoret", "kirjasto",
                                              "maksetaan", "kaupunki", "tilat", "vesi",   "asukkaat"};
  return words;
}

std::string random_text(Random& random, std::size_t least, std::size_t most) {
  std::string text;
  for (std::size_t n = least + pick(random, most - least); n > 0; --n) {
    text += (text.empty() ? "" : " ") + one_of(random, random_words());
  }
  return text;
}

std::vector<Decision> random_archive(Random& random, std::size_t count) {
  std::vector<Decision> archive;
  for (std::size_t i = 0; i < count; ++i) {
    Decision d = decision("d" + std::to_string(i), random_text(random, 1, 3), random_text(random, 1, 30));
    d.parts.push_back({"Perustelut", PartRole::reasons, random_text(random, 0, 30)});
    d.parts.push_back({"Muutoksenhaku", PartRole::appeal, random_text(random, 1, 5)});
    if (!chance(random, 4)) {
      d.date = iso_date(2015 + static_cast<int>(pick(random, 5)), 1 + static_cast<int>(pick(random, 11)), 17);
    }
    if (!chance(random, 4)) d.decision_maker = one_of(random, makers);
    if (!chance(random, 4)) d.classification = Classification{one_of(random, codes), ""};
    d.case_number = "HEL 2022-" + std::to_string(900'000 + i);
    d.section = static_cast<int>(pick(random, 50));
    d.kind = chance(random, 4) ? Kind::motion : Kind::decision;
    if (chance(random, 6)) d.language.reset();
    add_facts(d, random);
    archive.push_back(std::move(d));
  }
  return archive;
}

}  // namespace pykala::test
