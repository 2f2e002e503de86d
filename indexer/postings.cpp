// SPDX-License-Identifier: GPL-2.0-or-later
// Postings in, bytes out, and back. What is read posting by posting stands in the header.
#include "indexer/postings.h"

#include <algorithm>

#include "indexer/error.h"

namespace pykala::schema {
void fail_postings() {
  throw Error(ErrorCode::bad_data, "the index holds a list of postings that is damaged", make_index_anew);
}

void PostingEncoder::add(const Posting& posting) {
  if (posting.document <= last_ || posting.wdf == 0) fail_postings();  // of a damaged segment that is being merged
  gaps_[pending_] = posting.document - last_ - 1;
  wdfs_[pending_] = posting.wdf - 1;
  last_ = posting.document;
  if (++pending_ == packed_numbers) write_group();
}

void PostingEncoder::write_group() {
  std::string packed;
  append_packed(packed, gaps_);
  append_packed(packed, wdfs_);
  bytes_ += PostingDecoder::group_mark;
  append_number(bytes_, last_ - written_);
  append_number(bytes_, packed.size());
  bytes_ += packed;
  written_ = last_;
  pending_ = 0;
}

const std::string& PostingEncoder::finish() {
  constexpr std::uint32_t longest = PostingDecoder::long_wdf;
  for (std::size_t i = 0; i < pending_; ++i) {
    const std::uint32_t code = std::min(wdfs_[i], longest);
    append_number(bytes_, std::uint64_t{gaps_[i]} << PostingDecoder::code_bits | code);
    if (code == longest) append_number(bytes_, wdfs_[i] - longest);
  }
  pending_ = 0;
  written_ = last_;
  return bytes_;
}

void PostingEncoder::clear() {
  bytes_.clear();
  last_ = written_ = base_;
  pending_ = 0;
}

std::uint64_t PostingDecoder::read_head(std::string_view& rest) const {
  rest = {at_ + group_mark.size(), end_};
  const std::uint64_t span = read_number(rest);
  const std::string_view bytes = read_bytes(rest, read_number(rest));
  if (span > UINT32_MAX - last_) fail_postings();
  rest = bytes;
  return span;
}

bool PostingDecoder::read_group() {
  std::string_view rest;
  const std::uint64_t span = read_head(rest);
  if (!unpack(rest, documents_) || rest.empty()) fail_postings();
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < packed_numbers; ++i) {
    sum += std::uint64_t{documents_[i]} + 1;
    documents_[i] = last_ + static_cast<std::uint32_t>(sum);
  }
  if (sum != span) fail_postings();
  packed_wdfs_ = rest;
  before_group_ = last_;
  last_ = documents_[packed_numbers - 1];
  next_ = 0;
  count_ = packed_numbers;
  at_ = rest.data() + rest.size();
  return true;
}

void PostingDecoder::unpack_wdfs() {
  std::string_view rest = packed_wdfs_;
  if (!unpack(rest, wdfs_) || !rest.empty()) fail_postings();
  if (*std::max_element(wdfs_.begin(), wdfs_.begin() + packed_numbers) == UINT32_MAX) fail_postings();
  packed_wdfs_ = {};
}

void PostingDecoder::skip_near(std::uint32_t document) {
  if (next_ < count_) {
    if (documents_[count_ - 1] >= document) return;
    next_ = count_;
  }
  while (is_at_group()) {
    std::string_view group;
    const std::uint64_t span = read_head(group);
    if (last_ + span >= document) return;
    last_ += static_cast<std::uint32_t>(span);
    at_ = group.data() + group.size();
  }
}

}  // namespace pykala::schema
