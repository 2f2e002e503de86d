// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes in, metadata out, and back. Private: what packs them.
#include "indexer/document_store.h"

#include <zstd.h>

#include <iterator>
#include <new>

#include "indexer/error.h"
#include "indexer/limits.h"
#include "indexer/segment_keys.h"

namespace pykala::schema {
namespace {

/// Of five kilobytes, higher levels spare a fiftieth and take twice the time.
constexpr int level = 1;

[[noreturn]] void fail() {
  throw Error(ErrorCode::bad_data, "a stored decision is damaged", "pykala-index check tells what else is");
}

std::string key_of_document(Xapian::docid document) {
  return key_of(stored_key, document);
}

/// One for each thread: making it costs as much as unpacking a decision.
ZSTD_DCtx* unpacking_context() {
  thread_local const std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
  if (!context) throw std::bad_alloc();
  return context.get();
}

}  // namespace

void Packer::Free::operator()(ZSTD_CCtx_s* context) const {
  ZSTD_freeCCtx(context);
}

Packer::Packer() : context_(ZSTD_createCCtx()) {
  if (!context_) throw std::bad_alloc();
}

std::string Packer::pack(std::string_view bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size =
      ZSTD_compressCCtx(context_.get(), packed.data(), packed.size(), bytes.data(), bytes.size(), level);
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // the only error there can be with so much room
  packed.resize(size);
  return packed;
}

std::string unpack(std::string_view packed) {
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > max_stored_bytes) fail();
  std::string bytes(size, '\0');
  const std::size_t got =
      ZSTD_decompressDCtx(unpacking_context(), bytes.data(), bytes.size(), packed.data(), packed.size());
  if (ZSTD_isError(got) != 0 || got != size) fail();
  return bytes;
}

void put_stored(Xapian::WritableDatabase& database, Xapian::docid document, const std::string& packed) {
  database.set_metadata(key_of_document(document), packed);
}

void erase_stored(Xapian::WritableDatabase& database, Xapian::docid document) {
  database.set_metadata(key_of_document(document), "");
}

std::string packed_of(const Xapian::Database& database, Xapian::docid document) {
  std::string packed = database.get_metadata(key_of_document(document));
  if (packed.empty()) throw Xapian::DocNotFoundError("document " + std::to_string(document) + " is not stored");
  return packed;
}

std::string stored_of(const Xapian::Database& database, Xapian::docid document) {
  return unpack(packed_of(database, document));
}

std::size_t count_stored(const Xapian::Database& database) {
  const std::string all(1, stored_key);
  return static_cast<std::size_t>(std::distance(database.metadata_keys_begin(all), database.metadata_keys_end(all)));
}

}  // namespace pykala::schema
