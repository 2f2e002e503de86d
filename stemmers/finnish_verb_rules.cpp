// SPDX-License-Identifier: GPL-2.0-or-later
// Endings of verbs: infinitives, passive, conditional, past. In: nothing; out: the rule table (the personal endings -n
// and -t are with the cases). Private: which verb type an ambiguous infinitive belongs to (valita : valitsee, vanheta :
// vanhenee, haluta : haluaa).
#include "stemmers/finnish_rules.h"

namespace pykala::stemmers {
namespace {
using namespace form;
constexpr std::uint16_t kVerb = inflected | finite;

constexpr SuffixRule rules[] = {
    // VISK § 76, § 120, first infinitive by type. Type 2: saada, voida, tehdä.
    {"VV|da", {}, kVerb}, {"^teh|da", {}, kVerb}, {"^nah|da", {}, kVerb}, {"^tieda"}, {"^puuda"}, {"^teh|den", {}, kVerb}, {"^nah|den", {}, kVerb},
    // Type 3: tulla, kuunnella, mennä, nousta, purra: the e of the stem is dropped in all forms.
    {"tel|la", {}, kVerb, 3}, {"skel|la", {}, kVerb}, {"uunnel|la", {}, kVerb}, {"mmel|la", {}, kVerb},
    {"palvel|la", {}, kVerb}, {"rrel|la", {}, kVerb}, {"ghel|la", {}, kVerb}, {"^tul|la", {}, kVerb},
    {"^kuul|la", {}, kVerb}, {"^luul|la", {}, kVerb}, {"aihdel|la", {}, kVerb}, {"jel|la", {}, kVerb}, {"Cuol|la", {}, kVerb}, {"Cail|la", {}, kVerb, 5}, {"kkai|lla", {}, inflected | oblique | closed},
    {"lai|lla", {}, inflected | oblique | closed}, {"mpai|lla", {}, inflected | oblique | closed},
    {"rvel|la", {}, kVerb}, {"jarve|lla", {}, inflected | oblique | closed}, {"hel|la", {}, kVerb, 4},
    {"apel|la", {}, kVerb}, {"aadel|la", {}, kVerb}, {"pidel|la", {}, kVerb}, {"muil|la", {}, kVerb, 5}, {"^ol|la", {}, kVerb}, {"^men|na", {}, kVerb}, {"^pan|na", {}, kVerb},
    {"ur|ra", {}, kVerb}, {"iel|la", {}, kVerb, 4}, {"okeil|la", {}, kVerb}, {"htel|la", {}, kVerb},
    {"usel|la", {}, kVerb},
    {"nous|ta", {}, kVerb}, {"paas|ta", {}, kVerb}, {"juos|ta", {}, kVerb}, {"^pes|ta", {}, kVerb},
    // Type 4: haluta, vastata; type 5: valita (valitse-); type 6: vanheta (vanhene-).
    {"Ca|ta", {}, kVerb, 3}, {"Co|ta", {}, kVerb, 3}, {"Cu|ta", {}, kVerb, 3}, {"oo|ta", {}, kVerb},
    {"Ci|ta", "ts", kVerb, 3}, 
    {"Ce|ta", "n", kVerb, 3}, {"te|ta", {}, kVerb, 3}, {"nne|ta", {}, kVerb, 3}, {"lle|ta", {}, kVerb, 3},
    {"rre|ta", {}, kVerb, 3}, {"de|ta", {}, kVerb, 3}, {"havai|ta", "ts", kVerb}, {"sijai|ta", "ts", kVerb},
    {"ansai|ta", "ts", kVerb}, {"V|matta", {}, kVerb, 3}, {"V|tte", {}, kVerb | closed, 3}, {"ta|kaa", {}, kVerb, 4}, {"tu|kaa", {}, kVerb, 4}, {"ta|mme", {}, kVerb | closed, 3}, {"tode|ta", {}, kVerb}, {"nime|ta", {}, kVerb}, {"ruve|ta", {}, kVerb},
    {"katke|ta", {}, kVerb}, {"poike|ta", {}, kVerb}, {"have|ta", {}, kVerb},
    {"kiive|ta", {}, kVerb}, {"selje|ta", {}, kVerb}, {"ratke|ta", {}, kVerb},
    {"auke|ta", {}, kVerb},
    // VISK § 110, passive: annetaan, saadaan, tullaan; annettiin, saatiin, tultiin; annettaisiin.
    {"V|taan", {}, kVerb, 3}, {"Ci|taan", "ts", kVerb, 3}, {"VV|daan", {}, kVerb}, {"h|daan", {}, kVerb},
    {"tel|laan", {}, kVerb}, {"skel|laan", {}, kVerb}, {"nnel|laan", {}, kVerb}, {"tul|laan", {}, kVerb},
    {"uul|laan", {}, kVerb}, {"lvel|laan", {}, kVerb}, {"^ol|laan", {}, kVerb}, {"^men|naan", {}, kVerb},
    {"pan|naan", {}, kVerb}, {"ais|taan", {}, kVerb}, {"nous|taan", {}, kVerb}, {"paas|taan", {}, kVerb},
    {"V|ttiin", {}, kVerb, 3}, {"Ci|ttiin", "ts", kVerb}, {"ai|ttiin", "ts", kVerb}, {"VV|tiin", {}, kVerb, 3}, {"tel|tiin", {}, kVerb}, {"skel|tiin", {}, kVerb}, {"nnel|tiin", {}, kVerb}, {"rvel|tiin", {}, kVerb}, {"ail|tiin", {}, kVerb},
    {"ul|tiin", {}, kVerb}, {"men|tiin", {}, kVerb}, {"pan|tiin", {}, kVerb}, {"ais|tiin", {}, kVerb},
    {"ous|tiin", {}, kVerb}, {"aas|tiin", {}, kVerb}, {"^teh|tiin", {}, kVerb}, {"^nah|tiin", {}, kVerb},
    {"V|ttaisiin", {}, kVerb}, {"Ci|ttaisiin", "ts", kVerb}, {"VV|taisiin", {}, kVerb}, {"el|taisiin", {}, kVerb},
    {"ul|taisiin", {}, kVerb}, {"h|taisiin", {}, kVerb}, {"s|taisiin", {}, kVerb}, {"n|taisiin", {}, kVerb},
    {"jettiin", {}, kVerb, 20},
    // VISK § 116, conditional: antaisi, tulisin, voisivat.
    {"V|isi", {}, kVerb}, {"C|isi", {}, kVerb, 3}, {"V|isin", {}, kVerb}, {"C|isin", {}, kVerb, 3},
    {"V|isit", {}, kVerb}, {"C|isit", {}, kVerb, 3}, {"V|isivat", {}, kVerb}, {"C|isivat", {}, kVerb, 3},
    {"V|isimme", {}, kVerb}, {"C|isimme", {}, kVerb, 3},
    // VISK § 112-113, past of type 4 (halusi) and of -ntaa, -rtaa, -ltaa (rakensi, ymmärsi), -Vtaa (löysi).
    {"V|si", {}, kVerb, 3}, {"V|sin", {}, kVerb, 3}, {"V|sivat", {}, kVerb, 3}, {"V|sit", {}, kVerb, 3},
    {"itsi", {}, kVerb}, {"nuor|si", "t", kVerb, 20},
    {"n|si", "t", kVerb}, {"n|sin", "t", kVerb}, {"n|sivat", "t", kVerb}, {"l|si", "t", kVerb},
    {"l|sivat", "t", kVerb}, {"r|si", "t", kVerb}, {"r|sivat", "t", kVerb}, {"r|sin", "t", kVerb},
    {"tie|si", "t", kVerb}, {"tie|sit", "t", kVerb}, {"tie|sin", "t", kVerb}, {"lou|sin", "t", kVerb}, {"tie|sivat", "t", kVerb}, {"lou|si", "t", kVerb}, {"lou|sivat", "t", kVerb},
    {"puu|si", "t", kVerb}, {"puu|sivat", "t", kVerb}, {"huu|si", "t", kVerb}, {"rkus|si"}, {"V=si"}, {"ve|si", "te", inflected, 3},
    {"vuo|si", "te", inflected}, {"^ka|si", "te", inflected, 2}, {"^uu|si", "te", inflected, 2},
    {"tau|si", "te", inflected}, {"^ve|si", "te", inflected}, {"^vii|si", "te", inflected}, {"^kuu|si", "te", inflected},
    {"kau|si", "te", inflected}, {"^to|si", "te", inflected}, {"nous|i", {}, kVerb}, {"nous|ivat", {}, kVerb},
    {"poliisi"}, {"kriisi"},
    // third person: antaa, tulee, puhuu, etsii; past in -i drops with the stem vowel.
    {"Ce|e", {}, kVerb, 3}, {"Co|o", {}, kVerb}, {"Cu|u", {}, kVerb, 3}, {"Ci|i", {}, kVerb}, {"Vu|u", {}, kVerb, 4},
    {"V|ivat", {}, kVerb}, {"C|ivat", {}, kVerb}, {"oi|vat", {}, kVerb}, {"V|vat", {}, kVerb, 3}, {"^kuva|t"}, {"hyva|t"}, {"paiva|t"},
    {"V|ttakoon", {}, kVerb}, {"V|ttaneen", {}, kVerb}, {"Ci|ttaneen", "ts", kVerb}, {"l|koon", {}, kVerb}, {"s|koon", {}, kVerb},
    {"n|koon", {}, kVerb}, {"ta|koon", {}, kVerb}, {"ta|koot", {}, kVerb},
    // VISK § 120, second infinitive: antaessa, tullessa, voidessa, halutessa; antaen. Long first: antaakseen.
    {"a|essa", {}, kVerb, 3}, {"u|essa", {}, kVerb, 3}, {"o|essa", {}, kVerb, 4}, {"i|essa", {}, kVerb, 4},
    {"ueessa", {}, kVerb, 20}, {"oi|dessa", {}, kVerb}, {"aa|dessa", {}, kVerb}, {"^teh|dessa", {}, kVerb}, {"^nah|dessa", {}, kVerb}, {"V|ttaessa", {}, kVerb}, {"Ci|ttaessa", "ts", kVerb},
    {"VV|taessa", {}, kVerb}, {"h|taessa", {}, kVerb},
    {"kahde|ssa"}, {"kohde|ssa"}, {"lahde|ssa"}, {"yhde|ssa"}, {"l|lessa", {}, kVerb}, {"s|tessa", {}, kVerb},
    {"V|tessa", {}, kVerb, 3}, {"Ci|tessa", "ts", kVerb, 3}, {"a|en", {}, kVerb, 3}, {"o|en", {}, kVerb, 4},
    {"u|en", {}, kVerb, 4}, {"l|len", {}, kVerb, 4}, {"a|ten", {}, kVerb, 4}, {"Co|ten", {}, kVerb, 4},
    // Past participle passive with possessive: annettuaan, saatuaan.
    {"V|ttuaan", {}, kVerb}, {"Ci|ttuaan", "ts", kVerb}, {"VV|tuaan", {}, kVerb}, {"l|tuaan", {}, kVerb}, {"h|tuaan", {}, kVerb},
    {"s|tuaan", {}, kVerb}, {"stu|aan", {}, kVerb, 5}, {"paas|i", {}, kVerb}, {"paas|in", {}, kVerb}, {"paas|ivat", {}, kVerb},
    {"nous|in", {}, kVerb}, {"julkais|i", {}, kVerb}, {"julkais|ivat", {}, kVerb}, {"ratkais|i", {}, kVerb},
    {"ratkais|ivat", {}, kVerb}, {"ilkais|i", {}, kVerb}, {"hkais|i", {}, kVerb}, {"^lu|in", "e", kVerb}, {"oi|den", {}, 0, 20},
    {"a|kseen", {}, kVerb | again, 4}, {"a|kseni", {}, kVerb | again, 4},
    // Past participle, nominative: puhunut, halunnut, tullut, noussut. Oblique forms with the classes.
    {"V|nut", {}, kVerb}, {"V|nnut", {}, kVerb}, {"Ci|nnut", "ts", kVerb, 3}, {"Ce|nnut", "n", kVerb, 3},
    {"tode|nnut", {}, kVerb}, {"l|lut", {}, kVerb},
    {"s|sut", {}, kVerb}, {"r|rut", {}, kVerb}, {"teh|nut", {}, kVerb}, {"kau|nut", {}, kVerb, 2}, {"nah|nut", {}, kVerb},
    {"^men|nut", {}, kVerb}, {"^pan|nut", {}, kVerb}, {"tie|nnut", "t", kVerb, 2},
    {"V|nutta", {}, kVerb}, {"V|nnutta", {}, kVerb}, {"Ci|nnutta", "ts", kVerb}, {"l|lutta", {}, kVerb}, {"s|sutta", {}, kVerb},
    {"Vts|e", {}, kVerb, 3},
    // Bare stem of type 3: imperative and after the negative verb (en tule, älä nouse). VISK § 109, § 118.
    {"^tul|e", {}, kVerb}, {"^men|e", {}, kVerb}, {"^pan|e", {}, kVerb}, {"nous|e", {}, kVerb}, {"paas|e", {}, kVerb},
    {"ttel|e", {}, kVerb, 3}, {"skel|e", {}, kVerb, 3},
};

}  // namespace

std::span<const SuffixRule> verb_ending_rules() { return rules; }

}  // namespace pykala::stemmers
