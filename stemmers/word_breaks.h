// SPDX-License-Identifier: GPL-2.0-or-later
// Word breaks: where words and numbers begin and end in a text, as Unicode says (UAX #29, with ICU's rules for
// Finnish).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pykala::stemmers {

/// Name and version of the word breaks for the analyser id: "icu-72.1".
[[nodiscard]] std::string word_breaks_id();

/// Bytes [begin, end) of a word, a number, or a section sign.
struct Segment {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Used by one thread at a time.
class WordBreaks {
 public:
  /// table: between blanks where a text has only letters, digits and signs of Latin script, by their classes; the rest
  /// by ICU. icu: all by ICU, five times as slow; the same segments.
  enum class By { table, icu };

  explicit WordBreaks(By by = By::table);
  ~WordBreaks();
  WordBreaks(const WordBreaks&) = delete;
  WordBreaks& operator=(const WordBreaks&) = delete;

  /// Replaces the contents of `out`. Any bytes in, fewer than 2 GiB; linear time. A segment longer than
  /// max_segment_bytes comes in pieces: it is no word, and every look ahead stays bounded.
  void find(std::string_view text, std::vector<Segment>& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

inline constexpr std::size_t max_segment_bytes = 1024;

}  // namespace pykala::stemmers
