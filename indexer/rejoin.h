// SPDX-License-Identifier: GPL-2.0-or-later
// Rejoining: lines that a page's width cut are one paragraph again, and words cut at a line's or page's end one word.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/lines.h"

namespace pykala::indexer {

/// Word knowledge of one document: which words it writes, with and without hyphens. The lines are read at the first
/// question (most documents ask none) and must live until then. Used by one thread.
class DocumentWords {
 public:
  explicit DocumentWords(std::span<const Line> lines) : lines_(lines) {}
  [[nodiscard]] bool has_word(std::string_view word) const;
  /// A word that begins so: "toimenpide-ehd" is in "Toimenpide-ehdotusten".
  [[nodiscard]] bool has_prefix(std::string_view prefix) const;

 private:
  const std::vector<std::string_view>& words() const;

  std::span<const Line> lines_;
  mutable std::deque<std::string> lower_;        ///< lines and words in lower case
  mutable std::vector<std::string_view> words_;  ///< of `lower_`, sorted
  mutable bool read_ = false;
};

/// Appends `tail` to `text`, which ends with a hyphen. "osal-" + "lisuuden ..." -> "osallisuuden ...", "toimenpide-" +
/// "ehdotukset" -> "toimenpide-ehdotukset", "vapaaehtois-" + "ja ..." -> "vapaaehtois- ja ...".
void join_at_hyphen(std::string& text, std::string_view tail, const DocumentWords& words);

/// The lines with each paragraph as one line. Headings, list items, cells, and lines that stand alone (names,
/// addresses, e-mail) stay. Hyphens left inside a line ("kiinteistölautakun- nan") are mended too.
[[nodiscard]] Lines rejoin(const Lines& lines);

}  // namespace pykala::indexer
