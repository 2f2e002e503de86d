// SPDX-License-Identifier: GPL-2.0-or-later
// Index memory: what is kept in memory of one revision of an index, once for all threads that read it. Each part is
// filled at its first use.
#pragma once

#include <xapian.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "indexer/schema.h"
#include "searcher/card_column.h"
#include "searcher/columns.h"
#include "searcher/frequent_sets.h"
#include "searcher/funder_money.h"
#include "searcher/length_column.h"
#include "searcher/made_once.h"
#include "searcher/meant_values.h"
#include "searcher/number_column.h"
#include "searcher/vocabulary.h"

namespace pykala::searcher {

struct IndexMemory {
  std::array<MadeOnce<Column>, schema::fields.size()> columns;  ///< by FieldId
  MadeOnce<NumberColumn> dates, amounts;
  MadeOnce<CardColumn> cards;
  MadeOnce<LengthColumn> lengths;
  MadeOnce<FunderMoney> funder_money;
  FrequentSets frequent_sets;
  std::array<MadeOnce<MeantValues>, schema::fields.size()> meant_values;  ///< by FieldId
  MadeOnce<Vocabulary> words, lemmas;
  std::atomic<std::size_t> walked_words = 0;  ///< in the index, for want of `words`
  std::array<MadeOnce<std::vector<std::string>>, schema::fields.size()> plain_names;  ///< by FieldId
};

/// That of the revision that `database` reads of the index at `path`: the one that other readers of it have, as long as
/// there is one. Safe to call from any thread.
[[nodiscard]] std::shared_ptr<IndexMemory> memory_of(const Xapian::Database& database, const std::string& path);

}  // namespace pykala::searcher
