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
  bool joins = false;   ///< may be one token with its neighbours: "§", "2017-005881"
  bool hangs = false;   ///< has a suspended hyphen: "ohjaus-", "-valtuusto", "–valtuusto"
  bool worded = false;  ///< may have a token; "/" and "–" have none
  bool taken = false;   ///< is part of a stretch
};

/// How far a chunk may need its neighbours.
struct Reach {
  std::size_t worded = 0;  ///< chunks with a token
  std::size_t all = 0;     ///< chunks, so that a line of dashes is not read again for each
};
constexpr Reach joined_reach = {2, 4};     ///< "HEL 2017-005881", "17 §"
constexpr Reach hanging_reach = {12, 60};  ///< the words of a list, and what fits between two of them (suspended.cpp)

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

/// Whether what ends before `at` is surely a letter or digit; of letters beyond ASCII only å, ä and ö are known here.
bool is_behind_word(std::string_view text, std::size_t at) {
  if (at > 0 && (sign_of(text[at - 1]) & (letter | digit)) != 0) return true;
  return at > 1 && text[at - 2] == '\xC3' && lower_second(text[at - 1]) != 0;
}

/// Looks at the hyphens and the signs beyond ASCII of a chunk, which few have.
void look_closer(std::string_view text, Chunk& chunk, std::uint8_t signs) {
  bool letters = (signs & letter) != 0, odd = false;
  for (std::size_t at = chunk.begin; at < chunk.end;) {
    const std::string_view rest = text.substr(at, chunk.end - at);
    std::size_t length = 1;
    if (const std::size_t dash = stemmers::dash_at(rest, 0); dash > 0) {
      const bool joins = is_behind_word(text, at) && stemmers::is_letter_or_digit(rest, dash);
      chunk.hangs = chunk.hangs || !joins;
      odd = odd || dash > 1;
      length = dash;
    } else if (sign_of(rest[0]) == beyond_ascii) {
      const bool finnish = rest.size() > 1 && rest[0] == '\xC3' && lower_second(rest[1]) != 0;
      const bool mark = rest.size() > 2 && rest.starts_with("\xE2\x80");  // quotes, thin blanks
      letters = letters || !mark;
      odd = odd || !finnish;
      length = finnish ? 2 : mark ? 3 : 1;
    }
    at += length;
  }
  chunk.hangs = chunk.hangs && letters;
  chunk.wanted = odd && letters;
  chunk.joins = chunk.joins || odd;
  chunk.worded = chunk.worded || letters;
}

/// Reads the chunk that begins at `begin`.
Chunk read_chunk(std::string_view text, std::size_t begin) {
  Chunk chunk{begin, begin};
  std::uint8_t signs = 0;
  for (; chunk.end < text.size(); ++chunk.end) {
    const std::uint8_t sign = sign_of(text[chunk.end]);
    if (sign == blank) break;
    signs |= sign;
  }
  chunk.joins = (signs & digit) != 0;
  chunk.worded = (signs & (letter | digit)) != 0;
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

/// Chunks [first, last] that chunk `i` needs.
struct Range {
  std::size_t first = 0, last = 0;
};

Range needed_by(const std::vector<Chunk>& chunks, std::size_t i) {
  const Reach reach = chunks[i].hangs ? hanging_reach : joined_reach;
  const auto needs = [&](std::size_t other) { return chunks[i].hangs || chunks[i].joins || chunks[other].joins; };
  Range range{i, i};
  for (std::size_t worded = 0; range.first > 0 && i - range.first < reach.all && worded < reach.worded;) {
    if (!needs(range.first - 1)) break;
    worded += chunks[--range.first].worded ? 1u : 0u;
  }
  for (std::size_t worded = 0; range.last + 1 < chunks.size() && range.last - i < reach.all && worded < reach.worded;) {
    if (!needs(range.last + 1)) break;
    worded += chunks[++range.last].worded ? 1u : 0u;
  }
  return range;
}

}  // namespace

std::vector<Stretch> stretches_with(const stemmers::LemmaStarts& wanted, std::string_view text) {
  if (wanted.has_digits()) return {{0, text.size()}};
  std::vector<Chunk> chunks = read_chunks(text);
  mark_wanted(wanted, lower_case(text), chunks);
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    if (!chunks[i].wanted && !chunks[i].hangs) continue;
    const auto [first, last] = needed_by(chunks, i);
    for (std::size_t near = first; near <= last; ++near) chunks[near].taken = true;
  }
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    if (!chunks[i].taken) continue;
    if (i > 0 && chunks[i - 1].taken) {
      stretches.back().end = chunks[i].end;
    } else {
      stretches.push_back({chunks[i].begin, chunks[i].end});
    }
  }
  return stretches;
}

}  // namespace pykala::searcher
