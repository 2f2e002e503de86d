// SPDX-License-Identifier: GPL-2.0-or-later
// `pykala-index terms`: what a word is indexed under, to look at and to measure.
#pragma once

#include <iosfwd>

namespace pykala::indexer {

struct TermsOptions {
  bool split = false;       ///< print the word with '#' at its compound boundaries instead
  bool rules_only = false;  ///< without the dictionary
  bool readings = false;    ///< print the lemmas of all readings instead, the chosen one first, '#' between their parts
};

/// One Finnish word a line in; its terms a line out, parted by blanks, lemma first, then compound parts (a blank inside
/// a term becomes '_'). The word itself is not printed. As many lines out as in; an empty line gives an empty line.
void print_terms(std::istream& in, std::ostream& out, const TermsOptions& options);

}  // namespace pykala::indexer
