// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_store.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "indexer/limits.h"
#include "tests/support/damaged.h"
#include "tests/support/temp_index.h"

using namespace pykala::schema;

namespace {

Xapian::WritableDatabase database_in(const pykala::test::TempFolder& folder) {
  return Xapian::WritableDatabase(folder.path() + "/db", Xapian::DB_CREATE_OR_OPEN);
}

bool unpacks(std::string_view bytes) {
  return pykala::test::is_read([&] { (void)unpack(bytes); });
}

}  // namespace

TEST_CASE("what is packed and unpacked is the same") {
  Packer packer;
  CHECK(unpack(packer.pack("")).empty());
  CHECK(rc::check("any bytes", [&](const std::string& bytes) { RC_ASSERT(unpack(packer.pack(bytes)) == bytes); }));
}

TEST_CASE("damaged packed bytes are an error") {
  std::string text;
  for (int n = 0; n < 500; ++n) text += "Avustus " + std::to_string(n * 7919) + " euroa. ";
  const std::string whole = Packer().pack(text);
  for (std::size_t size = 0; size < whole.size(); ++size) CHECK_FALSE(unpacks(whole.substr(0, size)));
  CHECK_FALSE(unpacks(whole + "x"));
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x55);
    (void)unpacks(changed);
  }
}

TEST_CASE("no more is unpacked than may have been stored") {
  Packer packer;
  CHECK(unpacks(packer.pack(std::string(max_stored_bytes, 'a'))));
  CHECK_FALSE(unpacks(packer.pack(std::string(max_stored_bytes + 1, 'a'))));
}

TEST_CASE("each document has what was stored of it, until it is erased") {
  const pykala::test::TempFolder folder;
  Xapian::WritableDatabase database = database_in(folder);
  Packer packer;
  const std::string large(100'000, 'x');
  put_stored(database, 1, packer.pack("one"));
  put_stored(database, 256, packer.pack(large));
  put_stored(database, 2, packer.pack("two"));
  put_stored(database, 2, packer.pack("two again"));
  database.commit();
  CHECK(stored_of(database, 1) == "one");
  CHECK(stored_of(database, 2) == "two again");
  CHECK(stored_of(database, 256) == large);
  CHECK(count_stored(database) == 3);
  CHECK_THROWS_AS(stored_of(database, 3), Xapian::DocNotFoundError);
  erase_stored(database, 2);
  CHECK_THROWS_AS(packed_of(database, 2), Xapian::DocNotFoundError);
  CHECK(count_stored(database) == 2);
}
