// SPDX-License-Identifier: GPL-2.0-or-later
// rules.tsv in, look-ups out. Keys are lower case; how a row's value is read stands in `add` and in the file itself.
// Long because every rule of the file has its look-up here.
#include "indexer/parsing_rules.h"

#include <algorithm>
#include <array>

#include "data/embedded.h"
#include "indexer/case_shape.h"
#include "indexer/error.h"
#include "indexer/reading_time.h"
#include "indexer/text_scan.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t max_key_bytes = 160;  ///< no rule is longer; a longer line needs no look-up

constexpr std::array<std::pair<std::string_view, schema::PartRole>, 11> roles{
    {{"decision", schema::PartRole::decision},
     {"reasons", schema::PartRole::reasons},
     {"proposal", schema::PartRole::proposal},
     {"presenter", schema::PartRole::presenter},
     {"contact", schema::PartRole::contact},
     {"attachments", schema::PartRole::attachments},
     {"appeal", schema::PartRole::appeal},
     {"extracts", schema::PartRole::extracts},
     {"notice", schema::PartRole::notice},
     {"signatures", schema::PartRole::signatures},
     {"other", schema::PartRole::other}}};

constexpr std::array<std::pair<std::string_view, ClassMeaning>, 8> meanings{{{"section", ClassMeaning::section},
                                                                             {"title", ClassMeaning::title},
                                                                             {"case", ClassMeaning::case_line},
                                                                             {"reference", ClassMeaning::reference},
                                                                             {"secrecy", ClassMeaning::secrecy},
                                                                             {"signature", ClassMeaning::signature},
                                                                             {"motion", ClassMeaning::motion},
                                                                             {"heading", ClassMeaning::heading}}};

template <class Value, std::size_t n>
Value find_value(const std::array<std::pair<std::string_view, Value>, n>& table, std::string_view name) {
  for (const auto& [known, value] : table) {
    if (known == name) return value;
  }
  throw schema::Error(schema::ErrorCode::bad_data, "parsing rules: unknown value \"" + std::string(name) + "\"");
}

}  // namespace

const ParsingRules& ParsingRules::builtin() {
  static const ParsingRules rules(data::embedded_file("parsing/rules.tsv"));
  return rules;
}

ParsingRules::ParsingRules(std::string_view tsv) {
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < tsv.size();) {
    const auto end = std::min(tsv.find('\n', begin), tsv.size());
    const std::string_view line = tsv.substr(begin, end - begin);
    begin = end + 1;
    if (++number == 1 || line.empty() || line.front() == '#') continue;
    const auto first = line.find('\t');
    const auto second = first == std::string_view::npos ? first : line.find('\t', first + 1);
    if (second == std::string_view::npos) {
      throw schema::Error(schema::ErrorCode::bad_data,
                          "parsing rules line " + std::to_string(number) + ": needs three cells: rule, phrase, value");
    }
    add(std::string(line.substr(0, first)), std::string(line.substr(first + 1, second - first - 1)),
        std::string(line.substr(second + 1)));
  }
}

void ParsingRules::add(const std::string& rule, const std::string& phrase, const std::string& value) {
  const std::string key = key_of(phrase);
  const auto parts = split_words(value);
  const auto says = [&](std::string_view word) { return std::find(parts.begin(), parts.end(), word) != parts.end(); };
  if (rule == "heading") {
    heading_filter_.add(key);
    headings_[key] = {find_value(roles, parts.at(0)), says("weak"), says("main")};
  } else if (rule == "class") {
    const auto role = parts.size() > 1 ? find_value(roles, parts[1]) : schema::PartRole::other;
    classes_[phrase] = {find_value(meanings, parts.at(0)), role};
  } else if (rule == "furniture" && says("prefix")) {
    add_furniture(key, parts.at(0));
    furniture_prefixes_.push_back({key, std::string(parts.at(0))});
  } else if (rule == "furniture" && says("town")) {
    if (key.empty()) return;
    town_ends_.set(static_cast<unsigned char>(key.back()));
    towns_.push_back({" " + key, std::string(parts.at(0))});
  } else if (rule == "secret") {
    secret_filter_.add(key);
    secrets_.push_back({key, value});
  } else if (rule == "case_shape" || rule == "other_case_shape") {
    case_shapes_.push_back({phrase, value, rule == "other_case_shape"});
  } else if (rule == "city") {
    cities_.push_back({phrase, value});
  } else if (rule == "maker") {
    maker_endings_.push_back({key, value});
  } else if (rule == "definite") {
    definites_.push_back({key, value});
  } else if (rule == "motion") {
    motion_filter_.add(key);
    motions_.push_back({key, value});
  } else if (rule == "signed") {
    signed_filter_.add(key);
    signed_.push_back({key, value});
  } else {
    if (rule == "furniture") add_furniture(key, value);
    WordList& words = words_[rule];
    words.filter.add(key);
    words.rows[key] = value;
  }
}

void ParsingRules::add_furniture(std::string_view key, std::string_view where) {
  furniture_filter_.add(key);
  if (where == "anywhere") navigation_filter_.add(key);
}

const ParsingRules::WordList* ParsingRules::list_called(std::string_view list) const {
  const auto found = words_.find(list);
  return found == words_.end() ? nullptr : &found->second;
}

/// The value of the word's row, if it has one.
const std::string* ParsingRules::WordList::find(std::string_view word,
                                                std::string (*key_of_word)(std::string_view)) const {
  if (!filter.may_hold(word)) return nullptr;
  const auto found = rows.find(key_of_word(word));
  return found == rows.end() ? nullptr : &found->second;
}

std::string ParsingRules::key_of(std::string_view line) {
  ReadingTime::check();
  std::string text = collapse_spaces(line);
  while (text.size() > 1 && text.back() == ':') text.pop_back();
  return stemmers::to_lower(trim(text));
}

const HeadingRule* ParsingRules::heading(std::string_view line) const {
  if (line.size() > max_key_bytes || !heading_filter_.may_hold(line)) return nullptr;
  const auto found = headings_.find(key_of(line));
  return found == headings_.end() ? nullptr : &found->second;
}

ClassRule ParsingRules::html_class(std::string_view classes) const {
  if (classes.empty()) return {};  // of all lines but HTML's
  for (const std::string_view name : split_words(classes)) {
    const auto found = classes_.find(std::string(name));
    if (found != classes_.end()) return found->second;
  }
  return {};
}

/// False only when the key of the line does not end in the last letter of a word for towns: "... kaupunki".
bool ParsingRules::may_end_as_town(std::string_view line) const {
  if (line.empty() || line.size() > 2 * max_key_bytes) return true;
  const auto last = static_cast<unsigned char>(line.back());
  if (last <= ' ' || last >= 0x7F || last == ':') return true;  // no part of the key, or a letter that may change
  return town_ends_.test(last >= 'A' && last <= 'Z' ? last - 'A' + 'a' : last);
}

bool ParsingRules::is_furniture(std::string_view line, bool header) const {
  const bool may_be_town = header && may_end_as_town(line);
  if (!may_be_town && !(header ? furniture_filter_ : navigation_filter_).may_hold(line)) return false;
  const std::string key = key_of(line.substr(0, std::min(line.size(), 2 * max_key_bytes)));
  if (const WordList* words = list_called("furniture")) {
    const auto found = words->rows.find(key);
    if (found != words->rows.end() && (header || found->second == "anywhere")) return true;
  }
  // "Porin kaupunki", "Åbo stad": one word and what it is.
  const bool two_words = may_be_town && std::count(key.begin(), key.end(), ' ') == 1;
  if (two_words && starts_upper(trim(line)) &&
      std::any_of(towns_.begin(), towns_.end(), [&](const Phrase& town) { return key.ends_with(town.key); })) {
    return true;
  }
  return !key.empty() && line.size() <= 2 * max_key_bytes &&
         std::any_of(furniture_prefixes_.begin(), furniture_prefixes_.end(), [&](const Phrase& prefix) {
           return key[0] == prefix.key[0] && (header || prefix.value == "anywhere") && key.starts_with(prefix.key);
         });
}

bool ParsingRules::has_part(std::string_view list, std::string_view word) const {
  if (word.size() > max_key_bytes) return false;
  const WordList* words = list_called(list);
  if (words == nullptr) return false;
  const std::string key = key_of(word);
  return std::any_of(words->rows.begin(), words->rows.end(),
                     [&](const auto& row) { return key.find(row.first) != std::string::npos; });
}

std::optional<int> ParsingRules::number_of(std::string_view list, std::string_view word) const {
  if (word.size() > max_key_bytes) return std::nullopt;
  const WordList* words = list_called(list);
  const std::string* value = words == nullptr ? nullptr : words->find(word, key_of);
  std::size_t at = 0;
  return value == nullptr ? std::nullopt : scan_number(*value, at, 4);
}

bool ParsingRules::is_motion_line(std::string_view line) const {
  if (line.size() > max_key_bytes || !motion_filter_.may_hold(line)) return false;
  const std::string key = key_of(line);
  return std::any_of(motions_.begin(), motions_.end(), [&](const Phrase& p) { return key.starts_with(p.key); });
}

bool ParsingRules::is_signed_line(std::string_view line) const {
  if (line.size() > max_key_bytes || !signed_filter_.may_hold(line)) return false;
  const std::string key = key_of(line);
  return std::any_of(signed_.begin(), signed_.end(), [&](const Phrase& p) { return key.starts_with(p.key); });
}

std::optional<std::string> ParsingRules::secret_title(std::string_view line) const {
  if (!secret_filter_.may_hold(line)) return std::nullopt;
  const std::string key = key_of(line.substr(0, std::min(line.size(), max_key_bytes)));
  for (const Phrase& secret : secrets_) {
    if (!key.starts_with(secret.key)) continue;
    const std::string_view rest = std::string_view(key).substr(secret.key.size());
    if (rest.empty() || rest.starts_with(',') || rest.starts_with(':') || rest.starts_with('.')) return secret.value;
    if (!rest.starts_with(' ')) continue;
    // "Salassa pidettävä (JulkL 24 §)", "Salassa pidettävä JulkL 24 §", "Salassa pidettävä - henkilöasia".
    const std::string_view next = trim(rest);
    for (const std::string_view begin : {"(", "[", "-", "–", "—", "/", "julk", "offentl", "act ", "lain ", "laki "}) {
      if (next.starts_with(begin)) return secret.value;
    }
  }
  return std::nullopt;
}

std::optional<ParsingRules::CaseNumber> ParsingRules::case_number(std::string_view text) const {
  for (const Phrase& shape : case_shapes_) {
    if (const auto length = match_case_shape(shape.key, text)) {
      return CaseNumber{write_case_number(shape.value, text.substr(0, length)), length, shape.other_city};
    }
  }
  return std::nullopt;
}

std::string_view ParsingRules::without_city(std::string_view name) const {
  for (const Phrase& city : cities_) {
    if (name.size() > city.key.size() + 1 && name.starts_with(city.key)) return trim(name.substr(city.key.size()));
  }
  return name;
}

std::string_view ParsingRules::without_label(std::string_view list, std::string_view text) const {
  const WordList* words = list_called(list);
  if (words == nullptr || !words->filter.may_hold(text)) return text;
  const auto end = text.find_first_of(" :\t");
  if (end == std::string_view::npos || end > max_key_bytes) return text;
  // Two words at most: "Case number".
  const auto second = text.find_first_of(" :\t", end + 1);
  for (const auto length : {second, end}) {
    if (length == std::string_view::npos || length > max_key_bytes) continue;
    if (!words->rows.contains(key_of(text.substr(0, length)))) continue;
    text.remove_prefix(length);
    while (!text.empty() && (text.front() == ':' || text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    return text;
  }
  return text;
}

bool ParsingRules::has(std::string_view list, std::string_view word) const {
  const WordList* words = word.size() > max_key_bytes ? nullptr : list_called(list);
  return words != nullptr && words->find(word, stemmers::to_lower) != nullptr;
}

bool ParsingRules::has_word_of(std::string_view list, std::string_view line) const {
  const WordList* known = list_called(list);
  if (known == nullptr) return false;
  // Few words pass the filter, and nearly all lines have no white space but ASCII's.
  unsigned char wide = 0;
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    const bool may_be_space = (byte < ' ') | (byte == 0xC2) | (byte >= 0xE2);
    wide = static_cast<unsigned char>(wide | static_cast<unsigned char>(may_be_space));
  }
  bool may_be = wide != 0;
  for (std::size_t begin = 0; begin < line.size() && !may_be;) {
    may_be = known->filter.may_hold(line.substr(begin));
    begin = std::min(line.find(' ', begin), line.size()) + 1;
  }
  if (!may_be) return false;
  const auto words = split_words(line);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return has(list, word); });
}

std::optional<std::string> ParsingRules::maker_language(std::string_view word) const {
  if (word.size() > max_key_bytes) return std::nullopt;
  const std::string key = stemmers::to_lower(word);
  for (const Phrase& ending : maker_endings_) {
    // English has no compounds: "the Board" is one, "keyboard" is not.
    const bool whole = ending.value == "en";
    if (key.empty() || ending.key.empty() || key.back() != ending.key.back()) continue;
    if (whole ? key == ending.key : key.ends_with(ending.key)) return ending.value;
  }
  return std::nullopt;
}

std::string ParsingRules::indefinite(std::string_view word) const {
  const std::string key = stemmers::to_lower(word);
  for (const Phrase& form : definites_) {
    if (!key.ends_with(form.key)) continue;
    // The forms differ only in their last letters: "direktören" / "direktör".
    return std::string(word.substr(0, word.size() - form.key.size())) +
           (key == form.key && starts_upper(word) ? stemmers::capitalize(form.value) : form.value);
  }
  return std::string(word);
}

}  // namespace pykala::indexer
