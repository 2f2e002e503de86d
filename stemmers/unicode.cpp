// SPDX-License-Identifier: GPL-2.0-or-later
// Thin calls of ICU. In and out: UTF-8.
#include "stemmers/unicode.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>

namespace pykala::stemmers {
namespace {

constexpr char finnish_locale[] = "fi";

void require(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + what + ": " + u_errorName(status));
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int64_t>(text.size());
  std::int64_t i = 0;
  while (i < length) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, length, c);
    if (c < 0) return false;
  }
  return true;
}

std::string repair_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int64_t>(text.size());
  std::string out;
  out.reserve(text.size());
  std::int64_t i = 0;
  while (i < length) {
    const std::int64_t begin = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, length, c);
    if (c >= 0) {
      out.append(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin)));
    } else {
      for (std::int64_t bad = begin; bad < i; ++bad) out += "\xEF\xBF\xBD";
    }
  }
  return out;
}

std::string to_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  require(status, "NFC");
  if (nfc->isNormalizedUTF8(piece(text), status) && U_SUCCESS(status)) return std::string(text);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc->normalizeUTF8(0, piece(text), sink, nullptr, status);
  require(status, "NFC");
  return out;
}

bool lower_latin1(std::string_view text, std::string& out) {
  out.assign(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      if (byte >= 'A' && byte <= 'Z') out[i] = static_cast<char>(byte + ('a' - 'A'));
    } else if (byte == 0xC3 && i + 1 < text.size()) {
      const auto second = static_cast<unsigned char>(text[++i]);
      if (second < 0x80 || second > 0xBF) return false;
      const bool capital = second <= 0x9E && second != 0x97;  // U+00D7 is the multiplication sign
      if (capital) out[i] = static_cast<char>(second + 0x20);
    } else {
      return false;
    }
  }
  return true;
}

std::string to_lower(std::string_view text) {
  std::string out;
  if (lower_latin1(text, out)) return out;
  out.clear();
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower(finnish_locale, 0, piece(text), sink, nullptr, status);
  require(status, "lower case");
  return out;
}

std::string capitalize(std::string_view text) {
  if (text.empty()) return {};
  std::int32_t first = 0;
  U8_FWD_1(text.data(), first, static_cast<std::int32_t>(std::min<std::size_t>(text.size(), 8)));
  const auto length = static_cast<std::size_t>(first);
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToUpper(finnish_locale, 0, piece(text.substr(0, length)), sink, nullptr, status);
  require(status, "upper case");
  out.append(text.substr(length));
  return out;
}

std::string to_utf8(std::wstring_view text) {
  std::string out;
  out.reserve(text.size() + 2);  // "päätös"
  for (const wchar_t letter : text) {
    if (letter >= 0 && letter < 0x80) {
      out.push_back(static_cast<char>(letter));
      continue;
    }
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::int32_t size = 0;
    UBool bad = false;
    U8_APPEND(bytes.data(), size, U8_MAX_LENGTH, static_cast<UChar32>(letter), bad);
    if (!bad) out.append(bytes.data(), static_cast<std::size_t>(size));
  }
  return out;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string_view first_code_points(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (std::size_t seen = 0; end < text.size(); ++end) {
    const bool begins = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
    if (begins && seen++ == count) break;
  }
  return text.substr(0, end);
}

std::string_view cut_utf8(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  while (max_bytes > 0 && (static_cast<unsigned char>(text[max_bytes]) & 0xC0) == 0x80) --max_bytes;
  return text.substr(0, max_bytes);
}

}  // namespace pykala::stemmers
