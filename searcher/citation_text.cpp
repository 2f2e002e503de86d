// SPDX-License-Identifier: GPL-2.0-or-later
// In: a citation as a person types it. Out: its maker, date, § and case number. What is none of them is the maker.
#include <algorithm>
#include <charconv>
#include <sstream>

#include "indexer/iso_date.h"
#include "indexer/keys.h"
#include "searcher/citations.h"

namespace pykala::searcher {
namespace {

constexpr std::string_view section_sign = "\xC2\xA7";  // §

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

/// Words of the text; a § is a word of its own, brackets and commas are none.
std::vector<std::string> words_of(std::string text) {
  for (std::size_t at = 0; (at = text.find(section_sign, at)) != std::string::npos; at += 4) {
    text.insert(at + section_sign.size(), " ");
    text.insert(at, " ");
  }
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '(' || c == ')' || c == ',' || c == ';' || c == '"'; }, ' ');
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(std::move(word));
  return words;
}

/// "2017-005881", "hel-2017-005881", "1234/02.05.01/2020": has a digit beside a joint, and is no date.
bool is_case_number(const std::string& word) {
  const auto joint = word.find_first_of("-/");
  return joint != std::string::npos && joint + 1 < word.size() && is_digit(word[joint + 1]) && is_digit(word.back()) &&
         std::count_if(word.begin(), word.end(), is_digit) >= 5;
}

/// "HEL" before "2017-005881".
bool is_letters(const std::string& word) {
  return word.size() <= 8 &&
         std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

std::optional<std::string> date_of(const std::string& word) {
  if (schema::is_iso_date(word)) return word;
  return schema::from_finnish_date(word);
}

bool is_year(const std::string& word) {
  const auto number = whole_number(word);
  return word.size() == 4 && number && *number >= 1800 && *number <= 2200;
}

}  // namespace

schema::Citation read_citation(const std::string& text) {
  schema::Citation citation;
  const std::vector<std::string> words = words_of(text);
  const auto is_sign = [&](std::size_t at) { return at < words.size() && words[at] == section_sign; };
  std::string maker;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    const bool beside_sign = is_sign(i + 1) || (i > 0 && is_sign(i - 1));
    if (is_sign(i)) continue;
    if (const auto date = date_of(word)) {
      citation.date = date;
    } else if (is_case_number(word)) {
      const bool joined = i > 0 && is_letters(words[i - 1]) && is_digit(word.front());
      if (joined) maker.resize(maker.size() - std::min(maker.size(), words[i - 1].size()));
      citation.case_number = schema::case_number_key((joined ? words[i - 1] + " " : "") + word);
    } else if (const auto number = whole_number(word); number && beside_sign && !citation.section) {
      citation.section = number;
    } else if (is_year(word) && !citation.date) {
      citation.date = word;
    } else {
      maker += (maker.empty() || maker.back() == ' ' ? "" : " ") + word;
    }
  }
  while (!maker.empty() && maker.back() == ' ') maker.pop_back();
  if (!maker.empty()) citation.decision_maker = maker;
  return citation;
}

}  // namespace pykala::searcher
