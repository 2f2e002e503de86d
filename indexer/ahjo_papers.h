// SPDX-License-Identifier: GPL-2.0-or-later
// What Ahjo's JSON holds beside decisions: the items of a meeting's agenda or minutes, cases, and records. Part of
// read_ahjo. Every function throws schema::Error{bad_data} naming the key when a value has a wrong type.
#pragma once

#include <string>
#include <vector>

#include "indexer/json.h"
#include "indexer/raw_document.h"

namespace pykala::indexer {

/// One item of `meeting`'s Agenda: a motion, or a decision once the minutes are made. Maker, date and language are the
/// meeting's; its id is its PDF's NativeId. The names of those present are not read.
[[nodiscard]] RawDocument read_agenda_item(const schema::Json& meeting, const schema::Json& item,
                                           const std::string& source);

/// A case: title, number, class, the day it was opened, and the public titles of its records. Kind other.
[[nodiscard]] RawDocument read_case(const schema::Json& object, const std::string& source);

/// A record without its text: title and metadata. Kind other; its id is not that of the decision whose record it is, so
/// that neither replaces the other.
[[nodiscard]] RawDocument read_record(const schema::Json& object, const std::string& source);

/// The counts and proposals of VotingResults as blocks; empty when there are none. Voters are not named.
[[nodiscard]] std::vector<Block> voting_blocks(const schema::Json& object);

}  // namespace pykala::indexer
