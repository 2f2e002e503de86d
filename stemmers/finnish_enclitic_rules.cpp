// SPDX-License-Identifier: GPL-2.0-or-later
// What hangs on behind the inflected word: clitics (-kin, -kaan, -han, -ko, -pa) and possessive suffixes. In: nothing;
// out: the two rule tables. Private: the guards for stems that end like a suffix (pankin is the genitive of pankki).
#include "stemmers/finnish_rules.h"

namespace pykala::stemmers {
namespace {
using namespace form;

// VISK, liitepartikkelit: clitics follow every other ending. talossakin, hänenkään, onhan, tuleeko, eipä.
constexpr RuleGroup clitics[] = {
    {"ssa|kin sta|kin lla|kin lta|kin lle|kin ksi|kin na|kin lenkin vinkin punkin rinkin pankin penkin linkin tankin "
     "hankin singin isi|kin "
     "oi|kin ui|kin ssa|kaan sta|kaan lla|kaan lta|kaan lle|kaan ksi|kaan aikaan ruokaan poikaan matkaan "
     "tutkaan hankaan sankaan lankaan huikaan raikaan ssa|han sta|han lla|han lta|han vanhan ssa|ko sta|ko "
     "lla|ko aurinko hinko vanko runko matko ee|ko aa|ko oo|ko uu|ko kumpa"},
    {"Vt|kin a|kin o|kin u|kin e|kin Vn|kin us|kin Vn|kaan Vt|kaan V|kaan Vn|han Vt|han Vn|ko Vt|ko ii|ko "
     "Vn|pa",
     0, 4},
};

// VISK, possessiivisuffiksit: possessive suffixes after the case ending (talossani, talossaan) or the vowel stem
// (talonsa = nominative, genitive and accusative alike). The n of the genitive is given back where the stem shows it
// (talojensa).
constexpr RuleGroup possessives[] = {
    {"ssa|ni sta|ni lla|ni lta|ni lle|ni miele|ni aakseni aani ooni uuni ioni ppani organi romani afgani "
     "ssa|si lla|si lle|si ssa|mme sta|mme lla|mme lta|mme lle|mme itamme atamme otamme utamme etamme ssa|nne "
     "sta|nne lla|nne lta|nne lle|nne V|nsa ^kansa ^runsa nkansa skansa ee|nsa>n ssa|an ulleen telleen "
     "^vastaan oa|an ea|an ua|an otiaan autiaan ttuaan tuaan"},
    {"na|ni ta|ni Vk|seni>sen Vute|ni>n ihi|ni>n u|ni a|ni o|ni se|ni je|ni>n Vk|semme>sen Vute|mme>n "
     "Vute|nsa>n ie|mme>n ide|mme>n iste|mme>n ie|nsa>n ide|nsa>n iste|nsa>n uste|nsa>n aa|nsa>n ee|nsa>n "
     "uu|nsa>n ihi|nsa>n Vk|sensa>sen lla|an lle|en",
     0, 4},
    {"sta|si lta|si", 0, 6},
    {"V|mme je|mme>n je|nsa>n oo|nsa>n ii|nsa>n ia|an", 0, 3},
    {"i|nne sta|an lta|an na|an ja|an Vita|an etta|an utta|an otta|an uista|an", 0, 5},
};

}  // namespace

std::span<const RuleGroup> clitic_rules() {
  return clitics;
}
std::span<const RuleGroup> possessive_rules() {
  return possessives;
}

}  // namespace pykala::stemmers
