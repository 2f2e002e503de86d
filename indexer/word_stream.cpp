// SPDX-License-Identifier: GPL-2.0-or-later
// In: words with positions. Out: a few bytes for each, and the answer whether a phrase stands in them. Private: the
// choice of a hash under which all words of one decision differ.
#include "indexer/word_stream.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace pykala::schema {
namespace {

constexpr std::uint64_t gap = 0;
constexpr std::uint64_t same_place = 1;
constexpr std::uint64_t reserved = 2;
constexpr std::array<std::size_t, 4> widths{2, 3, 4, 8};
constexpr unsigned salts = 64;
constexpr std::size_t header_bytes = 2;

std::uint64_t hash_of(std::string_view word, std::size_t width, unsigned salt) {
  const std::uint64_t most = width >= sizeof(std::uint64_t) ? UINT64_MAX : (std::uint64_t{1} << (8 * width)) - 1;
  return reserved + XXH3_64bits_withSeed(word.data(), word.size(), salt) % (most - reserved);
}

void append(std::string& stream, std::uint64_t hash, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i) stream += static_cast<char>(hash >> (8 * i));
}

bool all_differ(const std::vector<std::string_view>& words, std::size_t width, unsigned salt) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(words.size());
  for (const std::string_view word : words) hashes.push_back(hash_of(word, width, salt));
  std::sort(hashes.begin(), hashes.end());
  return std::adjacent_find(hashes.begin(), hashes.end()) == hashes.end();
}

/// Width and salt under which no two of the words have one hash. 300 words differ in two bytes at every other salt.
std::pair<std::size_t, unsigned> choose_hash(const std::vector<PlacedWord>& words) {
  std::vector<std::string_view> distinct;
  distinct.reserve(words.size());
  for (const PlacedWord& placed : words) distinct.push_back(placed.word);
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  for (const std::size_t width : widths) {
    // Pairs of words for each hash: with more than a few, no salt will do.
    constexpr double hopeless = 3;
    const double pairs = static_cast<double>(distinct.size()) * static_cast<double>(distinct.size()) / 2;
    if (width < widths.back() && pairs / static_cast<double>(std::uint64_t{1} << (8 * width)) > hopeless) continue;
    for (unsigned salt = 0; salt < salts; ++salt) {
      if (all_differ(distinct, width, salt)) return {width, salt};
    }
  }
  throw std::runtime_error("no hash tells the words of the decision apart");
}

}  // namespace

std::string make_word_stream(const std::vector<PlacedWord>& words) {
  if (words.empty()) return {};
  const auto [width, salt] = choose_hash(words);
  std::string stream{static_cast<char>(width), static_cast<char>(salt)};
  stream.reserve(header_bytes + words.size() * width);
  std::uint32_t last = words.front().position - 1;
  for (const PlacedWord& placed : words) {
    if (placed.position == last) append(stream, same_place, width);
    if (placed.position > last + 1) append(stream, gap, width);
    append(stream, hash_of(placed.word, width, salt), width);
    last = placed.position;
  }
  return stream;
}

WordStream::WordStream(std::string_view stream) : stream_(stream) {
  if (stream.size() < header_bytes) return;
  const std::size_t width = static_cast<unsigned char>(stream[0]);
  if (std::find(widths.begin(), widths.end(), width) == widths.end()) return;
  width_ = width;
  salt_ = static_cast<unsigned char>(stream[1]);
  at_ = header_bytes;
}

std::uint64_t WordStream::hash(std::string_view word) const {
  return hash_of(word, width_, salt_);
}

std::optional<std::uint64_t> WordStream::next() {
  bool shares = false;
  while (width_ > 0 && at_ + width_ <= stream_.size()) {
    const std::uint64_t hash = read();
    if (hash == gap) {
      ++place_;
    } else if (hash == same_place) {
      shares = true;
    } else {
      if (!shares) ++place_;
      return hash;
    }
  }
  return std::nullopt;
}

std::uint64_t WordStream::read() {
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < width_; ++i) {
    hash |= std::uint64_t{static_cast<unsigned char>(stream_[at_ + i])} << (8 * i);
  }
  at_ += width_;
  return hash;
}

bool holds_phrase(std::string_view stream, std::span<const std::string> words) {
  if (words.empty()) return true;
  WordStream reader(stream);
  std::vector<std::uint64_t> wanted;
  for (const std::string& word : words) wanted.push_back(reader.hash(word));
  // Bit i of `ended`: the first i + 1 words of the phrase stand in a row that ends at the place before this one.
  std::vector<bool> ended(wanted.size(), false), here(wanted.size(), false);
  std::size_t place = 0;
  while (const auto hash = reader.next()) {
    if (reader.place() != place) {
      if (reader.place() == place + 1) {
        std::swap(ended, here);
      } else {
        ended.assign(wanted.size(), false);
      }
      here.assign(wanted.size(), false);
      place = reader.place();
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (*hash == wanted[i] && (i == 0 || ended[i - 1])) here[i] = true;
    }
    if (here.back()) return true;
  }
  return false;
}

}  // namespace pykala::schema
