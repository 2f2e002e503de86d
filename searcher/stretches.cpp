// SPDX-License-Identifier: GPL-2.0-or-later
// A text in, byte ranges out. Private: which words of it may be wanted, and which need their neighbours. Works on the
// text in lower case, byte by byte; what is neither ASCII nor å, ä or ö may be written in several ways, and is taken.
#include "searcher/stretches.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "stemmers/scan.h"

namespace pykala::searcher {
namespace {

/// What stands between two blanks.
struct Chunk {
  std::size_t begin = 0, end = 0;
  bool wanted = false;
  bool joins = false;  ///< may be one token with its neighbours: "§", "2017-005881"
  bool hangs = false;  ///< has a suspended hyphen: "ohjaus-", "-valtuusto"
};

constexpr std::size_t joined_chunks = 2;    ///< "HEL 2017-005881", "17 §"
constexpr std::size_t hanging_chunks = 12;  ///< the words of a list (suspended.h), and what stands between them

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Second byte of å, ä or ö in lower case, of either case; else 0.
char lower_second(char second) {
  switch (second) {
    case '\x84':
    case '\xA4':
      return '\xA4';
    case '\x85':
    case '\xA5':
      return '\xA5';
    case '\x96':
    case '\xB6':
      return '\xB6';
    default:
      return 0;
  }
}

/// What a byte tells of its chunk.
enum Sign : std::uint8_t { blank = 1, letter = 2, digit = 4, hyphen = 8, beyond_ascii = 16 };

constexpr std::array<std::uint8_t, 256> make_signs() {
  std::array<std::uint8_t, 256> signs{};
  for (std::size_t byte = 0; byte < signs.size(); ++byte) {
    const char c = static_cast<char>(byte);
    if (is_blank(c)) signs[byte] = blank;
    if (stemmers::is_ascii_letter(c)) signs[byte] = letter;
    if (c >= '0' && c <= '9') signs[byte] = digit;
    if (c == '-') signs[byte] = hyphen;
    if (byte >= 0x80) signs[byte] = beyond_ascii;
  }
  return signs;
}

std::uint8_t sign_of(char c) {
  static constexpr std::array<std::uint8_t, 256> signs = make_signs();
  return signs[static_cast<unsigned char>(c)];
}

bool is_word_sign(std::string_view text, std::size_t at) {
  return at < text.size() && (sign_of(text[at]) & (letter | digit | beyond_ascii)) != 0;
}

/// Looks at the hyphens and the signs beyond ASCII of a chunk, which few have.
void look_closer(std::string_view text, Chunk& chunk, std::uint8_t signs) {
  bool letters = (signs & letter) != 0, odd = false;
  for (std::size_t at = chunk.begin; at < chunk.end; ++at) {
    if (text[at] == '-') {
      const bool between = at > chunk.begin && is_word_sign(text, at - 1) && is_word_sign(text, at + 1);
      chunk.hangs = chunk.hangs || !between;
    } else if (sign_of(text[at]) == beyond_ascii) {
      const std::string_view rest = text.substr(at, chunk.end - at);
      const bool finnish = rest.size() > 1 && rest[0] == '\xC3' && lower_second(rest[1]) != 0;
      const bool mark = rest.size() > 2 && rest.starts_with("\xE2\x80");  // dashes, quotes, other hyphens
      chunk.hangs = chunk.hangs || (mark && (rest[2] == '\x90' || rest[2] == '\x91'));
      letters = letters || !mark;
      odd = odd || !finnish;
      at += finnish ? 1 : mark ? 2 : 0;
    }
  }
  chunk.hangs = chunk.hangs && letters;
  chunk.wanted = odd && letters;
  chunk.joins = chunk.joins || odd;
}

/// Reads the chunk that begins at `begin`.
Chunk read_chunk(std::string_view text, std::size_t begin) {
  Chunk chunk{begin, begin, false, false, false};
  std::uint8_t signs = 0;
  for (; chunk.end < text.size(); ++chunk.end) {
    const std::uint8_t sign = sign_of(text[chunk.end]);
    if (sign == blank) break;
    signs |= sign;
  }
  chunk.joins = (signs & digit) != 0;
  if ((signs & (hyphen | beyond_ascii)) != 0) look_closer(text, chunk, signs);
  return chunk;
}

/// The text in lower case, byte for byte: letters of ASCII, å, ä and ö.
std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  for (std::size_t at = lower.find('\xC3'); at != std::string::npos; at = lower.find('\xC3', at + 1)) {
    const char second = at + 1 < lower.size() ? lower_second(lower[at + 1]) : '\0';
    if (second != 0) lower[at + 1] = second;
  }
  return lower;
}

std::vector<Chunk> read_chunks(std::string_view text) {
  std::vector<Chunk> chunks;
  constexpr std::size_t usual_bytes = 7;  // of a chunk
  chunks.reserve(text.size() / usual_bytes);
  for (std::size_t at = 0; at < text.size();) {
    if (is_blank(text[at])) {
      ++at;
    } else {
      chunks.push_back(read_chunk(text, at));
      at = chunks.back().end;
    }
  }
  return chunks;
}

void mark_wanted(const stemmers::LemmaStarts& wanted, std::string_view lower, std::vector<Chunk>& chunks) {
  auto chunk = chunks.begin();
  for (std::size_t at = wanted.find_in(lower, 0); at != std::string_view::npos;) {
    while (chunk->end <= at) ++chunk;
    chunk->wanted = true;
    at = wanted.find_in(lower, chunk->end);
  }
}

}  // namespace

std::vector<Stretch> stretches_with(const stemmers::LemmaStarts& wanted, std::string_view text) {
  if (wanted.has_digits()) return {{0, text.size()}};
  std::vector<Chunk> chunks = read_chunks(text);
  mark_wanted(wanted, lower_case(text), chunks);
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    if (!chunks[i].wanted && !chunks[i].hangs) continue;
    std::size_t first = i, last = i;
    const std::size_t near = chunks[i].hangs ? hanging_chunks : joined_chunks;
    const auto needed = [&](std::size_t other) { return chunks[i].hangs || chunks[i].joins || chunks[other].joins; };
    while (first > 0 && i - first < near && needed(first - 1)) --first;
    while (last + 1 < chunks.size() && last - i < near && needed(last + 1)) ++last;
    if (!stretches.empty() && stretches.back().end >= chunks[first].begin) {
      stretches.back().end = std::max(stretches.back().end, chunks[last].end);
    } else {
      stretches.push_back({chunks[first].begin, chunks[last].end});
    }
  }
  return stretches;
}

}  // namespace pykala::searcher
