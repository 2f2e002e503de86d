// SPDX-License-Identifier: GPL-2.0-or-later
// Query lexer: typed text -> lexemes; private to the query parser.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema.h"
#include "searcher/query_pieces.h"
#include "searcher/request.h"

namespace pykala::searcher {

struct Lexeme {
  LexemeKind kind = LexemeKind::word;
  std::string text;  ///< NFC
  schema::FieldId field = schema::FieldId::title;
  std::size_t begin = 0;  ///< bytes of the typed text
  std::size_t end = 0;
  bool name_with_dash =
      false;  ///< a word that stood behind a dash and is none that is left out: "Naapuri kylään! -hanke"
};

/// Throws as parse_query does. `text` is valid UTF-8.
[[nodiscard]] std::vector<Lexeme> lex_query(std::string_view text, UiLanguage lang);

}  // namespace pykala::searcher
