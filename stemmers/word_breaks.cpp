// SPDX-License-Identifier: GPL-2.0-or-later
// Text -> segments. A text falls apart at blanks; each piece between them is cut by the table of classes, or by ICU
// where it has a character that the table does not know (a combining mark, an emoji, another script).
#include "stemmers/word_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

#include <array>
#include <cstdint>
#include <stdexcept>

#include "stemmers/scan.h"
#include "stemmers/unicode.h"

namespace pykala::stemmers {
namespace {

void require(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + what + ": " + u_errorName(status));
}

/// Classes of UAX #29, table 3, as far as the rules WB5 to WB12 tell them apart.
enum class Class : std::uint8_t {
  other,       ///< a word ends before it and begins behind it
  letter,      ///< ALetter
  number,      ///< Numeric
  mid_letter,  ///< stands between letters: ':' of "STEA:lle"
  mid_number,  ///< between digits: ',' of "1,5"
  mid_both,    ///< '.', '\''
  unknown,     ///< for ICU
};

Class class_of(UChar32 c) {
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return Class::letter;
    case U_WB_NUMERIC:
      return Class::number;
    case U_WB_MIDLETTER:
      return Class::mid_letter;
    case U_WB_MIDNUM:
      return Class::mid_number;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return Class::mid_both;
    case U_WB_OTHER:
    case U_WB_CR:
    case U_WB_LF:
    case U_WB_NEWLINE:
    case U_WB_WSEGSPACE:
    case U_WB_DOUBLE_QUOTE:
      return Class::other;
    default:
      return Class::unknown;
  }
}

/// Latin letters, and the dashes, quotes and signs of General Punctuation up to the currency signs: ranges in which
/// Other means no script whose words a dictionary must find.
constexpr std::size_t latin_end = 0x250, signs_begin = 0x2000, signs_end = 0x2100;

struct Classes {
  std::array<Class, latin_end> latin;
  std::array<Class, signs_end - signs_begin> signs;

  Classes() {
    for (std::size_t c = 0; c < latin.size(); ++c) latin[c] = class_of(static_cast<UChar32>(c));
    latin['@'] = Class::unknown;  // CLDR has a rule of its own for it
    for (std::size_t c = 0; c < signs.size(); ++c) signs[c] = class_of(static_cast<UChar32>(signs_begin + c));
  }
};

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

/// A segment of kilobytes in pieces.
void add_segment(std::string_view text, std::size_t begin, std::size_t end, std::vector<Segment>& out) {
  while (end - begin > max_segment_bytes) {
    const std::size_t length = cut_utf8(text.substr(begin, end - begin), max_segment_bytes).size();
    out.push_back({begin, begin + length});
    begin += length;
  }
  out.push_back({begin, end});
}

}  // namespace

std::string word_breaks_id() {
  UVersionInfo version;
  u_getVersion(version);
  return "icu-" + std::to_string(version[0]) + "." + std::to_string(version[1]);
}

struct WordBreaks::Impl {
  const Classes& classes;
  bool all_by_icu;
  std::unique_ptr<icu::BreakIterator> words;
  UText utext = UTEXT_INITIALIZER;
  std::string_view text;

  Impl(const Classes& the_classes, By by) : classes(the_classes), all_by_icu(by == By::icu) {
    UErrorCode status = U_ZERO_ERROR;
    words.reset(icu::BreakIterator::createWordInstance(icu::Locale("fi"), status));
    require(status, "word breaks for Finnish");
  }
  ~Impl() { utext_close(&utext); }

  /// Segments of the text's bytes [from, to).
  void by_icu(std::size_t from, std::size_t to, std::vector<Segment>& out) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&utext, text.data() + from, static_cast<std::int64_t>(to - from), &status);
    words->setText(&utext, status);
    require(status, "word breaks");
    std::int32_t begin = words->first();
    for (std::int32_t end = words->next(); end != icu::BreakIterator::DONE; begin = end, end = words->next()) {
      const std::size_t at = from + static_cast<std::size_t>(begin);
      if (words->getRuleStatus() >= UBRK_WORD_NONE_LIMIT || section_sign_at(text, at) > 0) {
        add_segment(text, at, from + static_cast<std::size_t>(end), out);
      }
    }
  }

  /// The class of the character at `at`, and how many bytes it has.
  [[nodiscard]] std::pair<Class, std::size_t> look_at(std::size_t at) const {
    if (at >= text.size()) return {Class::other, 0};
    const auto byte = [&](std::size_t i) {
      return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80) return {classes.latin[lead], 1};
    const bool continued = (byte(1) & 0xC0U) == 0x80;
    if (lead >= 0xC2 && lead < 0xE0 && continued) {
      const std::size_t c = (lead & 0x1FU) << 6U | (byte(1) & 0x3FU);
      return {c < latin_end ? classes.latin[c] : Class::unknown, 2};
    }
    if (lead == 0xE2 && continued && (byte(2) & 0xC0U) == 0x80) {
      const std::size_t c = 0x2000U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
      return {c < signs_end ? classes.signs[c - signs_begin] : Class::unknown, 3};
    }
    return {Class::unknown, 1};
  }

  /// End of the word or number that begins at `at`. Before a character for ICU it means nothing.
  [[nodiscard]] std::size_t end_of_word(std::size_t at) const {
    auto [last, size] = look_at(at);
    while (true) {
      at += size;
      while (at < text.size() && is_ascii(text[at]) &&
             classes.latin[static_cast<unsigned char>(text[at])] == Class::letter) {
        last = Class::letter;  // nearly all there is
        ++at;
      }
      const auto [next, next_size] = look_at(at);
      if (next == Class::letter || next == Class::number) {  // WB5, WB8 to WB10
        last = next;
        size = next_size;
        continue;
      }
      const bool between =
          next == Class::mid_both || next == (last == Class::letter ? Class::mid_letter : Class::mid_number);
      if (!between || look_at(at + next_size).first != last) return at;  // WB6, WB7, WB11, WB12
      size = next_size;
    }
  }

  /// Where the piece for ICU around `at` ends: behind the blank that follows. Others of its kind come with it.
  [[nodiscard]] std::size_t end_of_piece(std::size_t at) const {
    while (true) {
      while (at < text.size() && !is_blank(text[at])) ++at;
      if (at == text.size()) return at;
      ++at;
      const bool latin = at == text.size() || static_cast<unsigned char>(text[at]) < 0xC4;
      if (latin) return at;
    }
  }

  void by_table(std::vector<Segment>& out) {
    std::size_t piece = 0;   // where the piece between blanks at hand begins
    std::size_t before = 0;  // segments of the pieces before it
    for (std::size_t at = 0; at < text.size();) {
      const auto [kind, size] = look_at(at);
      if (kind == Class::letter || kind == Class::number) {
        const std::size_t end = end_of_word(at);
        add_segment(text, at, end, out);
        at = end;
      } else if (kind == Class::unknown) {
        out.resize(before);
        at = end_of_piece(at);
        by_icu(piece > 0 ? piece - 1 : 0, at, out);  // a mark at its beginning belongs to the blank
        piece = at;
        before = out.size();
      } else {
        if (section_sign_at(text, at) > 0) out.push_back({at, at + size});
        const bool blank = is_blank(text[at]);
        at += size;
        if (!blank) continue;
        piece = at;
        before = out.size();
      }
    }
  }
};

WordBreaks::WordBreaks(By by) {
  static const Classes classes;
  impl_ = std::make_unique<Impl>(classes, by);
}
WordBreaks::~WordBreaks() = default;

void WordBreaks::find(std::string_view text, std::vector<Segment>& out) {
  out.clear();
  if (text.empty()) return;
  impl_->text = text;
  if (impl_->all_by_icu) {
    impl_->by_icu(0, text.size(), out);
  } else {
    impl_->by_table(out);
  }
}

}  // namespace pykala::stemmers
