// SPDX-License-Identifier: GPL-2.0-or-later
// In: a word in lower case. Out: its number. Private: the tables of numerals, nominative, partitive and genitive.
#include "indexer/number_words.h"

#include <array>
#include <unordered_map>
#include <utility>

#include "indexer/inflection.h"

namespace pykala::indexer {
namespace {

using Row = std::pair<std::string_view, std::int64_t>;

constexpr std::array<Row, 46> numerals{{{"puoli", 50},
                                        {"puolen", 50},
                                        {"puolta", 50},
                                        {"puolitoista", 150},
                                        {"puolentoista", 150},
                                        {"yksi", 100},
                                        {"yhden", 100},
                                        {"yhtä", 100},
                                        {"kaksi", 200},
                                        {"kahden", 200},
                                        {"kahta", 200},
                                        {"kolme", 300},
                                        {"kolmen", 300},
                                        {"kolmea", 300},
                                        {"neljä", 400},
                                        {"neljän", 400},
                                        {"viisi", 500},
                                        {"viiden", 500},
                                        {"viittä", 500},
                                        {"kuusi", 600},
                                        {"kuuden", 600},
                                        {"kuutta", 600},
                                        {"seitsemän", 700},
                                        {"kahdeksan", 800},
                                        {"yhdeksän", 900},
                                        {"kymmenen", 1000},
                                        {"kaksikymmentä", 2000},
                                        {"kahdenkymmenen", 2000},
                                        {"viisikymmentä", 5000},
                                        {"viidenkymmenen", 5000},
                                        {"sata", 10000},
                                        {"sadan", 10000},
                                        {"kaksisataa", 20000},
                                        {"viisisataa", 50000},
                                        {"en", 100},
                                        {"ett", 100},
                                        {"två", 200},
                                        {"tre", 300},
                                        {"fyra", 400},
                                        {"fem", 500},
                                        {"sex", 600},
                                        {"sju", 700},
                                        {"åtta", 800},
                                        {"nio", 900},
                                        {"tio", 1000},
                                        {"hundra", 10000}}};

constexpr std::array<Row, 4> finnish_scales{
    {{"miljoona", 1'000'000}, {"miljardi", 1'000'000'000}, {"tuhat", 1000}, {"tuhanne", 1000}}};

constexpr std::array<Row, 9> exact_scales{{{"tuhatta", 1000},
                                           {"tuhannen", 1000},
                                           {"tuhannella", 1000},
                                           {"tusen", 1000},
                                           {"miljon", 1'000'000},
                                           {"miljoner", 1'000'000},
                                           {"miljard", 1'000'000'000},
                                           {"miljarder", 1'000'000'000},
                                           {"million", 1'000'000}}};

}  // namespace

std::int64_t hundredths_of_word(std::string_view lower_word) {
  static const std::unordered_map<std::string_view, std::int64_t> table(numerals.begin(), numerals.end());
  const auto found = table.find(lower_word);
  return found == table.end() ? 0 : found->second;
}

std::int64_t scale_of_word(std::string_view lower_word) {
  for (const auto& [word, scale] : exact_scales)
    if (lower_word == word) return scale;
  if (!lower_word.starts_with("mil") && !lower_word.starts_with("tuh")) return 1;
  for (const auto& [word, scale] : finnish_scales)
    if (match_inflected(word, lower_word)) return scale;
  return 1;
}

}  // namespace pykala::indexer
