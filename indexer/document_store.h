// SPDX-License-Identifier: GPL-2.0-or-later
// Document store: what is stored of each document, packed, in the metadata of the database. As the data of Xapian's own
// documents it would be packed by zlib, which took a fifteenth of an indexing run.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <string_view>

struct ZSTD_CCtx_s;

namespace pykala::schema {

/// Makes packed bytes: one frame of Zstandard (RFC 8878) that tells its size. Keeps its memory; for one thread.
class Packer {
 public:
  Packer();
  [[nodiscard]] std::string pack(std::string_view bytes);

 private:
  struct Free {
    void operator()(ZSTD_CCtx_s* context) const;
  };
  std::unique_ptr<ZSTD_CCtx_s, Free> context_;
};

/// Throws Error{bad_data} for what no Packer makes, and for more than max_stored_bytes.
[[nodiscard]] std::string unpack(std::string_view packed);

/// `packed`: in place of what was stored of the document before.
void put_stored(Xapian::WritableDatabase& database, Xapian::docid document, const std::string& packed);
void erase_stored(Xapian::WritableDatabase& database, Xapian::docid document);

/// Still packed. Throws Xapian::DocNotFoundError when nothing is stored of it.
[[nodiscard]] std::string packed_of(const Xapian::Database& database, Xapian::docid document);
/// Unpacked; throws as packed_of() and unpack() do.
[[nodiscard]] std::string stored_of(const Xapian::Database& database, Xapian::docid document);

/// Of how many documents something is stored. Goes over all their keys.
[[nodiscard]] std::size_t count_stored(const Xapian::Database& database);

}  // namespace pykala::schema
