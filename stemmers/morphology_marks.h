// SPDX-License-Identifier: GPL-2.0-or-later
// What the symbols of Voikko's Finnish transducer mean.
#pragma once

#include <cstdint>
#include <string_view>

namespace pykala::stemmers {

enum class MarkKind : std::uint8_t {
  nothing,
  letter,
  dictionary_form,  ///< "[Xp]": until "[X]" the dictionary form of a part
  derived_form,     ///< "[Xj]": until "[X]" the end of a derived word's dictionary form
  form_end,
  part_end,    ///< "[Bc]", between the words of a compound
  inner_part,  ///< "[Bm]", between words of a compound that the dictionary has as one
  word_class,
  personal_name,  ///< first name, surname
  grammatical_case,
  number,
  mood,
  person,
  possessor,
  participle,
  organisation,  ///< "[Ion]": may be the last word of an organisation's name
  left_to_library
};

struct Mark {
  MarkKind kind = MarkKind::nothing;
  std::uint8_t value = 0;   ///< of an enumeration, or a digit
  bool only_alone = false;  ///< the library makes more of a compound with it: "Suomi-neito", "ellei"
};

/// MarkKind::nothing of a symbol that tells nothing that a reading has; a mark that is not known is left to the
/// library.
[[nodiscard]] Mark mark_of(std::string_view symbol);

}  // namespace pykala::stemmers
