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

constexpr SuffixRule rules[] = {
    // VISK § 81-88, local cases, translative, essive: talossa, talosta, talolle, taloksi, talona.
    {"V|ssa", {}, kLocal3}, {"V|sta", {}, kLocal3}, {"V|lla", {}, kLocal3}, {"V|lta", {}, kLocal},
    {"V|lle", {}, kLocal}, {"V|ksi", {}, kLocal, 3}, {"V|na", {}, kOpen, 3}, {"ikkuna"}, {"sauna"}, {"peruna"}, {"rakuuna"}, {"tarina"}, {"uo|na", {}, kOpen, 2}, {"saatana"}, {"ihana"},
    {"omena"}, {"kampana"}, {"^kana"}, {"aina", {}, 0, 2, 0, front}, {"kkai|na", {}, kOpen}, {"stai|na", {}, kOpen}, {"ntai|na", {}, kOpen}, {"uoja"}, {"porkkana"},
    // Nominatives that end like a case.
    {"valta", {}, 0, 2, 0, front}, {"^silta"}, {"^ilta"}, {"lista", {}, 0, 2, 0, front}, {"^musta"}, {"^nasta"}, {"laneetta"}, {"ndeksi"}, {"leksi"}, {"^seksi"}, {"sota"}, {"tso|ta", {}, inflected | finite}, {"^rata"}, {"orata"}, {"nrata"}, {"^aita"}, {"paita"}, {"riita"}, {"^tausta"}, {"ntausta"}, {"juna"}, {"muna"}, {"puna"},
    {"smaa"}, {"smaa|n", {}, kNumber, 4}, {"V=si|n", {}, kNumber}, {"V=si|t", {}, kNumber}, {"llisi|n", {}, kNumber}, {"eisi|n", {}, kNumber}, {"prinsessa"}, {"^vessa"},
    {"^kassa"}, {"^pulla"}, {"vapaa"}, {"harmaa"}, {"vakaa"}, {"suklaa"}, {"vajaa"}, {"nmaa"}, {"kotimaa"}, {"ulkomaa"},
    {"niemimaa"}, {"uusimaa"}, {"nmaa|n", {}, kNumber, 4}, {"kotimaa|n", {}, kNumber}, {"ulkomaa|n", {}, kNumber},
    {"niemimaa|n", {}, kNumber}, {"suoja"}, {"raja"},
    // VISK § 85, illative: taloon, maahan, huoneeseen, taloihin, huoneisiin.
    {"a|an", {}, kOpen, 3}, {"o|on", {}, kOpen}, {"u|un", {}, kOpen}, {"i|in", {}, kOpen, 3},
    {"aa|han", {}, kOpen}, {"uo|hon", {}, kOpen}, {"uu|hun", {}, kOpen}, {"ie|hen", {}, kOpen}, {"ii|hin", {}, kOpen, 3},
    {"io|hon", {}, kOpen}, {"Vi|hin", {}, kOpen}, {"ee|seen", {}, kOpen}, {"aa|seen", {}, kOpen},
    {"ii|seen", {}, kOpen}, {"uu|seen", {}, kOpen}, {"oo|seen", {}, kOpen},
    {"ei|siin", {}, kOpen}, {"ais|iin", {}, kOpen}, {"kkai|siin", {}, kOpen}, {"tai|siin", {}, kOpen},
    {"mpai|siin", {}, kOpen}, {"uis|iin", {}, kOpen}, {"ois|iin", {}, kOpen}, {"^uhteis|iin", {}, kOpen, 2, front}, {"skeis|iin", {}, kOpen}, {"ii|siin", {}, kOpen},
    {"^Caa|n", {}, kNumber}, {"^Cuu|n", {}, kNumber}, {"^Cii|n", {}, kNumber},
    {"otiaa|n", {}, kNumber, 4}, {"autiaa|n", {}, kNumber}, {"potilaa|n", {}, kNumber}, {"ettilaa|n", {}, kNumber},
    {"taivaa|n", {}, kNumber}, {"hampaa|n", {}, kNumber}, {"rakkaa|n", {}, kNumber}, {"oppaa|n", {}, kNumber}, {"rhaa|n", {}, kNumber}, {"unsaa|n", {}, kNumber},
    {"atsaa|n", {}, kNumber}, {"naaraa|n", {}, kNumber}, {"kankaa|n", {}, kNumber, 3}, {"kkaa|n", {}, kNumber}, {"ppilaa|n", {}, kNumber}, {"vieraa|n", {}, kNumber},
    {"valmii|n", {}, kNumber}, {"kallii|n", {}, kNumber}, {"kaunii|n", {}, kNumber}, {"tiivii|n", {}, kNumber}, {"saalii|n", {}, kNumber},
    {"ruumii|n", {}, kNumber}, {"tuurii|n", {}, kNumber},
    {"ma|an", {}, kOpen | infinitive3, 3},
    // -een is the genitive of -e nouns (huoneen); the illative of e-stems (oveen), all of whose nominatives end in
    // -i or -nen or -us, is told by its consonant. VISK § 68, § 85.
    {"ee|n", {}, kNumber}, {"Vse|en", {}, kOpen}, {"kse|en", {}, kOpen}, {"Vute|en", {}, kOpen}, {"ime|en", {}, kOpen},
    {"suure|en", {}, kOpen}, {"vuore|en", {}, kOpen}, {"mere|en", {}, kOpen}, {"kiele|en", {}, kOpen},
    {"miele|en", {}, kOpen}, {"puole|en", {}, kOpen}, {"ove|en", {}, kOpen}, {"kive|en", {}, kOpen},
    {"jarve|en", {}, kOpen}, {"Vke|en", {}, kOpen}, {"kokee|n", {}, kNumber}, {"^koko|on", {}, kOpen}, {"rke|en", {}, kOpen}, {"lke|en", {}, kOpen}, {"lapse|en", {}, kOpen},
    {"vuote|en", {}, kOpen}, {"kate|en", {}, kOpen}, {"vete|en", {}, kOpen}, {"nieme|en", {}, kOpen},
    {"talve|en", {}, kOpen}, {"hetke|en", {}, kOpen}, {"piene|en", {}, kOpen}, {"saare|en", {}, kOpen},
    {"lehte|en", {}, kOpen}, {"lahte|en", {}, kOpen}, {"tule|en", {}, kOpen}, {"uute|en", {}, kOpen},
    {"aane|en", {}, kOpen}, {"suome|en", {}, kOpen}, {"mante|en", {}, kOpen, 3}, {"lai|n", {}, kNumber}, {"ausee|n", {}, kNumber}, {"ainee|n", {}, kNumber},
    {"valinee|n", {}, kNumber},
    // VISK § 80, genitive: talon, talojen, koirien, huoneiden, ihmisten.
    {"V|n", {}, kNumber}, {"tuto|n", {}, kNumber}, {"VVto|n", {}, kNumber}, {"ee|ton", "tom", kOpen | finished}, {"aa|ton", "tom", kOpen | finished},
    {"uu|ton", "tom", kOpen | finished}, {"lai|ton", "tom", kOpen | finished}, {"^muuto|n", {}, kNumber}, {"miehe|n", {}, kNumber}, {"Vnen"}, {"ene|n", {}, kNumber}, {"^pane|n", {}, kNumber}, {"^Cie|n", {}, kNumber}, {"V|ton", "tom", kOpen | finished, 3}, {"o|jen", "i", kOpen}, {"e|jen", {}, kOpen}, {"u|jen", {}, kOpen}, {"a|jen", "ja", kOpen},
    {"i|jen", "i", kOpen}, {"i|en", {}, kOpen}, {"Vi|den", {}, kOpen}, {"Vi|tten", {}, kOpen}, {"viide|n", {}, kNumber},
    {"is|ten", {}, kOpen | finished}, {"us|ten", {}, kOpen | finished}, {"as|ten", {}, kOpen | finished},
    {"os|ten", {}, kOpen | finished}, {"es|ten", {}, kOpen | finished}, {"^la|sten", "ps", kOpen}, {"mies|ten", {}, kOpen}, {"n|ten", {}, 0, 20}, {"i|nten", {}, kOpen, 3}, {"ai|nten", {}, kNumber, 3},
    {"r|ten", {}, kOpen, 3}, {"l|ten", {}, kOpen, 3}, {"en|ten", {}, kOpen, 3},
    // VISK § 79, plural nominative: talot.
    {"V|t", {}, kNumber}, {"aunu|t", {}, kNumber}, {"uunu|t", {}, kNumber}, {"Vi|neen", {}, kOpen, 3}, {"lyhyt"}, {"kevut"}, {"olut"}, {"ohut"},
    // VISK § 81, partitive: taloa, maata, huonetta, taloja, huoneita, sinistä.
    {"o|a", {}, inflected}, {"u|a", {}, inflected}, {"stu|a", {}, kOpen | finite}, {"ntu|a", {}, kOpen | finite},
    {"ltu|a", {}, kOpen | finite}, {"rtu|a", {}, kOpen | finite}, {"ttu|a", {}, kOpen | finite}, {"ettu|a", {}, inflected}, {"asettu|a", {}, kOpen | finite}, {"Cottu|a", {}, inflected}, {"Cattu|a", {}, inflected},
    {"^sattu|a", {}, kOpen | finite}, {"^tottu|a", {}, kOpen | finite},
    {"teltu|a", {}, inflected}, {"Vksi|a", {}, kOpen, 3}, {"Vvi|a", {}, kOpen, 3}, {"Vmi|a", {}, kOpen, 3}, {"mmi|sta", {}, kLocal3},
    {"pe|a", {}, inflected | keep_vowel, 3}, {"orke|a", {}, inflected | keep_vowel, 2}, {"tarke|a", {}, inflected | keep_vowel, 3}, {"eve|a", {}, inflected | keep_vowel, 3},
    {"uhe|a", {}, inflected | keep_vowel, 3}, {"itke|a", {}, inflected}, {"sitke|a", {}, inflected | keep_vowel}, {"lke|a", {}, inflected | keep_vowel, 3}, {"ike|a", {}, inflected | keep_vowel, 3}, {"hke|a", {}, inflected | keep_vowel, 3}, {"ste|a", {}, inflected | keep_vowel, 3}, {"hre|a", {}, inflected | keep_vowel, 3}, {"^pime|a", {}, inflected | keep_vowel}, {"^kome|a", {}, inflected | keep_vowel}, {"hme|a", {}, inflected | keep_vowel},
    {"Ce|ata", {}, kOpen | keep_vowel, 3}, {"ile|a", {}, inflected | keep_vowel, 3}, {"nime|a", {}, inflected},
    {"kulke|a", {}, inflected}, {"sulke|a", {}, inflected}, {"polke|a", {}, inflected}, {"purke|a", {}, inflected}, {"e|a", {}, inflected}, {"i|a", {}, inflected, 3},
    {"a|a", {}, inflected, 3}, {"o|ja", "i", kOpen}, {"e|ja", {}, kOpen}, {"u|ja", {}, kOpen},
    {"aa|ta", {}, kOpen}, {"uu|ta", {}, kOpen}, {"uo|ta", {}, kOpen}, {"ie|ta", {}, kOpen}, {"oo|ta", {}, kOpen}, {"io|ta", {}, kOpen}, {"eo|ta", {}, kOpen},
    {"oi|ta", {}, kOpen}, {"ai|ta", {}, kOpen, 3}, {"ei|ta", {}, kOpen}, {"ui|ta", {}, kOpen}, {"ii|ta", {}, kOpen, 4},
    {"V|tta", {}, kOpen | closed, 4}, {"e|tta", {}, kOpen | keep_vowel, 3}, {"ee|tta", {}, kOpen | closed, 4}, {"ei|tta", {}, kOpen | closed, 4}, {"oi|tta", {}, kOpen | closed, 4}, {"Vu|tta", "s", kOpen | finished, 3}, {"ve|tta", "te", kOpen}, {"olma|tta", "s", kOpen | finished}, {"elja|tta", "s", kOpen | finished},
    {"tsema|tta", "s", kOpen | finished}, {"deksa|tta", "s", kOpen | finished},
    {"vuo|tta", "te", kOpen}, {"vuo|nna", "te", kOpen}, {"uu|tta", "s", kOpen, 3}, {"^uu|tta", "te", kOpen}, {"viit|ta"},
    {"ei|nta", {}, kNumber, 3}, {"isi|nta", {}, kNumber, 3}, {"tavi|nta", {}, kNumber, 3}, {"puheli|nta", {}, kNumber}, {"mies|ta", {}, kOpen},
    {"avai|nta", {}, kNumber, 2}, {"elai|nta", {}, kNumber, 2}, {"asen|ta", {}, kOpen}, {"pien|ta", {}, kOpen}, {"siemen|ta", {}, kOpen},
    {"suur|ta", {}, kOpen}, {"nuor|ta", {}, kOpen}, {"vuor|ta", {}, kOpen}, {"kiel|ta", {}, kOpen},
    {"puol|ta", {}, kOpen}, {"miel|ta", {}, kOpen}, {"mer|ta", {}, kOpen}, {"ver|ta", {}, kOpen}, {"^lu|nta", "m", kOpen}, {"juur|ta", {}, kOpen},
    {"saar|ta", {}, kOpen}, {"huol|ta", {}, kOpen}, {"^la|sta", "ps", kOpen}, {"potilas|ta", {}, kOpen | finished}, {"taivas|ta", {}, kOpen | finished},
    {"to|nta", "n", kOpen, 3}, {"o|nta", "n", kOpen, 20},
    // -sta after s-stems is the partitive (vastausta, sinistä), else the elative (talosta). VISK § 81.
    {"us|ta", {}, kOpen | finished, 3}, {"lu|sta", {}, kLocal3, 3}, {"sku|sta", {}, kLocal3}, {"lku|sta", {}, kLocal3}, {"pu|sta", {}, kLocal3}, {"vu|sta", {}, kLocal3}, {"ksu|sta", {}, kLocal3},
    {"kulu|sta", {}, kLocal3}, {"ulu|sta", {}, kLocal3}, {"hu|sta", {}, kLocal3}, {"du|sta", {}, kLocal3},
    {"palus|ta", {}, kOpen}, {"ju|sta", {}, kLocal3}, {"keskusta"}, {"uu|sta", {}, kLocal3, 3},
    {"tulos|ta", {}, kOpen | finished}, {"utos|ta", {}, kOpen | finished}, {"auto|sta", {}, kLocal3}, {"itos|ta", {}, kOpen | finished},
    {"laatos|ta", {}, kOpen | finished}, {"okos|ta", {}, kOpen | finished},
    {"siakas|ta", {}, kOpen | finished}, {"tias|ta", {}, kOpen | finished}, {"rikas|ta", {}, kOpen | finished},
    {"ekas|ta", {}, kOpen | finished}, {"ukas|ta", {}, kOpen | finished}, {"ppilas|ta", {}, kOpen | finished}, {"okas|ta", {}, kOpen | finished},
    {"llis|ta", {}, kOpen | finished}, {"Vmis|ta", {}, kOpen | finished, 4}, {"Cmi|sta", {}, kLocal3}, {"ttomi|sta", {}, kLocal3}, {"hevos|ta", {}, kOpen | finished}, {"ttis|ta", {}, kOpen | finished},
    {"istis|ta", {}, kOpen | finished}, {"ais|ta", {}, kOpen | finished, 4}, {"kkai|sta", {}, kLocal3},
    {"ppai|sta", {}, kLocal3}, {"ttai|sta", {}, kLocal3}, {"^uleis|ta", {}, kOpen | finished}, {"^sinis|ta", {}, kOpen | finished}, {"aatos|ta", {}, kOpen | finished}, {"nakois|ta", {}, kOpen | finished}, {"varis|ta", {}, kOpen | finished, 2, front},
    {"nvalis|ta", {}, kOpen | finished}, {"ihmis|ta", {}, kOpen | finished}, {"paras|ta", {}, kOpen}, {"unsas|ta", {}, kOpen | finished},
    {"^uhteis|ta", {}, kOpen | finished, 2, front}, {"skeis|ta", {}, kOpen | finished},
    {"kkei|sta", {}, kLocal3}, {"tois|ta", {}, kOpen | finished}, {"ttoi|sta", {}, kLocal3},
    {"ntoi|sta", {}, kLocal3}, {"stoi|sta", {}, kLocal3}, {"lkois|ta", {}, kOpen | finished},
    {"pohjois|ta", {}, kOpen | finished}, {"okois|ta", {}, kOpen | finished}, {"kuis|ta", {}, kOpen | finished},
    {"aalis|ta", {}, kOpen | finished, 4}, {"iilis|ta", {}, kOpen | finished, 4}, {"lkis|ta", {}, kOpen | finished}, {"ituis|ta", {}, kOpen | finished}, {"ivis|ta", {}, kOpen | finished},
    {"lteis|ta", {}, kOpen | finished}, {"onteis|ta", {}, kOpen | finished}, {"rinteis|ta", {}, kOpen | finished},
    {"Cu|tta", {}, kOpen, 3},
};

}  // namespace

std::span<const SuffixRule> case_rules() { return rules; }

}  // namespace pykala::stemmers
