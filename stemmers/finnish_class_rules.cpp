// SPDX-License-Identifier: GPL-2.0-or-later
// Stem classes: what stays when the ending is off is led to one stem per word. In: nothing; out: two rule tables,
// nominal (-nen : -se-, -us : -kse-, -as : -aa- ...) and verbal (participles, agent). Private: guards for nouns that end
// like a participle (päivä, huone-).
#include "stemmers/finnish_rules.h"

namespace pykala::stemmers {
namespace {
using namespace form;

constexpr SuffixRule nominal[] = {
    // VISK § 67, -nen : -se-: sininen, sinise-; the e is dropped later. Also Virtanen.
    {"V|nen", "s", finished, 2},
    // -us, -os, -es, -as, -is : -kse-: vastaus, vastaukse-.
    {"V|kse", "s", finished, 2, 0, finite}, {"juo|kse", "s", finished}, {"V|ksi", "s", finished, 2, oblique}, {"^V|kse"}, {"seksi", {}, finished}, {"deksi", {}, finished}, {"leksi", {}, finished}, {"taksi", {}, finished},
    // -uus : -uude-, -uute-; -us : -ude- after a vowel: kansalaisuude-, rikkaude-, taloude-.
    {"Vu|de", "s", finished, 3, inflected, finite}, {"Vu|te", "s", finished, 3, inflected, finite | keep_vowel}, {"^uude"}, {"^uute"}, {"^kuude"},
    // -as : -aa-, -is : -ii-: rikas, rikkaa-, rikkai-; valmis, valmii-.
    {"Ca|a", "s", finished, 3, inflected, finite}, {"Ca|a", {}, 0, 3, finite}, {"Co|a"}, {"Cu|a"}, {"Co|o", {}, 0, 3},
    {"nma|a", "s", finished}, {"kotima|a", "s", finished}, {"ulkoma|a", "s", finished}, {"niemima|a", "s", finished},
    {"uusima|a", "s", finished}, {"ntai", {}, finished}, {"stai", {}, finished}, {"sukla|a", "s", finished}, {"vaja|a", "s", finished}, {"Ca|i", "s", finished, 3, oblique}, {"ia|a", "s", finished, 3, inflected, finite},
    {"ia|i", "s", finished, 3, oblique}, {"Ci|i", "s", finished, 3, inflected, finite}, {"vapa|a", "s", finished, 3},
    {"harma|a", "s", finished, 3}, {"vaka|a", "s", finished, 3}, {"^Ca|i", "a", finished}, {"^Cu|i", "u", finished},
    // -e : -ee-: huone, huonee-, huonei-. VISK § 67. The plural of i-nouns (tuolei-) has the same vowels.
    {"Ce|e", {}, finished | keep_vowel, 3}, {"Ve|e", {}, finished | keep_vowel, 3}, {"^Cee"},
    {"Ce|i", {}, keep_vowel | finished, 3, inflected}, {"Ve|i", {}, keep_vowel | finished, 3, inflected},
    {"se|i", {}, finished, 3, oblique}, {"le|i", {}, finished, 3, oblique},
    {"re|i", {}, finished, 3, oblique}, {"aje|i", {}, finished, 2, oblique}, {"uslae", {}, finished}, {"^lae", {}, finished},
    {"^lai", {}, finished}, {"uslai", {}, finished}, {"me|i", {}, finished, 3, oblique}, {"ive|i", {}, finished, 3, oblique}, {"ause|i", {}, keep_vowel | finished, 2, oblique}, {"^ase|i", {}, keep_vowel | finished},
    {"piste|i", {}, keep_vowel | finished}, {"tiete|i", {}, keep_vowel | finished}, {"taite|i", {}, keep_vowel | finished},
    {"pite|i", {}, keep_vowel | finished}, {"ppale|i", {}, keep_vowel | finished}, {"ko|kee", "e", keep_vowel | finished, 2, inflected},
    {"^ko|kei", "e", keep_vowel | finished}, {"^ai|kee", "e", keep_vowel | finished}, {"^ai|kei", "e", keep_vowel | finished},
    {"sma|a", "s", finished, 3},
    {"de|i", {}, finished, 3, oblique}, {"ke|i", {}, finished, 3, oblique}, {"kke|i", {}, keep_vowel | finished, 3, oblique},
    {"ge|i", {}, finished, 3, oblique}, {"iste|i", {}, finished, 3, oblique}, {"kste|i", {}, finished, 3, oblique},
    {"kte|i", {}, finished, 3, oblique}, {"Vte|i", {}, finished, 3, oblique}, {"nne|i", {}, finished, 3, oblique},
    {"sente|i", {}, finished, 3, oblique}, {"mente|i", {}, finished, 3, oblique}, {"dente|i", {}, finished, 3, oblique},
    {"V=ne|i", {}, finished, 3, oblique}, {"hke|i", {}, finished | keep_vowel, 3, oblique}, {"tarke|i", {}, finished | keep_vowel},
    {"selke|i", {}, finished | keep_vowel}, {"ulke|i", {}, finished | keep_vowel}, {"orke|i", {}, finished | keep_vowel},
    {"ike|i", {}, finished | keep_vowel, 3, oblique}, {"hme|i", {}, finished | keep_vowel, 3, oblique}, {"fe|i", {}, finished, 3, oblique},
    // Ordinals, kolmas : kolmante-, kolmanne-. VISK § 772.
    {"a|nte", "s", finished, 3, inflected, finite}, {"a|nne", "s", finished, 3, closed, finite},
    {"a|nsi", "s", finished, 3, oblique},
    // Suppletion: hyvä, parempi, paras. VISK § 300.
    {"^|pare", "hUv", finished, 0}, {"^|paras", "hUv", finished, 0}, {"^|parhaa", "hUv", finished, 0},
    {"^|parhai", "hUv", finished, 0},
    // -in : -ime-: puhelin, puhelime-; the i goes with the last vowel.
    {"Ci|me", {}, finished, 3}, {"Vi|me", {}, finished, 3}, {"Ci|mi", {}, finished, 3, oblique}, {"Vi|mi", {}, finished, 3, oblique}, {"toime"}, {"toimi"},
    {"Vnime"}, {"^nime"}, {"Cnime"}, {"Vnimi"}, {"^nimi"}, {"Cnimi"},
    // -ton : -ttoma-: sopimaton, sopimattoma-.
    {"V|ton", "tom", finished, 3}, {"V|ttoma", "tom", finished, 3}, {"V|ttomi", "tom", finished, 3},
    // Comparative and superlative: suurempi, suuremman; suurin, suurimman. VISK § 300-306.
    {"V|mpi", {}, 0, 3}, {"V|mpa", {}, 0, 3}, {"V|mma", {}, 0, 3}, {"V|mmi", {}, 0, 3},
    {"kumpi"}, {"kumma"}, {"lampi"}, {"hampa"}, {"rampi"},
    // Vowel stems -ea, -ia: tärkeä : tärkeitä, asia : asioita.
    {"Ce|a", {}, finished, 3},{"pe|a", {}, keep_vowel | finished, 3, 0, finite}, {"orke|a", {}, keep_vowel | finished, 3, 0, finite}, {"tarke|a", {}, keep_vowel | finished}, {"eve|a", {}, keep_vowel | finished},
    {"uhe|a", {}, keep_vowel | finished}, {"sitke|a", {}, keep_vowel | finished}, {"lke|a", {}, keep_vowel | finished, 3, 0, finite}, {"ike|a", {}, keep_vowel | finished, 3, 0, finite}, {"hke|a", {}, keep_vowel | finished, 3, 0, finite}, {"ste|a", {}, keep_vowel | finished, 3, 0, finite}, {"hre|a", {}, keep_vowel | finished, 3, 0, finite}, {"^pime|a", {}, keep_vowel | finished}, {"^kome|a", {}, keep_vowel | finished}, {"hme|a", {}, keep_vowel | finished}, {"ile|a", {}, keep_vowel | finished, 3, 0, finite},
    {"tote|a", {}, finite}, {"poikke|a", {}, finite}, {"rupe|a", {}, finite}, {"katke|a", {}, finite}, {"Ci|a", {}, 0, 3},
    // Plural stems in -oi-: taloi-, kaloi-, omenoi-, asioi-. VISK § 71-74.
    {"o|i", {}, finished, 2}, {"aj|oi", {}, finished, 3, oblique},
    {"ij|oi", {}, finished, 3, oblique}, {"ti|oi", "o", finished, 3, oblique}, {"Ci|oi", {}, 0, 2, oblique, front},
    {"Ci|oi", "o", finished, 2, oblique | front}, {"pi|oi", "o", 0, 3, oblique}, {"vi|oi", "o", 0, 3, oblique}, {"hi|oi", "o", 0, 3, oblique},
    {"ki|oi", "o", 0, 3, oblique}, {"mi|oi", "o", 0, 3, oblique}, {"steri|oi", "o", finished, 3, oblique},
    {"airi|oi", "o", finished, 3, oblique}, {"l|oi", {}, finished, 5, oblique}, {"un|oi", {}, finished, 4, oblique}, {"arin|oi", {}, finished, 4, oblique},
    {"kilo|i", {}, finished}, {"silo|i", {}, finished},
    {"kar|oi", {}, finished, 4, oblique}, {"uksilo|i", {}, finished}, {"ompelo|i", {}, finished}, {"u|i", {}, finished, 2},
    {"aC|oi", {}, finished, 2, oblique, front}, {"iiC|oi", {}, finished, 2, oblique, front},
    {"eeC|oi", {}, finished, 2, oblique, front}, {"auC|oi", {}, finished, 2, oblique, front}, {"auCC|oi", {}, finished, 2, oblique, front},
    {"auto|i", {}, finished}, {"tauko|i", {}, finished}, {"laulo|i", {}, finished}, {"aCC|oi", {}, finished, 2, oblique, front}, {"aiC|oi", {}, finished, 2, oblique, front},
    {"aiCC|oi", {}, finished, 2, oblique, front}, {"asto|i", {}, finished}, {"talo|i", {}, finished}, {"Cmo|i", {}, finished, 3}, {"aalto|i", {}, finished}, {"aallo|i", {}, finished}, {"taito|i", {}, finished},
    {"taido|i", {}, finished}, {"aukko|i", {}, finished}, {"auko|i", {}, finished}, {"arvo|i", {}, finished},
    {"kasvo|i", {}, finished}, {"palo|i", {}, finished}, {"tanto|i", {}, finished, 2, oblique}, {"^anto|i", {}, finished, 2, oblique}, {"nanto|i", {}, finished, 2, oblique},
    {"^Catto|i", {}, finished, 2, oblique}, {"^Cato|i", {}, finished, 2, oblique}, {"elk|oi", {}, finished, 2, oblique, front},
    {"tanno|i", {}, finished, 2, oblique}, {"^anno|i", {}, finished, 2, oblique}, {"inn|oi", {}, finished, 2, oblique, front}, {"int|oi", {}, finished, 2, oblique, front},
    {"irj|oi", {}, finished, 2, oblique}, {"til|oi", {}, finished, 2, oblique}, {"kerr|oi", {}, finished, 2, oblique},
    {"kert|oi", {}, finished, 2, oblique}, {"virt|oi", {}, finished, 2, oblique}, {"virr|oi", {}, finished, 2, oblique},
    {"lih|oi", {}, finished, 2, oblique},
    // Past of verbs in -aa with a in the root: antoi, maksoi, auttoi, kaatoi. VISK § 112.
    {"^aC|oi", {}, finished, 1, 0, front | oblique}, {"^aCC|oi", {}, finished, 1, 0, front | oblique}, {"^CaC|oi", {}, finished, 3, 0, front | oblique}, {"^CaCC|oi", {}, finished, 1, 0, front | oblique},
    {"^auCC|oi", {}, finished, 1, 0, front | oblique}, {"^CaaC|oi", {}, finished, 1, 0, front | oblique}, {"^CaaCC|oi", {}, finished, 1, 0, front | oblique}, {"^CaiCC|oi", {}, finished, 1, 0, front | oblique},
    {"^CaiC|oi", {}, finished, 1, 0, front | oblique}, {"^CauC|oi", {}, finished, 1, 0, front | oblique}, {"^laulo|i", {}, finished},
    {"^sano|i", {}, finished, 2, 0, oblique}, {"^katso|i", {}, finished}, {"^tahto|i", {}, finished}, {"^maino|i", {}, finished},
    // Past and conditional of one-syllable stems: joi : juo, vei : vie, löi : lyö, jäi : jää. VISK § 112.
    {"^j|oi", "uo", finished, 1}, {"^t|oi", "uo", finished, 1}, {"^l|oi", "uo", finished, 1}, {"^v|ei", "ie", finished, 1},
    {"^j|o", "uo", finished, 1, finite}, {"^t|o", "uo", finished, 1, finite}, {"^l|o", "uo", finished, 1, finite},
    {"^v|e", "ie", finished, 1, finite}, {"^Ca", "a", finished, 1, finite}, {"^ka|vi", "u", finished},
    // Long final vowel: vastuu, keruu; a verb in the third person.
    {"Cu|u", {}, finished, 4},
    // -ut : -u(e)-: lyhyt, lyhye-.
    {"u|t", {}, 0, 3, 0, inflected}, {"uhu|e", {}, finished}, {"^ohu|e", {}, finished}, {"^kevu|e", {}, finished}
};

constexpr SuffixRule verbal[] = {
    // VISK § 525, -va, passive -tava: tuleva, annettava, saatava.
    {"V|va", {}, finite, 3}, {"paiva", {}, finished}, {"hyva", {}, finished}, {"^kuva", {}, finished}, {"okuva", {}, finished}, {"nkuva", {}, finished}, {"skuva", {}, finished}, {"mistava", {}, finished},
    {"ustustava", {}, finished},
    {"vakava", {}, finished}, {"syva", {}, finished}, {"V|vi", {}, finite, 3, oblique}, {"iivi", {}, finished}, {"kivi", {}, finished}, {"^ovi", {}, finished}, {"paivi", {}, finished},
    {"hyvi", {}, finished}, {"^kuvi", {}, finished}, {"okuvi", {}, finished}, {"nkuvi", {}, finished}, {"vakavi", {}, finished}, {"syvi", {}, finished},
    {"e|ttava", {}, finite}, {"Ca|ttava", {}, finite}, {"Co|ttava", {}, finite}, {"Ci|ttava", "ts", finite, 3},
    {"e|ttavi", {}, finite, 2, oblique}, {"Ca|ttavi", {}, finite, 2, oblique}, {"Ci|ttavi", "ts", finite, 3, oblique},
    {"oi|tava", {}, finite}, {"teh|tava", {}, finite}, {"teh|tavi", {}, finite}, {"^Cuo|tava", {}, finite},
    {"^nah|tava", {}, finite}, {"laiva", {}, finished}, {"laivi", {}, finished}, {"kau|dui", {}, finite, 2, oblique},
    {"teh|dui", {}, finite, 2, oblique}, {"^Caa|nei", {}, finite, 3, oblique}, {"^Caa|nee", {}, finite, 3, inflected}, {"tse|ma", {}, finite, 3},
    {"ele|ma", {}, finite, 4}, {"naama", {}, finished}, {"ujaama", {}, finished}, {"^nah|tavi", {}, finite}, {"^kau|tava", {}, finite}, {"laine|e", {}, finished | keep_vowel}, {"^Cie|tava", {}, finite}, {"aa|tava", {}, finite}, {"tel|tava", {}, finite}, {"skel|tava", {}, finite}, {"nnel|tava", {}, finite}, {"ail|tava", {}, finite}, {"ul|tava", {}, finite},
    {"ais|tava", {}, finite}, {"oi|tavi", {}, finite, 2, oblique}, {"tel|tavi", {}, finite, 2, oblique},
    // -nut : -nee-: puhunee-, halunnee-, tullee-, noussee-.
    {"V|nee", {}, finite, 3, inflected}, {"V|nnee", {}, finite, 2, inflected}, {"Ci|nnee", "ts", finite, 3, inflected},
    {"l|lee", {}, finite, 2, inflected}, {"s|see", {}, finite, 2, inflected}, {"r|ree", {}, finite, 2, inflected},
    {"V|nei", {}, finite, 2, oblique}, {"teh|nee", {}, finite}, {"nah|nee", {}, finite}, {"kau|nee", {}, finite}, {"teh|nei", {}, finite},
    {"ppane|i", {}, finished}, {"V|nnei", {}, finite, 2, oblique}, {"el|lei", {}, finite, 2, oblique}, {"tul|lei", {}, finite, 2, oblique}, {"ail|lei", {}, finite, 2, oblique},
    {"ous|sei", {}, finite, 3, oblique}, {"aas|sei", {}, finite, 3, oblique}, {"ais|sei", {}, finite, 3, oblique}, {"huone|e", {}, finished | keep_vowel}, {"aine|e", {}, finished | keep_vowel},
    {"kone|e", {}, finished | keep_vowel}, {"huone|i", {}, finished | keep_vowel}, {"aine|i", {}, finished | keep_vowel},
    {"kone|i", {}, finished | keep_vowel},
    // Passive past -ttu, -tu: annettu, annetun, kuunneltu, saatu. Not the verbs in -ttua (muuttuu).
    {"e|ttu", {}, finite, 2, 0, finite}, {"Ca|ttu", {}, finite, 3, 0, finite}, {"Co|ttu", {}, finite, 3, 0, finite},
    {"Ci|ttu", "ts", finite, 3, 0, finite}, {"Cu|ttu", {}, finite, 3, 0, finite},
    {"e|tu", {}, finite, 3, closed, finite}, {"Ca|tu", {}, finite, 3, closed, finite},
    {"Co|tu", {}, finite, 3, closed, finite}, {"Ci|tu", "ts", finite, 3, closed, finite},
    {"Cu|tu", {}, finite, 3, closed, finite}, {"oi|tu", {}, finite, 3, 0, finite}, {"oi|du", {}, finite, 3, 0, finite},
    {"tel|tu", {}, finite, 3, 0, finite}, {"skel|tu", {}, finite, 3, 0, finite}, {"nnel|tu", {}, finite, 3, 0, finite},
    {"ail|tu", {}, finite, 3, 0, finite}, {"el|lu", {}, finite, 3, closed, finite}, {"paas|tu", {}, finite, 3, 0, finite},
    {"^Cuo|tu", {}, finite, 3, 0, finite}, {"^Cuo|du", {}, finite, 3, closed, finite}, {"^Cie|tu", {}, finite, 3, 0, finite},
    {"^kau|tu", {}, finite, 3, 0, finite}, {"^kau|du", {}, finite, 3, closed, finite}, {"^nah|tu", {}, finite}, {"^nah|du", {}, finite},
    {"ai|ttu", "ts", finite, 3, 0, finite}, {"ai|tu", "ts", finite, 3, closed, finite}, {"^saa|tu", {}, finite},
    {"^saa|du", {}, finite}, {"teh|tu", {}, finite}, {"teh|du", {}, finite}, {"ais|tu", {}, finite, 3, 0, finite},
    {"e|ttui", {}, finite, 2, oblique}, {"Ci|ttui", "ts", finite, 3, oblique}, {"Ca|ttui", {}, finite, 3, oblique},
    {"e|tui", {}, finite, 2, oblique}, {"Ci|tui", "ts", finite, 3, oblique}, {"Ca|tui", {}, finite, 3, oblique},
    {"oi|tui", {}, finite, 2, oblique}, {"oi|dui", {}, finite, 2, oblique}, {"tel|tui", {}, finite, 2, oblique},
    // Third infinitive and agent -ma: tekemässä, antamalla; suorittama.
    {"V|ma", {}, finite, 3, infinitive3}, {"asema", {}, finished}, {"paase|ma", {}, finite}, {"elama", {}, finished}, {"voima", {}, finished},
    {"kuolema", {}, finished}, {"teema", {}, finished}, {"tapahtuma", {}, finished},
    {"nakuma", {}, finished}, {"asemi", {}, finished}, {"firma", {}, finished}, {"ilma", {}, finished},
    {"ta|ma", {}, finite, 4}, {"oi|ma", {}, finite, 4}, {"aa|ma", {}, finite, 3}, {"ua|ma", {}, finite, 3}, {"oa|ma", {}, finite, 3}, {"ea|ma", {}, finite, 3},
    {"ia|ma", {}, finite, 3}, {"eke|mi", {}, finite, 3, oblique}, {"ti|ma", {}, finite, 4},
    {"ta|mi", {}, finite, 4, oblique}, {"oi|mi", {}, finite, 4, oblique}, {"aa|mi", {}, finite, 3, oblique},
    {"eke|ma", {}, finite, 3}, {"ake|ma", {}, finite}, {"uke|ma", {}, finite},
    {"valine|e", {}, finished | keep_vowel}, {"esine|e", {}, finished | keep_vowel}, {"valine|i", {}, finished | keep_vowel},
    {"esine|i", {}, finished | keep_vowel},
};

}  // namespace

std::span<const SuffixRule> nominal_class_rules() { return nominal; }
std::span<const SuffixRule> verb_class_rules() { return verbal; }

}  // namespace pykala::stemmers
