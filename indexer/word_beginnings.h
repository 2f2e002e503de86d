// SPDX-License-Identifier: GPL-2.0-or-later
// WordBeginnings: which of a fixed list of beginnings ("sosiaalir", "opetusha") a word begins with. A table by the
// first two bytes: nearly every word of a text is turned away by one look, however long the list is.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pykala::indexer {

/// Built once, then read-only and safe to share between threads.
class WordBeginnings {
 public:
  WordBeginnings() = default;
  /// An empty beginning is never found.
  explicit WordBeginnings(const std::vector<std::string_view>& beginnings);

  /// Calls use(index of the beginning) for every beginning of the word: the shortest first, equal ones in their order.
  template <class Use>
  void for_each(std::string_view word, Use use) const {
    if (word.empty()) return;
    if (has_single_bytes_) find_in(place_of(word.substr(0, 1)), word, use);
    if (word.size() > 1) find_in(place_of(word), word, use);
  }

 private:
  struct Entry {
    std::string text;
    std::size_t index;
  };
  static constexpr std::size_t places = 2048;

  /// Of the first two bytes; a single byte has a place of its own.
  static std::size_t place_of(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(text[i])); };
    return text.size() < 2 ? places + byte(0) : (byte(0) * 37 + byte(1)) % places;
  }

  template <class Use>
  void find_in(std::size_t place, std::string_view word, Use& use) const {
    for (std::size_t i = begin_[place]; i < begin_[place + 1]; ++i) {
      const std::string& text = entries_[i].text;
      // The last byte first: the beginnings of one place differ there.
      if (word.size() >= text.size() && word[text.size() - 1] == text.back() && word.starts_with(text))
        use(entries_[i].index);
    }
  }

  std::vector<Entry> entries_;                           ///< by place, then by length
  std::array<std::uint32_t, places + 256 + 1> begin_{};  ///< place -> its first entry; one more at the end
  bool has_single_bytes_ = false;
};

}  // namespace pykala::indexer
