// SPDX-License-Identifier: GPL-2.0-or-later
// Values in, values of the index or notes out.
#include "searcher/value_notes.h"

#include <algorithm>

#include "indexer/authority.h"
#include "indexer/keys.h"
#include "searcher/edit_distance.h"
#include "searcher/filters.h"
#include "searcher/labels.h"
#include "searcher/value_names.h"

namespace pykala::searcher {

using namespace schema;

namespace {

constexpr std::size_t max_named_values = 6;         ///< of one note
constexpr std::size_t max_values_looked_at = 5000;  ///< for a note; more is slow, and names nothing better
constexpr int letters_for_one_slip = 4;             ///< "nosuch" is no slip of "STEA"

struct KnownValue {
  std::string value;
  std::string label;
  Xapian::doccount frequency = 0;
  int cost = 0;
};

/// How far `text` is from the nearest name of a value; `lines`: its names, one a line.
int nearest(std::u32string_view text, std::string_view lines, int limit) {
  int least = limit + 1;
  while (!lines.empty()) {
    const auto end = lines.find('\n');
    least = std::min(least, edit_distance(text, code_points(lines.substr(0, end)), limit));
    lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
  }
  return least;
}

/// Values to name to a person who asked for `text`, best first; `nearly`: they are spelt nearly so.
std::vector<KnownValue> values_to_name(FieldId id, const std::string& text, const Index& index, bool& nearly) {
  const std::u32string wanted = code_points(plain(text));
  const int limit = static_cast<int>(wanted.size()) / letters_for_one_slip * slip_cost;
  const auto& values = index.column(id).values();
  const auto& names = index.plain_names(id);
  std::vector<KnownValue> found;
  for (std::size_t n = 1; n < values.size() && n < max_values_looked_at; ++n) {
    const auto frequency = index.database().get_termfreq(make_term(field(id), values[n]));
    if (frequency > 0) found.push_back({values[n], "", frequency, nearest(wanted, names[n], limit)});
  }
  nearly = std::any_of(found.begin(), found.end(), [limit](const KnownValue& v) { return v.cost <= limit; });
  if (nearly) std::erase_if(found, [limit](const KnownValue& v) { return v.cost > limit; });
  const bool by_cost = nearly;
  std::sort(found.begin(), found.end(), [by_cost](const KnownValue& a, const KnownValue& b) {
    if (by_cost && a.cost != b.cost) return a.cost < b.cost;
    return a.frequency != b.frequency ? a.frequency > b.frequency : a.value < b.value;
  });
  if (found.size() > max_named_values) found.resize(max_named_values);
  return found;
}

std::string note_of(FieldId id, const std::string& text, const Index& index, UiLanguage lang) {
  std::string note = message(Message::no_such_value, lang, text, field_label(id, lang));
  if (!field(id).facet) return note;
  bool nearly = false;
  std::string list;
  for (const KnownValue& known : values_to_name(id, text, index, nearly)) {
    const std::string label = label_of(id, known.value, index, lang);
    list += (list.empty() ? "" : ", ") + known.value + (label == known.value ? "" : " (" + label + ")");
  }
  if (!list.empty()) note += message(nearly ? Message::nearly_values : Message::other_values, lang, list);
  return note;
}

/// "02.05.02", "02-05-02", "020502" -> "02 05 02"; other texts as they are.
std::string class_code(const std::string& text) {
  if (text.find_first_not_of("0123456789.- ") != std::string::npos) return text;
  std::string code;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    const bool pair_is_full = code.size() % 3 == 2;  // a pair of digits and a space each
    if (pair_is_full && digit) code += ' ';
    if (digit) code += c;
  }
  return code.size() % 3 == 2 ? code : text;
}

/// "Khs", "khs", "KHS" -> "Kaupunginhallitus"; other texts as they are.
std::string name_in_full(FieldId id, const std::string& text) {
  if (id == FieldId::classification) return class_code(text);
  if (id != FieldId::decision_maker) return text;
  std::string upper = text, capital = text;
  std::transform(text.begin(), text.end(), upper.begin(), [](char c) { return c >= 'a' && c <= 'z' ? c - 32 : c; });
  std::transform(text.begin(), text.end(), capital.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  if (!capital.empty()) capital.front() = upper.front();
  for (const std::string& written : {text, upper, capital}) {
    if (const auto name = maker_called(written)) return std::string(*name);
  }
  return text;
}

}  // namespace

Filter meant_filter(FieldId id, const std::string& typed, const Index& index) {
  const std::string text = name_in_full(id, typed);
  Filter filter = parse_filter(id, text);
  const bool by_name = field(id).type == FieldType::keyword && id != FieldId::case_number && id != FieldId::id;
  if (!by_name || filter.values.empty() || !filter.values.front()) return filter;
  const bool is_code =
      id == FieldId::classification && index.database().term_exists(make_term(field(id), value_key(id, text)));
  if (is_code) return filter;
  const auto meant = index.values_meant(id, text);
  if (!meant.empty()) filter.values.assign(meant.begin(), meant.end());
  return filter;
}

std::vector<Filter> meant_filters(std::vector<Filter> filters, const Index& index) {
  for (Filter& filter : filters) {
    if (field(filter.field).type != FieldType::keyword) continue;
    std::vector<std::optional<std::string>> values;
    for (auto& value : filter.values) {
      const auto known = [&](const std::string& each) {
        return index.database().term_exists(make_term(field(filter.field), value_key(filter.field, each)));
      };
      if (!value || value->empty() || known(*value)) {
        values.push_back(std::move(value));
        continue;
      }
      const Filter meant = meant_filter(filter.field, *value, index);
      values.insert(values.end(), meant.values.begin(), meant.values.end());
    }
    filter.values = std::move(values);
  }
  return filters;
}

std::vector<std::string> notes_on_reading(FieldId id, const std::string& typed, const Index& index, UiLanguage lang) {
  if (field(id).type != FieldType::keyword) return {};
  const std::string text = name_in_full(id, typed);
  const Filter meant = meant_filter(id, typed, index);
  std::string list;
  for (std::size_t n = 0; n < meant.values.size(); ++n) {
    if (!meant.values[n]) return {};
    const std::string& value = *meant.values[n];
    const bool maker = id == FieldId::decision_maker;
    for (const std::string& name : names_of_value(id, value, maker ? index.maker_name(value) : std::string())) {
      if (folded(name) == folded(text)) return {};
    }
    if (value_key(id, value) == value_key(id, text)) return {};  // not in the index: told by notes_on_filter
    if (n < max_named_values) list += (list.empty() ? "" : ", ") + label_of(id, value, index, lang);
  }
  if (list.empty()) return {};
  if (meant.values.size() > max_named_values) list += ", …";
  return {message(Message::read_as, lang, typed, list)};
}

std::vector<std::string> notes_on_filter(const Filter& filter, const Index& index, UiLanguage lang) {
  std::vector<std::string> notes;
  if (field(filter.field).type != FieldType::keyword || filter.field == FieldId::id) return notes;
  for (const auto& value : filter.values) {
    if (!value || index.database().term_exists(make_term(field(filter.field), value_key(filter.field, *value))))
      continue;
    notes.push_back(note_of(filter.field, *value, index, lang));
  }
  return notes;
}

}  // namespace pykala::searcher
