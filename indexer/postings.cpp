// SPDX-License-Identifier: GPL-2.0-or-later
// Postings in, bytes out, and back. The common numbers of one and two bytes are read in the header.
#include "indexer/postings.h"

#include "indexer/error.h"
#include "indexer/leb128.h"

namespace pykala::schema {
namespace {

[[noreturn]] void fail_bytes() {
  throw Error(ErrorCode::bad_data, "the index holds a list of postings that is damaged", make_index_anew);
}

}  // namespace

std::uint64_t read_long_number(std::string_view& bytes) {
  const auto number = take_number(bytes);
  if (!number) fail_bytes();
  return *number;
}

std::uint32_t read_u32(std::string_view& bytes) {
  const std::uint64_t number = read_number(bytes);
  if (number > UINT32_MAX) fail_bytes();
  return static_cast<std::uint32_t>(number);
}

std::string_view read_bytes(std::string_view& bytes, std::uint64_t count) {
  if (count > bytes.size()) fail_bytes();
  const std::string_view out = bytes.substr(0, count);
  bytes.remove_prefix(count);
  return out;
}

void PostingEncoder::add(const Posting& posting) {
  if (posting.document <= last_ || posting.wdf == 0) fail_bytes();  // of a damaged segment that is being merged
  constexpr std::uint32_t longest = PostingDecoder::long_wdf;
  const std::uint32_t code = posting.wdf <= longest ? posting.wdf - 1 : longest;
  append_number(bytes_, std::uint64_t{posting.document - last_ - 1} << PostingDecoder::code_bits | code);
  if (code == longest) append_number(bytes_, posting.wdf - longest - 1);
  last_ = posting.document;
}

std::uint64_t PostingDecoder::long_number(const char*& at) const {
  std::string_view rest(at, static_cast<std::size_t>(end_ - at));
  const std::uint64_t number = read_number(rest);
  at = rest.data();
  return number;
}

void PostingDecoder::fail() {
  fail_bytes();
}

}  // namespace pykala::schema
