// SPDX-License-Identifier: GPL-2.0-or-later
// Words on a stream -> their terms on another, line by line.
#include "indexer/terms_command.h"

#include <algorithm>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "stemmers/analyzer.h"

namespace pykala::indexer {
namespace {

void print_line(const std::vector<stemmers::Term>& terms, std::ostream& out) {
  const char* blank = "";
  for (const stemmers::Term& term : terms) {
    if (term.kind == stemmers::TermKind::word) continue;
    std::string text = term.text;
    std::replace(text.begin(), text.end(), ' ', '_');
    out << blank << text;
    blank = " ";
  }
  out << '\n';
}

}  // namespace

void print_terms(std::istream& in, std::ostream& out, const TermsOptions& options) {
  const stemmers::Analyzer analyzer({.rules_only = options.rules_only});
  std::string word;
  while (std::getline(in, word)) {
    if (!word.empty() && word.back() == '\r') word.pop_back();
    if (options.split) {
      out << analyzer.split_compound(word) << '\n';
    } else {
      print_line(analyzer.terms_of_word(word, stemmers::Language::finnish), out);
    }
  }
}

}  // namespace pykala::indexer
