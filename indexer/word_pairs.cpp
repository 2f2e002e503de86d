// SPDX-License-Identifier: GPL-2.0-or-later
// Terms of pairs, and which documents have them.
#include "indexer/word_pairs.h"

#include <algorithm>
#include <functional>

#include "indexer/error.h"
#include "indexer/leb128.h"
#include "indexer/postings.h"
#include "indexer/schema.h"

namespace pykala::schema {
namespace {

constexpr char between = '\x1F';  ///< no word has control characters

[[noreturn]] void fail() {
  throw Error(ErrorCode::bad_data, "the index's list of word pairs is damaged", make_index_anew);
}

}  // namespace

std::string pair_term(std::string_view first, std::string_view second) {
  std::string term(pair_prefix);
  term.reserve(term.size() + first.size() + 1 + second.size());
  return term.append(first).append(1, between).append(second);
}

bool PairRun::has(std::string_view word) const {
  return std::binary_search(words.begin(), words.end(), word, std::less<>());
}

std::string to_bytes(const std::vector<PairRun>& runs) {
  std::string bytes;
  for (const PairRun& run : runs) {
    append_number(bytes, run.last);
    append_number(bytes, run.words.size());
    for (const std::string& word : run.words) {
      append_number(bytes, word.size());
      bytes += word;
    }
  }
  return bytes;
}

std::vector<PairRun> pair_runs_from(std::string_view bytes) {
  std::vector<PairRun> runs;
  std::uint32_t before = 0;
  while (!bytes.empty()) {
    PairRun& run = runs.emplace_back();
    run.last = read_u32(bytes);
    if (run.last <= before) fail();
    before = run.last;
    for (std::uint32_t count = read_u32(bytes); count > 0; --count) {
      const std::uint64_t size = read_number(bytes);
      run.words.emplace_back(read_bytes(bytes, size));
      if (run.words.size() > 1 && run.words.back() <= run.words[run.words.size() - 2]) fail();
    }
  }
  return runs;
}

}  // namespace pykala::schema
