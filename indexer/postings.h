// SPDX-License-Identifier: GPL-2.0-or-later
// Postings: the documents of a term as bytes. Gaps between docids, small numbers most of them, in LEB128 (DWARF 5,
// section 7.6), as in H. Williams, J. Zobel: Compressing Integers for Fast File Access, 1999.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pykala::schema {

/// A document that has a term.
struct Posting {
  std::uint32_t document;  ///< docid, from 1
  std::uint32_t wdf;       ///< how often the term stands in it, weighted; at least 1
  bool operator==(const Posting&) const = default;
};

/// What read_number does with a number of more than one byte.
[[nodiscard]] std::uint64_t read_long_number(std::string_view& bytes);

/// Moves past a number (leb128.h) at the beginning of `bytes`. Throws Error{bad_data} for cut or over-long ones.
[[nodiscard]] inline std::uint64_t read_number(std::string_view& bytes) {
  if (bytes.empty() || static_cast<unsigned char>(bytes.front()) >= 0x80U) return read_long_number(bytes);
  const auto number = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  return number;
}

/// A number that fits, and as many bytes as `count` says; moves past them, and throws as read_number() does.
[[nodiscard]] std::uint32_t read_u32(std::string_view& bytes);
[[nodiscard]] std::string_view read_bytes(std::string_view& bytes, std::uint64_t count);

/// Writes a list. Docids ascend.
class PostingEncoder {
 public:
  /// `base`: a docid below all of the list, which the reader must know too.
  explicit PostingEncoder(std::uint32_t base) : base_(base), last_(base) {}

  void add(const Posting& posting);
  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  [[nodiscard]] std::uint32_t last() const { return last_; }
  void clear() {
    bytes_.clear();
    last_ = base_;
  }

 private:
  std::uint32_t base_, last_;
  std::string bytes_;
};

/// Reads a list: a number (gap - 1) * 4 + c a posting; c is wdf - 1 up to 2, and 3 says that wdf - 4 follows.
class PostingDecoder {
 public:
  PostingDecoder() = default;
  PostingDecoder(std::string_view bytes, std::uint32_t base)
      : at_(bytes.data()), end_(at_ + bytes.size()), last_(base) {}

  /// False at the end. Throws Error{bad_data} for bytes that no encoder writes.
  bool next(Posting& posting) {
    if (at_ == end_) return false;
    const std::uint64_t number = number_from(at_);
    last_ = moved(number >> code_bits);
    posting.document = last_;
    const auto code = static_cast<std::uint32_t>(number & long_wdf);
    posting.wdf = code < long_wdf ? code + 1 : explicit_wdf(at_);
    return true;
  }

  /// Calls `take` with each posting of a document below `end`, and stays before the first of another. The same as
  /// next() until then, but the place is kept in registers.
  template <class Take>
  void each_below(std::uint32_t end, const Take& take) {
    const char* at = at_;
    std::uint32_t last = last_;
    while (at != end_) {
      const char* const begin = at;
      const std::uint64_t number = number_from(at);
      const std::uint64_t document = std::uint64_t{last} + (number >> code_bits) + 1;
      if (document >= end) {
        at = begin;
        break;
      }
      last = static_cast<std::uint32_t>(document);
      const auto code = static_cast<std::uint32_t>(number & long_wdf);
      take(Posting{last, code < long_wdf ? code + 1 : explicit_wdf(at)});
    }
    at_ = at;
    last_ = last;
  }
  [[nodiscard]] bool at_end() const { return at_ == end_; }

  static constexpr unsigned code_bits = 2;
  static constexpr std::uint32_t long_wdf = 3;

 private:
  /// Numbers of one and two bytes are nearly all.
  std::uint64_t number_from(const char*& at) const {
    const auto first = static_cast<unsigned char>(*at);
    if (first < 0x80U) {
      ++at;
      return first;
    }
    const auto second = static_cast<unsigned char>(at + 1 < end_ ? at[1] : '\0');
    if (second == 0 || second >= 0x80U) return long_number(at);
    at += 2;
    return (first & 0x7FU) | std::uint32_t{second} << 7U;
  }
  [[nodiscard]] std::uint32_t moved(std::uint64_t gap) const {
    const std::uint64_t document = std::uint64_t{last_} + gap + 1;
    if (document > UINT32_MAX) fail();
    return static_cast<std::uint32_t>(document);
  }
  std::uint32_t explicit_wdf(const char*& at) const {
    if (at == end_) fail();
    const std::uint64_t wdf = number_from(at) + long_wdf + 1;
    if (wdf > UINT32_MAX) fail();
    return static_cast<std::uint32_t>(wdf);
  }
  std::uint64_t long_number(const char*& at) const;
  [[noreturn]] static void fail();

  const char* at_ = nullptr;
  const char* end_ = nullptr;
  std::uint32_t last_ = 0;
};

}  // namespace pykala::schema
