// SPDX-License-Identifier: GPL-2.0-or-later
// Case endings of nouns, adjectives and participles, singular and plural. In: nothing; out: the rule table. Private:
// which stems an ambiguous ending belongs to (-ista is the partitive of -inen and the elative of the plural).
#include "stemmers/finnish_rules.h"

namespace pykala::stemmers {
namespace {
using namespace form;
constexpr std::uint16_t kLocal = inflected | oblique | closed;
constexpr std::uint16_t kLocal3 = kLocal | infinitive3;
constexpr std::uint16_t kOpen = inflected | oblique;
constexpr std::uint16_t kNumber = inflected | closed;  // -n, -t: also personal endings

constexpr RuleGroup rules[] = {
    // VISK, sijapäätteet: local cases, translative, essive: talossa, talosta, talolle, taloksi, talona.
    {"V|ssa V|sta V|lla", kLocal3},
    {"V|lta V|lle", kLocal},
    {"V|ksi", kLocal, 3},
    {"V|na", kOpen, 3},
    {"sana", 0, 2, 0, front},
    {"jasen kummen siemen joutsen"},
    {"^korona oona ^massa reuna ^kevat"},
    {"joe|n mae|n vae|n otue|n", kNumber, 2},
    {"hau|sta ntai|sta stai|sta aisu|sta", kLocal3},
    {"tauti|in", kOpen},
    {"vastinee|n", kNumber},
    {"akas|ta ^kuseis|ta", kOpen | finished},
    {"^use|a", inflected | keep_vowel},
    {"^osa|na", kOpen},
    {"ikkuna sauna peruna rakuuna tarina saatana ihana omena kampana ^kana uoja porkkana"},
    {"uo|na kkai|na stai|na ntai|na", kOpen},
    {"aina", 0, 2, 0, front},
    // Nominatives that end like a case.
    {"valta lista", 0, 2, 0, front},
    {"^silta ^ilta ^musta ^nasta laneetta ndeksi leksi ^seksi sota ^rata orata nrata ^aita paita riita ^tausta "
     "ntausta juna muna puna smaa prinsessa ^vessa ^kassa ^pulla vapaa harmaa vakaa suklaa vajaa nmaa kotimaa "
     "ulkomaa niemimaa uusimaa suoja raja"},
    {"tso|ta", inflected | finite},
    {"smaa|n nmaa|n", kNumber, 4},
    {"V=si|n V=si|t llisi|n eisi|n kotimaa|n ulkomaa|n niemimaa|n", kNumber},
    // VISK, illatiivi: taloon, maahan, huoneeseen, taloihin, huoneisiin.
    {"a|an i|in ii|hin", kOpen, 3},
    {"o|on u|un aa|han uo|hon uu|hun ie|hen io|hon Vi|hin ee|seen aa|seen ii|seen uu|seen oo|seen ei|siin "
     "ais|iin kkai|siin tai|siin mpai|siin uis|iin ois|iin skeis|iin ii|siin",
     kOpen},
    {"^uhteis|iin", kOpen, 2, front},
    {"^Caa|n ^Cuu|n ^Cii|n autiaa|n potilaa|n ettilaa|n taivaa|n hampaa|n rakkaa|n oppaa|n rhaa|n unsaa|n "
     "atsaa|n naaraa|n kkaa|n ppilaa|n vieraa|n valmii|n kallii|n kaunii|n tiivii|n saalii|n ruumii|n tuurii|n",
     kNumber},
    // -kkaan is the genitive of -kas (asiakkaan), but after a long vowel, a diphthong or a consonant the illative of
    // -kka (politiikkaan, luokkaan).
    {"V=kka|an aikka|an uokka|an eikka|an Ckka|an", kOpen},
    {"liisi|in riisi|in aasi|in oosi|in eesi|in uusi|in", kOpen},
    {"otiaa|n", kNumber, 4},
    {"kankaa|n", kNumber, 3},
    {"ma|an", kOpen | infinitive3, 3},
    // -een is the genitive of -e nouns (huoneen); the illative of e-stems (oveen), all of whose nominatives end in
    // -i or -nen or -us, is told by its consonant.
    {"ee|n kokee|n lai|n ausee|n ainee|n valinee|n", kNumber},
    {"Vse|en kse|en Vute|en ime|en suure|en vuore|en mere|en kiele|en miele|en puole|en ove|en kive|en "
     "jarve|en Vke|en ^koko|on rke|en lke|en lapse|en vuote|en kate|en vete|en nieme|en talve|en hetke|en "
     "piene|en saare|en lehte|en lahte|en tule|en uute|en ^aane|en suome|en",
     kOpen},
    {"mante|en", kOpen, 3},
    // VISK, genetiivi: talon, talojen, koirien, huoneiden, ihmisten.
    {"V|n tuto|n VVto|n ^muuto|n miehe|n ene|n ^pane|n ^Cie|n viide|n", kNumber},
    {"ee|ton>tom aa|ton>tom uu|ton>tom lai|ton>tom is|ten us|ten as|ten os|ten es|ten", kOpen | finished},
    {"Vnen"},
    {"V|ton>tom", kOpen | finished, 3},
    {"o|jen>i e|jen u|jen a|jen>ja i|jen>i i|en Vi|den Vi|tten ^la|sten>ps mies|ten", kOpen},
    {"i|nten r|ten l|ten en|ten", kOpen, 3},
    {"ai|nten", kNumber, 3},
    // VISK, monikon nominatiivi: talot.
    {"V|t aunu|t uunu|t", kNumber},
    {"Vi|neen", kOpen, 3},
    {"lyhyt kevut olut ohut"},
    // -ei- of the plural: only i-nouns have -eihin (pankkeihin), only e-nouns -eisiin (huoneisiin); -eita, -eiden are
    // of
    // e-nouns (laitteita) but for long i-nouns in -ri, -li, -ni (lääkäreitä) and participles (tulleita).
    {"e|ihin", kOpen | finished, 3},
    {"Ce|isiin Ve|isiin Ce|ita Ve|ita Ce|iden Ve|iden", kOpen | finished | keep_vowel, 3},
    {"ko|keita>e ko|keiden>e ko|keisiin>e", kOpen | finished | keep_vowel},
    {"^uleis|iin nei|siin llei|siin ssei|siin nei|ta lei|ta rei|ta ssei|ta ttei|ta ^tei|ta nei|den lei|den rei|den "
     "ssei|den ^tei|den",
     kOpen},
    // VISK, partitiivi: taloa, maata, huonetta, taloja, huoneita, sinistä.
    {"o|a u|a ettu|a Cottu|a Cattu|a teltu|a itke|a nime|a kulke|a sulke|a polke|a purke|a e|a", inflected},
    {"stu|a ntu|a ltu|a rtu|a ttu|a asettu|a ^sattu|a ^tottu|a", kOpen | finite},
    {"Vksi|a Vvi|a Vmi|a ai|ta uu|tta>s to|nta>n", kOpen, 3},
    {"mmi|sta", kLocal3},
    {"pe|a tarke|a eve|a uhe|a lke|a ike|a hke|a ste|a hre|a ile|a", inflected | keep_vowel, 3},
    {"orke|a sitke|a ^pime|a ^kome|a hme|a", inflected | keep_vowel},
    {"Ce|ata e|tta", kOpen | keep_vowel, 3},
    {"i|a a|a", inflected, 3},
    {"o|ja>i e|ja u|ja aa|ta uu|ta uo|ta ie|ta oo|ta io|ta eo|ta oi|ta ei|ta ui|ta ^ve|tta>te ave|tta>te sve|tta>te "
     "vuo|tta>te "
     "vuo|nna>te ^uu|tta>te mies|ta asen|ta pien|ta siemen|ta suur|ta nuor|ta vuor|ta kiel|ta puol|ta miel|ta "
     "mer|ta ver|ta ^lu|nta>m juur|ta saar|ta huol|ta ^la|sta>ps",
     kOpen},
    {"ii|ta", kOpen, 4},
    {"V|tta ee|tta ei|tta oi|tta", kOpen | closed, 4},
    {"Vu|tta>s", kOpen | finished, 3},
    {"olma|tta>s elja|tta>s tsema|tta>s deksa|tta>s potilas|ta taivas|ta", kOpen | finished},
    {"viit|ta"},
    {"ei|nta isi|nta tavi|nta", kNumber, 3},
    {"puheli|nta avai|nta elai|nta", kNumber},
    // -sta after s-stems is the partitive (vastausta, sinistä), else the elative (talosta).
    {"us|ta", kOpen | finished, 3},
    {"lu|sta uu|sta", kLocal3, 3},
    {"sku|sta lku|sta pu|sta vu|sta ksu|sta kulu|sta ulu|sta hu|sta du|sta ju|sta auto|sta Cmi|sta ttomi|sta "
     "kkai|sta ppai|sta ttai|sta kkei|sta ttoi|sta ntoi|sta stoi|sta",
     kLocal3},
    {"palus|ta paras|ta", kOpen},
    {"keskusta"},
    {"tulos|ta utos|ta itos|ta laatos|ta okos|ta siakas|ta tias|ta rikas|ta ekas|ta ukas|ta ppilas|ta okas|ta "
     "llis|ta hevos|ta ttis|ta istis|ta ^uleis|ta ^sinis|ta aatos|ta nakois|ta nvalis|ta ihmis|ta unsas|ta "
     "skeis|ta tois|ta lkois|ta pohjois|ta okois|ta kuis|ta lkis|ta ituis|ta ivis|ta lteis|ta onteis|ta "
     "rinteis|ta",
     kOpen | finished},
    {"Vmis|ta ais|ta aalis|ta iilis|ta", kOpen | finished, 4},
    {"varis|ta ^uhteis|ta", kOpen | finished, 2, front},
    {"Cu|tta", kOpen, 3},
};

}  // namespace

std::span<const RuleGroup> case_rules() {
  return rules;
}

}  // namespace pykala::stemmers
