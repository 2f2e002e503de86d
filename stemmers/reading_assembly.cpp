// SPDX-License-Identifier: GPL-2.0-or-later
// Marks -> reading. Private: how dictionary forms of derived words and of compounds are put together.
#include "stemmers/reading_assembly.h"

#include <utility>

#include "stemmers/unicode.h"

namespace pykala::stemmers {
namespace {

constexpr std::string_view vowels = "aeiouyäö";

/// "demo=kraattinen": the dictionary marks parts of words that it has as one.
std::string without_marks(std::string form) {
  std::erase_if(form, [](char c) { return c == '=' || c == '|'; });
  return form;
}

bool is_infinitive(std::string_view form) {
  return form.ends_with("a") || form.ends_with("ä");
}

Reading organisation_of(const Reading& reading) {
  Reading name = reading;
  name.word_class = WordClass::name;
  name.derived = false;
  name.base = capitalize(reading.base);
  return name;
}

}  // namespace

void ReadingAssembly::take(Mark mark, std::string_view symbol) {
  if (mark.kind != MarkKind::nothing) participle_to_noun_ = false;
  switch (mark.kind) {
    case MarkKind::nothing:
      return;
    case MarkKind::letter:
      return take_letter(symbol);
    case MarkKind::dictionary_form:
      plain_ = plain_ && dictionary_form_.empty();  // "satakuusi" has two in one part
      return begin_form(mark.kind);
    case MarkKind::derived_form:
      return begin_form(mark.kind);
    case MarkKind::form_end:
      return end_form();
    case MarkKind::part_end:
      return end_part();
    case MarkKind::inner_part:
      return add_boundary();
    case MarkKind::word_class:
    case MarkKind::personal_name:
      return take_class(mark);
    case MarkKind::grammatical_case:
      reading_.grammatical_case = static_cast<GrammaticalCase>(mark.value);
      return;
    case MarkKind::number:
      reading_.plural = mark.value != 0;
      return;
    case MarkKind::mood:
      mood_ = static_cast<VerbForm>(mark.value);
      return;
    case MarkKind::person:
      reading_.person = mark.value;
      return;
    case MarkKind::possessor:
      reading_.possessor = mark.value;
      return;
    case MarkKind::participle:
      plain_ = plain_ && derivations_ == 0;  // "hikoilluiden" is of hikoilla, not of hiota
      participle_ = true;
      return;
    case MarkKind::organisation:
      organisation_ = true;
      return;
    case MarkKind::left_to_library:
      plain_ = false;
  }
}

bool ReadingAssembly::finish(std::string_view word, std::vector<Reading>& readings) {
  const bool compound = !letters_before_.empty();
  const bool derived_further = (participle_ && derivations_ > 1) || (personal_seen_ && derivations_ > 0);
  const bool caseless = reading_.grammatical_case == GrammaticalCase::none &&
                        reading_.word_class != WordClass::prefix && reading_.word_class != WordClass::adverb;
  if (!plain_ || participle_to_noun_ || derived_further) return false;
  if (compound && (only_alone_ || participle_ || (case_before_ && caseless))) return false;
  if (doubled_vowel_) return true;
  reading_.base = without_marks(letters_before_ + form_of_part());
  if (reading_.base.empty()) reading_.base.assign(word);
  reading_.verb_form = participle_ ? VerbForm::participle : mood_;
  if (!participle_ && reading_.word_class != WordClass::verb) reading_.verb_form = VerbForm::none;
  reading_.derived = !participle_ && (reading_.derived || derivations_ > 0);
  if (participle_ && is_infinitive(dictionary_form_)) reading_.verb = without_marks(dictionary_form_);
  readings.push_back(reading_);
  const bool noun = reading_.word_class == WordClass::noun;
  if (organisation_ && compound && noun) readings.push_back(organisation_of(reading_));
  return true;
}

// Numerals have one before their first letter.
void ReadingAssembly::add_boundary() {
  const std::size_t at = letters_before_.size() + letters_.size();
  if (at > 0) reading_.boundaries.push_back(static_cast<std::uint16_t>(at));
}

void ReadingAssembly::take_letter(std::string_view symbol) {
  if (form_ != MarkKind::nothing) {
    form_text_ += symbol;
    return;
  }
  const bool first_of_later_part = letters_.empty() && !letters_before_.empty();
  if (first_of_later_part && vowels.find(symbol) != std::string_view::npos && letters_before_.ends_with(symbol)) {
    doubled_vowel_ = true;
  }
  letters_ += symbol;
}

// "[Ll][Rv]v[Xj]a[X]u[Ln][Xj]us[X]": a noun made from a participle, "soveltuvuus", is none.
void ReadingAssembly::take_class(Mark mark) {
  const bool made_adverb = class_seen_ && static_cast<WordClass>(mark.value) == WordClass::adverb;
  plain_ = plain_ && !made_adverb;  // "kuukausittain"
  class_seen_ = true;
  reading_.word_class = static_cast<WordClass>(mark.value);
  reading_.personal_name = mark.kind == MarkKind::personal_name;
  personal_seen_ = personal_seen_ || reading_.personal_name;
  only_alone_ = only_alone_ || mark.only_alone;
  plain_ = plain_ && !from_participle_;  // "viipyneisyydellinen"
  if (!participle_) return;
  from_participle_ = true;
  plain_ = plain_ && reading_.word_class == WordClass::noun;
  participle_ = false;
  participle_to_noun_ = true;
}

void ReadingAssembly::begin_form(MarkKind kind) {
  form_ = kind;
  form_text_.clear();
}

void ReadingAssembly::end_form() {
  if (form_ == MarkKind::dictionary_form) dictionary_form_ = form_text_;
  if (form_ == MarkKind::derived_form) {
    derived_form_ = letters_ + form_text_;
    if (!form_text_.empty()) ++derivations_;
  }
  form_ = MarkKind::nothing;
}

void ReadingAssembly::end_part() {
  letters_before_ += letters_;
  case_before_ = case_before_ || reading_.grammatical_case != GrammaticalCase::none || reading_.plural;
  from_participle_ = false;
  Reading next;
  next.word_class = reading_.word_class;
  next.derived = reading_.derived || derivations_ > 0;
  next.boundaries = std::move(reading_.boundaries);
  reading_ = std::move(next);
  letters_.clear();
  add_boundary();
  dictionary_form_.clear();
  derived_form_.clear();
  derivations_ = 0;
  participle_ = organisation_ = false;
  mood_ = VerbForm::none;
}

const std::string& ReadingAssembly::form_of_part() const {
  if (!derived_form_.empty()) return derived_form_;
  return dictionary_form_.empty() ? letters_ : dictionary_form_;
}

}  // namespace pykala::stemmers
