// SPDX-License-Identifier: GPL-2.0-or-later
// What hangs on behind the inflected word: clitics (-kin, -kaan, -han, -ko, -pa) and possessive suffixes. In: nothing;
// out: the two rule tables. Private: the guards for stems that end like a suffix (pankin is the genitive of pankki).
#include "stemmers/finnish_rules.h"

namespace pykala::stemmers {
namespace {
using namespace form;

// VISK § 126-131: clitics follow every other ending. talossakin, hänenkään, onhan, tuleeko, eipä.
constexpr SuffixRule clitics[] = {
    {"ssa|kin"}, {"sta|kin"}, {"lla|kin"}, {"lta|kin"}, {"lle|kin"}, {"ksi|kin"}, {"na|kin"},
    {"Vt|kin", {}, 0, 4}, {"a|kin", {}, 0, 4}, {"o|kin", {}, 0, 4}, {"u|kin", {}, 0, 4}, {"e|kin", {}, 0, 4},
    {"Vn|kin", {}, 0, 4}, {"pankin"}, {"penkin"}, {"linkin"}, {"tankin"}, {"hankin"}, {"singin"},
    {"us|kin", {}, 0, 4}, {"isi|kin"}, {"oi|kin"}, {"ui|kin"}, {"ssa|kaan"}, {"sta|kaan"}, {"lla|kaan"}, {"lta|kaan"}, {"lle|kaan"}, {"ksi|kaan"},
    {"Vn|kaan", {}, 0, 4}, {"Vt|kaan", {}, 0, 4}, {"V|kaan", {}, 0, 4}, {"aikaan"}, {"ruokaan"}, {"poikaan"},
    {"matkaan"}, {"tutkaan"}, {"hankaan"}, {"sankaan"}, {"lankaan"}, {"huikaan"}, {"raikaan"},
    {"ssa|han"}, {"sta|han"}, {"lla|han"}, {"lta|han"}, {"Vn|han", {}, 0, 4}, {"vanhan"}, {"Vt|han", {}, 0, 4},
    {"ssa|ko"}, {"sta|ko"}, {"lla|ko"}, {"Vn|ko", {}, 0, 4}, {"aurinko"}, {"hinko"}, {"vanko"}, {"runko"},
    {"Vt|ko", {}, 0, 4}, {"matko"}, {"ee|ko"}, {"aa|ko"}, {"oo|ko"}, {"uu|ko"}, {"ii|ko", {}, 0, 4},
    {"Vn|pa", {}, 0, 4}, {"kumpa"},
};

// VISK § 95-96: possessive suffixes after the case ending (talossani, talossaan) or the vowel stem (talonsa = nominative,
// genitive and accusative alike). The n of the genitive is given back where the stem shows it (talojensa).
constexpr SuffixRule possessives[] = {
    {"ssa|ni"}, {"sta|ni"}, {"lla|ni"}, {"lta|ni"}, {"lle|ni"}, {"na|ni", {}, 0, 4}, {"ta|ni", {}, 0, 4},
    {"Vk|seni", "sen", 0, 4}, {"Vute|ni", "n", 0, 4}, {"miele|ni"}, {"ihi|ni", "n", 0, 4}, {"aakseni"}, {"u|ni", {}, 0, 4}, {"a|ni", {}, 0, 4}, {"o|ni", {}, 0, 4}, {"se|ni", {}, 0, 4}, {"je|ni", "n", 0, 4},
    {"aani"}, {"ooni"}, {"uuni"}, {"ioni"}, {"ppani"},
    {"organi"}, {"romani"}, {"afgani"},
    {"ssa|si"}, {"sta|si", {}, 0, 6}, {"lla|si"}, {"lta|si", {}, 0, 6}, {"lle|si"},
    {"ssa|mme"}, {"sta|mme"}, {"lla|mme"}, {"lta|mme"}, {"lle|mme"}, {"V|mme", {}, 0, 3}, {"itamme"}, {"atamme"}, {"otamme"}, {"utamme"}, {"etamme"}, {"Vk|semme", "sen", 0, 4}, {"Vute|mme", "n", 0, 4}, {"Vute|nsa", "n", 0, 4},
    {"je|mme", "n", 0, 3}, {"ie|mme", "n", 0, 4}, {"ide|mme", "n", 0, 4}, {"iste|mme", "n", 0, 4},
    {"ssa|nne"}, {"sta|nne"}, {"lla|nne"}, {"lta|nne"}, {"lle|nne"}, {"i|nne", {}, 0, 5},
    {"V|nsa"}, {"^kansa"}, {"^runsa"}, {"nkansa"}, {"skansa"}, {"je|nsa", "n", 0, 3}, {"ie|nsa", "n", 0, 4},
    {"ide|nsa", "n", 0, 4}, {"iste|nsa", "n", 0, 4}, {"uste|nsa", "n", 0, 4}, {"oo|nsa", "n", 0, 3},
    {"ii|nsa", "n", 0, 3}, {"aa|nsa", "n", 0, 4}, {"ee|nsa", "n", 0, 4}, {"uu|nsa", "n", 0, 4},
    {"ee|nsa", "n"}, {"ihi|nsa", "n", 0, 4}, {"Vk|sensa", "sen", 0, 4},
    {"ssa|an"}, {"sta|an", {}, 0, 5}, {"lla|an", {}, 0, 4}, {"lta|an", {}, 0, 5}, {"lle|en", {}, 0, 4},
    {"ulleen"}, {"telleen"}, {"^vastaan"}, {"na|an", {}, 0, 5},
    {"oa|an"}, {"ea|an"}, {"ua|an"}, {"ja|an", {}, 0, 5}, {"ija|an", {}, 0, 20}, {"Vita|an", {}, 0, 5},
    {"etta|an", {}, 0, 5}, {"utta|an", {}, 0, 5}, {"otta|an", {}, 0, 5}, {"uista|an", {}, 0, 5}, {"ia|an", {}, 0, 3}, {"otiaan"}, {"autiaan"}, {"ttuaan"}, {"tuaan"},
};

}  // namespace

std::span<const SuffixRule> clitic_rules() { return clitics; }
std::span<const SuffixRule> possessive_rules() { return possessives; }

}  // namespace pykala::stemmers
