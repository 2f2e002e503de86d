// SPDX-License-Identifier: GPL-2.0-or-later
// In: title and parts of a Decision. Out: normalised text with atoms and sentences. Private: decoding, the classes of
// characters, the rules for where a sentence ends. One pass over the bytes each. Long because the passes share those
// classes.
#include "indexer/fact_text.h"

#include <algorithm>
#include <array>

#include "indexer/fact_words.h"

namespace pykala::indexer {
namespace {

constexpr char32_t en_dash = 0x2013;

/// Decodes one character at `at` and moves past it. A broken byte is read as a space: the text is UTF-8 by contract.
char32_t next_character(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return static_cast<char32_t>(text[at++]);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
  if (length == 0 || at + length > text.size()) {
    ++at;
    return U' ';
  }
  char32_t code = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) code = (code << 6) | (byte(at + i) & 0x3Fu);
  at += length;
  return code;
}

void append_character(std::string& out, char32_t code) {
  const auto put = [&](char32_t value) { out.push_back(static_cast<char>(static_cast<unsigned char>(value))); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | ((code >> 18) & 0x07));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

bool is_odd_space(char32_t code) {
  return code == U'\t' || code == U'\r' || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F ||
         code == 0x205F || code == 0x3000;
}

/// Bytes of ASCII and of the letters of Latin-1 ("ä" is C3 A4) from `at` on, which have one spelling only.
std::size_t plain_bytes(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    const auto byte = static_cast<unsigned char>(text[end]);
    if (byte < 0x80) {
      if (byte == '\t' || byte == '\r') break;
      ++end;
      continue;
    }
    const bool letter =
        byte == 0xC3 && end + 1 < text.size() && (static_cast<unsigned char>(text[end + 1]) & 0xC0) == 0x80;
    if (!letter) break;
    end += 2;
  }
  return end - at;
}

/// One spelling for spaces, dashes, apostrophes and quotation marks; soft hyphens and zero-width marks go.
std::string normalise(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = plain_bytes(text, at);
    out.append(text, at, plain);
    at += plain;
    if (at == text.size()) break;
    const char32_t code = next_character(text, at);
    if (code == 0xAD || code == 0xFEFF || (code >= 0x200B && code <= 0x200D)) continue;
    if (is_odd_space(code)) {
      out.push_back(' ');
    } else if (code == 0x2010 || code == 0x2011) {
      out.push_back('-');
    } else if ((code >= 0x2012 && code <= 0x2015) || code == 0x2212) {
      append_character(out, en_dash);
    } else if (code == 0xB4 || code == 0x2018 || code == 0x2019) {
      out.push_back('\'');
    } else if (code == 0x201C || code == 0x201D || code == 0x201E) {
      out.push_back('"');
    } else {
      append_character(out, code);
    }
  }
  return out;
}

bool is_digit(char32_t code) {
  return code >= U'0' && code <= U'9';
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Letters of the scripts a Finnish archive holds; enough to know a word from a sign.
bool is_letter(char32_t code) {
  if (code < 0x80) return is_ascii_letter(static_cast<char>(code));
  return (code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7) || (code >= 0x300 && code <= 0x36F) ||
         (code >= 0x370 && code <= 0x1FFF) || code >= 0x3040;
}

void cut_atoms(TextPart& part) {
  const std::string_view text = part.text;
  constexpr std::size_t usual_atom = 7;  // bytes, with the space before it
  part.atoms.reserve(text.size() / usual_atom + 1);
  bool space = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t code = next_character(text, at);
    if (code == U' ') {
      space = true;
      continue;
    }
    AtomKind kind = code == U'\n' ? AtomKind::line_break : AtomKind::symbol;
    if (is_letter(code) || is_digit(code)) {
      kind = is_digit(code) ? AtomKind::number : AtomKind::word;
      char32_t last = code;
      for (std::size_t next = at; at < text.size(); at = next) {
        if (kind == AtomKind::word && is_ascii_letter(text[at])) {
          last = static_cast<unsigned char>(text[at]);
          next = at + 1;
          continue;
        }
        const char32_t more = next_character(text, next);
        if (!is_digit(more) && (kind == AtomKind::number || !is_letter(more))) break;
        // Cells run together, "toiminta267 500 euroa": a number begins after a word, but not inside "M2" or "kWh2".
        if (is_digit(more) && kind == AtomKind::word && at - begin > 4 && last >= U'a' && last <= U'z') break;
        last = more;
      }
    }
    const bool after_break = !part.atoms.empty() && part.atoms.back().kind == AtomKind::line_break;
    if (kind == AtomKind::line_break && after_break) continue;
    part.atoms.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at), kind, space || after_break, 0});
    space = false;
  }
}

/// "n. 5 miljoonaa", "mm.", "Vs. kansliapäällikkö", "10. kaupunginosa": a point that ends no sentence.
bool is_abbreviation(std::string_view lower) {
  static constexpr std::array<std::string_view, 39> abbreviations{
      "n",   "mm",  "esim", "nro",  "vs",    "va",  "vt", "ns",   "ko",  "ao",   "em",  "yms",  "ym",
      "jne", "mom", "kpl",  "ts",   "tms",   "klo", "p",  "puh",  "ent", "milj", "mrd", "dnro", "bl",
      "t",   "st",  "nr",   "inkl", "liite", "dvs", "ca", "resp", "sis", "ml",   "vrt", "yht",  "max"};
  return std::find(abbreviations.begin(), abbreviations.end(), lower) != abbreviations.end();
}

bool ends_sentence(const TextPart& part, std::size_t atom) {
  const std::string_view sign = part.view(atom);
  if (sign == "!" || sign == "?") return true;
  if (sign != "." || !(atom + 1 < part.atoms.size() && part.atoms[atom + 1].space_before)) return false;
  // "n. 5" is an abbreviation, the "n" of "Oy:n." is an ending.
  const bool ending = atom > 1 && part.is_symbol(atom - 2, ":") && part.touches(atom - 1);
  if (atom > 0 && part.touches(atom) && part.is_word(atom - 1) && part.view(atom - 1).size() == 1 && !ending)
    return false;  // "A. Aho"
  if (atom > 0 && !ending && part.touches(atom) && part.is_word(atom - 1) && is_abbreviation(part.lower_view(atom - 1)))
    return false;
  // "toimintalinja 4. työllistävä" goes on; "vuonna 2020. Hanke" does not.
  if (atom > 0 && part.is_number(atom - 1)) return is_capitalised(part.view(atom + 1)) || part.is_number(atom + 1);
  return !part.is_word(atom + 1) || is_capitalised(part.view(atom + 1));
}

/// A text without any point is cut too: what looks at a whole sentence stays bounded.
constexpr std::size_t max_sentence_atoms = 600;

void cut_sentences(TextPart& part) {
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    if (end > begin) part.sentences.push_back({begin, end});
  };
  for (std::size_t atom = 0; atom < part.atoms.size(); ++atom) {
    const bool line = part.atoms[atom].kind == AtomKind::line_break;
    const bool ends = part.atoms[atom].kind == AtomKind::symbol && ends_sentence(part, atom);
    if (!line && !ends && atom - begin < max_sentence_atoms) continue;
    close(line ? atom : atom + 1);
    begin = atom + 1;
  }
  close(part.atoms.size());
}

}  // namespace

std::string TextPart::quote(Range range) const {
  range.end = std::min(range.end, atoms.size());
  if (range.empty()) return {};
  const std::size_t begin = atoms[range.begin].begin;
  std::size_t last = range.end - 1;
  while (last > range.begin && atoms[last].end - begin > max_quote_bytes) --last;
  if (atoms[last].end - begin > max_quote_bytes) return {};
  std::string out = text.substr(begin, atoms[last].end - begin);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

Range TextPart::sentence_of(std::size_t atom) const {
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), atom,
                                      [](std::size_t at, const Range& sentence) { return at < sentence.begin; });
  return after == sentences.begin() ? Range{0, atoms.size()} : *(after - 1);
}

bool is_boilerplate(schema::PartRole role) {
  return role == schema::PartRole::appeal || role == schema::PartRole::signatures;
}

std::uint32_t flags_in(const TextPart& part, Range range) {
  std::uint32_t flags = 0;
  for (std::size_t atom = range.begin; atom < range.end; ++atom) flags |= part.flags(atom);
  return flags;
}

TextPart scan_part(std::string_view text, schema::PartRole role) {
  TextPart part;
  part.role = role;
  part.text = normalise(text);
  part.lower = fold_case(part.text);
  cut_atoms(part);
  for (std::size_t atom = 0; atom < part.atoms.size(); ++atom)
    if (part.is_word(atom)) part.atoms[atom].flags = flags_of(part.lower_view(atom));
  cut_sentences(part);
  return part;
}

FactText scan_text(const schema::Decision& decision) {
  FactText out;
  if (decision.title) {
    out.parts.push_back(scan_part(*decision.title));
    out.parts.back().is_title = true;
  }
  for (const schema::Part& part : decision.parts)
    out.parts.push_back(scan_part(part.heading ? *part.heading + "\n" + part.text : part.text, part.role));
  return out;
}

}  // namespace pykala::indexer
