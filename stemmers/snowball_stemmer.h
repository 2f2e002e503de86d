// SPDX-License-Identifier: GPL-2.0-or-later
// Stems of Swedish and English words.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace pykala::stemmers {

/// Name and version for the analyser id: "snowball-1.4.22" (of Xapian).
[[nodiscard]] std::string snowball_id();

/// Snowball as Xapian carries it: https://snowballstem.org/algorithms/{swedish,english}/stemmer.html
class SnowballStemmer {
 public:
  /// `language`: "swedish" or "english". Throws std::invalid_argument for a name Xapian does not know.
  explicit SnowballStemmer(const char* language);
  ~SnowballStemmer();
  SnowballStemmer(SnowballStemmer&&) noexcept;

  /// Stem of a lower-case word, never empty: "avdelningarna" -> "avdelning".
  [[nodiscard]] std::string stem(std::string_view word) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pykala::stemmers
