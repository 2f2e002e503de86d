// SPDX-License-Identifier: GPL-2.0-or-later
// Field text: how far the value of a field goes in typed text, as people put spaces into it; private to the query
// parser.
#pragma once

#include <string>
#include <string_view>

#include "indexer/schema.h"

namespace pykala::searcher {

struct FieldText {
  std::string text;     ///< without quotes, spaces evened out, punctuation after it left away: "STEA," -> "STEA"
  std::size_t end = 0;  ///< byte where it ends
  bool quoted = false;
};

/// The value that begins at `at`, behind the colon. It takes in what cannot be meant otherwise: "02 05 02" of a
/// classification, "HEL 2017-900123" and "hel 2017 900123" of a case number, "100 000 .. 200 000 €", "17 §",
/// "Khs 8.5.2017 § 510", "Lähitupa ry", "kulttuuri- ja vapaa-aikalautakunta". Empty when no value stands there.
[[nodiscard]] FieldText field_text_at(std::string_view text, std::size_t at, const schema::FieldRow& row);

}  // namespace pykala::searcher
