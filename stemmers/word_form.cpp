// SPDX-License-Identifier: GPL-2.0-or-later
// Raw word -> normal form. Private: a quick way for ASCII and the letters of Latin-1, ICU for the rest.
#include "stemmers/word_form.h"

#include <array>
#include <utility>

#include "stemmers/token.h"
#include "stemmers/unicode.h"

namespace pykala::stemmers {
namespace {

// Long enough that what is left out cannot shorten an ordinary word below the cut.
constexpr std::size_t max_raw_bytes = 8 * max_term_bytes;

// ASCII and U+00C0..U+00FF (bytes C3 80..BF), which hold å ä ö é ü; false at the first other character.
bool lower_simple(std::string_view raw, std::string& out) {
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const auto byte = static_cast<unsigned char>(raw[i]);
    if (byte < 0x80) {
      out += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
    } else if (byte == 0xC3 && i + 1 < raw.size()) {
      const auto second = static_cast<unsigned char>(raw[++i]);
      if (second < 0x80 || second > 0xBF) return false;
      const bool capital = second <= 0x9E && second != 0x97;  // U+00D7 is the multiplication sign
      out += static_cast<char>(byte);
      out += static_cast<char>(capital ? second + 0x20 : second);
    } else {
      return false;
    }
  }
  return true;
}

std::string replace_special(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 17> replacements{{
      {"\u00AD", ""},
      {"\u200B", ""},
      {"\u200C", ""},
      {"\u200D", ""},
      {"\u2060", ""},
      {"\uFEFF", ""},
      {"\u2010", "-"},
      {"\u2011", "-"},
      {"\u2019", "'"},
      {"\u02BC", "'"},
      {"\uFB00", "ff"},
      {"\uFB01", "fi"},
      {"\uFB02", "fl"},
      {"\uFB03", "ffi"},
      {"\uFB04", "ffl"},
      {"\uFB05", "st"},
      {"\uFB06", "st"},
  }};
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto* found = replacements.end();
    if (static_cast<unsigned char>(text[i]) >= 0x80) {
      found = replacements.begin();
      while (found != replacements.end() && text.substr(i, found->first.size()) != found->first) ++found;
    }
    if (found == replacements.end()) {
      out += text[i++];
    } else {
      out += found->second;
      i += found->first.size();
    }
  }
  return out;
}

}  // namespace

bool is_plain_word(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto byte = static_cast<unsigned char>(word[i]);
    if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) continue;
    if (byte != 0xC3 || i + 1 >= word.size()) return false;
    const auto second = static_cast<unsigned char>(word[++i]);
    if (second < 0x80 || second > 0xBF || second == 0x97 || second == 0xB7) return false;  // the signs of arithmetic
  }
  return !word.empty();
}

std::string normal_word(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  if (!lower_simple(raw, out)) {
    out = to_nfc(to_lower(to_nfc(replace_special(repair_utf8(cut_utf8(raw, max_raw_bytes))))));
  }
  if (out.size() > max_term_bytes) out.resize(cut_utf8(out, max_term_bytes).size());
  return out;
}

}  // namespace pykala::stemmers
