// SPDX-License-Identifier: GPL-2.0-or-later
// The rule machine of the Finnish stemmer: in goes a word and a table of suffix rules, out comes the word rewritten by
// the longest rule that fits. Private: the automaton the patterns are compiled into (subset construction over the
// patterns read from their end).
#include "stemmers/suffix_rules.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>

namespace pykala::stemmers {
namespace {

constexpr std::size_t other_letter = 26;
constexpr std::size_t word_start = 27;
constexpr std::size_t longest_pattern = 24;

constexpr std::size_t symbol_of(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<std::size_t>(c - 'a') : other_letter;
}

bool stands_for(char pattern, std::size_t symbol) {
  if (symbol == word_start) return pattern == '^';
  if (symbol == other_letter) return false;
  const char letter = static_cast<char>('a' + symbol);
  if (pattern == 'V') return is_vowel(letter);
  if (pattern == 'C') return is_consonant(letter);
  return pattern == letter;
}

}  // namespace

/// Compiles the patterns; lives only in the constructor of SuffixRules.
class SuffixRulesBuilder {
 public:
  SuffixRulesBuilder(SuffixRules& out, std::span<const RuleGroup> groups) : out_(out) {
    for (const RuleGroup& group : groups) add_all(group);
    StateSet start;
    for (std::size_t i = 0; i < patterns_.size(); ++i)
      start.emplace_back(static_cast<std::uint16_t>(i), std::uint8_t{0});
    number_of(start);
    for (std::size_t s = 0; s < sets_.size(); ++s) connect(s);
  }

 private:
  struct Pattern {
    const RuleGroup* group;
    std::string_view add;
    std::string reversed;  // without '|'
    std::uint8_t cut;
    std::size_t plain_letters;
  };
  using StateSet = std::vector<std::pair<std::uint16_t, std::uint8_t>>;  // pattern, letters read

  void add_all(const RuleGroup& group) {
    std::string_view rest = group.patterns;
    while (!rest.empty()) {
      const std::string_view one = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), one.size() + 1));
      const std::size_t arrow = one.find('>');
      add(group, std::string(one.substr(0, arrow)), arrow == one.npos ? std::string_view{} : one.substr(arrow + 1));
    }
  }

  /// V= (a long vowel) stands for five patterns.
  void add(const RuleGroup& group, const std::string& text, std::string_view ending) {
    const std::size_t same = text.find('=');
    if (same != std::string::npos) {
      if (same == 0 || text[same - 1] != 'V') throw std::logic_error("suffix rule: = only after V");
      for (const char vowel : {'a', 'e', 'i', 'o', 'u'}) {
        std::string one = text;
        one[same] = one[same - 1] = vowel;
        add(group, one, ending);
      }
      return;
    }
    const std::size_t bar = text.find('|');
    Pattern out{&group, ending, {}, static_cast<std::uint8_t>(bar == std::string::npos ? 0 : text.size() - bar - 1), 0};
    for (std::size_t i = text.size(); i-- > 0;) {
      if (text[i] == '|') continue;
      out.reversed.push_back(text[i]);
      if (text[i] >= 'a' && text[i] <= 'z') ++out.plain_letters;
    }
    if (out.reversed.empty() || out.reversed.size() > longest_pattern) throw std::logic_error("suffix rule: length");
    patterns_.push_back(std::move(out));
  }

  std::uint16_t number_of(const StateSet& set) {
    const auto [at, added] = numbers_.emplace(set, sets_.size());
    if (added) {
      if (sets_.size() >= 0xFFFF) throw std::logic_error("suffix rules: too many states");
      sets_.push_back(set);
      out_.states_.push_back(accepting(set));
    }
    return static_cast<std::uint16_t>(at->second);
  }

  SuffixRules::State accepting(const StateSet& set) {
    std::vector<std::uint16_t> done;
    for (const auto& [pattern, read] : set) {
      if (read == patterns_[pattern].reversed.size()) done.push_back(pattern);
    }
    std::stable_sort(done.begin(), done.end(), [&](std::uint16_t x, std::uint16_t y) {
      return patterns_[x].plain_letters > patterns_[y].plain_letters;
    });
    SuffixRules::State state;
    state.first_accepted = static_cast<std::uint16_t>(out_.accepted_.size());
    state.accepted_count = static_cast<std::uint16_t>(done.size());
    for (const std::uint16_t pattern : done)
      out_.accepted_.push_back({patterns_[pattern].group, patterns_[pattern].add, patterns_[pattern].cut});
    return state;
  }

  void connect(std::size_t from) {
    for (std::size_t symbol = 0; symbol < SuffixRules::symbol_count; ++symbol) {
      StateSet next;
      for (const auto& [pattern, read] : sets_[from]) {
        const std::string& text = patterns_[pattern].reversed;
        if (read < text.size() && stands_for(text[read], symbol))
          next.emplace_back(pattern, static_cast<std::uint8_t>(read + 1));
      }
      if (!next.empty()) out_.states_[from].next[symbol] = number_of(next);
    }
  }

  SuffixRules& out_;
  std::vector<Pattern> patterns_;
  std::map<StateSet, std::size_t> numbers_;
  std::vector<StateSet> sets_;
};

SuffixRules::SuffixRules(std::span<const RuleGroup> groups) {
  SuffixRulesBuilder(*this, groups);
}

bool SuffixRules::apply(LetterBuffer& word, std::uint16_t& known) const {
  const std::string_view text = word.folded();
  std::array<std::uint16_t, longest_pattern + 1> path;
  std::size_t steps = 0;
  std::uint16_t state = 0;
  for (std::size_t left = text.size(); steps < longest_pattern; --left) {
    state = states_[state].next[left == 0 ? word_start : symbol_of(text[left - 1])];
    if (state == 0) break;
    if (states_[state].accepted_count != 0) path[steps++] = state;
    if (left == 0) break;
  }
  while (steps-- > 0) {
    const State& reached = states_[path[steps]];
    for (std::size_t i = 0; i < reached.accepted_count; ++i) {
      const auto& [group, add, cut] = accepted_[reached.first_accepted + i];
      if (text.size() < std::size_t{cut} + group->least) continue;
      if ((known & group->when) != group->when || (known & group->unless) != 0) continue;
      word.truncate(text.size() - cut);
      word.append_harmonic(add);
      known = static_cast<std::uint16_t>(known | group->gives);
      return true;
    }
  }
  return false;
}

}  // namespace pykala::stemmers
