// SPDX-License-Identifier: GPL-2.0-or-later
// Lemmas in, terms of their neighbours in the index out. Private: what a beginning is.
#include "searcher/words_alike.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "stemmers/unicode.h"

namespace pykala::searcher {
namespace {

/// The first letters of a word; nothing for a shorter one, or when they hold a digit ("2017-005881").
std::string_view first_letters(std::string_view word, std::size_t letters) {
  if (stemmers::count_code_points(word) < letters) return {};
  const std::string_view first = stemmers::first_code_points(word, letters);
  return first.find_first_of("0123456789") == std::string_view::npos ? first : std::string_view();
}

}  // namespace

std::vector<std::string> words_alike(const std::vector<std::string>& lemmas, const std::string& term_prefix,
                                     const schema::TextIndex& index) {
  const std::string_view beginning = first_letters(lemmas.front(), alike_settings.letters);
  if (beginning.empty()) return {};
  const std::string start = term_prefix + std::string(beginning);
  const double most =
      std::max(alike_settings.always_rare, alike_settings.most_common_share * index.database().get_doccount());
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  std::size_t looked_at = 0;
  index.each_term(start, start, [&](const std::string& term, std::uint32_t frequency) {
    const std::string lemma = term.substr(term_prefix.size());
    const bool typed = std::find(lemmas.begin(), lemmas.end(), lemma) != lemmas.end();
    if (!typed && frequency <= most) found.emplace_back(frequency, term);
    return ++looked_at < alike_settings.most_looked_at;
  });
  std::sort(found.begin(), found.end());
  std::vector<std::string> alike;
  Xapian::doccount postings = 0;
  for (const auto& [frequency, term] : found) {
    postings += frequency;
    if (alike.size() == alike_settings.most_words || postings > alike_settings.most_postings) break;
    alike.push_back(term);
  }
  for (const std::string& lemma : lemmas) alike.push_back(term_prefix + lemma);
  return alike;
}

}  // namespace pykala::searcher
