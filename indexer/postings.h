// SPDX-License-Identifier: GPL-2.0-or-later
// Postings: the documents of a term as bytes. Gaps between docids, small numbers most of them, packed by 128, the last
// ones and short lists in LEB128 (DWARF 5, section 7.6), as in H. Williams, J. Zobel: Compressing Integers for Fast
// File Access, 1999.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "indexer/leb128.h"
#include "indexer/packed_numbers.h"

namespace pykala::schema {

/// A document that has a term.
struct Posting {
  std::uint32_t document;  ///< docid, from 1
  std::uint32_t wdf;       ///< how often the term stands in it, weighted; at least 1
  bool operator==(const Posting&) const = default;
};

/// A posting of which the frequency is not asked for, and not unpacked.
struct PostingDocument {
  std::uint32_t document;
};

/// Throws Error{bad_data}.
[[noreturn]] void fail_postings();

/// Moves past a number (leb128.h) at the beginning of `bytes`. Throws Error{bad_data} for cut or over-long ones.
[[nodiscard]] inline std::uint64_t read_number(std::string_view& bytes) {
  const auto number = take_number(bytes);
  if (!number) fail_postings();
  return *number;
}

/// A number that fits, and as many bytes as `count` says; moves past them, and throws as read_number() does.
[[nodiscard]] inline std::uint32_t read_u32(std::string_view& bytes) {
  const std::uint64_t number = read_number(bytes);
  if (number > UINT32_MAX) fail_postings();
  return static_cast<std::uint32_t>(number);
}
[[nodiscard]] inline std::string_view read_bytes(std::string_view& bytes, std::uint64_t count) {
  if (count > bytes.size()) fail_postings();
  const std::string_view out = bytes.substr(0, count);
  bytes.remove_prefix(count);
  return out;
}

/// Writes a list. Docids ascend.
///
/// Layout: groups of 128 postings, then the rest one by one. A group is two bytes that begin no number (80 00), how far
/// its last docid is from the one before it, how many bytes follow, and those: the gaps - 1 and the wdfs - 1, packed
/// (packed_numbers.h). One posting is a number (gap - 1) * 4 + c; c is wdf - 1 up to 2, and 3 says that wdf - 4
/// follows.
class PostingEncoder {
 public:
  /// `base`: a docid below all of the list, which the reader must know too.
  explicit PostingEncoder(std::uint32_t base) : base_(base), last_(base), written_(base) {}

  void add(const Posting& posting);
  /// Of what is written so far.
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  /// Writes what is not; nothing may be added after it.
  const std::string& finish();
  [[nodiscard]] std::uint32_t last() const { return last_; }
  void clear();

 private:
  void write_group();

  std::uint32_t base_, last_;
  std::uint32_t written_;                                  ///< the last docid that is in bytes_
  std::array<std::uint32_t, packed_numbers> gaps_, wdfs_;  ///< each less 1; those that are not written yet
  std::size_t pending_ = 0;
  std::string bytes_;
};

/// Reads a list. Throws Error{bad_data} for bytes that no encoder writes, of frequencies when they are asked for.
class PostingDecoder {
 public:
  PostingDecoder() = default;
  PostingDecoder(std::string_view bytes, std::uint32_t base)
      : at_(bytes.data()), end_(at_ + bytes.size()), last_(base) {}

  /// False at the end.
  bool next(Posting& posting) {
    if (next_ == count_ && !(is_at_group() && read_group())) return next_single(posting);
    read_wdfs();
    posting = {documents_[next_], wdfs_[next_] + 1};
    ++next_;
    return true;
  }

  /// Calls `take` with each posting, a Posting or a PostingDocument, of a document below `end`, and stays before the
  /// first of another.
  template <class Read = Posting, class Take>
  void each_below(std::uint32_t end, const Take& take) {
    while (true) {
      const std::size_t stop = count_below(end);
      if constexpr (std::is_same_v<Read, Posting>) {
        if (next_ < stop) read_wdfs();
        for (; next_ < stop; ++next_) take(Posting{documents_[next_], wdfs_[next_] + 1});
      } else {
        for (; next_ < stop; ++next_) take(PostingDocument{documents_[next_]});
      }
      if (next_ < count_) return;
      if (is_at_group() && read_group()) continue;
      const bool taken = take_single(end, [&](const Posting& single) {
        if constexpr (std::is_same_v<Read, Posting>) {
          take(single);
        } else {
          take(PostingDocument{single.document});
        }
      });
      if (!taken) return;
    }
  }
  /// Passes over groups whose documents are all below `document`; next() may still give some below it.
  void skip_near(std::uint32_t document);

  [[nodiscard]] bool at_end() const { return next_ == count_ && at_ == end_; }
  /// The document of the last posting that was read; the base before the first.
  [[nodiscard]] std::uint32_t last() const {
    if (next_ == count_) return last_;
    return next_ > 0 ? documents_[next_ - 1] : before_group_;
  }

  static constexpr unsigned code_bits = 2;
  static constexpr std::uint32_t long_wdf = 3;
  static constexpr std::string_view group_mark{"\x80\0", 2};

 private:
  [[nodiscard]] bool is_at_group() const {
    return end_ - at_ >= 2 && at_[0] == group_mark[0] && at_[1] == group_mark[1];
  }
  /// Of the group that begins here: how far its documents go, and its bytes.
  std::uint64_t read_head(std::string_view& rest) const;
  bool read_group();
  void read_wdfs() {
    if (!packed_wdfs_.empty()) unpack_wdfs();
  }
  void unpack_wdfs();

  /// Where in the group the first document is that is not below `end`.
  [[nodiscard]] std::size_t count_below(std::uint32_t end) const {
    if (next_ == count_ || documents_[count_ - 1] < end) return count_;
    const auto begin = documents_.begin();
    return static_cast<std::size_t>(
        std::lower_bound(begin + static_cast<std::ptrdiff_t>(next_), begin + static_cast<std::ptrdiff_t>(count_), end) -
        begin);
  }

  bool next_single(Posting& posting) {
    bool read = false;
    take_single(UINT32_MAX, [&](const Posting& single) { posting = single, read = true; });
    return read;
  }
  /// One that is in no group; false when there is none below `end`.
  template <class Take>
  bool take_single(std::uint32_t end, const Take& take);

  std::uint64_t number_from(const char*& at) const {
    std::string_view rest(at, static_cast<std::size_t>(end_ - at));
    const std::uint64_t number = read_number(rest);
    at = rest.data();
    return number;
  }
  std::uint32_t explicit_wdf(const char*& at) const {
    if (at == end_) fail_postings();
    const std::uint64_t beyond = number_from(at);
    if (beyond >= UINT32_MAX - long_wdf) fail_postings();
    return static_cast<std::uint32_t>(beyond) + long_wdf + 1;
  }

  const char* at_ = nullptr;  ///< past the group, if there is one
  const char* end_ = nullptr;
  std::uint32_t last_ = 0;  ///< the last docid before at_
  // The group that is being read.
  std::uint32_t before_group_ = 0;
  std::size_t next_ = 0, count_ = 0;
  std::array<std::uint32_t, unpacked_room> documents_, wdfs_;  ///< the wdfs less 1
  std::string_view packed_wdfs_;                               ///< of which wdfs_ are yet to be read
};

template <class Take>
bool PostingDecoder::take_single(std::uint32_t end, const Take& take) {
  if (at_ == end_) return false;
  const char* at = at_;
  const std::uint64_t number = number_from(at);
  const std::uint64_t document = std::uint64_t{last_} + (number >> code_bits) + 1;
  if (document >= end) {
    if (document >= UINT32_MAX) fail_postings();  // no index gets so far
    return false;
  }
  const auto code = static_cast<std::uint32_t>(number & long_wdf);
  const std::uint32_t wdf = code < long_wdf ? code + 1 : explicit_wdf(at);
  last_ = static_cast<std::uint32_t>(document);
  at_ = at;
  take(Posting{last_, wdf});
  return true;
}

}  // namespace pykala::schema
