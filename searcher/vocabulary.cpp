// SPDX-License-Identifier: GPL-2.0-or-later
// One walk over the terms of an index; words lie behind one another in one string.
#include "searcher/vocabulary.h"

#include <limits>

#include "searcher/edit_distance.h"

namespace pykala::searcher {

Vocabulary::Vocabulary(const Xapian::Database& database, std::string_view prefix) {
  const std::string start(prefix);
  const auto end = database.allterms_end(start);
  for (auto it = database.allterms_begin(start); it != end;) {
    const std::string term = *it;
    const std::string_view word = std::string_view(term).substr(start.size());
    if (!word.empty() && word.front() >= 'A' && word.front() <= 'Z') {
      it.skip_to(start + '[');  // the sign after Z: terms of another prefix are passed over at once
      continue;
    }
    const bool fits = word.size() <= std::numeric_limits<std::uint8_t>::max() &&
                      bytes_.size() + word.size() <= std::numeric_limits<std::uint32_t>::max();
    if (!word.empty() && fits) {
      const std::u32string points = code_points(word);
      words_.push_back({static_cast<std::uint32_t>(bytes_.size()), it.get_termfreq(), letters_of(points),
                        static_cast<std::uint8_t>(word.size()), static_cast<std::uint8_t>(points.size())});
      bytes_ += word;
    }
    ++it;
  }
}

std::uint32_t Vocabulary::letters_of(std::u32string_view word) {
  std::uint32_t mask = 0;
  for (const char32_t letter : word) {
    const char32_t base = without_marks(letter);
    mask |= base >= U'a' && base <= U'z' ? 1u << (base - U'a') : other_sign;
  }
  return mask;
}

}  // namespace pykala::searcher
