// SPDX-License-Identifier: GPL-2.0-or-later
// Unpacker: the documents that lie in one file: the file itself, or what .gz and ZIP hold, one inside the other.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/byte_stream.h"
#include "indexer/raw_document.h"
#include "indexer/unpack_budget.h"

namespace pykala::indexer {

class ZipArchive;

/// One document; to be read to its end (or given up) before the next one is asked for.
struct PackedDocument {
  std::string name;                  ///< "vuosi.zip/2019/17.txt"
  std::string head;                  ///< its first bytes, at most `head_bytes`
  std::unique_ptr<ByteStream> rest;  ///< what follows them; nullptr when nothing does
};

class Unpacker {
 public:
  static constexpr std::size_t head_bytes = 64u << 10U;

  /// `descriptor`: of the same file where it is seekable, -1 otherwise; stays the caller's.
  Unpacker(std::string name, std::unique_ptr<ByteStream> file, int descriptor, const UnpackLimits& limits = {});
  ~Unpacker();
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;

  /// The next document; nothing after the last one. What cannot be unpacked is added to `problems`. Throws
  /// schema::Error{io} when the file itself cannot be read.
  std::optional<PackedDocument> next(std::vector<Problem>& problems);

  /// True once something was unpacked: the document is not the file itself.
  [[nodiscard]] bool unpacked() const { return unpacked_; }

 private:
  struct OpenArchive {
    std::string name;
    std::shared_ptr<ZipArchive> archive;
    std::size_t depth = 0;  ///< containers around its entries
    std::size_t next = 0;
  };
  std::optional<PackedDocument> open(PackedDocument document, std::size_t depth);
  std::optional<PackedDocument> open_zip(PackedDocument document, std::size_t depth);
  std::optional<PackedDocument> next_entry(std::vector<Problem>& problems);

  std::optional<PackedDocument> file_;  ///< until it has been opened
  int descriptor_;
  std::shared_ptr<UnpackBudget> budget_;
  std::vector<OpenArchive> archives_;  ///< the innermost last
  bool unpacked_ = false;
};

}  // namespace pykala::indexer
