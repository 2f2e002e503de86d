// SPDX-License-Identifier: GPL-2.0-or-later
// Synonyms: typed words that name a thing -> a query for all of its names that the index has. "TEM" finds "työ- ja
// elinkeinoministeriöltä", "sosiaali- ja terveysministeriö" finds "STM:n" and "social- och hälsovårdsministeriet".
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/index.h"
#include "searcher/typed_word.h"

namespace pykala::searcher {

/// How synonyms are searched for.
struct SynonymSettings {
  double own_words_scale = 0.3;     ///< the single words of a typed name, beside the whole of it
  std::size_t least_letters = 3;    ///< of an abbreviation as a word of the text; "ym" means other things too
  double most_common_share = 0.01;  ///< several words without a compound are a name when one is as rare as this,
  double always_rare = 20;          ///< or stands in no more documents than this
};
inline constexpr SynonymSettings synonym_settings;

/// Typed words [first, first + count) name something.
struct Synonym {
  std::size_t first = 0;
  std::size_t count = 0;
  std::string typed;                    ///< "TEM:n"
  std::vector<std::string> names;       ///< what is searched too, for people
  std::vector<std::string> highlights;  ///< lemmas of those names that mark them in a text
  Xapian::Query query;                  ///< any of the names, the typed one too
};

/// The synonyms of the typed words of `text`, in order, none inside another. `term_prefix` as the words are searched
/// with.
[[nodiscard]] std::vector<Synonym> find_synonyms(const std::string& text, const std::vector<TypedWord>& words,
                                                 const std::string& term_prefix, const Index& index);

}  // namespace pykala::searcher
