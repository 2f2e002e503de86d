// SPDX-License-Identifier: GPL-2.0-or-later
// Consonant gradation levelled: in goes a stem, out comes the stem with its last two consonant groups in one grade.
// Private: the roots whose weak grade lost the k.
#include "stemmers/finnish_rules.h"

namespace pykala::stemmers {
namespace {
using namespace form;

// VISK § 41-46: roots in which k : nothing (joki : joe-), k : v (luku : luvu-), k : j (kulkea : kulje-) cannot be seen
// from the letters alone; the strong grade is led to the weak one, with the last vowel where it stays.
constexpr RuleGroup roots[] = {
    {"a|ik>j po|ik>j", 0, 1, 0, finite},
    {"a|iko>j", 0, 1, oblique},
    {"paik ^kaik ja|o>ko solm|its hank|its huol|its ha|u>ku la|i>k la|e>k tu|e>k tur|ku>u lu|vu>ku pu|vu>ku su|vu>ku "
     "ku|vu>ku te|o>ko ^al|ku>u pel|k "
     "^kar|k mie|h>s ^ha|e>k ^ha|i>k ^na|e>k ^te|i>k ^te|e>k jo|e>k ma|e>k va|e>k tutk|its sall|its sov|its "
     "laad|its vaad|its ^op|its pur|its>k juhl|its toim|its ets|its ^per|its selv|its lev|its hav|its vuo|s>t "
     "kau|s>t kkaus ^tau|s>t ^ka|s>t ^ve|s>t ^ja|o>ko nja|o>ko pel|ko>o tau|ko>o hd|its ruo|a>k ruu|a>k "
     "sul|j>k kul|j>k jal|j jar|j>k ^te|h>k ^na|h>k ^lu|e>k ^lu|i>k"},
    {"^ko|e>k", 0, 1, finite},
    {"kar|j>k", 0, 2, front},
    {"sel|k vel|k jal|k nal|k vir|k ^mar|k", 0, 2, 0, closed},
    {"^uu|s>t", 0, 1},
    {"ve|s>t", 0, 5},
    {"sar|j>k", 0, 9},
};

}  // namespace

void level_gradation(LetterBuffer& word, std::uint16_t known) {
  static const SuffixRules root_rules{roots};
  root_rules.apply(word, known);
  const std::string_view text = word.folded();
  std::size_t i = text.size();
  int groups = 0;
  std::array<std::size_t, 2> ends{};
  while (i > 0 && groups < 2) {
    while (i > 0 && !is_consonant(text[i - 1])) --i;
    if (i < 2) break;
    ends[static_cast<std::size_t>(groups++)] = i;
    while (i > 0 && is_consonant(text[i - 1])) --i;
  }
  for (int g = 0; g < groups; ++g) {
    std::size_t last = ends[static_cast<std::size_t>(g)] - 1;
    const char c = word.folded(last);
    if ((c == 'k' || c == 'p' || c == 't') && word.folded(last - 1) == c) word.erase(last--);
    if (last == 0) continue;
    const char before = word.folded(last - 1);
    const bool after_vowel = is_vowel(before);
    char level = 0;
    if (c == 'd') level = 't';
    if (c == 'p' && (after_vowel || before == 'l' || before == 'r')) level = 'v';
    if (c == 't' && (before == 'n' || before == 'l' || before == 'r')) level = before;
    if (c == 'k' && before == 'n') level = 'g';
    if (c == 'p' && before == 'm') level = 'm';
    if (level != 0) word.set_letter(last, static_cast<unsigned char>(level));
  }
}

}  // namespace pykala::stemmers
