// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as terms, postings and lists of documents: of a damaged index.
#include "indexer/error.h"
#include "indexer/text_index.h"
#include "indexer/text_segment.h"
#include "indexer/word_pairs.h"
#include "tests/fuzz/checks.h"

namespace {

using namespace pykala;

template <class Read>
void try_to(Read read) {
  try {
    read();
  } catch (const schema::Error&) {
    return;
  }
}

void read_list(std::string_view bytes) {
  schema::PostingDecoder decoder(bytes, 0);
  std::uint32_t last = 0;
  for (schema::Posting posting{}; decoder.next(posting);) {
    fuzz::require(posting.document > last && posting.wdf > 0);
    last = posting.document;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::view(data, size);
  try_to([&] { read_list(bytes); });
  try_to([&] { (void)schema::segments_from(bytes); });
  try_to([&] { (void)schema::deleted_from(bytes); });
  try_to([&] {
    const auto runs = schema::pair_runs_from(bytes);
    fuzz::require(schema::pair_runs_from(schema::to_bytes(runs)) == runs);
  });
  try_to([&] {
    schema::TermBlock block{std::string(bytes)};
    while (block.next()) {
      fuzz::require(block.term().size() <= size && block.postings().size() <= size);
      read_list(block.postings());
    }
  });
  return 0;
}
