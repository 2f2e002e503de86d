// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/encoding.h"

#include <catch2/catch.hpp>

#include "indexer/error.h"

using namespace pykala::indexer;
using pykala::schema::Error;
using namespace std::string_literals;

TEST_CASE("encodings") {
  struct Row {
    const char* name;
    std::string bytes;
    const char* text;
  };
  const Row rows[] = {
      {"UTF-8", "Päätös", "Päätös"},
      {"BOM", "\xEF\xBB\xBFPäätös", "Päätös"},
      {"NFD", "Pa\xCC\x88\x61\xCC\x88to\xCC\x88s", "Päätös"},
      {"Latin-1", "P\xE4\xE4t\xF6s 17 \xA7", "Päätös 17 §"},
      {"Windows-1252", "20 \x80 \x96 \x94", "20 € – ”"},
      {"UTF-16 LE", "\xFF\xFE\xE4\x00t\x00"s, "ät"},
      {"UTF-16 BE", "\xFE\xFF\x00\xE4\x00t"s, "ät"},
      {"UTF-16 LE, no BOM",
       "1\x00"
       "7\x00 \x00\xA7\x00p\x00\xE4\x00"s,
       "17 §pä"},
      {"line ends", "a\r\nb\rc", "a\nb\nc"},
      {"controls and soft hyphens",
       "a\x01\x1B"
       "b\xC2\xAD"
       "c\f",
       "abc\f"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(decode_text(row.bytes) == row.text);
  }
}

TEST_CASE("what is no text") {
  CHECK_THROWS_AS(decode_text("\x7F"
                              "ELF\x02\x00"s),
                  Error);
  CHECK_THROWS_AS(decode_text("a\x00\x01\x02 b"s), Error);
  CHECK_THROWS_WITH(decode_text("%PDF-1.4"), "a PDF file, not text");
  CHECK_THROWS_WITH(decode_text("päätös äö ö \xFF öä"), Catch::Contains("not valid UTF-8 at byte"));
}

TEST_CASE("a tar archive is told by the whole mark of its header, not by letters that a text may have there") {
  const std::string before(257, 'a');
  const std::string after(300, 'b');
  CHECK(decode_text(before + "ustarve" + after) == before + "ustarve" + after);  // of "avustarve"
  CHECK(decode_text(before + "ustar  b" + after) == before + "ustar  b" + after);
  CHECK_THROWS_WITH(decode_text(before + "ustar\x00"s + "00" + after), "a tar file, not text");
  CHECK_THROWS_WITH(decode_text(before + "ustar  \x00"s + after), "a tar file, not text");
}
