// SPDX-License-Identifier: GPL-2.0-or-later
// Packed bytes in, unpacked bytes out, through zlib. A cut file gives what it has and then an error; zeros or other
// padding after the last member are left out, as gzip does.
#include "indexer/gzip_stream.h"

#include <zlib.h>

#include <algorithm>

namespace pykala::indexer {
namespace {

using schema::Error;
using schema::ErrorCode;

constexpr int gzip_window = 15 + 16;  ///< zlib: the largest window, with a gzip header

class GzipStream : public ByteStream {
 public:
  GzipStream(std::unique_ptr<ByteStream> packed, std::string head, std::shared_ptr<UnpackBudget> budget)
      : packed_(std::move(packed)), input_(std::move(head)), budget_(std::move(budget)) {
    if (inflateInit2(&state_, gzip_window) != Z_OK) throw Error(ErrorCode::unavailable, "no memory to unpack");
    give(input_.size());
  }
  ~GzipStream() override { inflateEnd(&state_); }

  std::size_t read(char* out, std::size_t size) override {
    if (ended_ || size == 0) return 0;
    state_.next_out = reinterpret_cast<Bytef*>(out);
    state_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1u << 30U));
    const auto room = state_.avail_out;
    while (state_.avail_out == room && !ended_) step();
    const std::size_t got = room - state_.avail_out;
    unpacked_ += got;
    budget_->spend(got, taken_, unpacked_);
    return got;
  }

 private:
  void give(std::size_t size) {
    taken_ += size;
    state_.next_in = reinterpret_cast<Bytef*>(input_.data());
    state_.avail_in = static_cast<uInt>(size);
  }

  bool refill() {
    if (!packed_) return false;  // all of it was in the head
    input_.resize(buffer_bytes);
    const std::size_t got = packed_->read(input_.data(), input_.size());
    give(got);
    return got > 0;
  }

  void step() {
    if (state_.avail_in == 0 && !refill()) throw Error(ErrorCode::bad_data, "gzip file is cut", "fetch it again");
    const int result = inflate(&state_, Z_NO_FLUSH);
    if (result == Z_STREAM_END) {
      next_member();
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      throw Error(ErrorCode::bad_data, "gzip file is damaged", "fetch it again");
    }
  }

  void next_member() {
    const bool more = state_.avail_in > 0 || refill();
    if (!more || *state_.next_in != 0x1F) {
      ended_ = true;
    } else if (inflateReset(&state_) != Z_OK) {
      throw Error(ErrorCode::bad_data, "gzip file is damaged", "fetch it again");
    }
  }

  static constexpr std::size_t buffer_bytes = 1u << 16U;

  std::unique_ptr<ByteStream> packed_;
  std::string input_;
  std::shared_ptr<UnpackBudget> budget_;
  z_stream state_{};
  std::uint64_t taken_ = 0, unpacked_ = 0;
  bool ended_ = false;
};

}  // namespace

bool is_gzip(std::string_view head) {
  return head.starts_with("\x1F\x8B\x08");
}

std::unique_ptr<ByteStream> open_gzip(std::unique_ptr<ByteStream> packed, std::string head,
                                      std::shared_ptr<UnpackBudget> budget) {
  return std::make_unique<GzipStream>(std::move(packed), std::move(head), std::move(budget));
}

}  // namespace pykala::indexer
