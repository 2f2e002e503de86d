// SPDX-License-Identifier: GPL-2.0-or-later
// Typed words -> groups of names -> queries. The index keeps no positions of lemmas, so a name of several words is all
// of its words in one document, or the fact that the indexer found the funder there. Private: which names are surely
// told apart so.
#include "searcher/synonyms.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "indexer/keys.h"
#include "searcher/same_names.h"
#include "searcher/text_query.h"
#include "stemmers/stopwords.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

using stemmers::AnalyzedToken;
using stemmers::Language;

namespace {

constexpr std::size_t key_bytes = 3;  // of a name's first word, the same in every inflection: "tai" of taide, taiteen

std::string key_of(std::string_view lower) {
  return std::string(stemmers::cut_utf8(lower, key_bytes));
}

struct NameAt {
  std::size_t group, name;
};

const std::unordered_multimap<std::string, NameAt>& names_by_beginning() {
  static const std::unordered_multimap<std::string, NameAt> names = [] {
    std::unordered_multimap<std::string, NameAt> out;
    const std::vector<NameGroup>& groups = name_groups();
    for (std::size_t g = 0; g < groups.size(); ++g) {
      for (std::size_t n = 0; n < groups[g].names.size(); ++n) {
        out.emplace(key_of(stemmers::to_lower(groups[g].names[n].text)), NameAt{g, n});
      }
    }
    return out;
  }();
  return names;
}

const std::string& lemma_of(const AnalyzedToken& token) {
  return token.terms.front().text;
}

bool contains(const std::vector<std::string>& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

struct Match {
  NameAt name{};
  std::size_t count = 0;  ///< of typed words
};

class Finder {
 public:
  Finder(const std::string& text, const std::vector<TypedWord>& words, const std::string& term_prefix,
         const Index& index)
      : text_(text), words_(words), prefix_(term_prefix), index_(index) {}

  std::vector<Synonym> run() {
    std::vector<Synonym> out;
    for (std::size_t at = 0; at < words_.size();) {
      const Match match = longest_at(at);
      if (auto synonym = match.count > 0 ? synonym_of(match, at) : std::nullopt) out.push_back(std::move(*synonym));
      at += std::max<std::size_t>(1, match.count);
    }
    return out;
  }

 private:
  Match longest_at(std::size_t at) {
    Match best;
    const auto [begin, end] = names_by_beginning().equal_range(key_of(words_[at].text));
    for (auto it = begin; it != end; ++it) {
      const std::size_t count = words_matched(it->second, at);
      if (count > best.count) best = {it->second, count};
    }
    return best;
  }

  /// How many typed words from `at` are the name, in any inflection; 0 when they are not.
  std::size_t words_matched(const NameAt& which, std::size_t at) {
    const SameName& name = name_groups()[which.group].names[which.name];
    for (const Language language : index_.languages()) {
      index_.analyzer().analyze(name.text, language, tokens_);
      bool same = !tokens_.empty() && at + tokens_.size() <= words_.size();
      for (std::size_t i = 0; same && i < tokens_.size(); ++i) {
        same = contains(words_[at + i].lemmas, lemma_of(tokens_[i]));
      }
      const std::size_t count = tokens_.size();
      if (same && (!name.abbreviation || means_abbreviation(name, at))) return count;
    }
    return 0;
  }

  /// "tem" is TEM; "ym" and "aiko" are words too, only "YM" and "AIKO" are the abbreviations.
  bool means_abbreviation(const SameName& name, std::size_t at) {
    return is_own_word(name) || text_.compare(words_[at].begin, name.text.size(), name.text) == 0;
  }

  /// An abbreviation long enough, and not a form of an ordinary word.
  bool is_own_word(const SameName& name) {
    index_.analyzer().analyze(name.text, Language::finnish, tokens_);
    return stemmers::count_code_points(name.text) >= synonym_settings.least_letters &&
           std::all_of(tokens_.begin(), tokens_.end(),
                       [](const AnalyzedToken& token) { return lemma_of(token) == token.token.text; });
  }

  std::optional<Synonym> synonym_of(const Match& match, std::size_t at) {
    const NameGroup& group = name_groups()[match.name.group];
    const SameName& asked = group.names[match.name.name];
    Synonym out{at, match.count, {}, {}, {}, {}};
    out.typed = text_.substr(words_[at].begin, words_[at + match.count - 1].end - words_[at].begin);
    std::vector<std::string> said{stemmers::to_lower(asked.text)};
    NameWords any{{typed_words(at, match.count)}, {}};
    for (const SameName& name : group.names) {
      if (&name == &asked || name.asked_only) continue;
      if (!group.one_meaning && !asked.abbreviation && !name.abbreviation) continue;
      if (contains(said, stemmers::to_lower(name.text))) continue;  // "Khs" is "KHS"
      said.push_back(stemmers::to_lower(name.text));
      if (auto words = words_of(name, out.highlights)) {
        any.spellings.push_back(std::move(*words));
        out.names.push_back(name.text);
      }
    }
    any.facts = facts_of(group);
    if (any.spellings.size() == 1 && any.facts.empty()) return std::nullopt;
    if (out.names.empty()) out.names.push_back(group.names[asked.abbreviation && group.names.size() > 1 ? 1 : 0].text);
    out.query = name_query(index_, std::move(any));
    return out;
  }

  std::vector<ScoredWord> typed_words(std::size_t at, std::size_t count) {
    std::vector<ScoredWord> all;
    for (std::size_t i = at; i < at + count; ++i) {
      if (words_[i].stop && count > 1) continue;
      ScoredWord& word = all.emplace_back();
      for (const std::string& lemma : words_[i].lemmas) word.push_back(prefix_ + lemma);
    }
    return all;
  }

  /// The words of the name, for documents with each of them; nothing when the index has none, or when they are ordinary
  /// words that meet by chance: "Verkkojen Eurooppa", but not "Euroopan sosiaalirahasto".
  std::optional<std::vector<ScoredWord>> words_of(const SameName& name, std::vector<std::string>& highlights) {
    const std::vector<Language>& languages = index_.languages();
    if (std::find(languages.begin(), languages.end(), name.language) == languages.end()) return std::nullopt;
    if (name.abbreviation && !is_own_word(name)) return std::nullopt;
    index_.analyzer().analyze(name.text, name.language, tokens_);
    std::vector<ScoredWord> all;
    std::string rarest;
    Xapian::doccount fewest = index_.database().get_doccount();
    bool compound = false;
    for (const AnalyzedToken& token : tokens_) {
      if (tokens_.size() > 1 && stemmers::is_stop_word(token.token.text, name.language)) continue;
      const Xapian::doccount frequency = index_.text().frequency(prefix_ + lemma_of(token));
      if (frequency == 0) return std::nullopt;
      if (frequency <= fewest) rarest = lemma_of(token);
      fewest = std::min(fewest, frequency);
      compound = compound || std::any_of(token.terms.begin(), token.terms.end(), [](const stemmers::Term& term) {
                   return term.kind == stemmers::TermKind::part;
                 });
      all.push_back({prefix_ + lemma_of(token)});
    }
    const double most = synonym_settings.most_common_share * index_.database().get_doccount();
    const bool told = compound || all.size() == 1 || fewest <= std::max(most, synonym_settings.always_rare);
    if (all.empty() || !told) return std::nullopt;
    highlights.push_back(rarest);
    return all;
  }

  /// Terms of the documents where the indexer found the funder named.
  std::vector<std::string> facts_of(const NameGroup& group) {
    std::vector<std::string> out;
    if (group.funder.empty() || prefix_ != schema::lemma_prefix) return out;
    for (const schema::FieldId id : {schema::FieldId::funder, schema::FieldId::mentioned}) {
      std::string term = schema::make_term(schema::field(id), group.funder);
      if (index_.database().term_exists(term)) out.push_back(std::move(term));
    }
    return out;
  }

  const std::string& text_;
  const std::vector<TypedWord>& words_;
  const std::string& prefix_;
  const Index& index_;
  std::vector<AnalyzedToken> tokens_;
};

}  // namespace

std::vector<Synonym> find_synonyms(const std::string& text, const std::vector<TypedWord>& words,
                                   const std::string& term_prefix, const Index& index) {
  return Finder(text, words, term_prefix, index).run();
}

}  // namespace pykala::searcher
