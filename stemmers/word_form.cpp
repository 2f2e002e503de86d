// SPDX-License-Identifier: GPL-2.0-or-later
// Raw word -> normal form. Private: what is left out or replaced.
#include "stemmers/word_form.h"

#include <array>
#include <utility>

#include "stemmers/token.h"
#include "stemmers/unicode.h"

namespace pykala::stemmers {
namespace {

// Long enough that what is left out cannot shorten an ordinary word below the cut.
constexpr std::size_t max_raw_bytes = 8 * max_term_bytes;

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

void normal_word(std::string_view raw, std::string& out) {
  if (!lower_latin1(raw, out)) {
    out = to_nfc(to_lower(to_nfc(replace_special(repair_utf8(cut_utf8(raw, max_raw_bytes))))));
  }
  if (out.size() > max_term_bytes) out.resize(cut_utf8(out, max_term_bytes).size());
}

std::string normal_word(std::string_view raw) {
  std::string out;
  normal_word(raw, out);
  return out;
}

}  // namespace pykala::stemmers
