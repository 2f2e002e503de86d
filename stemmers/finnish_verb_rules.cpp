// SPDX-License-Identifier: GPL-2.0-or-later
// Endings of verbs: infinitives, passive, conditional, past. In: nothing; out: the rule table (the personal endings -n
// and -t are with the cases). Private: which verb type an ambiguous infinitive belongs to (valita : valitsee, vanheta :
// vanhenee, haluta : haluaa).
#include "stemmers/finnish_rules.h"

namespace pykala::stemmers {
namespace {
using namespace form;
constexpr std::uint16_t kVerb = inflected | finite;

constexpr RuleGroup rules[] = {
    // VISK, infinitiivit: first infinitive by verb type. Type 2: saada, voida, tehdä.
    {"VV|da ^teh|da ^nah|da ^teh|den ^nah|den", kVerb},
    {"^tieda ^puuda"},
    // Type 3: tulla, kuunnella, mennä, nousta, purra: the e of the stem is dropped in all forms.
    {"tel|la", kVerb, 3},
    {"skel|la VVnnel|la mmel|la palvel|la rrel|la ghel|la ^tul|la ^kuul|la ^luul|la aihdel|la jel|la ^kuol|la ^nuol|la "
     "rvel|la apel|la aadel|la pidel|la ^ol|la ^men|na ^pan|na ur|ra okeil|la htel|la usel|la nous|ta paas|ta "
     "juos|ta ^pes|ta",
     kVerb},
    {"Cail|la muil|la", kVerb, 5},
    {"kkai|lla lai|lla mpai|lla jarve|lla", inflected | oblique | closed},
    {"hel|la niel|la", kVerb, 4},
    // Type 4: haluta, vastata; type 5: valita (valitse-); type 6: vanheta (vanhene-).
    {"Ca|ta Co|ta Cu|ta Ci|ta>ts Ce|ta>n te|ta nne|ta lle|ta rre|ta de|ta V|matta", kVerb, 3},
    {"oo|ta havai|ta>ts sijai|ta>ts ansai|ta>ts tode|ta nime|ta ruve|ta katke|ta poike|ta have|ta kiive|ta "
     "selje|ta ratke|ta auke|ta",
     kVerb},
    {"V|tte ta|mme", kVerb | closed, 3},
    {"ta|kaa tu|kaa", kVerb, 4},
    // VISK, passiivi: annetaan, saadaan, tullaan; annettiin, saatiin, tultiin; annettaisiin.
    {"V|taan Ci|taan>ts V|ttiin VV|tiin", kVerb, 3},
    {"VV|daan h|daan tel|laan skel|laan nnel|laan tul|laan uul|laan lvel|laan ^ol|laan ^men|naan pan|naan "
     "ais|taan nous|taan paas|taan Ci|ttiin>ts ai|ttiin>ts tel|tiin skel|tiin nnel|tiin rvel|tiin ail|tiin "
     "ul|tiin men|tiin pan|tiin ais|tiin ous|tiin aas|tiin ^teh|tiin ^nah|tiin V|ttaisiin Ci|ttaisiin>ts "
     "VV|taisiin el|taisiin ul|taisiin h|taisiin s|taisiin n|taisiin",
     kVerb},
    // The weak grade before -ettavat shows the passive: esitettävät beside asettavat.
    {"te|ttavat nne|ttavat lle|ttavat rre|ttavat de|ttavat", kVerb},
    {"teh|tavat nah|tavat tel|tavat nnel|tavat el|taessa ous|taessa ais|taessa skennel|la", kVerb},
    // VISK, konditionaali: antaisi, tulisin, voisivat.
    {"V|isi V|isin V|isit V|isivat V|isimme", kVerb},
    {"C|isi C|isin C|isit C|isivat C|isimme", kVerb, 3},
    // VISK, imperfekti: past of type 4 (halusi) and of -ntaa, -rtaa, -ltaa (rakensi, ymmärsi), -Vtaa (löysi).
    {"V|si V|sin V|sivat V|sit", kVerb, 3},
    {"itsi n|si>t n|sin>t n|sivat>t l|si>t l|sivat>t r|si>t r|sivat>t r|sin>t tie|si>t tie|sit>t tie|sin>t "
     "lou|sin>t tie|sivat>t lou|si>t lou|sivat>t puu|si>t puu|sivat>t huu|si>t nous|i nous|ivat",
     kVerb},
    {"rkus|si V=si poliisi kriisi"},
    {"ve|si>te", inflected, 3},
    {"vuo|si>te ^ka|si>te ^uu|si>te tau|si>te ^ve|si>te ^vii|si>te ^kuu|si>te kau|si>te ^to|si>te", inflected},
    // third person: antaa, tulee, puhuu, etsii; past in -i drops with the stem vowel.
    {"Ce|e Cu|u V|vat", kVerb, 3},
    {"Co|o Ci|i V|ivat C|ivat oi|vat V|ttakoon V|ttaneen Ci|ttaneen>ts l|koon s|koon n|koon ta|koon ta|koot", kVerb},
    {"Vu|u", kVerb, 4},
    {"^kuva|t hyva|t paiva|t"},
    // VISK, infinitiivit: second: antaessa, tullessa, voidessa, halutessa; antaen. Long first: antaakseen.
    {"a|essa u|essa V|tessa Ci|tessa>ts a|en", kVerb, 3},
    {"o|essa i|essa o|en u|en l|len a|ten Co|ten", kVerb, 4},
    {"oi|dessa aa|dessa ^teh|dessa ^nah|dessa V|ttaessa Ci|ttaessa>ts VV|taessa h|taessa l|lessa s|tessa", kVerb},
    {"kahde|ssa kohde|ssa lahde|ssa yhde|ssa"},
    // Past participle passive with possessive: annettuaan, saatuaan.
    {"V|ttuaan Ci|ttuaan>ts VV|tuaan l|tuaan h|tuaan s|tuaan paas|i paas|in paas|ivat nous|in julkais|i "
     "julkais|ivat ratkais|i ratkais|ivat ilkais|i hkais|i ^lu|in>e",
     kVerb},
    {"stu|aan", kVerb, 5},
    {"a|kseen a|kseni", kVerb | again, 4},
    // Past participle, nominative: puhunut, halunnut, tullut, noussut. Oblique forms with the classes.
    {"V|nut V|nnut tode|nnut l|lut s|sut r|rut teh|nut kau|nut nah|nut ^men|nut ^pan|nut tie|nnut>t V|nutta "
     "V|nnutta Ci|nnutta>ts l|lutta s|sutta",
     kVerb},
    {"Ci|nnut>ts Ce|nnut>n Vts|e", kVerb, 3},
    // Bare stem of type 3: imperative and after the negative verb (en tule, älä nouse).
    {"^tul|e ^men|e ^pan|e nous|e paas|e", kVerb},
    {"ttel|e skel|e", kVerb, 3},
};

}  // namespace

std::span<const RuleGroup> verb_ending_rules() {
  return rules;
}

}  // namespace pykala::stemmers
