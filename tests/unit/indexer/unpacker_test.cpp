// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/unpacker.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>

#include "tests/support/containers.h"

using namespace pykala;
using indexer::Problem;
using indexer::UnpackLimits;
using test::stored_gzip;
using test::stored_zip;

namespace {

class BytesStream : public indexer::ByteStream {
 public:
  explicit BytesStream(std::string bytes) : bytes_(std::move(bytes)) {}
  std::size_t read(char* out, std::size_t size) override {
    const std::size_t got = std::min({size, bytes_.size() - at_, std::size_t{7000}});
    std::memcpy(out, bytes_.data() + at_, got);
    at_ += got;
    return got;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

using Documents = std::vector<std::pair<std::string, std::string>>;

struct Unpacked {
  Documents documents;
  std::vector<Problem> problems;
};

Unpacked unpack(const std::string& bytes, const UnpackLimits& limits = {}) {
  Unpacked out;
  indexer::Unpacker unpacker("a", std::make_unique<BytesStream>(bytes), -1, limits);
  while (auto document = unpacker.next(out.problems)) {
    std::string content = document->head;
    try {
      char buffer[1000];
      while (document->rest != nullptr) {
        const std::size_t got = document->rest->read(buffer, sizeof buffer);
        if (got == 0) break;
        content.append(buffer, got);
      }
      out.documents.emplace_back(document->name, content);
    } catch (const schema::Error& error) {
      out.problems.push_back({document->name, error.what(), error.hint});
    }
  }
  return out;
}

std::string reason(const Unpacked& unpacked) {
  REQUIRE(unpacked.problems.size() == 1);
  CHECK_FALSE(unpacked.problems[0].hint.empty());
  return unpacked.problems[0].source + ": " + unpacked.problems[0].reason;
}

const std::string long_text(200'000, 'x');

}  // namespace

TEST_CASE("what is no container comes as it is") {
  for (const std::string& bytes : {std::string(), std::string("teksti"), long_text}) {
    CHECK(unpack(bytes).documents == Documents{{"a", bytes}});
  }
}

TEST_CASE("gzip and ZIP give what is in them, one inside the other") {
  CHECK(unpack(stored_gzip(long_text)).documents == Documents{{"a", long_text}});
  CHECK(unpack(stored_gzip("yksi ") + stored_gzip("kaksi")).documents == Documents{{"a", "yksi kaksi"}});
  CHECK(unpack(stored_gzip("yksi") + std::string(512, '\0')).documents == Documents{{"a", "yksi"}});
  const std::string zip =
      stored_zip({{"v/", ""}, {"v/ä.txt", "ä"}, {"b\\c.txt", long_text}, {".piilo", "x"}, {"__MACOSX/ä", "x"}});
  const Documents both{{"a/v/ä.txt", "ä"}, {"a/b/c.txt", long_text}};
  CHECK(unpack(zip).documents == both);
  CHECK(unpack(stored_gzip(zip)).documents == both);
  CHECK(unpack(stored_zip({{"x.gz", stored_gzip("sisällä")}})).documents == Documents{{"a/x.gz", "sisällä"}});
  CHECK(unpack(stored_zip({{"x.zip", stored_zip({{"y", "z"}})}})).documents == Documents{{"a/x.zip/y", "z"}});
}

TEST_CASE("what cannot be unpacked is one row each, and the rest goes on") {
  CHECK_THAT(reason(unpack(stored_gzip(long_text).substr(0, 5000))), Catch::Contains("a: gzip file is cut"));
  std::string broken = stored_gzip("teksti");
  broken[10] = '\x07';
  CHECK_THAT(reason(unpack(broken)), Catch::Contains("gzip file is damaged"));
  CHECK_THAT(reason(unpack(stored_zip({{"x", long_text}}).substr(0, 9000))), Catch::Contains("ZIP archive is damaged"));
  CHECK_THAT(reason(unpack(stored_zip({}))), Catch::Contains("nothing in it"));
  for (const char* name : {"../x", "v/../../x", "/etc/x", "C:/x"}) {
    const Unpacked some = unpack(stored_zip({{name, "x"}, {"hyvä.txt", "y"}}));
    CHECK_THAT(reason(some), Catch::Contains("leads out of its archive"));
    CHECK(some.documents == Documents{{"a/hyvä.txt", "y"}});
  }
  std::string wrong = stored_zip({{"x", "sisältö"}, {"y", "z"}});
  wrong[wrong.find("sis")] = 'S';  // the checksum tells
  const Unpacked some = unpack(wrong);
  CHECK_THAT(reason(some), Catch::Contains("a/x: is damaged inside its ZIP archive"));
  CHECK(some.documents == Documents{{"a/y", "z"}});
}

TEST_CASE("limits of depth, entries and bytes hold at the limit and past it") {
  std::string nested = "teksti";
  for (int i = 0; i < 2; ++i) nested = stored_gzip(nested);
  CHECK(unpack(nested).documents == Documents{{"a", "teksti"}});
  CHECK_THAT(reason(unpack(stored_gzip(nested))), Catch::Contains("packed more than 2 times"));
  const std::string zips = stored_zip({{"x", stored_zip({{"y", stored_zip({{"z", "t"}})}})}});
  CHECK_THAT(reason(unpack(zips)), Catch::Contains("packed more than 2 times"));

  UnpackLimits limits;
  limits.entries = 2;
  CHECK(unpack(stored_zip({{"x", "1"}, {"y", "2"}}), limits).documents.size() == 2);
  CHECK_THAT(reason(unpack(stored_zip({{"x", "1"}, {"y", "2"}, {"z", "3"}}), limits)),
             Catch::Contains("more than 2 files"));

  limits = {};
  limits.total_bytes = long_text.size();
  CHECK(unpack(stored_gzip(long_text), limits).problems.empty());
  CHECK_THAT(reason(unpack(stored_gzip(long_text + "x"), limits)), Catch::Contains("the rest was left unread"));
  const Unpacked some = unpack(stored_zip({{"x", "x"}, {"y", long_text}, {"z", "z"}}), limits);
  CHECK_THAT(reason(some), Catch::Contains("a/y: unpacks to more than"));
  CHECK(some.documents == Documents{{"a/x", "x"}});
}

TEST_CASE("office documents are documents, not archives") {
  const std::string docx = stored_zip({{"word/document.xml", "<w:document/>"}});
  CHECK(unpack(docx).documents == Documents{{"a", docx}});
  CHECK(unpack(stored_zip({{"x.docx", docx}})).documents == Documents{{"a/x.docx", docx}});
}
