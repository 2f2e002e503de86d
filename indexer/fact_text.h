// SPDX-License-Identifier: GPL-2.0-or-later
// The text of a Decision as the fact extractors read it: normalised, cut into atoms (words, digit runs, symbols) and
// sentences. An atom never holds a space or punctuation, so that "STEA:lta", "1,1M€" and "2021§ 145" are read by
// adjacency of atoms and not by a tokenizer that knows too much.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/decision.h"
#include "indexer/reading_time.h"
#include "indexer/word_tests.h"

namespace pykala::indexer {

enum class AtomKind : std::uint8_t {
  word,        ///< letters and digits that begin with a letter: "Oy", "ry", "kWh2"
  number,      ///< ASCII digits
  symbol,      ///< one character of anything else: ":", "§", "€", "–"
  line_break,  ///< end of a line: a list item, a table cell or a paragraph ends
};

struct Atom {
  std::uint32_t begin = 0, end = 0;  ///< bytes of TextPart::text
  AtomKind kind = AtomKind::symbol;
  bool space_before = false;  ///< false: the atom touches the one before it
  std::uint32_t flags = 0;    ///< WordFlags of a word, looked up once for all extractors
};

/// Atoms [begin, end).
struct Range {
  std::size_t begin = 0, end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
};

/// One part of the decision, its heading as the first line. `lower` is `text` in lower case, byte for byte of the same
/// length, so that offsets of one are offsets of the other.
struct TextPart {
  schema::PartRole role = schema::PartRole::other;
  bool is_title = false;
  std::string text, lower;
  std::vector<Atom> atoms;
  std::vector<Range> sentences;

  /// The atom as written, and in lower case; empty past the end.
  [[nodiscard]] std::string_view view(std::size_t atom) const { return cut(text, atom); }
  [[nodiscard]] std::string_view lower_view(std::size_t atom) const { return cut(lower, atom); }
  [[nodiscard]] bool is_word(std::size_t atom) const { return is(atom, AtomKind::word); }
  [[nodiscard]] bool is_number(std::size_t atom) const { return is(atom, AtomKind::number); }
  [[nodiscard]] bool is_symbol(std::size_t atom, std::string_view symbol) const {
    return is(atom, AtomKind::symbol) && view(atom) == symbol;
  }
  /// WordFlags of the word; 0 for other atoms and past the end.
  [[nodiscard]] std::uint32_t flags(std::size_t atom) const { return atom < atoms.size() ? atoms[atom].flags : 0; }
  /// True when the atom is there and touches the one before it.
  [[nodiscard]] bool touches(std::size_t atom) const { return atom < atoms.size() && !atoms[atom].space_before; }
  /// The text of atoms [begin, end) with its inner spaces; at most `max_quote_bytes`, cut between atoms.
  [[nodiscard]] std::string quote(Range range) const;
  [[nodiscard]] Range sentence_of(std::size_t atom) const;

 private:
  [[nodiscard]] bool is(std::size_t atom, AtomKind kind) const {
    return atom < atoms.size() && atoms[atom].kind == kind;
  }
  [[nodiscard]] std::string_view cut(const std::string& from, std::size_t atom) const {
    ReadingTime::check();
    if (atom >= atoms.size()) return {};
    return std::string_view(from).substr(atoms[atom].begin, atoms[atom].end - atoms[atom].begin);
  }
};

inline constexpr std::size_t max_quote_bytes = 300;

/// The title first, then the parts in their order.
struct FactText {
  std::vector<TextPart> parts;
};

/// The flags of all words of a range together.
[[nodiscard]] std::uint32_t flags_in(const TextPart& part, Range range);

[[nodiscard]] FactText scan_text(const schema::Decision& decision);

/// One text as a part, for tests and for names.
[[nodiscard]] TextPart scan_part(std::string_view text, schema::PartRole role = schema::PartRole::other);

/// Parts that never state a fact of the decision itself: appeal instructions, signatures.
[[nodiscard]] bool is_boilerplate(schema::PartRole role);

}  // namespace pykala::indexer
