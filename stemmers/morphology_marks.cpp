// SPDX-License-Identifier: GPL-2.0-or-later
// Symbol -> mark. Private: the table.
#include "stemmers/morphology_marks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "stemmers/lexicon.h"

namespace pykala::stemmers {
namespace {

template <class Value>
constexpr std::uint8_t number_of(Value value) {
  return static_cast<std::uint8_t>(value);
}

}  // namespace

/// As Voikko's Finnish morphology (voikko-fi, vvfst) names them.
Mark mark_of(std::string_view symbol) {
  using Class = WordClass;
  using Case = GrammaticalCase;
  static const std::array<std::pair<std::string_view, Mark>, 70> known{{
      {"[Xp]", {MarkKind::dictionary_form}},
      {"[Xj]", {MarkKind::derived_form}},
      {"[X]", {MarkKind::form_end}},
      {"[Bc]", {MarkKind::part_end}},
      {"[Bm]", {MarkKind::inner_part}},
      {"-", {MarkKind::left_to_library}},
      {":", {MarkKind::left_to_library}},
      {"[Ion]", {MarkKind::organisation}},
      {"[Ln]", {MarkKind::word_class, number_of(Class::noun)}},
      {"[Ll]", {MarkKind::word_class, number_of(Class::adjective)}},
      {"[Lnl]", {MarkKind::word_class, number_of(Class::adjective)}},
      {"[Lt]", {MarkKind::word_class, number_of(Class::verb)}},
      {"[Lk]", {MarkKind::left_to_library}},
      {"[Lep]", {MarkKind::word_class, number_of(Class::name), true}},
      {"[Lem]", {MarkKind::word_class, number_of(Class::name), true}},
      {"[Lee]", {MarkKind::personal_name, number_of(Class::name), true}},
      {"[Les]", {MarkKind::personal_name, number_of(Class::name), true}},
      {"[Lu]", {MarkKind::word_class, number_of(Class::numeral), true}},
      {"[Ls]", {MarkKind::word_class, number_of(Class::adverb)}},
      {"[Ld]", {MarkKind::word_class, number_of(Class::adverb)}},
      {"[Lr]", {MarkKind::word_class, number_of(Class::pronoun)}},
      {"[Lp]", {MarkKind::word_class, number_of(Class::prefix)}},
      {"[Lc]", {MarkKind::word_class, number_of(Class::other)}},
      {"[Lh]", {MarkKind::word_class, number_of(Class::other)}},
      {"[La]", {MarkKind::left_to_library}},
      {"[Lur]", {MarkKind::left_to_library}},
      {"[Xr]", {MarkKind::left_to_library}},
      {"[Isf]", {MarkKind::left_to_library}},
      {"[Sn]", {MarkKind::grammatical_case, number_of(Case::nominative)}},
      {"[Sg]", {MarkKind::grammatical_case, number_of(Case::genitive)}},
      {"[Sp]", {MarkKind::grammatical_case, number_of(Case::partitive)}},
      {"[Sill]", {MarkKind::grammatical_case, number_of(Case::illative)}},
      {"[Sela]", {MarkKind::grammatical_case, number_of(Case::elative)}},
      {"[Sin]", {MarkKind::grammatical_case, number_of(Case::instructive)}},
      {"[Sko]", {MarkKind::grammatical_case, number_of(Case::comitative)}},
      {"[Ses]", {MarkKind::grammatical_case, number_of(Case::other)}},
      {"[Str]", {MarkKind::grammatical_case, number_of(Case::other)}},
      {"[Sine]", {MarkKind::grammatical_case, number_of(Case::other)}},
      {"[Sade]", {MarkKind::grammatical_case, number_of(Case::other)}},
      {"[Sabl]", {MarkKind::grammatical_case, number_of(Case::other)}},
      {"[Sall]", {MarkKind::grammatical_case, number_of(Case::other)}},
      {"[Sab]", {MarkKind::grammatical_case, number_of(Case::other)}},
      {"[Ssti]", {MarkKind::grammatical_case, number_of(Case::other)}},
      {"[Sak]", {MarkKind::grammatical_case, number_of(Case::other)}},
      {"[Ny]", {MarkKind::number, 0}},
      {"[Nm]", {MarkKind::number, 1}},
      {"[Tt]", {MarkKind::mood, number_of(VerbForm::finite)}},
      {"[Te]", {MarkKind::mood, number_of(VerbForm::finite)}},
      {"[Tm]", {MarkKind::mood, number_of(VerbForm::finite)}},
      {"[Tk]", {MarkKind::mood, number_of(VerbForm::imperative)}},
      {"[Tn1]", {MarkKind::mood, number_of(VerbForm::infinitive)}},
      {"[Tn2]", {MarkKind::mood, number_of(VerbForm::infinitive)}},
      {"[Tn3]", {MarkKind::mood, number_of(VerbForm::ma_infinitive)}},
      {"[Tn4]", {MarkKind::mood, number_of(VerbForm::minen_infinitive)}},
      {"[Tn5]", {MarkKind::mood, number_of(VerbForm::infinitive)}},
      {"[P1]", {MarkKind::person, 1}},
      {"[P2]", {MarkKind::person, 2}},
      {"[P3]", {MarkKind::person, 3}},
      {"[P4]", {MarkKind::person, 0}},
      {"[O1y]", {MarkKind::possessor, 1}},
      {"[O1m]", {MarkKind::possessor, 1}},
      {"[O2y]", {MarkKind::possessor, 2}},
      {"[O2m]", {MarkKind::possessor, 2}},
      {"[O3]", {MarkKind::possessor, 3}},
      {"[Rv]", {MarkKind::participle}},
      {"[Ra]", {MarkKind::participle}},
      {"[Ru]", {MarkKind::participle}},
      {"[Rt]", {MarkKind::participle}},
      {"[Rm]", {MarkKind::participle}},
      {"[Re]", {MarkKind::left_to_library}},
  }};
  static constexpr std::array<std::string_view, 20> without_effect{
      "[Bh]",  "[Cc]",   "[Cs]",    "[De]",  "[Dg]",  "[Eb]",  "[Ef]",  "[Et]",  "[Ap]",  "[Ai]",
      "[Fko]", "[Fkin]", "[Fkaan]", "[Ica]", "[Icu]", "[Ips]", "[Ipu]", "[Ira]", "[Irm]", "[Ivj]"};
  const auto found =
      std::find_if(known.begin(), known.end(), [symbol](const auto& one) { return one.first == symbol; });
  if (found != known.end()) return found->second;
  if (symbol.empty() || symbol.front() == '@') return {MarkKind::nothing};
  if (symbol.front() != '[') return {MarkKind::letter};
  const bool harmless = std::find(without_effect.begin(), without_effect.end(), symbol) != without_effect.end();
  return {harmless ? MarkKind::nothing : MarkKind::left_to_library};
}

}  // namespace pykala::stemmers
