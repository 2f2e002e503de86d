// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source_record.h"

#include <catch2/catch.hpp>

#include "indexer/error.h"

using namespace pykala::indexer;

TEST_CASE("a record reads back as it was written, whatever bytes the path has") {
  SourceRecord record{"/a b\n\xFF/ä", 1, -2, "hash", 3, false, "2020-01-01", "version", 4, {"k1", "k2"}, {"h1"}};
  const SourceRecord back = source_record_from(to_text(record));
  CHECK(back.path == record.path);
  CHECK(back.size == 1);
  CHECK(back.modified_ns == -2);
  CHECK(back.hash == "hash");
  CHECK(back.documents == 3);
  CHECK_FALSE(back.clean);
  CHECK(back.expires == "2020-01-01");
  CHECK(back.reading == "version");
  CHECK(back.purged == 4);
  CHECK(back.covers == record.covers);
  CHECK(back.withheld == record.withheld);
  CHECK(to_text(source_record_from(to_text(SourceRecord{}))) == to_text(SourceRecord{}));
}

TEST_CASE("a damaged record is an error, not a guess") {
  for (const char* text : {"", "x", "1 2 3 4 1 ", "1 2 3 4 1 \nhash\n", "1 b 3 4 1 \nh\nr\n\n\n\n/p", "{}"}) {
    CHECK_THROWS_AS(source_record_from(text), pykala::schema::Error);
  }
}

TEST_CASE("masking is another way of reading") {
  CHECK(reading_version(true) != reading_version(false));
  CHECK(reading_version(false) == reading_version(false));
}
