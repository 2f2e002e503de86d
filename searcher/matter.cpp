// SPDX-License-Identifier: GPL-2.0-or-later
// A decision in, its words with weights out. Private: which parts are of the matter, and what looks like a name.
#include "searcher/matter.h"

#include <algorithm>

#include "indexer/searchable_text.h"
#include "stemmers/lexicon.h"
#include "stemmers/stopwords.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {
namespace {

using schema::PartRole;
using stemmers::AnalyzedToken;
using stemmers::Language;
using stemmers::TermKind;
using stemmers::TokenKind;

constexpr std::size_t min_word_points = 3;
constexpr double part_weight = 0.25;  ///< of a compound's part beside the whole

double weight_of(PartRole role) {
  switch (role) {
    case PartRole::decision:
    case PartRole::proposal:
      return matter_decision_weight;
    case PartRole::reasons:
    case PartRole::other:
      return matter_text_weight;
    case PartRole::presenter:
    case PartRole::contact:
    case PartRole::attachments:
    case PartRole::appeal:
    case PartRole::extracts:
    case PartRole::notice:
    case PartRole::signatures:
      break;
  }
  return 0;
}

/// Collects the words of one text after another.
class Collector {
 public:
  Collector(const stemmers::Analyzer& analyzer, bool everything, const stemmers::LemmaStarts* wanted, Matter& out)
      : analyzer_(analyzer), everything_(everything), wanted_(wanted), out_(out) {}

  void add(std::string_view text, Language language, double weight, bool title) {
    analyzer_.analyze(text, language, tokens_, wanted_);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const stemmers::Token& token = tokens_[i].token;
      if (token.kind != TokenKind::word || stemmers::count_code_points(token.text) < min_word_points) continue;
      if (!everything_ && (stemmers::is_stop_word(token.text, language) || (!title && names_person(text, i)))) continue;
      const bool hidden = i > 0 && tokens_[i - 1].token.position == token.position;
      add_token(hidden ? std::string_view() : text.substr(token.begin, token.end - token.begin), tokens_[i], weight,
                title);
    }
    if (!tokens_.empty()) base_ += tokens_.back().token.position + gap;
  }

 private:
  static constexpr std::uint32_t gap = 10;  ///< two texts are not side by side

  static bool is_capital(std::string_view text, const stemmers::Token& token) {
    const auto first = static_cast<unsigned char>(text[token.begin]);
    if (first >= 'A' && first <= 'Z') return true;
    // Å Ä Ö and their like: C3 80-9E
    return first == 0xC3 && static_cast<unsigned char>(text[token.begin + 1]) < 0x9F;
  }

  /// "Maija Esimerkki", "Esimerkki Maija": with its neighbour, only a space between, both with a capital.
  [[nodiscard]] bool names_person(std::string_view text, std::size_t i) const {
    if (!is_capital(text, tokens_[i].token)) return false;
    const auto pair = [&](std::size_t first) {
      const stemmers::Token &a = tokens_[first].token, &b = tokens_[first + 1].token;
      return b.begin == a.end + 1 && is_capital(text, a) && is_capital(text, b);
    };
    return (i > 0 && pair(i - 1)) || (i + 1 < tokens_.size() && pair(i));
  }

  /// `original`: as it stands in the text; empty for the hidden half of "kulttuuri- ja vapaa-aikatoimiala".
  void add_token(std::string_view original, const AnalyzedToken& token, double weight, bool title) {
    for (const stemmers::Term& term : token.terms) {
      if (!has_meaning(term.kind) || stemmers::count_code_points(term.text) < min_word_points) continue;
      const bool part = term.kind == TermKind::part;
      const auto [place, fresh] = out_.try_emplace(term.text);
      MatterWord& word = place->second;
      if (fresh) word.part = true;
      // Halves of "työ- ja elinkeinoministeriö" put together give words that do not exist: "työkeino".
      if (fresh && part && !original.empty()) word.shown = term.text;
      word.weight += weight * (part ? part_weight : 1);
      word.in_title = word.in_title || (title && !part);
      if (part) continue;
      if (!original.empty() && (word.part || word.shown.empty() || shows_better(original, word.shown, term.text)))
        word.shown = original;
      word.part = false;
      if (word.places.size() < max_matter_places) word.places.push_back(base_ + token.token.position);
    }
  }

  /// The dictionary form before others, small letters before capitals, the shorter before the longer.
  static bool shows_better(std::string_view form, const std::string& shown, const std::string& lemma) {
    const auto badness = [&](std::string_view text) {
      const std::string lower = stemmers::to_lower(text);
      return (lower == lemma ? 0U : 4U) + (lower == text ? 0U : 1U);
    };
    const auto a = badness(form), b = badness(shown);
    return a != b ? a < b : form.size() < shown.size();
  }

  const stemmers::Analyzer& analyzer_;
  bool everything_;
  const stemmers::LemmaStarts* wanted_;
  Matter& out_;
  std::vector<AnalyzedToken> tokens_;
  std::uint32_t base_ = 0;
};

Language language_of_text(std::string_view text, Language whole) {
  const Language own = stemmers::guess_language(text);
  return own == Language::unknown ? whole : own;
}

}  // namespace

Matter matter_of(const schema::Decision& decision, const stemmers::Analyzer& analyzer, bool everything,
                 const stemmers::LemmaStarts* wanted) {
  Matter matter;
  Collector collector(analyzer, everything, wanted, matter);
  const Language whole = schema::language_of(decision.language);
  if (decision.title)
    collector.add(*decision.title, language_of_text(*decision.title, whole), matter_title_weight, true);
  std::size_t room = max_matter_bytes;
  for (const schema::Part& part : decision.parts) {
    const bool searched = everything && part.role != PartRole::appeal;
    const double weight = searched ? matter_text_weight : weight_of(part.role);
    if (weight == 0 || part.text.empty() || room == 0) continue;
    const std::string_view text = stemmers::cut_utf8(part.text, room);
    room -= text.size();
    collector.add(text, language_of_text(text, whole), weight, false);
  }
  if (everything) collector.add(schema::names_text(decision), Language::finnish, matter_text_weight, false);
  return matter;
}

}  // namespace pykala::searcher
