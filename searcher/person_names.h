// SPDX-License-Identifier: GPL-2.0-or-later
// Person names: what must never be offered to a person who types. There is no list of people to ask, so the answer is
// careful: what may be a name counts as one.
#pragma once

#include <string>
#include <string_view>

#include "indexer/decision.h"
#include "searcher/index.h"

namespace pykala::searcher {

/// Whether the title may name a person: a word that the dictionary knows as a first name or surname, or two capitalised
/// words side by side that are no part of an organisation, decision-maker or funder of the decision and that the
/// dictionary does not know as common words.
[[nodiscard]] bool may_name_person(const schema::Decision& decision);

/// Whether a word of the index (lower case, as it stands in the texts or as a lemma) is a common word. One of the first
/// decisions that have it writes it with a small letter, outside of an e-mail address; or the dictionary knows it as
/// something else than a personal name, and none of them writes it with a capital inside a sentence: to the dictionary
/// alone half of all surnames are words, "Marjukka Ojanperä" is ojan perä.
[[nodiscard]] bool is_common_word(const Index& index, const std::string& word, bool is_lemma);

}  // namespace pykala::searcher
