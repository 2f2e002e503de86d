// SPDX-License-Identifier: GPL-2.0-or-later
// Chooses texts and weights; the language of a part is its own where it can be told, else the decision's.
#include "indexer/searchable_text.h"

#include "stemmers/analyzer.h"

namespace pykala::schema {

using stemmers::Language;

namespace {

constexpr std::string_view part_language_prefix = "XT";

Language language_by_letter(char letter) {
  for (const Language language : {Language::finnish, Language::swedish, Language::english}) {
    if (language_code(language).front() == letter) return language;
  }
  return Language::unknown;
}

}  // namespace

Language language_of(const std::optional<std::string>& code) {
  if (code == "fi") return Language::finnish;
  if (code == "sv") return Language::swedish;
  if (code == "en") return Language::english;
  return Language::unknown;
}

std::string_view language_code(Language language) {
  switch (language) {
    case Language::finnish:
      return "fi";
    case Language::swedish:
      return "sv";
    case Language::english:
      return "en";
    case Language::unknown:
      break;
  }
  return "";
}

std::string part_language_term(Language language) {
  return std::string(part_language_prefix) + ":" + std::string(language_code(language));
}

std::vector<SearchableText> searchable_texts(const Decision& decision, std::string_view languages) {
  std::vector<SearchableText> out;
  if (decision.title) out.push_back({*decision.title, Language::unknown, title_weight, true});
  for (const Part& part : decision.parts) {
    if (part.role == PartRole::appeal || part.text.empty()) continue;
    const bool decides = part.role == PartRole::decision || part.role == PartRole::proposal;
    out.push_back({part.text, Language::unknown, decides ? decision_weight : text_weight, false});
  }
  const Language whole = language_of(decision.language);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const Language own =
        languages.size() == out.size() ? language_by_letter(languages[i]) : stemmers::guess_language(out[i].text);
    out[i].language = own == Language::unknown ? whole : own;
  }
  return out;
}

std::string text_languages(const std::vector<SearchableText>& texts) {
  std::string letters;
  for (const SearchableText& text : texts) {
    const std::string_view code = language_code(text.language);
    letters += code.empty() ? '-' : code.front();
  }
  return letters;
}

std::string identity_text(const Decision& d) {
  std::string text;
  if (d.case_number) text += *d.case_number + "\n";
  if (d.section) text += "§ " + std::to_string(*d.section) + "\n";
  if (d.date) text += *d.date + "\n";
  return text;
}

std::string names_text(const Decision& d) {
  std::string text;
  if (d.decision_maker) text += d.decision_maker->name + "\n";
  if (d.classification) text += d.classification->title + "\n";
  return text;
}

}  // namespace pykala::schema
