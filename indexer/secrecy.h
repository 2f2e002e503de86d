// SPDX-License-Identifier: GPL-2.0-or-later
// What may be told of a secret item. The one place for it, whatever format the item came in.
#pragma once

#include <string>

#include "indexer/decision.h"

namespace pykala::indexer {

/// Leaves of a decision only what is public of a secret one: who decided, when, under which § and case, and `secrecy`,
/// the words that say so ("Salassa pidettävä (JulkL 24.1 § 25 k)"). They stand for the title, unless that says it too
/// or is `open_title`, one written to be shown. Parts, attachments and whatever else the source stated of it go.
void keep_public(schema::Decision& decision, const std::string& secrecy, bool open_title);

}  // namespace pykala::indexer
