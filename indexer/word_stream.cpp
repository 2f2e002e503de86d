// SPDX-License-Identifier: GPL-2.0-or-later
// In: words with positions. Out: a few bytes for each, and the answer whether a phrase stands in them. Private: the
// choice of a hash under which all words of one decision differ.
#include "indexer/word_stream.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
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

std::vector<std::uint64_t> hashes_of(const std::vector<std::string_view>& words, std::size_t width, unsigned salt) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(words.size());
  for (const std::string_view word : words) hashes.push_back(hash_of(word, width, salt));
  return hashes;
}

bool all_differ(std::vector<std::uint64_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  return std::adjacent_find(hashes.begin(), hashes.end()) == hashes.end();
}

struct Choice {
  std::size_t width;
  unsigned salt;
  std::vector<std::uint64_t> hashes;
};

/// Width and salt under which no two of the words have one hash. 300 words differ in two bytes at every other salt.
Choice choose_hash(const std::vector<std::string_view>& words) {
  for (const std::size_t width : widths) {
    // Pairs of words for each hash: with more than a few, no salt will do.
    constexpr double hopeless = 3;
    const double pairs = static_cast<double>(words.size()) * static_cast<double>(words.size()) / 2;
    if (width < widths.back() && pairs / static_cast<double>(std::uint64_t{1} << (8 * width)) > hopeless) continue;
    for (unsigned salt = 0; salt < salts; ++salt) {
      auto hashes = hashes_of(words, width, salt);
      if (all_differ(hashes)) return {width, salt, std::move(hashes)};
    }
  }
  throw std::runtime_error("no hash tells the words of the decision apart");
}

/// The hashes of a stream by number, for looking at many streams.
template <class Hash, std::size_t width>
class Hashes {
 public:
  explicit Hashes(std::string_view stream)
      : bytes_(stream.data() + header_bytes), count_((stream.size() - header_bytes) / width) {}

  /// Whether these stand in a row. Looks for the first, then reads on from there.
  [[nodiscard]] bool hold(std::span<const std::uint64_t> wanted) const {
    const Hash first = static_cast<Hash>(wanted.front());
    for (std::size_t at = 0; at < count_; ++at) {
      if ((*this)[at] == first && follow(at, wanted.subspan(1))) return true;
    }
    return false;
  }

 private:
  Hash operator[](std::size_t at) const {
    Hash hash = 0;
    std::memcpy(&hash, bytes_ + at * width, width);
    return hash;
  }

  /// Whether these follow the one at `at`, each at the next place.
  [[nodiscard]] bool follow(std::size_t at, std::span<const std::uint64_t> wanted) const {
    std::size_t next = behind_place(at + 1);
    for (const std::uint64_t hash : wanted) {
      if (next >= count_ || (*this)[next] == gap) return false;
      bool here = (*this)[next] == hash;
      const std::size_t end = behind_place(next + 1);
      for (std::size_t other = next + 2; other < end; other += 2) here = here || (*this)[other] == hash;
      if (!here) return false;
      next = end;
    }
    return true;
  }

  /// Behind the words that share the place of the one before `at`.
  [[nodiscard]] std::size_t behind_place(std::size_t at) const {
    while (at + 1 < count_ && (*this)[at] == same_place) at += 2;
    return at;
  }

  const char* bytes_;
  std::size_t count_;
};

}  // namespace

static_assert(std::endian::native == std::endian::little);

std::string make_word_stream(const std::vector<std::string_view>& words, const std::vector<PlacedWord>& places) {
  if (places.empty()) return {};
  const auto [width, salt, hashes] = choose_hash(words);
  std::string stream{static_cast<char>(width), static_cast<char>(salt)};
  stream.reserve(header_bytes + places.size() * width);
  std::uint32_t last = places.front().position - 1;
  for (const PlacedWord& placed : places) {
    if (placed.position == last) append(stream, same_place, width);
    if (placed.position > last + 1) append(stream, gap, width);
    append(stream, hashes[placed.word], width);
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
  std::memcpy(&hash, stream_.data() + at_, width_);
  at_ += width_;
  return hash;
}

bool holds_phrase(std::string_view stream, std::span<const std::string> words) {
  if (words.empty()) return true;
  const WordStream reader(stream);
  std::vector<std::uint64_t> wanted;
  wanted.reserve(words.size());
  for (const std::string& word : words) wanted.push_back(reader.hash(word));
  switch (reader.width()) {
    case 2:
      return Hashes<std::uint16_t, 2>(stream).hold(wanted);
    case 3:
      return Hashes<std::uint32_t, 3>(stream).hold(wanted);
    case 4:
      return Hashes<std::uint32_t, 4>(stream).hold(wanted);
    case 8:
      return Hashes<std::uint64_t, 8>(stream).hold(wanted);
    default:
      return false;
  }
}

}  // namespace pykala::schema
