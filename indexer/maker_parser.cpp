// SPDX-License-Identifier: GPL-2.0-or-later
// The first words of a decision in, the name of who decides out. What counts as a verb or an office's name is in
// ParsingRules and the authority lists.
#include "indexer/maker_parser.h"

#include <algorithm>
#include <vector>

#include "indexer/authority.h"
#include "indexer/header_lines.h"
#include "indexer/parsing_rules.h"
#include "indexer/text_scan.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t looked_at_bytes = 1500;
constexpr std::size_t max_subject_words = 16;

/// "päätti:" -> "päätti".
std::string_view bare(std::string_view word) {
  while (!word.empty() && (word.back() == ',' || word.back() == ':' || word.back() == '.')) word.remove_suffix(1);
  return word;
}

std::string join(const std::vector<std::string_view>& words, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < words.size(); ++i) out.append(out.empty() ? "" : " ").append(words[i]);
  return out;
}

/// "Päätösehdotus Kaupunkisuunnittelulautakunta päättää": where the words after a heading in the same line begin.
std::size_t after_heading(const std::vector<std::string_view>& words) {
  for (std::size_t count = std::min<std::size_t>(3, words.size() - 1); count > 0; --count) {
    if (ParsingRules::builtin().heading(join({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count)}, 0))) {
      return count;
    }
  }
  return 0;
}

/// The name in the words before a verb: all of them, or those after an opening word or a comma.
std::optional<std::string> subject_of(const std::vector<std::string_view>& words) {
  const ParsingRules& rules = ParsingRules::builtin();
  std::size_t from = after_heading(words);
  while (from < words.size() && rules.has("opener", bare(words[from]))) ++from;
  const std::string whole = clean_maker_name(join(words, from));
  if (!is_bare_maker(whole) && !schema::Authority::builtin().offices_named(whole).empty()) return whole;
  // "Kun asia on ratkaistu, kaupunginhallitus" ends with a name; "Sosiaali-, terveys- ja pelastusjohtaja" is one.
  for (std::size_t i = words.size(); i-- > from;) {
    if (words[i].ends_with(',') && !words[i].ends_with("-,")) {
      from = i + 1;
      break;
    }
  }
  const std::string name = clean_maker_name(join(words, from));
  return looks_like_maker(name) && !is_bare_maker(name) ? std::optional(name) : std::nullopt;
}

bool ends_sentence(std::string_view word) {
  return (word.ends_with('.') || word.ends_with('!') || word.ends_with('?')) &&
         !ParsingRules::builtin().has("acting", word);
}

/// "toimitusjohtaja" of "Liikenneliikelaitoksen toimitusjohtaja", "tiimipäällikkö" of "Yritystiimipäällikkö".
bool is_longer_form(const std::string& longer, const std::string& shorter) {
  const std::string a = stemmers::to_lower(longer), b = stemmers::to_lower(shorter);
  return a.size() > b.size() && a.ends_with(b);
}

/// A third person by its ending ("jakaa", "tarkentaa", "kokoontuu", "nimesi", "on"): only where a name stands before
/// it.
bool ends_like_verb(std::string_view word) {
  if (word == "on") return true;
  if (word.size() < 4 || !starts_lower(word)) return false;
  for (const std::string_view ending : {"aa", "ää", "ee", "oo", "uu", "yy", "öö", "ii", "si", "ti", "oi", "ui", "öi"}) {
    if (word.ends_with(ending)) return true;
  }
  return false;
}

}  // namespace

std::optional<std::string> maker_of_sentence(std::string_view text) {
  text = stemmers::cut_utf8(text, looked_at_bytes);
  const ParsingRules& rules = ParsingRules::builtin();
  std::vector<std::string_view> subject;
  bool first_sentence = true;
  const char* end = text.data();
  for (const std::string_view word : split_words(text)) {
    // "Apulaiskaupunginjohtaja" / "Kaupunginhallitus päättää": a name does not go on over an empty line.
    const std::string_view between(end, static_cast<std::size_t>(word.data() - end));
    end = word.data() + word.size();
    if (word == "-" || word == "–" || word == "•") continue;
    if (between.find("\n\n") != std::string_view::npos && !starts_lower(word)) subject.clear();
    const bool known = rules.has("verb", bare(word));
    if (!subject.empty() && (known || (first_sentence && ends_like_verb(bare(word))))) {
      if (auto name = subject_of(subject)) return name;
    }
    if (ends_sentence(word)) {
      first_sentence = false;
      subject.clear();
    } else {
      subject.push_back(word);
      if (subject.size() > max_subject_words) subject.erase(subject.begin());
    }
  }
  return std::nullopt;
}

std::string choose_maker(const std::string& header, const std::optional<std::string>& text) {
  if (!text) return header;
  const auto header_language = maker_name_language(header), text_language = maker_name_language(*text);
  if (header_language && text_language && *header_language != *text_language) return *text;
  return is_longer_form(*text, header) ? *text : header;
}

schema::DecisionMaker with_office_id(std::string name, const schema::Decision& decision) {
  schema::DecisionMaker maker{std::nullopt, std::move(name)};
  if (decision.case_number) {
    const auto number = ParsingRules::builtin().case_number(*decision.case_number);
    if (!number || number->other_city) return maker;
  }
  const auto& date = decision.date;
  const schema::Office* only = nullptr;
  for (const schema::Office* office : schema::Authority::builtin().offices_named(maker.name)) {
    const bool open = !date || ((office->formed.empty() || office->formed <= *date) &&
                                (office->dissolved.empty() || *date <= office->dissolved));
    if (!open || (only != nullptr && only->id == office->id)) continue;
    if (only != nullptr) return maker;
    only = office;
  }
  if (only != nullptr) maker.id = only->id;
  return maker;
}

}  // namespace pykala::indexer
