// SPDX-License-Identifier: GPL-2.0-or-later
// Token and Term: what the analyser makes of a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>

namespace pykala::stemmers {

/// Language of a text or of one part of it. `unknown` is analysed as Finnish, the archive's main language.
enum class Language : std::uint8_t { unknown, finnish, swedish, english };

enum class TokenKind : std::uint8_t {
  word,         ///< "vapaaehtoistyön", "STEA:lta", "ESR+", "Yhteismaa-hanke"
  number,       ///< "2017", "554 452" (spaces inside a number are taken out: text "554452")
  case_number,  ///< "HEL 2017-005881", "hel-2017-005881", "2017-005881" (text always "hel 2017-005881" or
                ///< "2017-005881")
  section,      ///< "§ 17", "17 §" (text "§17")
  date,         ///< "17.5.2017", "2017-05-17", "1.10.2020" (text ISO, "2017-05-17")
  year_range,   ///< "2018–2021", "2018-2021" (text "2018-2021"; matches its years too: see terms)
};

/// One token of a source text.
struct Token {
  std::string text;         ///< NFC, lower case, in the normal form of its kind; never empty
  std::uint32_t begin = 0;  ///< bytes of the source text, [begin, end), on UTF-8 boundaries
  std::uint32_t end = 0;
  std::uint32_t position = 0;  ///< word number from 1; the hidden half of a suspended compound shares its position
  TokenKind kind = TokenKind::word;
};

/// How a term came from its token; the index gives each kind its own weight.
enum class TermKind : std::uint8_t {
  lemma,  ///< the main term: dictionary form or stem; exactly one for a token
  part,   ///< a part of a compound, as lemma: "rahoitushaku" -> "rahoitus", "haku"
  word,   ///< the token's own text, for exact search and phrases; a hidden half has none
  piece,  ///< one word of a token that may be written as several ("17 §": "17"), for phrases; see token_pieces.h
};

/// True for terms by which a token is found for what it means, not for how it is written.
[[nodiscard]] constexpr bool has_meaning(TermKind kind) {
  return kind == TermKind::lemma || kind == TermKind::part;
}

struct Term {
  std::string text;  ///< without index prefix; at most `max_term_bytes`
  TermKind kind = TermKind::lemma;
};

inline constexpr std::size_t max_term_bytes =
    64;  ///< longer tokens are cut on a UTF-8 boundary; Xapian's own limit is 245

/// Terms that do not change any more. Copies share them: tokens of the same word point to what the analyser keeps of
/// it, and it lives as long as one of them does. One list is used by one thread at a time; its copies may be in others.
class TermList {
 public:
  TermList() = default;
  explicit TermList(std::span<Term> terms)  ///< moves them
      : terms_(std::make_shared<Term[]>(terms.size())), size_(terms.size()) {
    for (std::size_t i = 0; i < size_; ++i) terms_[i] = std::move(terms[i]);
  }

  [[nodiscard]] const Term* begin() const { return terms_.get(); }
  [[nodiscard]] const Term* end() const { return terms_.get() + size_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] const Term& operator[](std::size_t i) const { return terms_[i]; }
  [[nodiscard]] const Term& front() const { return terms_[0]; }
  [[nodiscard]] const Term& back() const { return terms_[size_ - 1]; }

 private:
  std::shared_ptr<Term[]> terms_;
  std::size_t size_ = 0;
};

/// A token and its terms: one lemma first, then parts, then pieces, then the word (but for hidden halves).
struct AnalyzedToken {
  Token token;
  TermList terms;
};

}  // namespace pykala::stemmers
