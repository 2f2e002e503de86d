// SPDX-License-Identifier: GPL-2.0-or-later
// Value names: what people may call a stored value of a field, in any language, and the forms in which names are
// compared.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema.h"

namespace pykala::searcher {

/// Values that are ours, with their labels in Finnish, Swedish and English.
struct NamedValue {
  schema::FieldId field;
  std::string_view value;
  std::array<std::string_view, 3> labels;
};
inline constexpr std::array<NamedValue, 6> named_values{{
    {schema::FieldId::kind, "decision", {"päätös", "beslut", "decision"}},
    {schema::FieldId::kind, "motion", {"esitys", "förslag", "motion"}},
    {schema::FieldId::kind, "other", {"muu asiakirja", "annat dokument", "other document"}},
    {schema::FieldId::language, "fi", {"suomi", "finska", "Finnish"}},
    {schema::FieldId::language, "sv", {"ruotsi", "svenska", "Swedish"}},
    {schema::FieldId::language, "en", {"englanti", "engelska", "English"}},
}};

/// What a person types for "not known", beside its labels; first the one that README names.
inline constexpr std::array<std::string_view, 6> unknown_names{"unknown",     "tuntematon",     "okänd",
                                                               "ei tiedossa", "uppgift saknas", "not known"};
[[nodiscard]] bool is_unknown_name(std::string_view text);

/// Lower case, NFC, broken bytes repaired: equal for "STEA" and "stea".
[[nodiscard]] std::string folded(std::string_view text);
/// The same without marks: "paatos" and "päätös" are equal.
[[nodiscard]] std::string plain(std::string_view text);

/// The value itself and its names: "STEA" -> its names in three languages and its abbreviations; an office's Finnish
/// and Swedish name (`maker_name`: the name the documents give it); a classification's title; a sector's names.
[[nodiscard]] std::vector<std::string> names_of_value(schema::FieldId field, const std::string& value,
                                                      const std::string& maker_name);

}  // namespace pykala::searcher
