// SPDX-License-Identifier: GPL-2.0-or-later
// Stored decision: one Decision as the bytes that the index keeps of a document (document_store.h). A page of ten hits
// reads ten of them: read as JSON text they took longer than finding them.
#pragma once

#include <string>
#include <string_view>

#include "indexer/decision.h"

namespace pykala::schema {

struct StoredDecision {
  Decision decision;
  std::string text_languages;  ///< of its searchable_texts() (searchable_text.h): to guess them anew costs as much as
                               ///< cutting the snippet
};

/// Layout: a byte of version, the languages, then the members in the order of stored_members() in the .cpp file.
/// Numbers and lengths are LEB128 (DWARF 5, section 7.6); a text is its length and its bytes; an optional a byte 0 or 1
/// and its value; a list its length and its items. Bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string to_stored(const Decision& decision, const std::string& text_languages = {});

/// Throws Error{bad_data} for bytes that to_stored() does not write; what the values mean is not looked at.
[[nodiscard]] Decision from_stored(std::string_view bytes);
[[nodiscard]] StoredDecision from_stored_with_languages(std::string_view bytes);

}  // namespace pykala::schema
