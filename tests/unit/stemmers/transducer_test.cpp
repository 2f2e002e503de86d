// SPDX-License-Identifier: GPL-2.0-or-later
// A small transducer made here: what it puts out, and what becomes of a damaged file.
#include "stemmers/transducer.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "stemmers/flag_diacritics.h"
#include "tests/support/seed.h"

using namespace pykala::stemmers;

namespace {

enum Symbol : std::uint16_t { none, set_flag, forbid_flag, a, b, hyphen, noun, verb, final_state = 0xFFFF };

struct Line {
  std::uint16_t input, output;
  std::uint32_t target;
  std::uint32_t more;  ///< further transitions of its state
};

void put(std::string& bytes, std::uint64_t number, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(number >> (8 * i));
}

/// The format as libvoikko writes it: mark, symbols, transitions.
std::string file_of(const std::vector<Line>& lines) {
  std::string bytes;
  put(bytes, 0x00013A6E, 4);
  put(bytes, 0x000351FA, 4);
  put(bytes, 0, 8);
  const std::vector<std::string> symbols{"", "@P.ONE.ON@", "@D.ONE@", "a", "b", "-", "[Ln]", "[Lt]"};
  put(bytes, symbols.size(), 2);
  for (const std::string& symbol : symbols) bytes += symbol + '\0';
  while (bytes.size() % 8 != 0) bytes += '\0';
  for (const Line& line : lines) {
    put(bytes, line.input, 2);
    put(bytes, line.output, 2);
    put(bytes, line.target | line.more << 24U, 4);
  }
  return bytes;
}

/// "ab" is a noun and, by a path without the flag, a verb; "a" twice or more is a noun.
std::string small_file() {
  return file_of({
      {none, noun, 3, 2},          // 0: to 3 as a noun, with the flag to 5, by "a" to 9
      {set_flag, none, 5, 0},      // 1
      {a, a, 9, 0},                // 2
      {a, a, 4, 0},                // 3
      {b, b, 8, 0},                // 4
      {a, a, 6, 0},                // 5
      {forbid_flag, none, 8, 0},   // 6: never, the flag is set
      {final_state, none, 0, 0},   // 7
      {final_state, none, 0, 0},   // 8
      {forbid_flag, verb, 11, 1},  // 9: the flag is not set here
      {a, a, 12, 0},               // 10
      {b, b, 8, 0},                // 11
      {final_state, none, 0, 1},   // 12
      {a, a, 12, 0},               // 13
  });
}

std::vector<std::string> outputs(const Transducer& transducer, const std::string& word) {
  std::vector<Transducer::Symbol> letters;
  for (const char c : word) letters.push_back(transducer.letter(static_cast<unsigned char>(c)));
  std::vector<std::string> found;
  const auto seen = transducer.each_output(letters, [&](std::span<const Transducer::Symbol> output) {
    std::string text;
    for (const Transducer::Symbol symbol : output) text += transducer.symbols()[symbol];
    found.push_back(text);
  });
  CHECK(seen.complete);
  return found;
}

}  // namespace

TEST_CASE("outputs of a transducer come in its order; flags close paths") {
  const auto transducer = Transducer::from_bytes(small_file());
  REQUIRE(transducer != nullptr);
  CHECK(outputs(*transducer, "ab") == std::vector<std::string>{"[Ln]ab", "a[Lt]b"});
  CHECK(outputs(*transducer, "aaa") == std::vector<std::string>{"aaa"});
  CHECK(outputs(*transducer, "a").empty());
  CHECK(outputs(*transducer, "b").empty());
  CHECK(outputs(*transducer, "").empty());
  CHECK(transducer->letter(U'c') == 0);
}

TEST_CASE("a state with more transitions than a byte tells has their number apart") {
  const Line one_further{1, 0, 0, 0};
  const std::vector<Line> lines{{a, a, 3, 0xFF}, one_further, {b, b, 3, 0}, {final_state, none, 0, 1}, {a, b, 3, 0}};
  const auto transducer = Transducer::from_bytes(file_of(lines));
  REQUIRE(transducer != nullptr);
  CHECK(outputs(*transducer, "aa") == std::vector<std::string>{"ab"});
  CHECK(outputs(*transducer, "b") == std::vector<std::string>{"b"});
}

TEST_CASE("a walk tells whether a hyphen may follow the word") {
  const Line end{final_state, none, 0, 0};
  const auto transducer =
      Transducer::from_bytes(file_of({{a, a, 1, 0}, {b, b, 4, 1}, {hyphen, hyphen, 3, 0}, end, end}));
  REQUIRE(transducer != nullptr);
  const auto seen = [&](const std::string& word) {
    std::vector<Transducer::Symbol> letters;
    for (const char c : word) letters.push_back(transducer->letter(static_cast<unsigned char>(c)));
    return transducer->each_output(letters, [](auto) {});
  };
  CHECK(seen("a").hyphen_may_follow);
  CHECK_FALSE(seen("ab").hyphen_may_follow);
  CHECK(outputs(*transducer, "a").empty());
  CHECK(outputs(*transducer, "a-") == std::vector<std::string>{"a-"});
}

TEST_CASE("a circle without letters is given up") {
  const auto transducer =
      Transducer::from_bytes(file_of({{none, noun, 0, 1}, {a, a, 2, 0}, {final_state, none, 0, 0}}));
  REQUIRE(transducer != nullptr);
  const std::vector<Transducer::Symbol> word{transducer->letter(U'a')};
  CHECK_FALSE(transducer->each_output(word, [](auto) {}).complete);
}

TEST_CASE("what is no such file is turned away") {
  const std::string good = small_file();
  CHECK(Transducer::from_bytes("") == nullptr);
  CHECK(Transducer::from_bytes(std::string(40, 'x')) == nullptr);
  std::string weighted = good;
  weighted[8] = 1;
  CHECK(Transducer::from_bytes(weighted) == nullptr);
  for (std::size_t size = 0; size < good.size(); ++size) {
    CAPTURE(size);
    CHECK(Transducer::from_bytes(good.substr(0, size)) == nullptr);
  }
}

TEST_CASE("a cut or changed file is turned away or walked within bounds") {
  const std::string good = small_file();
  std::mt19937 random(pykala::test::seed());
  CAPTURE(pykala::test::seed());
  for (int round = 0; round < 5000; ++round) {
    std::string bytes = good;
    if (round % 4 == 0) bytes.resize(random() % bytes.size());
    for (unsigned changes = random() % 4; changes > 0 && !bytes.empty(); --changes) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    const auto transducer = Transducer::from_bytes(bytes);
    if (transducer == nullptr) continue;
    std::vector<Transducer::Symbol> word;
    for (const char32_t letter : {U'a', U'b', U'a'}) {
      if (transducer->letter(letter) != 0) word.push_back(transducer->letter(letter));
    }
    std::size_t seen = 0;
    transducer->each_output(word, [&](auto output) { seen += output.size(); });
  }
}

TEST_CASE("flag diacritics") {
  const std::vector<std::string> symbols{"", "@P.F.A@", "@R.F.A@", "@R.F@", "@D.F.B@", "@D.F@", "@C.F@", "@U.F.B@"};
  const auto operations = flag_operations(symbols);
  REQUIRE(operations.has_value());
  std::uint64_t flags = 0;
  const auto apply = [&](std::size_t at) { return (*operations)[at].apply(flags); };
  CHECK_FALSE(apply(2));
  CHECK_FALSE(apply(3));
  CHECK(apply(5));
  CHECK(apply(1));
  CHECK(apply(2));
  CHECK(apply(3));
  CHECK(apply(4));
  CHECK_FALSE(apply(5));
  CHECK(apply(6));
  CHECK(flags == 0);
  CHECK(apply(7));
  CHECK_FALSE(apply(4));
  CHECK_FALSE(flag_operations(std::vector<std::string>{"@X.F.A@"}).has_value());
  std::vector<std::string> too_many;
  for (int i = 0; i < 64; ++i) too_many.push_back("@P.F" + std::to_string(i) + ".ON@");
  CHECK_FALSE(flag_operations(too_many).has_value());
}
