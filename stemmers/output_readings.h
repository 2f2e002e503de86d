// SPDX-License-Identifier: GPL-2.0-or-later
// Outputs of the Finnish transducer of Voikko -> readings, for words of the plain kind.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "stemmers/lexicon.h"
#include "stemmers/morphology_marks.h"
#include "stemmers/transducer.h"

namespace pykala::stemmers {

/// The same readings that libvoikko gives, in the same order, from the same dictionary file. Words with hyphens that
/// the dictionary knows, compounds with names, abbreviations and numerals, names of organisations ("keskus" may be one)
/// and letters that the dictionary lacks are left to the library.
class OutputReadings {
 public:
  explicit OutputReadings(std::unique_ptr<const Transducer> transducer);

  /// nullopt: ask the library. Safe to use from any thread.
  [[nodiscard]] std::optional<Readings> readings_of(std::string_view word) const;

 private:
  std::unique_ptr<const Transducer> transducer_;
  std::vector<Mark> marks_;  ///< by symbol
};

}  // namespace pykala::stemmers
