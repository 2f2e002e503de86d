// SPDX-License-Identifier: GPL-2.0-or-later
// ZipArchive: the entries of a ZIP file, one after the other. Nothing is ever written to disk.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/byte_stream.h"
#include "indexer/unpack_budget.h"

namespace pykala::indexer {

/// What a ZIP file is: many office formats are ZIP files themselves.
enum class ZipKind { archive, docx, odt, other_document };

struct ZipEntry {
  std::string name;  ///< UTF-8, with '/'; as the archive says it, so it may lead anywhere
  bool encrypted = false;
};

/// True when `head` begins as a ZIP file does.
[[nodiscard]] bool is_zip(std::string_view head);

class ZipArchive : public std::enable_shared_from_this<ZipArchive> {
 public:
  /// Throws Error{bad_data} for a broken archive or one of more entries than the budget allows.
  static std::shared_ptr<ZipArchive> from_bytes(std::string bytes, std::shared_ptr<UnpackBudget> budget);
  /// Of an open, seekable file; the descriptor stays the caller's.
  static std::shared_ptr<ZipArchive> from_descriptor(int descriptor, std::shared_ptr<UnpackBudget> budget);

  [[nodiscard]] std::size_t size() const;
  /// Throws Error{bad_data} when the entry cannot be told.
  [[nodiscard]] ZipEntry entry(std::size_t index) const;
  /// Unpacks the entry. The archive lives as long as the stream.
  [[nodiscard]] std::unique_ptr<ByteStream> open(std::size_t index);
  /// The whole entry of this name; nothing when there is none. Throws Error{bad_data} past `limit` bytes.
  [[nodiscard]] std::optional<std::string> read(const std::string& name, std::size_t limit);
  [[nodiscard]] ZipKind kind();
  /// The archive's own bytes, of from_bytes.
  [[nodiscard]] std::string take_bytes();

  struct Impl;  ///< private to zip_archive.cpp
  explicit ZipArchive(std::unique_ptr<Impl> impl);
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace pykala::indexer
