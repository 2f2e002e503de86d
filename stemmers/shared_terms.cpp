// SPDX-License-Identifier: GPL-2.0-or-later
// Words in, entries in one buffer a shard, and back. No length is over a byte: words and terms are cut before
// (max_term_bytes).
#include "stemmers/shared_terms.h"

#include <algorithm>
#include <limits>

namespace pykala::stemmers {
namespace {

constexpr std::size_t longest = std::numeric_limits<std::uint8_t>::max();

void append(std::string& to, std::string_view bytes) {
  to += static_cast<char>(bytes.size());
  to += bytes;
}

std::size_t read_length(const std::string& bytes, std::size_t& at) {
  return static_cast<unsigned char>(bytes[at++]);
}

std::string_view read(const std::string& bytes, std::size_t& at) {
  const std::size_t length = read_length(bytes, at);
  at += length;
  return std::string_view(bytes).substr(at - length, length);
}

std::uint32_t tag_of(std::size_t hash) {
  return static_cast<std::uint32_t>(hash);
}

}  // namespace

/// Where the word is, or would be.
std::size_t SharedTerms::place_of(const Shard& shard, std::string_view word, std::size_t hash) {
  const std::size_t mask = shard.slots.size() - 1;
  std::size_t place = tag_of(hash) & mask;
  for (; shard.slots[place].entry != 0; place = (place + 1) & mask) {
    std::size_t at = shard.slots[place].entry - 1;
    if (shard.slots[place].tag == tag_of(hash) && read(shard.bytes, at) == word) break;
  }
  return place;
}

bool SharedTerms::find(std::string_view word, std::size_t hash, std::vector<Term>& terms,
                       std::vector<std::uint16_t>& boundaries) const {
  const Shard& shard = shards_[(hash >> 48U) % shards];
  const std::lock_guard lock(shard.mutex);
  if (shard.slots.empty()) return false;
  const Slot& slot = shard.slots[place_of(shard, word, hash)];
  if (slot.entry == 0) return false;
  std::size_t at = slot.entry - 1;
  (void)read(shard.bytes, at);
  terms.clear();
  for (std::size_t count = read_length(shard.bytes, at); count > 0; --count) {
    const auto kind = static_cast<TermKind>(shard.bytes[at++]);
    terms.push_back({std::string(read(shard.bytes, at)), kind});
  }
  boundaries.clear();
  for (std::size_t count = read_length(shard.bytes, at); count > 0; --count) {
    boundaries.push_back(static_cast<std::uint16_t>(read_length(shard.bytes, at)));
  }
  return true;
}

void SharedTerms::keep(std::string_view word, std::size_t hash, std::span<const Term> terms,
                       std::span<const std::uint16_t> boundaries) {
  const bool fits =
      word.size() <= longest && terms.size() <= longest && boundaries.size() <= longest &&
      std::all_of(terms.begin(), terms.end(), [](const Term& term) { return term.text.size() <= longest; }) &&
      std::all_of(boundaries.begin(), boundaries.end(), [](std::uint16_t boundary) { return boundary <= longest; });
  if (!fits) return;
  Shard& shard = shards_[(hash >> 48U) % shards];
  const std::lock_guard lock(shard.mutex);
  if (shard.words >= shard_words) return;
  if (shard.slots.empty()) shard.slots.resize(2 * shard_words);
  Slot& slot = shard.slots[place_of(shard, word, hash)];
  if (slot.entry != 0) return;
  slot = {tag_of(hash), static_cast<std::uint32_t>(shard.bytes.size() + 1)};
  ++shard.words;
  append(shard.bytes, word);
  shard.bytes += static_cast<char>(terms.size());
  for (const Term& term : terms) {
    shard.bytes += static_cast<char>(term.kind);
    append(shard.bytes, term.text);
  }
  shard.bytes += static_cast<char>(boundaries.size());
  for (const std::uint16_t boundary : boundaries) shard.bytes += static_cast<char>(boundary);
}

}  // namespace pykala::stemmers
