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

/// A short text: names, spaces collapsed, cut at max_title_bytes.
[[nodiscard]] std::optional<std::string> ahjo_name(const schema::Json& object, const char* key);

/// Title as the source writes it, double spaces too.
[[nodiscard]] std::optional<std::string> ahjo_title(const schema::Json& object);

/// The member as a list or an object; nullptr when absent or null.
[[nodiscard]] const schema::Json* ahjo_child(const schema::Json& object, const char* key, bool list);

/// NativeId without its braces: "{6A61...}" -> "6A61...".
[[nodiscard]] std::optional<std::string> ahjo_id(const schema::Json& object);

/// Section: "110", "178 §", "§ 4" or a number.
[[nodiscard]] std::optional<int> ahjo_section(const schema::Json& object);

/// Local wall time "2021-12-14T16:00:00.000" -> "2021-12-14".
[[nodiscard]] std::optional<std::string> ahjo_day(const schema::Json& object, const char* key);

/// CaseIDLabel, or CaseID with its first hyphen as a space: "HEL-2022-000063" -> "HEL 2022-000063".
[[nodiscard]] std::optional<std::string> ahjo_case(const schema::Json& object);

/// True where PublicityClass says "Salassa pidettävä".
/// What PublicityClass says where it says that the object is secret ("Salassa pidettävä"); else empty.
[[nodiscard]] std::string ahjo_secrecy(const schema::Json& object);
[[nodiscard]] bool is_ahjo_secret(const schema::Json& object);

/// NativeId, Title, Section, case, date, Organization, classification, Attachments and PreviousDecisions as stated
/// facts.
void state_ahjo_fields(const schema::Json& object, RawDocument& document);

}  // namespace pykala::indexer
