// SPDX-License-Identifier: GPL-2.0-or-later
// Funder names: every place where a text names a funder of data/authority/funders.tsv, by abbreviation (capitals
// matter) or by long name (every part may inflect). Says where and in which case; not what it means: funder_relation.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/authority.h"
#include "indexer/fact_text.h"
#include "indexer/inflection.h"
#include "indexer/word_beginnings.h"

namespace pykala::indexer {

struct FunderMention {
  const schema::FunderName* funder = nullptr;
  std::size_t part = 0;
  Range atoms;  ///< the name with its ending and compound: "STEA:lta", "ESR+ -haussa"
  Case name_case = Case::nominative;
  std::string tail;  ///< what a compound adds, in lower case: "haussa"; empty when none
  bool in_parentheses = false;
};

class FunderNames {
 public:
  /// Of the embedded list; built once, read-only.
  static const FunderNames& builtin();
  explicit FunderNames(const schema::Authority& authority);

  /// In the order of the text. A name and its abbreviation side by side, "opetus- ja kulttuuriministeriö (OKM)", are
  /// one mention. Linear in the text.
  [[nodiscard]] std::vector<FunderMention> find(const FactText& text) const;

  /// True when the words are a funder's name: such a name is no partner organisation.
  [[nodiscard]] bool is_funder(std::string_view name) const;

 private:
  struct Name {
    const schema::FunderName* funder;
    std::vector<InflectedWord> atoms;  ///< of an abbreviation as written, of a long name in lower case
    bool abbreviation;
  };
  /// What names begin with, once for all of them: a word that is no form of "suomen" begins none of "Suomen ...".
  struct FirstWord {
    InflectedWord word;
    bool abbreviation;
    std::vector<std::uint32_t> names;
  };
  void add_name(Name name);
  std::size_t match(const TextPart& part, std::size_t atom, const Name& name, FunderMention& out) const;
  std::size_t match_eu(const TextPart& part, std::size_t atom, FunderMention& out) const;
  std::size_t longest_at(const TextPart& part, std::size_t atom, std::vector<std::uint32_t>& candidates,
                         FunderMention& best) const;
  void find_in(const TextPart& part, std::size_t part_index, std::vector<FunderMention>& out) const;

  std::vector<Name> names_;
  std::vector<FirstWord> first_words_;
  WordBeginnings beginnings_;  ///< of `first_words_` in lower case, one each
  const schema::FunderName* european_union_ = nullptr;
};

}  // namespace pykala::indexer
