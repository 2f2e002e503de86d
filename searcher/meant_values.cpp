// SPDX-License-Identifier: GPL-2.0-or-later
// A text in, values out. Private: when a text that is only a part of a name means its value.
#include "searcher/meant_values.h"

#include <algorithm>
#include <string_view>

#include "indexer/keys.h"
#include "searcher/value_names.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

using namespace schema;

namespace {

constexpr std::size_t least_part = 4;        ///< letters of what may stand at the beginning of a word of a name,
constexpr std::size_t least_inner_part = 5;  ///< anywhere in it; shorter ones are a whole word: "ara" is no "rahasto"

bool is_word_byte(char byte) {
  const auto c = static_cast<unsigned char>(byte);
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '+';
}

/// Whether the name holds the text as a person means it: "ilo" in "Ilo ry", "lähi" in "Lähitupa ry", "johtaja" in
/// "Elinkeinojohtaja". Both as `plain` makes them.
bool names_part(std::string_view name, std::string_view text) {
  const std::size_t letters = stemmers::count_code_points(text);
  for (std::size_t at = name.find(text); at != std::string_view::npos; at = name.find(text, at + 1)) {
    const std::size_t end = at + text.size();
    const bool begins = at == 0 || !is_word_byte(name[at - 1]);
    const bool ends = end == name.size() || !is_word_byte(name[end]);
    if (letters >= least_inner_part || (begins && (ends || letters >= least_part))) return true;
  }
  return false;
}

}  // namespace

std::string maker_name(const Xapian::Database& database, const std::string& key) {
  const std::string name = database.get_metadata(metadata::maker + key.substr(0, max_key_bytes));
  return name.empty() ? key : name;
}

std::vector<std::string> stored_names(const Xapian::Database& database, FieldId id, const std::string& value) {
  const bool maker = id == FieldId::decision_maker && !value.empty();
  return names_of_value(id, value, maker ? maker_name(database, value) : std::string());
}

MeantValues::MeantValues(const Xapian::Database& database, FieldId id) : field_(id) {
  const std::string prefix = make_term(field(id), "");
  for (auto it = database.allterms_begin(prefix); it != database.allterms_end(prefix); ++it) {
    std::string value = (*it).substr(prefix.size());
    if (value.empty()) continue;
    for (const std::string& name : stored_names(database, id, value)) {
      names_.emplace_back(folded(name), static_cast<std::uint32_t>(values_.size()));
    }
    values_.push_back(std::move(value));
  }
  std::sort(names_.begin(), names_.end());
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
}

std::vector<std::string> MeantValues::of(const std::string& text, const Xapian::Database& database) const {
  std::vector<std::string> equal = equal_to(text);
  return equal.empty() ? containing(text, database) : equal;
}

std::vector<std::string> MeantValues::equal_to(const std::string& text) const {
  const std::string wanted = folded(text);
  std::vector<std::string> out;
  auto it = std::lower_bound(names_.begin(), names_.end(), std::pair(wanted, std::uint32_t{0}));
  for (; it != names_.end() && it->first == wanted && out.size() < max_meant_values; ++it) {
    out.push_back(values_[it->second]);
  }
  return out;
}

std::vector<std::string> MeantValues::containing(const std::string& text, const Xapian::Database& database) const {
  const std::string wanted = plain(text);
  std::vector<std::string> out;
  if (wanted.empty()) return out;
  for (const std::string& value : values_) {
    const std::vector<std::string> names = stored_names(database, field_, value);
    const bool meant = std::any_of(names.begin(), names.end(),
                                   [&](const std::string& name) { return names_part(plain(name), wanted); });
    if (meant && out.size() < max_meant_values) out.push_back(value);
  }
  return out;
}

}  // namespace pykala::searcher
