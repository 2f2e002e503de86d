// SPDX-License-Identifier: GPL-2.0-or-later
// A leaf of a query in, our own object in it out. Private: the reader that Xapian hands the bytes to.
#include "searcher/known_documents.h"

#include <cstdint>
#include <cstring>
#include <utility>

namespace pykala::searcher {
namespace {

constexpr char source_name[] = "pykala.KnownDocuments";

thread_local const KnownDocuments* read_last = nullptr;

/// Only reads bytes; nothing matches it.
class Reader : public Xapian::PostingSource {
 public:
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return 0; }
  void next(double /*min_weight*/) override {}
  [[nodiscard]] bool at_end() const override { return true; }
  [[nodiscard]] Xapian::docid get_docid() const override { return 0; }
  void init(const Xapian::Database& /*database*/) override {}
  [[nodiscard]] PostingSource* clone() const override { return new Reader; }
  [[nodiscard]] std::string name() const override { return source_name; }
  [[nodiscard]] PostingSource* unserialise(const std::string& bytes) const override {
    std::uintptr_t address = 0;
    if (bytes.size() == sizeof address) std::memcpy(&address, bytes.data(), sizeof address);
    read_last = reinterpret_cast<const KnownDocuments*>(address);
    return new Reader;
  }
};

const Xapian::Registry& registry() {
  static const Xapian::Registry registry = [] {
    Xapian::Registry made;
    made.register_posting_source(Reader());
    return made;
  }();
  return registry;
}

}  // namespace

std::string KnownDocuments::name() const {
  return source_name;
}

std::string KnownDocuments::serialise() const {
  const auto address = reinterpret_cast<std::uintptr_t>(this);
  return {reinterpret_cast<const char*>(&address), sizeof address};
}

const KnownDocuments* known_documents(const Xapian::Query& query) {
  if (query.get_type() != Xapian::Query::LEAF_POSTING_SOURCE) return nullptr;
  read_last = nullptr;
  try {
    (void)Xapian::Query::unserialise(query.serialise(), registry());
  } catch (const Xapian::SerialisationError&) {  // a source that nobody registered
    return nullptr;
  } catch (const Xapian::UnimplementedError&) {
    return nullptr;
  }
  return std::exchange(read_last, nullptr);
}

}  // namespace pykala::searcher
