// SPDX-License-Identifier: GPL-2.0-or-later
// The table cuts as ICU does: over short texts of every kind of character, random ones, and the sample archive.
#include "stemmers/word_breaks.h"

#include <rapidcheck.h>

#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace pykala::stemmers;

namespace {

std::vector<std::pair<std::size_t, std::size_t>> cut(WordBreaks& breaks, std::string_view text) {
  std::vector<Segment> segments;
  breaks.find(text, segments);
  std::vector<std::pair<std::size_t, std::size_t>> out;
  for (const Segment& segment : segments) out.emplace_back(segment.begin, segment.end);
  return out;
}

bool same(std::string_view text) {
  static WordBreaks table, icu(WordBreaks::By::icu);
  return cut(table, text) == cut(icu, text);
}

/// One or more of each class, and what goes to ICU: a mark, a joiner, a soft hyphen, an underscore, other scripts, an
/// emoji, a flag, bytes that are no UTF-8.
constexpr std::array signs{"a",          "Ä", "ß",      "5",    "²",      ":",  "·",      "'",      "\u2019",
                           ".",          ",", ";",      "\"",   "-",      " ",  "\n",     "\t",     "\r",
                           "\u00A0",     "§", "\u2013", "€",    "(",      "_",  "\u0301", "\u200D", "\u00AD",
                           "ж",          "א", "漢",     "カ",   "ก",      "ʼ",  "\u200B", "\u2028", "\u203F",
                           "\U0001F600", "©", "\xC3",   "\xFF", "\u2066", "\f", "½",      "ˈ",      "@"};

}  // namespace

TEST_CASE("short texts of every kind of character") {
  std::size_t different = 0;
  for (const std::string a : signs) {
    for (const std::string b : signs) {
      for (const std::string c : signs) {
        for (const std::string& text : {a + b + c, "a" + a + b + c + "5", "5" + a + b + c + " a"}) {
          if (same(text)) continue;
          ++different;
          if (different < 10) CHECK(text == "cut in one way");
        }
      }
    }
  }
  CHECK(different == 0);
}

TEST_CASE("each character that the table knows") {
  const auto utf8 = [](unsigned c) {
    std::string out;
    if (c < 0x80) return std::string(1, static_cast<char>(c));
    if (c < 0x800) {
      out += static_cast<char>(0xC0U | c >> 6U);
    } else {
      out += static_cast<char>(0xE0U | c >> 12U);
      out += static_cast<char>(0x80U | (c >> 6U & 0x3FU));
    }
    return out + static_cast<char>(0x80U | (c & 0x3FU));
  };
  const auto check = [&](unsigned c) {
    const std::string sign = utf8(c);
    for (const std::string before : {"", "a", "5", ".", " ", "ä'", "5,", "@"}) {
      for (const std::string after : {"", "a", "5", ".", " ", "'ä", ",5", "@"}) {
        INFO(c << " between " << before << " and " << after);
        if (!same(before + sign + after)) CHECK(same(before + sign + after));
        if (!same(before + sign + sign + after)) CHECK(same(before + sign + sign + after));
      }
    }
  };
  for (unsigned c = 0; c < 0x400; ++c) check(c);
  for (unsigned c = 0x1F00; c < 0x2200; ++c) check(c);
}

TEST_CASE("long texts of every kind of character") {
  CHECK(rc::check([] {
    std::string text;
    for (const std::size_t sign : *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 64))) {
      text += sign < signs.size() ? signs[sign] : "avustus";
    }
    RC_ASSERT(same(text));
  }));
  CHECK(same(std::string(5000, 'a') + " " + std::string(3000, '5')));
  CHECK(same(std::string(5000, 'a') + "ж"));
  CHECK(same(""));
}

TEST_CASE("the sample archive") {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(PYKALA_SOURCE_DIR "/data/sample")) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    INFO(entry.path());
    CHECK(same(text));
    ++files;
  }
  CHECK(files > 10);
}
