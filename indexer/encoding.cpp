// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes in, clean UTF-8 out. Which encoding it is, is decided by rules alone: the few encodings of Finnish archives
// differ so much that statistics would only add errors.
#include "indexer/encoding.h"

#include <array>
#include <cstdint>
#include <utility>

#include "indexer/error.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace {

using schema::Error;
using schema::ErrorCode;

constexpr std::size_t sniffed_bytes = 8192;
constexpr std::size_t tar_mark_at = 257;       ///< POSIX: of "ustar" and a NUL in the first header
constexpr std::size_t max_stray_controls = 3;  ///< in text

/// Windows-1252 at 0x80-0x9F; 0 is unassigned.
constexpr std::array<char16_t, 32> windows_1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr std::array<std::pair<std::string_view, const char*>, 12> magics{{{"%PDF-", "PDF"},
                                                                           {"PK\x03\x04", "ZIP"},
                                                                           {"\x1F\x8B", "gzip"},
                                                                           {"\xD0\xCF\x11\xE0", "old Office"},
                                                                           {"\x89PNG", "PNG image"},
                                                                           {"\xFF\xD8\xFF", "JPEG image"},
                                                                           {"GIF8", "GIF image"},
                                                                           {"\x7F"
                                                                            "ELF",
                                                                            "program"},
                                                                           {"{\\rtf", "RTF"},
                                                                           {"BZh", "bzip2"},
                                                                           {"7z\xBC\xAF", "7-Zip"},
                                                                           {"II*", "TIFF image"}}};

void append_utf8(std::string& out, std::uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0U | (c >> 6U));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0U | (c >> 12U));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    out += static_cast<char>(0xF0U | (c >> 18U));
    out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  }
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  std::string out;
  out.reserve(bytes.size());
  const auto unit_at = [&](std::size_t at) {
    const auto a = static_cast<unsigned char>(bytes[at]), b = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<std::uint32_t>(big_endian ? a << 8 | b : b << 8 | a);
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    std::uint32_t c = unit_at(at);
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size()) {
      const std::uint32_t low = unit_at(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
        at += 2;
      }
    }
    append_utf8(out, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
  }
  return out;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    append_utf8(out, c >= 0x80 && c < 0xA0 ? windows_1252[c - 0x80U] : c);
  }
  return out;
}

/// Bytes of the well-formed sequence at `at`, or 0.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  if (length == 0 || at + length > bytes.size()) return 0;
  return length == 1 || stemmers::is_valid_utf8(bytes.substr(at, length)) ? length : 0;
}

/// UTF-8 that is broken in places has more good sequences than bad bytes; Windows-1252 has hardly a good one.
void refuse_broken_utf8(std::string_view bytes) {
  std::size_t good = 0, bad = 0, first_bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0 && bad++ == 0) first_bad = at;
    if (length > 1) ++good;
    at += length == 0 ? 1 : length;
  }
  if (good > bad) {
    throw Error(ErrorCode::bad_data, "not valid UTF-8 at byte " + std::to_string(first_bad),
                "the file is damaged or mixes two encodings: save it again as UTF-8");
  }
}

/// Every second byte of most of the beginning is zero.
int utf16_by_zeros(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, sniffed_bytes);
  if (head.find('\0') == std::string_view::npos) return 0;
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  const std::size_t half = head.size() / 2;
  if (half < 2) return 0;
  if (odd * 10 > half * 7 && even * 20 < half) return 1;   // little endian
  if (even * 10 > half * 7 && odd * 20 < half) return -1;  // big endian
  return 0;
}

/// Bytes that are kept whatever stands beside them.
constexpr std::array<bool, 256> is_plain = [] {
  std::array<bool, 256> bytes{};
  for (std::size_t c = 0; c < bytes.size(); ++c) {
    bytes[c] = (c >= 0x20 || c == '\n') && c != 0x7F && c != 0xC2 && c != 0xEF;
  }
  return bytes;
}();

/// Bytes from `at` on that are kept whatever stands beside them.
std::size_t plain_bytes(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_plain[static_cast<unsigned char>(text[end])]) ++end;
  return end - at;
}

std::string without_controls(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t plain = plain_bytes(text, i);
    out.append(text, i, plain);
    i += plain;
    if (i == text.size()) break;
    const auto c = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    if (c == '\r') {
      if (next != '\n') out += '\n';
    } else if (c == 0xC2 && next == 0xAD) {  // soft hyphen
      ++i;
    } else if (c == 0xC2 && next >= 0x80 && next < 0xA0) {  // C1 controls
      ++i;
    } else if (c == 0xEF && next == 0xBB && i + 2 < text.size() && static_cast<unsigned char>(text[i + 2]) == 0xBF) {
      i += 2;
    } else if (c >= 0x20 ? c != 0x7F : c == '\n' || c == '\t' || c == '\f') {
      out += text[i];
    }
  }
  return out;
}

std::string to_utf8(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), false);
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), true);
  if (const int zeros = utf16_by_zeros(bytes)) return from_utf16(bytes, zeros < 0);
  if (stemmers::is_valid_utf8(bytes)) return std::string(bytes);
  refuse_broken_utf8(bytes);
  return from_windows_1252(bytes);
}

/// With the NUL, or two blanks and a NUL as GNU writes it: a text may have "avustarve" at that very place.
bool is_tar(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.size() <= tar_mark_at) return false;
  const std::string_view mark = bytes.substr(tar_mark_at);
  return mark.starts_with("ustar\0"sv) || mark.starts_with("ustar  \0"sv);
}

/// "an old Office", "an RTF", "a PDF".
std::string with_article(const std::string& kind) {
  const bool vowel = std::string_view("aeioRF").find(kind.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + kind;
}

}  // namespace

std::string marked_kind(std::string_view bytes) {
  for (const auto& [magic, kind] : magics) {
    if (bytes.starts_with(magic)) return kind;
  }
  return is_tar(bytes) ? "tar" : std::string();
}

std::string binary_kind(std::string_view bytes) {
  if (std::string kind = marked_kind(bytes); !kind.empty()) return kind;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || utf16_by_zeros(bytes) != 0) return {};
  const std::string_view head = bytes.substr(0, sniffed_bytes);
  if (head.find('\0') != std::string_view::npos) return "binary";
  unsigned controls = 0;
  for (const char byte : head) {
    const auto c = static_cast<unsigned char>(byte);
    controls += c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' ? 1U : 0U;
  }
  return controls > max_stray_controls && controls * 20 > head.size() ? "binary" : std::string();
}

std::string decode_text(std::string_view bytes) {
  if (const std::string kind = binary_kind(bytes); !kind.empty()) {
    throw Error(ErrorCode::bad_data,
                kind == "binary" ? "binary content, not text" : with_article(kind) + " file, not text",
                "give the document as PDF, DOCX, ODT, HTML, Markdown, text, JSON or JSON Lines");
  }
  return stemmers::to_nfc(without_controls(to_utf8(bytes)));
}

}  // namespace pykala::indexer
