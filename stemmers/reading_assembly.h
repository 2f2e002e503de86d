// SPDX-License-Identifier: GPL-2.0-or-later
// Puts the reading of one output of the transducer together, mark by mark.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "stemmers/lexicon.h"
#include "stemmers/morphology_marks.h"

namespace pykala::stemmers {

/// For one output: take() each symbol, then finish().
class ReadingAssembly {
 public:
  void take(Mark mark, std::string_view symbol);

  /// Adds the reading, and that of an organisation's name if it may be one; nothing when the output is of no word.
  /// False: it is to be left to the library. `word` is in lower case.
  bool finish(std::string_view word, std::vector<Reading>& readings);

 private:
  void add_boundary();
  void take_letter(std::string_view symbol);
  void take_class(Mark mark);
  void begin_form(MarkKind kind);
  void end_form();
  void end_part();
  [[nodiscard]] const std::string& form_of_part() const;

  Reading reading_;             ///< of the part that is being read; with the boundaries of all before it
  std::string letters_before_;  ///< of earlier parts, as the word has them
  std::string letters_;         ///< of this part
  std::string dictionary_form_;
  std::string derived_form_;  ///< of this part: the last of those made from one another
  int derivations_ = 0;       ///< by endings with letters: none in "saatuaan" of saada
  std::string form_text_;
  MarkKind form_ = MarkKind::nothing;  ///< of which form_text_ is
  VerbForm mood_ = VerbForm::none;
  bool class_seen_ = false;
  bool participle_ = false;
  bool participle_to_noun_ = false;  ///< by the mark taken last, with nothing after it: "oltuaan[Ln]"
  bool from_participle_ = false;     ///< the part is a noun made of a participle
  bool personal_seen_ = false;       ///< the word is, or is made of, a first name or surname
  bool case_before_ = false;         ///< an earlier part has a case or a number: "monentena" of "monentenatoista"
  bool organisation_ = false;
  bool only_alone_ = false;     ///< not put together here when it is part of a compound
  bool doubled_vowel_ = false;  ///< "vuokraasema" is no word, "vuokra-asema" is
  bool plain_ = true;
};

}  // namespace pykala::stemmers
