// SPDX-License-Identifier: GPL-2.0-or-later
// Stem classes: what stays when the ending is off is led to one stem per word. In: nothing; out: two rule tables,
// nominal (-nen : -se-, -us : -kse-, -as : -aa- ...) and verbal (participles, agent). Private: guards for nouns that
// end like a participle (päivä, huone-).
#include "stemmers/finnish_rules.h"

namespace pykala::stemmers {
namespace {
using namespace form;

constexpr RuleGroup nominal[] = {
    // VISK, nominien vartalot: -nen : -se-: sininen, sinise-; the e is dropped later. Also Virtanen.
    {"V|nen>s", finished},
    // -us, -os, -es, -as, -is : -kse-: vastaus, vastaukse-.
    {"V|kse>s", finished, 2, 0, finite},
    {"juo|kse>s seksi deksi leksi taksi", finished},
    {"V|ksi>s", finished, 2, oblique},
    {"^V|kse"},
    // -uus : -uude-, -uute-; -us : -ude- after a vowel: kansalaisuude-, rikkaude-, taloude-.
    {"Vu|de>s", finished, 3, inflected, finite},
    {"Vu|te>s", finished, 3, inflected, finite | keep_vowel},
    {"^uude ^uute ^kuude"},
    // -as : -aa-, -is : -ii-: rikas, rikkaa-, rikkai-; valmis, valmii-.
    {"Ca|a>s ia|a>s Ci|i>s", finished, 3, inflected, finite},
    {"Ca|a", 0, 3, finite},
    {"Co|a Cu|a"},
    {"Co|o", 0, 3},
    {"nma|a>s kotima|a>s ulkoma|a>s niemima|a>s uusima|a>s ntai stai sukla|a>s vaja|a>s ^Ca|i>a ^Cu|i>u", finished},
    {"Ca|i>s ia|i>s", finished, 3, oblique},
    {"vapa|a>s harma|a>s vaka|a>s", finished, 3},
    // -e : -ee-: huone, huonee-, huonei-. The plural of i-nouns (tuolei-) has the same vowels.
    {"Ce|e Ve|e", finished | keep_vowel, 3},
    {"^Cee"},
    {"Ce|i Ve|i", keep_vowel | finished, 3, inflected},
    {"se|i le|i re|i me|i ive|i de|i ke|i ge|i iste|i kste|i kte|i Vte|i nne|i sente|i mente|i dente|i V=ne|i "
     "fe|i",
     finished, 3, oblique},
    {"aje|i", finished, 2, oblique},
    {"uslae ^lae ^lai uslai", finished},
    {"ause|i", keep_vowel | finished, 2, oblique},
    {"^ase|i piste|i tiete|i taite|i pite|i ppale|i ^ko|kei>e ^ai|kee>e ^ai|kei>e", keep_vowel | finished},
    {"ko|kee>e", keep_vowel | finished, 2, inflected},
    {"sma|a>s", finished, 3},
    {"kke|i", keep_vowel | finished, 3, oblique},
    {"hke|i ike|i hme|i", finished | keep_vowel, 3, oblique},
    {"tarke|i selke|i ulke|i orke|i", finished | keep_vowel},
    // Ordinals, kolmas : kolmante-, kolmanne-. VISK, järjestysluvut.
    {"a|nte>s", finished, 3, inflected, finite},
    {"a|nne>s", finished, 3, closed, finite},
    {"a|nsi>s", finished, 3, oblique},
    // Suppletion: hyvä, parempi, paras. VISK, vertailumuodot.
    {"^|pare>hUv ^|paras>hUv ^|parhaa>hUv ^|parhai>hUv", finished, 0},
    // -in : -ime-: puhelin, puhelime-; the i goes with the last vowel.
    {"Ci|me Vi|me", finished, 3},
    {"Ci|mi Vi|mi", finished, 3, oblique},
    {"toime toimi Vnime ^nime Cnime Vnimi ^nimi Cnimi"},
    // -ton : -ttoma-: sopimaton, sopimattoma-.
    {"V|ton>tom V|ttoma>tom V|ttomi>tom", finished, 3},
    // Comparative and superlative: suurempi, suuremman; suurin, suurimman. VISK, vertailumuodot.
    {"V|mpi V|mpa V|mma V|mmi", 0, 3},
    {"kumpi kumma lampi hampa rampi"},
    // Vowel stems -ea, -ia: tärkeä : tärkeitä, asia : asioita.
    {"Ce|a", finished, 3},
    {"pe|a orke|a lke|a ike|a hke|a ste|a hre|a ile|a", keep_vowel | finished, 3, 0, finite},
    {"tarke|a eve|a uhe|a sitke|a ^pime|a ^kome|a hme|a", keep_vowel | finished},
    {"tote|a poikke|a rupe|a katke|a", finite},
    {"Ci|a", 0, 3},
    // Plural stems in -oi-: taloi-, kaloi-, omenoi-, asioi-. VISK, vokaalivaihtelut monikon i:n edellä.
    {"o|i kilo|i silo|i uksilo|i ompelo|i u|i auto|i tauko|i laulo|i asto|i talo|i aalto|i aallo|i taito|i "
     "taido|i aukko|i auko|i arvo|i kasvo|i palo|i",
     finished},
    {"aj|oi ij|oi ti|oi>o steri|oi>o airi|oi>o", finished, 3, oblique},
    {"Ci|oi", 0, 2, oblique, front},
    {"Ci|oi>o", finished, 2, oblique | front},
    {"pi|oi>o vi|oi>o hi|oi>o ki|oi>o mi|oi>o", 0, 3, oblique},
    {"l|oi", finished, 5, oblique},
    {"un|oi arin|oi kar|oi", finished, 4, oblique},
    {"aC|oi iiC|oi eeC|oi auC|oi auCC|oi aCC|oi aiC|oi aiCC|oi elk|oi inn|oi int|oi", finished, 2, oblique, front},
    {"Cmo|i", finished, 3},
    {"tanto|i ^anto|i nanto|i ^Catto|i ^Cato|i tanno|i ^anno|i irj|oi til|oi kerr|oi kert|oi virt|oi virr|oi "
     "lih|oi",
     finished, 2, oblique},
    // Past of verbs in -aa with a in the root: antoi, maksoi, auttoi, kaatoi. VISK, imperfekti.
    {"^aC|oi ^aCC|oi ^CaCC|oi ^auCC|oi ^CaaC|oi ^CaaCC|oi ^CaiCC|oi ^CaiC|oi ^CauC|oi", finished, 1, 0,
     front | oblique},
    {"^CaC|oi", finished, 3, 0, front | oblique},
    {"^laulo|i ^katso|i ^tahto|i ^maino|i", finished},
    {"^sano|i", finished, 2, 0, oblique},
    // Past and conditional of one-syllable stems: joi : juo, vei : vie, löi : lyö, jäi : jää. VISK, imperfekti,
    // konditionaali.
    {"^j|oi>uo ^t|oi>uo ^l|oi>uo ^v|ei>ie", finished, 1},
    {"^j|o>uo ^t|o>uo ^l|o>uo ^v|e>ie ^Ca>a", finished, 1, finite},
    {"^ka|vi>u", finished},
    // Long final vowel: vastuu, keruu; a verb in the third person.
    {"Cu|u", finished, 4},
    // -ut : -u(e)-: lyhyt, lyhye-.
    {"u|t", 0, 3, 0, inflected},
    {"uhu|e ^ohu|e ^kevu|e", finished},
};

constexpr RuleGroup verbal[] = {
    {"kuva kuvi liima viima kiima", finished, 2, 0, front},
    {"kku|va tku|va kku|vi tku|vi", finite},
    {"kuuma huuma tuuma", finished, 2, 0, front},
    {"jakauma kertuma nakuma esiintuma tuntuma piima", finished},
    // Agents in -oja, -uja end like the partitive plural of o- and u-nouns (katsoja, taloja) and go the same way.
    {"o|ja u|ja", 0, 3, inflected},
    {"o|ji u|ji", finished, 3, oblique},
    {"uoja suoji raja sluva sluvi ^luva ^luvi oistui taute tiimi tiime", finished},
    {"^keva|a>t ^keva|i>t", finished},
    // -laki, -työ and -tie at the end of compounds: kuntalaissa, muutostöitä. The -las nouns: oppilaissa.
    {"lai", finished, 2, oblique, front},
    {"ppila|i>s potila|i>s okela|i>s", finished},
    {"ost|oi>uo ust|oi>uo ^t|oi>uo", finished, 1, oblique | front},
    {"^t|ei>ie", finished, 1, oblique},
    {"^use|a", keep_vowel | finished},
    {"Conte|i", finished, 2, oblique | closed},
    {"tulo|i kello|i pallo|i taho|i taso|i kaivo|i varjo|i", finished},
    {"irk|oi", finished, 2, oblique, front},
    {"^use|i vastine|e vastine|i", keep_vowel | finished},
    // -ittava is active in type 1 (ylittävä), passive in the verbs of type 5 (mainittava).
    {"merki|ttava>ts maini|ttava>ts vali|ttava>ts tarvi|ttava>ts harki|ttava>ts halli|ttava>ts havai|ttava>ts "
     "merki|ttavi>ts maini|ttavi>ts vali|ttavi>ts tarvi|ttavi>ts harki|ttavi>ts halli|ttavi>ts havai|ttavi>ts",
     finite},
    {"su|ttava su|ttavi ^saa|tava ^saa|tavi", finite},
    {"sill|oi silt|oi", finished, 2, oblique, front},
    // VISK, partisiipit: -va, passive -tava: tuleva, annettava, saatava.
    {"V|va tse|ma", finite, 3},
    {"paiva hyva ^kuva okuva nkuva skuva mistava ustustava vakava syva iivi kivi ^ovi paivi hyvi ^kuvi okuvi "
     "nkuvi vakavi syvi laiva laivi naama ujaama",
     finished},
    {"V|vi ^Caa|nei", finite, 3, oblique},
    {"e|ttava Ca|ttava Co|ttava oi|tava teh|tava teh|tavi ^Cuo|tava ^nah|tava ^nah|tavi ^kau|tava ^vie|tava "
     "aa|tava tel|tava skel|tava nnel|tava ail|tava ul|tava ais|tava",
     finite},
    {"e|ttavi Ca|ttavi kau|dui teh|dui oi|tavi tel|tavi", finite, 2, oblique},
    {"^Caa|nee", finite, 3, inflected},
    {"ele|ma", finite, 4},
    {"laine|e", finished | keep_vowel},
    // -nut : -nee-: puhunee-, halunnee-, tullee-, noussee-.
    {"V|nee Ci|nnee>ts", finite, 3, inflected},
    {"V|nnee l|lee s|see r|ree", finite, 2, inflected},
    {"V|nei V|nnei el|lei tul|lei ail|lei", finite, 2, oblique},
    {"teh|nee nah|nee kau|nee teh|nei", finite},
    {"ppane|i", finished},
    {"ous|sei aas|sei ais|sei", finite, 3, oblique},
    {"huone|e aine|e kone|e huone|i aine|i kone|i", finished | keep_vowel},
    // Passive past -ttu, -tu: annettu, annetun, kuunneltu, saatu. Not the verbs in -ttua (muuttuu).
    {"e|ttu", finite, 2, 0, finite},
    {"Ca|ttu Co|ttu Ci|ttu>ts Cu|ttu oi|tu oi|du tel|tu skel|tu nnel|tu ail|tu paas|tu ^Cuo|tu ^Cie|tu ^kau|tu "
     "ai|ttu>ts ais|tu",
     finite, 3, 0, finite},
    {"e|tu Ca|tu Co|tu Ci|tu>ts Cu|tu el|lu ^Cuo|du ^kau|du ai|tu>ts", finite, 3, closed, finite},
    {"^nah|tu ^nah|du ^saa|tu ^saa|du teh|tu teh|du", finite},
    {"e|ttui e|tui oi|tui oi|dui tel|tui", finite, 2, oblique},
    {"Ci|ttui>ts Ca|ttui Ci|tui>ts Ca|tui", finite, 3, oblique},
    // Third infinitive and agent -ma: tekemässä, antamalla; suorittama.
    {"V|ma", finite, 3, infinitive3},
    {"asema elama voima kuolema teema tapahtuma nakuma asemi firma ilma", finished},
    {"paase|ma ake|ma uke|ma", finite},
    {"ta|ma oi|ma ti|ma", finite, 4},
    {"aa|ma ua|ma oa|ma ea|ma ia|ma eke|ma", finite, 3},
    {"eke|mi aa|mi", finite, 3, oblique},
    {"ta|mi oi|mi", finite, 4, oblique},
    {"valine|e esine|e valine|i esine|i", finished | keep_vowel},
};

}  // namespace

std::span<const RuleGroup> nominal_class_rules() {
  return nominal;
}
std::span<const RuleGroup> verb_class_rules() {
  return verbal;
}

}  // namespace pykala::stemmers
