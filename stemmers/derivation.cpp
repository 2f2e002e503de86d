// SPDX-License-Identifier: GPL-2.0-or-later
// A table of endings, verb beside noun, read in both directions. In: a lemma; out: candidates.
#include "stemmers/derivation.h"

#include <algorithm>
#include <array>

namespace pykala::stemmers {
namespace {

struct Pair {
  std::string_view verb;
  std::string_view noun;
};

constexpr std::array<Pair, 23> pairs{{
    {"oida", "ointi"},  // koordinoida, koordinointi
    {"oida", "aatio"},  // koordinoida, koordinaatio
    {"öidä", "öinti"},  // ikävöidä, ikävöinti
    {"ttaa", "tus"},    // rahoittaa, rahoitus
    {"ttaa", "tos"},    // muuttaa, muutos
    {"ttää", "tys"},    // kehittää, kehitys
    {"ttää", "tös"},    // päättää, päätös
    {"staa", "stus"},   // avustaa, avustus
    {"stää", "stys"},   // käynnistää, käynnistys
    {"ella", "elu"},    // neuvotella, neuvottelu
    {"ellä", "ely"},    // työskennellä, työskentely
    {"illa", "ilu"},    // kilpailla, kilpailu
    {"illä", "ily"},    // retkeillä, retkeily
    {"ata", "aus"},     // vuokrata, vuokraus
    {"ätä", "äys"},     // kerätä, keräys
    {"ita", "inta"},    // valita, valinta
    {"itä", "intä"},    // selvitä, selvintä
    {"ia", "inta"},     // hankkia, hankinta
    {"iä", "intä"},     // etsiä, etsintä
    {"oa", "onta"},     // valvoa, valvonta
    {"ea", "u"},        // hakea, haku
    {"taa", "to"},      // hoitaa, hoito
    {"tää", "tö"},      // myöntää, myöntö
}};

constexpr std::size_t min_stem_bytes = 2;

void add(std::vector<std::string>& out, std::string word, std::string_view lemma) {
  if (word != lemma && out.size() < max_related && std::find(out.begin(), out.end(), word) == out.end()) {
    out.push_back(std::move(word));
  }
}

/// The stem with its last stop in either grade: "neuvot" -> "neuvot", "neuvott"; "hankk" -> "hankk", "hank".
std::vector<std::string> grades(std::string_view stem) {
  std::vector<std::string> out{std::string(stem)};
  if (stem.size() < min_stem_bytes) return out;
  const char last = stem.back();
  if (last != 'k' && last != 'p' && last != 't') return out;
  if (stem[stem.size() - 2] == last) {
    out.emplace_back(stem.substr(0, stem.size() - 1));
  } else {
    out.push_back(std::string(stem) + last);
  }
  return out;
}

/// Every word that `lemma` becomes when its ending `from` is changed to `to` of the same pair.
void derive(std::string_view lemma, std::string_view Pair::*from, std::string_view Pair::*to,
            std::vector<std::string>& out) {
  for (const Pair& pair : pairs) {
    const std::string_view ending = pair.*from;
    if (!lemma.ends_with(ending) || lemma.size() < ending.size() + min_stem_bytes) continue;
    for (const std::string& stem : grades(lemma.substr(0, lemma.size() - ending.size()))) {
      add(out, stem + std::string(pair.*to), lemma);
    }
  }
}

}  // namespace

std::vector<std::string> related_lemmas(std::string_view lemma) {
  std::vector<std::string> verbs, out;
  derive(lemma, &Pair::noun, &Pair::verb, verbs);
  for (const std::string& verb : verbs) add(out, verb, lemma);
  for (const std::string& verb : verbs) {
    std::vector<std::string> nouns;
    derive(verb, &Pair::verb, &Pair::noun, nouns);
    for (std::string& noun : nouns) add(out, std::move(noun), lemma);
  }
  derive(lemma, &Pair::verb, &Pair::noun, out);
  std::erase(out, std::string(lemma));
  return out;
}

}  // namespace pykala::stemmers
