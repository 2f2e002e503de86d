// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a file that may hold others: what comes out is read and parsed. Limits are small, so that a bomb is soon
// one.
#include <algorithm>
#include <cstring>

#include "indexer/unpacker.h"
#include "tests/fuzz/checks.h"

namespace {

class BytesStream : public pykala::indexer::ByteStream {
 public:
  explicit BytesStream(std::string_view bytes) : bytes_(bytes) {}
  std::size_t read(char* out, std::size_t size) override {
    const std::size_t got = std::min(size, bytes_.size());
    std::memcpy(out, bytes_.data(), got);
    bytes_.remove_prefix(got);
    return got;
  }

 private:
  std::string_view bytes_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pykala;
  const indexer::UnpackLimits limits{2, 100, 1u << 20U};
  indexer::Unpacker unpacker("input", std::make_unique<BytesStream>(fuzz::view(data, size)), -1, limits);
  std::vector<indexer::Problem> problems;
  std::size_t documents = 0;
  while (auto document = unpacker.next(problems)) {
    ++documents;
    try {
      char buffer[4096];
      while (document->rest != nullptr) {
        const std::size_t got = document->rest->read(buffer, sizeof buffer);
        if (got == 0) break;
        document->head.append(buffer, got);
      }
    } catch (const schema::Error& error) {
      fuzz::require(!error.hint.empty());
      continue;
    }
    if (!document->head.starts_with("%PDF-")) {  // a process each: fuzz_pdf
      fuzz::check_reading(indexer::read_source({document->name, document->head, 1}));
    }
  }
  fuzz::require(documents <= 10'000);
  for (const indexer::Problem& problem : problems) fuzz::require(!problem.hint.empty());
  return 0;
}
