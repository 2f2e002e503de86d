// SPDX-License-Identifier: GPL-2.0-or-later
// A tree in, a Xapian query out. One method a kind of node; long because each kind has its own here.
#include "searcher/query_builder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "indexer/error.h"
#include "indexer/limits.h"
#include "searcher/citations.h"
#include "searcher/document_list.h"
#include "searcher/filters.h"
#include "searcher/labels.h"
#include "searcher/limits.h"
#include "searcher/match_set.h"
#include "searcher/patterns.h"
#include "searcher/phrase.h"
#include "searcher/phrase_spellings.h"
#include "searcher/query_problem.h"
#include "searcher/question.h"
#include "searcher/ranking.h"
#include "searcher/synonyms.h"
#include "searcher/text_query.h"
#include "searcher/typed_word.h"
#include "searcher/value_notes.h"
#include "searcher/words_alike.h"
#include "stemmers/derivation.h"
#include "stemmers/language.h"
#include "stemmers/stopwords.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

using namespace schema;
using stemmers::AnalyzedToken;
using stemmers::Language;
using stemmers::Term;
using stemmers::TermKind;

namespace {

constexpr auto op_and = Xapian::Query::OP_AND;
constexpr auto op_or = Xapian::Query::OP_OR;

Xapian::Query join(Xapian::Query::op op, const std::vector<Xapian::Query>& queries) {
  return queries.size() == 1 ? queries.front() : Xapian::Query(op, queries.begin(), queries.end());
}

Xapian::Query scaled(const Xapian::Query& query, double factor) {
  return {Xapian::Query::OP_SCALE_WEIGHT, query, factor};
}

void add_distinct(std::vector<std::string>& to, const std::string& text) {
  if (std::find(to.begin(), to.end(), text) == to.end()) to.push_back(text);
}

class Builder {
 public:
  /// `plain`: the query is one search, and fields that weigh nothing. `is_all`: it is one node.
  Builder(const Index& index, UiLanguage lang, const Deadline* deadline, bool plain, bool is_all)
      : index_(index), lang_(lang), deadline_(deadline), plain_(plain), is_all_(is_all) {}

  /// Nothing when the node holds no term at all ("?"): it drops out of what it stands in.
  std::optional<Xapian::Query> build(const Query& query) {
    if (query.children.empty()) place_ = query.begin;
    switch (query.kind) {
      case QueryKind::everything:
        return Xapian::Query::MatchAll;
      case QueryKind::words:
        return words(query.text, std::string(lemma_prefix));
      case QueryKind::exact:
      case QueryKind::phrase:
        return phrase(query.text);
      case QueryKind::pattern:
        return pattern(query.text);
      case QueryKind::field:
        return field_value(query);
      case QueryKind::sequence:
        return sequence(query.children);
      case QueryKind::all_of:
        return join_all(op_and, query.children);
      case QueryKind::any_of:
        return join_all(op_or, query.children);
      case QueryKind::except:
        return except(query.children);
    }
    return Xapian::Query::MatchNothing;
  }

  BuiltQuery out;

 private:
  std::optional<Xapian::Query> join_all(Xapian::Query::op op, const std::vector<Query>& children) {
    std::vector<Xapian::Query> queries;
    for (const Query& child : children) {
      if (auto built = build(child)) queries.push_back(*built);
    }
    if (queries.empty()) return std::nullopt;
    return join(op, queries);
  }

  /// "a,b,c,…" is one word to the parser and many to the analyser.
  void count_words(std::size_t words) {
    words_ += words;
    if (words_ > max_query_words) {
      fail_query(QueryProblem::too_many_words, lang_, place_, std::to_string(max_query_words));
    }
  }

  /// "työ- ja elinkeinoministeriö" is three words, though four are searched for.
  static std::size_t count_typed(const std::vector<TypedWord>& words) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < words.size(); ++i) count += i == 0 || words[i].begin != words[i - 1].begin ? 1 : 0;
    return count;
  }

  /// The typed words, by position, with their terms from every language of the index.
  std::vector<TypedWord> analyze(const std::string& text) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, TypedWord> by_place;  // by byte range: hidden halves stay apart
    std::vector<AnalyzedToken> tokens;
    // "vara" is a function word of Swedish only: in a Finnish query it is what is asked for.
    const auto& languages = index_.languages();
    Language guess = stemmers::guess_language(text);
    if (std::find(languages.begin(), languages.end(), guess) == languages.end()) guess = Language::unknown;
    for (const Language language : languages) {
      index_.analyzer().analyze(text, language, tokens);
      std::map<std::pair<std::uint32_t, std::uint32_t>, unsigned> seen;
      for (const AnalyzedToken& token : tokens) {
        TypedWord& word = by_place[{token.token.begin * 4 + seen[{token.token.begin, 0}]++, token.token.end}];
        word.text = token.token.text;
        word.begin = token.token.begin;
        word.end = token.token.end;
        const bool asked_in = guess == Language::unknown || guess == language;
        word.stop = word.stop || (asked_in && stemmers::is_stop_word(token.token.text, language));
        for (const Term& term : token.terms) {
          if (term.kind == TermKind::lemma) add_distinct(word.lemmas, term.text);
          if (term.kind == TermKind::part && language == Language::finnish) add_distinct(word.parts, term.text);
        }
        if (language != Language::finnish || token.token.kind != stemmers::TokenKind::word || word.stop) continue;
        if (const auto other = index_.analyzer().other_lemma(token.token.text)) add_distinct(word.lemmas, *other);
      }
    }
    std::vector<TypedWord> out_words;
    for (auto& [place, word] : by_place) out_words.push_back(std::move(word));
    return out_words;
  }

  /// True for "ja" and "on" in a question and where they are common; among a few documents without them they may be
  /// what is asked for.
  [[nodiscard]] bool is_function_word(const TypedWord& word, bool question, const std::string& term_prefix) const {
    if (!word.stop || question) return word.stop;
    const double common = common_share * index_.database().get_doccount();
    return std::any_of(word.lemmas.begin(), word.lemmas.end(),
                       [&](const std::string& lemma) { return index_.text().frequency(term_prefix + lemma) > common; });
  }

  [[nodiscard]] double rarity(const std::string& lemma, const std::string& term_prefix) const {
    const double frequency = std::max(1u, index_.text().frequency(term_prefix + lemma));
    return std::log1p(index_.database().get_doccount() / frequency);
  }

  /// Of the commonest of its lemmas.
  [[nodiscard]] double rarity(const TypedWord& word, const std::string& term_prefix) const {
    double least = std::numeric_limits<double>::max();
    for (const std::string& lemma : word.lemmas) least = std::min(least, rarity(lemma, term_prefix));
    return least;
  }

  /// Weights of words by how the query is worded: as keywords, as a question, as a sentence.
  struct FormScales {
    double word;           ///< the very form
    double function_word;  ///< the very form of a function word
    double alike;
  };

  /// A query by words in the making.
  struct Words {
    std::vector<Xapian::Query> content;         ///< one a word: what matches
    std::vector<Xapian::Query> function_words;  ///< likewise, of those that match nothing by themselves
    std::vector<Xapian::Query> actions;         ///< the content words, each with the words of its action
    std::vector<Xapian::Query> extra;           ///< what only adds weight
    // The same for the scorer.
    std::vector<ScoredWord> content_words, other_words, action_words;
    std::vector<ScorePart> extra_parts;
    bool names = false;  ///< some of the content are names: no words with a frequency of their own
  };

  /// What only adds weight for a content word: parts of a compound, words of the same action, words that begin alike.
  void add_extra(const TypedWord& word, const std::string& term_prefix, const FormScales& scales, Words& to) {
    std::vector<Xapian::Query>& extra = to.extra;
    for (const std::string& part : word.parts) {
      extra.push_back(scaled(text_query(index_, term_prefix + part), part_scale));
      to.extra_parts.push_back({{{term_prefix + part}}, part_scale, 0, {}});
    }
    std::unordered_set<std::string> same(word.lemmas.begin(), word.lemmas.end());
    ScoredWord action_word;
    for (const std::string& lemma : word.lemmas) {
      action_word.push_back(term_prefix + lemma);
      for (const std::string& related : stemmers::related_lemmas(lemma)) {
        if (!index_.text().has(term_prefix + related)) continue;
        action_word.push_back(term_prefix + related);
        // For documents without the word itself; a rare one of its action is worth less than it all the same.
        const double share = std::min(1.0, rarity(lemma, term_prefix) / rarity(related, term_prefix));
        const Xapian::Query instead(Xapian::Query::OP_AND_NOT, text_query(index_, term_prefix + related),
                                    text_query(index_, term_prefix + lemma));
        extra.push_back(scaled(instead, related_scale * share));
        to.extra_parts.push_back({{{term_prefix + related}}, related_scale * share, 0, term_prefix + lemma});
        same.insert(related);
      }
    }
    to.actions.push_back(text_query(index_, action_word));
    to.action_words.push_back(std::move(action_word));
    if (const auto alike = words_alike(word.lemmas, term_prefix, index_.text()); !alike.empty()) {
      extra.push_back(scaled(text_query(index_, alike), scales.alike));
      to.extra_parts.push_back({{alike}, scales.alike, 0, {}});
    }
    out.highlight.lemmas.insert(same.begin(), same.end());
    out.words.push_back({std::move(same), rarity(word, term_prefix)});
  }

  void add_synonym(const Synonym& synonym, std::vector<Xapian::Query>& content) {
    content.push_back(synonym.query);
    out.highlight.lemmas.insert(synonym.highlights.begin(), synonym.highlights.end());
    std::string names;
    for (const std::string& name : synonym.names) names += (names.empty() ? "" : ", ") + name;
    out.notes.push_back(message(Message::also_searched, lang_, synonym.typed, names));
    out.also_searched.push_back({synonym.typed, synonym.names});
  }

  /// Documents with any of the words; those with each of them or a word of its action first ("koordinoida" for
  /// koordinointi), unless the text is a question or a sentence.
  std::optional<Xapian::Query> words(const std::string& text, const std::string& term_prefix) {
    std::vector<TypedWord> typed = analyze(text);
    count_words(count_typed(typed));
    Words made;
    const bool question = read_question(typed);
    const bool sentence = !question && is_sentence(text);
    const FormScales scales = sentence   ? FormScales{quoted_word_scale, quoted_function_scale, quoted_alike_scale}
                              : question ? FormScales{asked_word_scale, function_word_scale, alike_scale}
                                         : FormScales{word_scale, function_word_scale, alike_scale};
    const std::vector<Synonym> synonyms = find_synonyms(text, typed, term_prefix, index_);
    auto name = synonyms.begin();
    for (std::size_t i = 0; i < typed.size(); ++i) {
      const TypedWord& word = typed[i];
      ScoredWord lemmas;
      for (const std::string& lemma : word.lemmas) lemmas.push_back(term_prefix + lemma);
      const Xapian::Query main = text_query(index_, lemmas);
      const bool function_word = is_function_word(word, question, term_prefix);
      const bool in_name = name != synonyms.end() && i >= name->first;
      if (in_name && i == name->first) add_synonym(*name, made.content);
      made.names = made.names || in_name;
      if (!in_name || function_word) {
        (function_word ? made.function_words : made.content).push_back(main);
        (function_word ? made.other_words : made.content_words).push_back(lemmas);
      } else if (name->count > 1) {
        made.content.back() = Xapian::Query(op_or, made.content.back(), scaled(main, synonym_settings.own_words_scale));
      }
      const double own_form = function_word ? scales.function_word : scales.word;
      made.extra.push_back(scaled(text_query(index_, std::string(word_prefix) + word.text), own_form));
      made.extra_parts.push_back({{{std::string(word_prefix) + word.text}}, own_form, 0, {}});
      if (in_name && name->count > 1) {
        if (!function_word) out.highlight.lemmas.insert(word.lemmas.begin(), word.lemmas.end());
      } else if (!function_word) {
        add_extra(word, term_prefix, scales, made);
      }
      if (in_name && i + 1 == name->first + name->count) ++name;
    }
    return put_together(std::move(made), question, question || sentence);
  }

  /// `prose`: its words need not all stand in the answer.
  std::optional<Xapian::Query> put_together(Words made, bool question, bool prose) {
    if (made.content.empty()) {
      std::swap(made.content, made.function_words);
      std::swap(made.content_words, made.other_words);
    }
    if (made.content.empty()) return std::nullopt;  // only punctuation was typed
    out.ranked = true;
    // Names of several words have no action: then each word itself.
    const auto all = join(op_and, made.actions.size() == made.content.size() ? made.actions : made.content);
    if (made.content.size() > 1) made.extra.push_back(scaled(all, all_words_scale));
    for (const Xapian::Query& word : made.function_words) {
      made.extra.push_back(question ? scaled(word, asked_function_scale) : word);
    }
    const Xapian::Query match = join(op_or, made.content);
    const Xapian::Query ranked(Xapian::Query::OP_AND_MAYBE, match, join(op_or, made.extra));
    const double other_words_scale = question ? asked_function_scale : 1;
    double step = 0;
    if (!prose && made.content.size() > 1) {
      // Beside other searches a step must be no higher than it need be: closeness does not know it from the score.
      const bool alone = plain_ && !made.names;
      step = alone ? step_above(parts_of(made, 0, other_words_scale), index_.database())
                   : step_above(ranked, index_.database());
    }
    if (!made.names) out.parts = parts_of(made, step, other_words_scale);
    if (step == 0) return ranked;
    out.step = steps_++ == 0 ? step : 0;
    out.first = all;
    made.extra.push_back(step_for(all, step));
    return Xapian::Query(Xapian::Query::OP_AND_MAYBE, match, join(op_or, made.extra));
  }

  static std::vector<ScorePart> parts_of(const Words& made, double step, double other_words_scale) {
    std::vector<ScorePart> parts = made.extra_parts;
    for (const ScoredWord& word : made.content_words) parts.push_back({{word}, 1, 0, {}});
    for (const ScoredWord& word : made.other_words) parts.push_back({{word}, other_words_scale, 0, {}});
    if (made.content_words.size() < 2) return parts;
    const bool actions = made.action_words.size() == made.content_words.size();
    parts.push_back({actions ? made.action_words : made.content_words, all_words_scale, step, {}});
    return parts;
  }

  /// These words in these forms, one after the other.
  std::optional<Xapian::Query> phrase(const std::string& text) {
    std::vector<AnalyzedToken> tokens;
    index_.analyzer().analyze(text, Language::finnish, tokens);
    if (tokens.empty()) return std::nullopt;
    const std::size_t count = tokens.back().token.position;
    if (count > max_phrase_words) {
      fail_query(QueryProblem::long_phrase, lang_, place_, std::to_string(max_phrase_words));
    }
    count_words(count);
    for (const AnalyzedToken& token : tokens) {
      const bool hidden = has_meaning(token.terms.back().kind);  // half of "ohjaus- ja neuvontapalvelut"
      if (!hidden) out.highlight.words.insert(token.token.text);
    }
    std::vector<Xapian::Query> spellings;
    const auto rows = phrase_spellings(tokens);
    for (const auto& words : rows) spellings.push_back(phrase_query(words, index_, deadline_));
    out.parts.clear();
    if (rows.size() == 1) {  // of several, a document scores by those that it has
      ScorePart& part = out.parts.emplace_back();
      for (const std::string& word : rows.front()) part.words.push_back({std::string(word_prefix) + word});
    }
    out.ranked = true;
    return join(op_or, spellings);
  }

  /// word*, *word: the most frequent words that fit.
  Xapian::Query pattern(const std::string& text) {
    const Expansion expansion = expand_pattern(index_, text, max_expansions);
    if (expansion.found > expansion.words.size()) {
      out.notes.push_back(message(Message::pattern_cut, lang_, text, std::to_string(expansion.found)));
    }
    if (expansion.words.empty()) {
      out.notes.push_back(message(Message::pattern_no_word, lang_, text));
      return Xapian::Query::MatchNothing;
    }
    out.parts = {{{expansion.words}, 1, 0, {}}};
    out.highlight.words.insert(expansion.words.begin(), expansion.words.end());
    out.ranked = true;
    index_.text().look_up(expansion.words);
    if (!is_all_) return text_query(index_, expansion.words);
    const auto sums = std::make_shared<const WordSums>(index_, expansion.words);
    out.parts.front().sums = sums;
    return text_query(index_, sums);
  }

  std::optional<Xapian::Query> field_value(const Query& query) {
    const FieldRow& row = field(query.field);
    if (row.type == FieldType::text) return words(query.text, std::string(row.prefix));
    if (row.id == FieldId::cites) return scaled(cites_query(query.text, index_), 0);
    try {
      const Filter filter = meant_filter(row.id, query.text, index_);
      for (const std::string& note : notes_on_reading(row.id, query.text, index_, lang_)) out.notes.push_back(note);
      for (const std::string& note : notes_on_filter(filter, index_, lang_)) out.notes.push_back(note);
      return scaled(filter_query(filter, index_), 0);
    } catch (const Error&) {
      fail_query(QueryProblem::bad_value, lang_, query.begin, query.text, row.example);
    }
  }

  /// Side by side: one of the plain words, and all of the rest.
  std::optional<Xapian::Query> sequence(const std::vector<Query>& children) {
    std::vector<Xapian::Query> plain, required;
    for (const Query& child : children) {
      if (auto built = build(child)) (child.kind == QueryKind::words ? plain : required).push_back(*built);
    }
    if (!plain.empty()) required.push_back(join(op_or, plain));
    if (required.empty()) return std::nullopt;
    return join(op_and, required);
  }

  /// What is not wanted is not highlighted either.
  std::optional<Xapian::Query> except(const std::vector<Query>& children) {
    const auto wanted = children.size() == 1 ? std::optional(Xapian::Query::MatchAll) : build(children.front());
    const HighlightTerms kept = out.highlight;
    const QueryWords words = out.words;
    const bool ranked = out.ranked;
    const auto unwanted = build(children.back());
    out.highlight = kept;
    out.words = words;
    out.ranked = ranked;
    if (!unwanted) return wanted;
    // As a list of documents: inside a NOT the matcher of Xapian 1.4 takes an AND_MAYBE below an AND as required, and
    // "a -(b c JA d)" would keep documents that hold b and d.
    return Xapian::Query(Xapian::Query::OP_AND_NOT, wanted.value_or(Xapian::Query::MatchAll),
                         document_list(match_set(*unwanted, index_.database(), deadline_)));
  }

  const Index& index_;
  UiLanguage lang_;
  const Deadline* deadline_;
  bool plain_, is_all_;
  std::size_t words_ = 0;  ///< met so far
  std::size_t steps_ = 0;  ///< of documents with all words of one of several searches in the query
  std::size_t place_ = 0;  ///< of the node that is being built
};

/// The words of a tree, for telling that there are none: "?! …".
std::string typed_text(const Query& query) {
  std::string text = query.text;
  for (const Query& child : query.children) text += (text.empty() ? "" : " ") + typed_text(child);
  return text;
}

/// One plain search, and fields beside it that weigh nothing: there its parts are all of a score, and the step of all
/// words decides.
bool is_one_search(const Query& query) {
  if (query.kind == QueryKind::words) return true;
  const auto weighs = [](const Query& child) {
    return child.kind != QueryKind::field || field(child.field).type == FieldType::text;
  };
  const auto& children = query.children;
  return query.kind == QueryKind::sequence && std::count_if(children.begin(), children.end(), weighs) == 1 &&
         std::any_of(children.begin(), children.end(),
                     [](const Query& child) { return child.kind == QueryKind::words; });
}

}  // namespace

BuiltQuery build_query(const Query& query, const Index& index, UiLanguage lang, const Deadline* deadline) {
  const bool plain = is_one_search(query);
  Builder builder(index, lang, deadline, plain, query.children.empty());
  const std::optional<Xapian::Query> built = builder.build(query);
  if (!built) builder.out.notes.push_back(message(Message::no_words, lang, typed_text(query)));
  builder.out.query = built.value_or(Xapian::Query::MatchAll);
  if (!plain) {
    builder.out.first.reset();
    if (query.kind != QueryKind::pattern && query.kind != QueryKind::phrase) builder.out.parts.clear();
  }
  return std::move(builder.out);
}

}  // namespace pykala::searcher
