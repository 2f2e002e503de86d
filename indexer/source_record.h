// SPDX-License-Identifier: GPL-2.0-or-later
// SourceRecord: what the index remembers of a file, so that an unchanged one costs a look at its size and time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pykala::indexer {

struct SourceRecord {
  std::string path;  ///< absolute, any bytes; empty when nothing of the file was taken in because it was purged
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;
  std::string hash;           ///< content_hash of its bytes
  std::size_t documents = 0;  ///< decisions taken in
  bool clean = true;          ///< read without a problem; a file with problems is read again next time
  std::string expires{};      ///< the first day on which one of its decisions has expired; empty: none does
  std::string reading{};      ///< reading_version() that it was read with; another version reads it again
  std::size_t purged = 0;     ///< decisions left out because they were purged
  /// Keys of the files that gave one of this file's decisions too: they are read again when this file loses one.
  std::vector<std::string> covers{};
  /// Hashes of the ids that this file says are not public or have expired; no other file may bring them.
  std::vector<std::string> withheld{};
};

/// The record as it stands in the index, and back. Throws Error{bad_data} for what to_text() did not write.
[[nodiscard]] std::string to_text(const SourceRecord& record);
[[nodiscard]] SourceRecord source_record_from(const std::string& text);

/// Names what turns bytes into decisions: a number raised by hand with the readers, parser and extractors, and the
/// lists they were built with (data/parsing, data/authority). `masked`: personal data is masked.
[[nodiscard]] std::string reading_version(bool masked);

}  // namespace pykala::indexer
