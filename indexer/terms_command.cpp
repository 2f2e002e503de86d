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

void print_line(const std::vector<stemmers::Term>& terms, std::string& line, std::ostream& out) {
  line.clear();
  const char* blank = "";
  for (const stemmers::Term& term : terms) {
    if (term.kind == stemmers::TermKind::word) continue;
    line.append(blank).append(term.text);
    std::replace(line.end() - static_cast<std::ptrdiff_t>(term.text.size()), line.end(), ' ', '_');
    blank = " ";
  }
  out << (line += '\n');
}

}  // namespace

void print_terms(std::istream& in, std::ostream& out, const TermsOptions& options) {
  const stemmers::Analyzer analyzer({.rules_only = options.rules_only});
  in.tie(nullptr);  // else every line is written by itself, which takes half of the time
  std::string word, line;
  std::vector<stemmers::Term> terms;
  while (std::getline(in, word)) {
    if (!word.empty() && word.back() == '\r') word.pop_back();
    if (options.split) {
      out << analyzer.split_compound(word) << '\n';
    } else {
      analyzer.terms_of_word(word, stemmers::Language::finnish, terms);
      print_line(terms, line, out);
    }
    if (in.rdbuf()->in_avail() <= 0) out.flush();  // somebody may wait for the answer before the next word
  }
}

}  // namespace pykala::indexer
