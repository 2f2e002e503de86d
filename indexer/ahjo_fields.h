// SPDX-License-Identifier: GPL-2.0-or-later
// The fields of one decision in the JSON of Helsinki's case management system (Ahjo). Part of read_ahjo.
// Every function throws schema::Error{bad_data} naming the key when a value has a wrong type.
#pragma once

#include <optional>
#include <string>

#include "indexer/json.h"
#include "indexer/raw_document.h"

namespace pykala::indexer {

/// The member as text, trimmed and in NFC; nothing when absent, null or empty.
[[nodiscard]] std::optional<std::string> ahjo_text(const schema::Json& object, const char* key);

/// True where PublicityClass says "Salassa pidettävä".
[[nodiscard]] bool is_ahjo_secret(const schema::Json& object);

/// NativeId, Title, Section, case, date, Organization, classification, Attachments and PreviousDecisions as stated
/// facts.
void state_ahjo_fields(const schema::Json& object, RawDocument& document);

}  // namespace pykala::indexer
