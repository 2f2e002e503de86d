// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/postings.h"

#include <array>
#include <catch2/catch.hpp>
#include <limits>
#include <string>
#include <vector>

#include "indexer/error.h"
#include "indexer/leb128.h"
#include "tests/support/random_archive.h"
#include "tests/support/seed.h"

using namespace pykala;
using schema::Posting;
using schema::PostingDecoder;
using schema::PostingDocument;
using schema::PostingEncoder;
using test::pick;
using Postings = std::vector<Posting>;

namespace {

constexpr std::uint32_t base = 7;

/// Gaps and frequencies of all sizes, most of them small.
Postings random_postings(test::Random& random, std::size_t count) {
  const auto number = [&](std::size_t usual) -> std::uint32_t {
    const std::size_t most = pick(random, 40) == 0 ? 100'000 : usual;
    return 1 + static_cast<std::uint32_t>(pick(random, most));
  };
  const std::size_t usual_gap = test::one_of(random, std::vector<std::size_t>{0, 1, 3, 30, 300, 5000});
  const std::size_t usual_wdf = test::one_of(random, std::vector<std::size_t>{0, 2, 10, 1000});
  Postings out;
  std::uint32_t document = base;
  for (; count > 0; --count) out.push_back({document += number(usual_gap), number(usual_wdf)});
  return out;
}

std::string encoded(const Postings& postings) {
  PostingEncoder encoder(base);
  for (const Posting& posting : postings) encoder.add(posting);
  return encoder.finish();
}

Postings read_one_by_one(const std::string& bytes) {
  PostingDecoder decoder(bytes, base);
  Postings out;
  for (Posting posting{}; decoder.next(posting);) out.push_back(posting);
  CHECK(decoder.at_end());
  return out;
}

/// By all ways to move on, in any order; what may be passed over is noted.
Postings read_in_leaps(const std::string& bytes, const Postings& expected, test::Random& random) {
  PostingDecoder decoder(bytes, base);
  Postings out;
  while (!decoder.at_end()) {
    const std::uint32_t to = decoder.last() + static_cast<std::uint32_t>(pick(random, 2000));
    Posting posting{};
    switch (pick(random, 3)) {
      case 0:
        decoder.each_below(to, [&](const Posting& each) {
          CHECK(each.document < to);
          out.push_back(each);
        });
        break;
      case 1:
        if (decoder.next(posting)) out.push_back(posting);
        break;
      case 2:
        decoder.each_below<PostingDocument>(to, [&](const PostingDocument& each) {
          REQUIRE(out.size() < expected.size());
          CHECK(each.document == expected[out.size()].document);
          out.push_back(expected[out.size()]);
        });
        break;
      default:
        decoder.skip_near(to);
        for (std::size_t n = out.size(); n < expected.size() && expected[n].document <= decoder.last(); ++n) {
          CHECK(expected[n].document < to);
          out.push_back(expected[n]);
        }
    }
    CHECK((out.empty() ? base : out.back().document) == decoder.last());
  }
  return out;
}

}  // namespace

TEST_CASE("postings are read as they were written, however they are read") {
  INFO("PYKALA_SEED=" << test::seed());
  test::Random random(test::seed());
  for (int n = 0; n < 200; ++n) {
    const std::size_t count = test::one_of(random, std::vector<std::size_t>{0, 1, 5, 127, 128, 129, 256, 1000});
    const Postings postings = random_postings(random, count);
    CAPTURE(n, count);
    const std::string bytes = encoded(postings);
    REQUIRE(read_one_by_one(bytes) == postings);
    REQUIRE(read_in_leaps(bytes, postings, random) == postings);
  }
}

TEST_CASE("the greatest numbers are read as they were written") {
  constexpr std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
  for (const std::size_t before : {0U, 127U}) {  // alone, and in a group
    Postings postings;
    for (std::uint32_t n = 1; n <= before; ++n) postings.push_back({base + n, n});
    postings.push_back({most - 1, most});
    CAPTURE(before);
    CHECK(read_one_by_one(encoded(postings)) == postings);
  }
}

TEST_CASE("a group with any byte changed is read in order or refused") {
  INFO("PYKALA_SEED=" << test::seed());
  test::Random random(test::seed());
  const std::string bytes = encoded(random_postings(random, 300));
  int refused = 0;
  for (int n = 0; n < 3000; ++n) {
    std::string damaged = bytes;
    damaged[pick(random, damaged.size() - 1)] = static_cast<char>(pick(random, 255));
    if (pick(random, 9) == 0) damaged.resize(pick(random, damaged.size()));
    CAPTURE(n);
    try {
      PostingDecoder decoder(damaged, base);
      std::uint32_t last = base;
      for (Posting posting{}; decoder.next(posting);) {
        REQUIRE(posting.document > last);
        REQUIRE(posting.wdf > 0);
        last = posting.document;
      }
    } catch (const schema::Error&) {
      ++refused;
    }
  }
  CHECK(refused > 0);
}

TEST_CASE("frequencies that no text has are refused, however often they are read") {
  std::array<std::uint32_t, schema::packed_numbers> gaps{}, wdfs{};
  std::string good, beyond, left_over;
  for (std::string* packed : {&good, &beyond, &left_over}) {
    wdfs[5] = packed == &beyond ? std::numeric_limits<std::uint32_t>::max() : 7;
    schema::append_packed(*packed, gaps);
    schema::append_packed(*packed, wdfs);
    if (packed == &left_over) *packed += 'x';
    std::string group(PostingDecoder::group_mark);
    schema::append_number(group, schema::packed_numbers);
    schema::append_number(group, packed->size());
    *packed = group + *packed;
  }
  CHECK(read_one_by_one(good).size() == schema::packed_numbers);
  for (const std::string& bytes : {beyond, left_over, std::string("\x03\xFC\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01")}) {
    PostingDecoder decoder(bytes, base);
    Posting posting{};
    for (int n = 0; n < 3; ++n) CHECK_THROWS_AS(decoder.next(posting), schema::Error);
  }
}

TEST_CASE("packed numbers that are cut, too wide or too many are refused") {
  std::array<std::uint32_t, schema::packed_numbers> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = static_cast<std::uint32_t>(i * i * i);
  std::string bytes;
  schema::append_packed(bytes, numbers);
  std::array<std::uint32_t, schema::unpacked_room> read{};
  std::string_view rest = bytes;
  REQUIRE(schema::unpack(rest, read));
  CHECK(rest.empty());
  CHECK(std::equal(numbers.begin(), numbers.end(), read.begin()));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    rest = std::string_view(bytes).substr(0, size);
    CHECK_FALSE(schema::unpack(rest, read));
  }
  for (const std::string& head :
       {std::string("\x09\0", 2), std::string("\0\x81", 2), std::string("\0\x01\x80\x01", 4)}) {
    const std::string damaged = head + std::string(600, '\x01');
    rest = damaged;
    CHECK_FALSE(schema::unpack(rest, read));
  }
  for (const std::uint64_t number : {std::uint64_t{1} << 32U, std::uint64_t{0}}) {
    std::string one("\0\x01\x05", 3);
    schema::append_number(one, number);
    rest = one;
    CHECK(schema::unpack(rest, read) == (number == 0));
  }
}
