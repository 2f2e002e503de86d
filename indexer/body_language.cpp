// SPDX-License-Identifier: GPL-2.0-or-later
// Text in, language out: the function words of each language are counted, and the one with clearly most wins.
#include "indexer/body_language.h"

#include <array>

#include "indexer/text_scan.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace {

struct LanguageWords {
  std::string_view code;
  std::string_view words;  ///< separated by spaces, one before the first and after the last
};

constexpr std::array<LanguageWords, 3> languages{{
    {"fi",
     " ja on ei että se joka sekä tai mukaan mukaisesti päätti päättää päätöksen päätös kaupungin helsingin kanssa "
     "myös "
     "ovat oli hän jonka johon tämä tässä näin kun jos osalta koskien lisäksi euroa vuoden perustelut merkitä hyväksyä "
     "myöntää joiden jotka jos vain sen niin hankkeen antaa asian puhelin liitteet päätökseen olevan välillä salassa "
     "pidettävä "},
    {"sv",
     " och att det som för inte av den en ett till är med på beslutade beslutar staden stadens om har vid från enligt "
     "de "
     "samt eller ska skall kan men efter under också beslut nämnden euro helsingfors sektionen bevilja denna detta i "
     "för ger bilagor sekretessbelagd "},
    {"en",
     " the of and to in is for that with on by was are be this as at from which has decided city has been will an or "
     "it "
     "confidential "},
}};

constexpr std::size_t max_counted_words = 3000;

}  // namespace

std::optional<std::string> body_language(std::string_view text) {
  std::array<int, languages.size()> counts{};
  std::size_t seen = 0;
  for (std::string_view word : split_words(text)) {
    if (++seen > max_counted_words) break;
    while (!word.empty() && std::string_view(".,:;!?()\"").find(word.back()) != std::string_view::npos) {
      word.remove_suffix(1);
    }
    if (word.empty() || word.size() > 20) continue;
    const std::string key = " " + stemmers::to_lower(word) + " ";
    for (std::size_t i = 0; i < languages.size(); ++i) {
      if (languages[i].words.find(key) != std::string_view::npos) ++counts[i];
    }
  }
  std::size_t best = 0;
  for (std::size_t i = 1; i < counts.size(); ++i) {
    if (counts[i] > counts[best]) best = i;
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (i != best && counts[i] * 3 > counts[best] * 2) return std::nullopt;
  }
  if (counts[best] == 0) return std::nullopt;
  return std::string(languages[best].code);
}

}  // namespace pykala::indexer
