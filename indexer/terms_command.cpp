// SPDX-License-Identifier: GPL-2.0-or-later
// Words on a stream -> their terms on another, line by line.
#include "indexer/terms_command.h"

#include <algorithm>
#include <istream>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "stemmers/analyzer.h"
#include "stemmers/compounds.h"
#include "stemmers/reading_choice.h"
#include "stemmers/word_form.h"

namespace pykala::indexer {
namespace {

void print_line(const std::vector<stemmers::Term>& terms, std::string& line, std::ostream& out) {
  line.clear();
  const char* blank = "";
  for (const stemmers::Term& term : terms) {
    if (!stemmers::has_meaning(term.kind)) continue;
    line.append(blank).append(term.text);
    std::replace(line.end() - static_cast<std::ptrdiff_t>(term.text.size()), line.end(), ' ', '_');
    blank = " ";
  }
  out << (line += '\n');
}

/// "matka#kulu" of "matkakulut", where the lemma begins as the word does.
std::string divided_lemma(const stemmers::Reading& reading, const std::string& word) {
  const std::string lemma = stemmers::lemma_of(reading);
  std::vector<std::uint16_t> boundaries;
  for (const std::uint16_t at : reading.boundaries) {
    if (at < lemma.size() && lemma.compare(0, at, word, 0, at) == 0) boundaries.push_back(at);
  }
  return stemmers::mark_boundaries(lemma, boundaries);
}

void print_readings(const std::string& word, std::ostream& out) {
  const std::vector<stemmers::Reading> readings = stemmers::readings_of(word);
  std::vector<std::string> lemmas;
  const auto add = [&](const stemmers::Reading& reading) {
    std::string lemma = divided_lemma(reading, word);
    if (std::find(lemmas.begin(), lemmas.end(), lemma) == lemmas.end()) lemmas.push_back(std::move(lemma));
  };
  if (const stemmers::Reading* chosen = stemmers::choose_reading(readings, word)) add(*chosen);
  for (const stemmers::Reading& reading : readings) add(reading);
  const char* blank = "";
  for (const std::string& lemma : lemmas) out << std::exchange(blank, " ") << lemma;
  out << '\n';
}

}  // namespace

void print_terms(std::istream& in, std::ostream& out, const TermsOptions& options) {
  const stemmers::Analyzer analyzer({.rules_only = options.rules_only});
  in.tie(nullptr);  // else every line is written by itself, which takes half of the time
  std::string word, line;
  std::vector<stemmers::Term> terms;
  while (std::getline(in, word)) {
    if (!word.empty() && word.back() == '\r') word.pop_back();
    if (options.readings) {
      print_readings(stemmers::normal_word(word), out);
    } else if (options.split) {
      out << analyzer.split_compound(word) << '\n';
    } else {
      analyzer.terms_of_word(word, stemmers::Language::finnish, terms);
      print_line(terms, line, out);
    }
    if (in.rdbuf()->in_avail() <= 0) out.flush();  // somebody may wait for the answer before the next word
  }
}

}  // namespace pykala::indexer
