// SPDX-License-Identifier: GPL-2.0-or-later
// In: a text and the index. Out: a Decision with what the text tells of itself. Private: how a line looks that is a
// title, which tokens make a citation, how names of funders and organisations are looked for.
#include "searcher/draft.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <unordered_map>

#include "indexer/authority.h"
#include "indexer/citation_keys.h"
#include "indexer/error.h"
#include "indexer/keys.h"
#include "indexer/limits.h"
#include "indexer/searchable_text.h"
#include "searcher/citations.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

using namespace schema;
using stemmers::AnalyzedToken;
using stemmers::TokenKind;

namespace {

constexpr std::size_t title_letters = 12;       ///< a title says something
constexpr std::size_t title_search_lines = 40;  ///< and stands at the beginning
constexpr std::size_t citation_joint = 4;       ///< words between a day and its §: "pidetyssä kokouksessaan (§ 723)"
constexpr std::size_t maker_reach = 8;          ///< words before a citation that may name its maker
constexpr std::size_t max_draft_organisations = 16;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A title: words, no page mark "1 (3)", no full stop at its end.
bool reads_like_title(std::string_view line) {
  const auto letters =
      std::count_if(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c | 0x20) >= 'a'; });
  if (static_cast<std::size_t>(letters) < title_letters || line.size() > max_title_bytes) return false;
  if (line.find(' ') == std::string_view::npos || line.ends_with('.') || line.ends_with(':')) return false;
  const auto brace = line.find('(');
  const bool page = brace != std::string_view::npos && brace + 2 < line.size() && is_digit(line[brace + 1]) &&
                    line.find(')', brace) != std::string_view::npos && line.find(')', brace) - brace <= 5;
  return !page && line.find("  ") == std::string_view::npos;
}

std::optional<std::string> title_of(std::string_view text) {
  std::optional<std::string> first;
  for (std::size_t lines = 0; !text.empty() && lines < title_search_lines; ++lines) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    while (!line.empty() && std::isspace(static_cast<unsigned char>(line.front())) != 0) line.remove_prefix(1);
    while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back())) != 0) line.remove_suffix(1);
    if (reads_like_title(line)) return std::string(line);
    if (!first && !line.empty()) first = std::string(stemmers::cut_utf8(line, max_title_bytes));
  }
  return first;
}

/// "T 02 05 02" after a case number, "Luokitus 02 05 02": two digits, three times or more, a code of the plan.
std::optional<Classification> classification_in(std::string_view text) {
  const auto digit = [&](std::size_t i) { return i < text.size() && is_digit(text[i]); };
  for (std::size_t at = 0; at + 5 < text.size(); ++at) {
    if (!digit(at) || (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n')) continue;
    std::size_t end = at;
    while (digit(end) && digit(end + 1) && !digit(end + 2)) {
      end += 2;
      if (end < text.size() && text[end] == ' ' && digit(end + 1)) ++end;
    }
    while (end > at && text[end - 1] == ' ') --end;
    const std::string code(text.substr(at, end - at));
    if (code.size() < 5) continue;
    if (const auto title = Authority::builtin().classification_title(code)) return Classification{code, *title};
  }
  return std::nullopt;
}

/// The text with its tokens.
struct Words {
  std::string_view text;
  std::vector<AnalyzedToken> tokens;
  [[nodiscard]] TokenKind kind(std::size_t i) const { return tokens[i].token.kind; }
  [[nodiscard]] const std::string& word(std::size_t i) const { return tokens[i].token.text; }
  [[nodiscard]] std::string_view original(std::size_t i) const {
    return text.substr(tokens[i].token.begin, tokens[i].token.end - tokens[i].token.begin);
  }
};

/// Lemma of a token, its main term.
const std::string& lemma_of(const AnalyzedToken& token) {
  for (const stemmers::Term& term : token.terms) {
    if (term.kind == stemmers::TermKind::lemma) return term.text;
  }
  return token.token.text;
}

/// The maker that a decision of that day and § has in the index, if a word before the citation is the last of its name.
std::optional<std::string> known_maker(const Words& words, std::size_t at, const Citation& citation,
                                       const Index& index) {
  const std::string term =
      make_term(identity_prefix, "? " + date_key(*citation.date) + " " + std::to_string(*citation.section));
  if (index.database().get_termfreq(term) > max_meant_values) return std::nullopt;
  for (auto it = index.database().postlist_begin(term); it != index.database().postlist_end(term); ++it) {
    const auto maker = index.decision(*it).decision_maker;
    if (!maker) continue;
    std::vector<AnalyzedToken> name;
    index.analyzer().analyze(maker->name, stemmers::Language::finnish, name);
    if (name.empty()) continue;
    for (std::size_t i = at - std::min(at, maker_reach); i < at; ++i) {
      if (lemma_of(words.tokens[i]) == lemma_of(name.back())) return maker->name;
    }
  }
  return std::nullopt;
}

/// The nearest word before the citation that is an abbreviation or the whole name of an office: "Khs",
/// "kansliapäällikön".
std::optional<std::string> named_maker(const Words& words, std::size_t at) {
  for (std::size_t back = 1; back <= std::min(at, maker_reach); ++back) {
    const std::size_t i = at - back;
    if (const auto full = maker_called(words.original(i))) return std::string(*full);
    const std::string& lemma = lemma_of(words.tokens[i]);
    if (lemma.size() > 6 && !Authority::builtin().offices_named(lemma).empty()) return stemmers::capitalize(lemma);
  }
  return std::nullopt;
}

std::vector<Citation> citations_in(const Words& words, const Index& index) {
  std::vector<Citation> out;
  for (std::size_t i = 0; i < words.tokens.size() && out.size() < max_facts; ++i) {
    if (words.kind(i) != TokenKind::section) continue;
    std::optional<std::size_t> date;
    for (std::size_t back = 1; back <= std::min(i, citation_joint) && !date; ++back) {
      if (words.kind(i - back) == TokenKind::section) break;
      if (words.kind(i - back) == TokenKind::date) date = i - back;
    }
    if (!date && i + 1 < words.tokens.size() && words.kind(i + 1) == TokenKind::date) date = i + 1;
    const std::string number = words.word(i).substr(std::min<std::size_t>(2, words.word(i).size()));  // after "§"
    if (!date || number.empty() || number.size() > 6 || number.find_first_not_of("0123456789") != std::string::npos)
      continue;
    Citation citation;
    citation.date = words.word(*date);
    citation.section = std::stoi(number);
    const std::size_t begin = std::min(*date, i);
    citation.decision_maker = known_maker(words, begin, citation, index);
    if (!citation.decision_maker) citation.decision_maker = named_maker(words, begin);
    if (std::find(out.begin(), out.end(), citation) == out.end()) out.push_back(std::move(citation));
  }
  return out;
}

/// The first case number is the draft's own; the rest it cites.
void add_cases(const Words& words, Decision& draft) {
  for (std::size_t i = 0; i < words.tokens.size(); ++i) {
    if (words.kind(i) != TokenKind::case_number || is_digit(words.word(i).front())) continue;
    const std::string number = case_number_key(words.word(i));
    if (!draft.case_number) {
      draft.case_number = number;
    } else if (number != *draft.case_number && draft.cites.size() < max_facts) {
      draft.cites.push_back({{}, {}, {}, number, {}, {}});
    }
  }
}

/// Funders whose abbreviation stands as it is written, or whose long name's words follow one another in any form.
std::vector<Funder> funders_in(const Words& words, const Index& index) {
  std::set<std::string_view> originals;
  std::string lemmas = " ";
  for (std::size_t i = 0; i < words.tokens.size(); ++i) {
    originals.insert(words.original(i).substr(0, words.original(i).find(':')));
    lemmas += lemma_of(words.tokens[i]) + " ";
  }
  std::vector<Funder> out;
  std::vector<AnalyzedToken> name;
  for (const FunderName& funder : Authority::builtin().funders()) {
    bool named = std::any_of(funder.abbreviations.begin(), funder.abbreviations.end(),
                             [&](const std::string& each) { return originals.contains(each); });
    for (auto it = funder.long_names.begin(); it != funder.long_names.end() && !named; ++it) {
      index.analyzer().analyze(*it, stemmers::Language::finnish, name);
      std::string wanted = " ";
      for (const AnalyzedToken& token : name) wanted += lemma_of(token) + " ";
      named = lemmas.find(wanted) != std::string::npos;
    }
    if (named) out.push_back({funder.id, FunderRelation::funds, ""});
  }
  return out;
}

/// Organisations of the index whose whole name stands in the text.
std::vector<std::string> organisations_in(const std::string& lower, const Index& index) {
  std::set<std::string_view> first_words;
  const std::string_view text = lower;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n\t,.;:()\"", begin), text.size());
    first_words.insert(text.substr(begin, end - begin));
    begin = end + 1;
  }
  std::vector<std::string> out;
  for (const std::string& value : index.column(FieldId::organisation).values()) {
    const std::string name = stemmers::to_lower(value);
    if (name.find(' ') == std::string::npos || !first_words.contains(std::string_view(name).substr(0, name.find(' '))))
      continue;
    if (text.find(name) != std::string_view::npos) out.push_back(value);
    if (out.size() == max_draft_organisations) break;
  }
  return out;
}

}  // namespace

Decision read_draft(std::string_view text, const Index& index) {
  if (text.size() > max_draft_bytes) {
    throw Error(ErrorCode::bad_request, "the text is longer than " + std::to_string(max_draft_bytes >> 10U) + " KiB",
                "give the title, the proposal and the reasons; attachments are not needed");
  }
  std::string clean = stemmers::to_nfc(stemmers::repair_utf8(text));
  std::erase(clean, '\r');
  Decision draft;
  draft.kind = Kind::other;
  draft.title = title_of(clean);
  if (!draft.title) throw Error(ErrorCode::bad_request, "the text is empty", "give the draft of a decision");
  const auto language = stemmers::guess_language(clean);
  if (language != stemmers::Language::unknown) draft.language = std::string(language_code(language));
  Words words{clean, {}};
  index.analyzer().analyze(clean, language, words.tokens);
  draft.cites = citations_in(words, index);
  add_cases(words, draft);
  draft.classification = classification_in(clean);
  draft.funders = funders_in(words, index);
  draft.organisations = organisations_in(stemmers::to_lower(clean), index);
  draft.parts.push_back({std::nullopt, PartRole::other, std::move(clean)});
  return draft;
}

}  // namespace pykala::searcher
