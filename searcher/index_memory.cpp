// SPDX-License-Identifier: GPL-2.0-or-later
// Which memory belongs to which revision.
#include "searcher/index_memory.h"

#include <map>
#include <mutex>

namespace pykala::searcher {
namespace {

/// Two copies of an index that went different ways have its uuid, and may have a revision of the same number.
std::string name_of(const Xapian::Database& database, const std::string& path) {
  std::string name = path;
  for (const std::string& part :
       {database.get_uuid(), std::to_string(database.get_revision()), std::to_string(database.get_doccount()),
        std::to_string(database.get_lastdocid()), database.get_metadata(schema::metadata::updated),
        database.get_metadata(schema::metadata::numbering)}) {
    name += '\n' + part;
  }
  return name;
}

}  // namespace

std::shared_ptr<IndexMemory> memory_of(const Xapian::Database& database, const std::string& path) {
  static std::mutex mutex;
  static std::map<std::string, std::weak_ptr<IndexMemory>> known;
  const std::string name = name_of(database, path);
  const std::lock_guard lock(mutex);
  std::erase_if(known, [](const auto& entry) { return entry.second.expired(); });
  std::weak_ptr<IndexMemory>& entry = known[name];
  std::shared_ptr<IndexMemory> memory = entry.lock();
  if (!memory) entry = memory = std::make_shared<IndexMemory>();
  return memory;
}

}  // namespace pykala::searcher
