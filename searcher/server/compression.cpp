// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes in, gzip out. Private here: zlib's state.
#include "searcher/server/compression.h"

#include <zlib.h>

#include <array>
#include <cctype>
#include <memory>
#include <new>

namespace pykala::searcher::server {
namespace {

constexpr int level = 4;              ///< JSON shrinks to a sixth; 9 would gain a tenth for thrice the time
constexpr int gzip_window = 15 + 16;  ///< zlib's way of asking for a gzip header
constexpr int memory_level = 8;       ///< zlib's default

class Deflater {
 public:
  Deflater() {
    if (deflateInit2(&state_, level, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::bad_alloc();
  }
  ~Deflater() { deflateEnd(&state_); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  void add(std::string_view text, bool last, std::string& out) {
    std::array<char, 16384> buffer{};
    state_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));  // zlib does not write there
    state_.avail_in = static_cast<uInt>(text.size());
    do {
      state_.next_out = reinterpret_cast<Bytef*>(buffer.data());
      state_.avail_out = static_cast<uInt>(buffer.size());
      deflate(&state_, last ? Z_FINISH : Z_NO_FLUSH);
      out.append(buffer.data(), buffer.size() - state_.avail_out);
    } while (state_.avail_out == 0);
  }

 private:
  z_stream state_{};
};

std::string trimmed_lower(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\t') out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return out;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  std::string header = trimmed_lower(accept_encoding) + ",";
  bool star = false;
  for (std::size_t at = 0; at < header.size();) {
    const std::size_t comma = header.find(',', at);
    const std::string one = header.substr(at, comma - at);
    at = comma + 1;
    const auto semicolon = one.find(';');
    const std::string name = one.substr(0, semicolon);
    const std::string quality = semicolon == std::string::npos ? "" : one.substr(semicolon + 1);
    const bool refused = quality.starts_with("q=0") && quality.find_first_of("123456789") == std::string::npos;
    if (name == "gzip") return !refused;
    if (name == "*") star = !refused;
  }
  return star;
}

std::string gzip(std::string_view text) {
  std::string out;
  Deflater().add(text, true, out);
  return out;
}

BodyStream gzip_stream(std::string first, BodyStream stream) {
  struct State {
    Deflater deflater;
    std::string first;
    BodyStream stream;
    bool ended = false;
  };
  auto state = std::make_shared<State>();
  state->first = std::move(first);
  state->stream = std::move(stream);
  return [state](Index& index) {
    std::string out;
    state->deflater.add(std::exchange(state->first, {}), false, out);
    // zlib may keep a whole piece to itself; an empty piece would end the stream.
    while (out.empty() && !state->ended) {
      const std::string piece = state->stream(index);
      state->ended = piece.empty();
      state->deflater.add(piece, state->ended, out);
    }
    return out;
  };
}

}  // namespace pykala::searcher::server
