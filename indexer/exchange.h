// SPDX-License-Identifier: GPL-2.0-or-later
// The exchange format: one Decision as one JSON object on one line (README and DESIGN give the shape). `pykala-index
// parse` writes it, `update` reads it, and the index stores it.
#pragma once

#include <string>
#include <string_view>

#include "indexer/decision.h"

namespace pykala::schema {

/// One line, no newline at the end, keys in a fixed order; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string to_exchange(const Decision& decision);

/// Reads one object. `known` gets the bit of every fact key that is present, also when its value is null or [].
/// Throws Error{bad_data} with a JSON pointer for broken JSON, an unknown key, a wrong type, or a value out of range
/// (a date that is not a date); Error{bad_data} also past the limits of limits.h.
[[nodiscard]] Decision from_exchange(std::string_view json, KnownFields* known = nullptr);

/// The JSON of one member.
void write_json(std::string& out, const DecisionMaker& maker);
void write_json(std::string& out, const Classification& classification);
void write_json(std::string& out, const Period& period);
void write_json(std::string& out, const Part& part);
void write_json(std::string& out, const Funder& funder);
void write_json(std::string& out, const Amount& amount);
void write_json(std::string& out, const Citation& cite);
void write_json(std::string& out, const Attachment& attachment);

/// Names in JSON: "decision", "own_share", "funds" ...
const char* name_of(Kind kind);
const char* name_of(PartRole role);
const char* name_of(FunderRelation relation);
const char* name_of(AmountRole role);

}  // namespace pykala::schema
