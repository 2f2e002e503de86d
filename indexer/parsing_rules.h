// SPDX-License-Identifier: GPL-2.0-or-later
// ParsingRules: what the parser knows of a city's papers, as data: headings, classes, page furniture, shapes of case
// numbers, words for decision-makers. The lists are data/parsing/rules.tsv; another city writes its own.
#pragma once

#include <bitset>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/decision.h"
#include "indexer/key_filter.h"

namespace pykala::indexer {

struct HeadingRule {
  schema::PartRole role = schema::PartRole::other;
  bool weak = false;  ///< a heading only after a finished sentence ("Perustelut" is also a column of tables)
  bool main = false;  ///< stands for the decision where there is no heading "Päätös" ("Lausunto")
};

/// What a class of decision HTML marks.
enum class ClassMeaning { none, section, title, case_line, reference, secrecy, signature, motion, heading };

struct ClassRule {
  ClassMeaning meaning = ClassMeaning::none;
  schema::PartRole role = schema::PartRole::other;  ///< of a heading
};

class ParsingRules {
 public:
  /// The rules embedded in the program; read-only, shared between threads.
  static const ParsingRules& builtin();
  /// From the contents of rules.tsv. Throws Error{bad_data} with the line.
  explicit ParsingRules(std::string_view tsv);

  /// The key of a line: trimmed, spaces collapsed, lower case, without a colon at its end.
  [[nodiscard]] static std::string key_of(std::string_view line);

  [[nodiscard]] const HeadingRule* heading(std::string_view line) const;
  /// Rule of the first class of a class attribute that has one.
  [[nodiscard]] ClassRule html_class(std::string_view classes) const;
  /// A line to leave out anywhere, or (`header`) above the text and at the top of a page.
  [[nodiscard]] bool is_furniture(std::string_view line, bool header) const;
  /// True when `word` (any case) has a phrase of the list in it: "kustannuspaikalle" has "kustannuspaik".
  [[nodiscard]] bool has_part(std::string_view list, std::string_view word) const;
  /// The number of a row of the list: "huhtikuuta" of "month" is 4.
  [[nodiscard]] std::optional<int> number_of(std::string_view list, std::string_view word) const;
  [[nodiscard]] bool is_motion_line(std::string_view line) const;
  [[nodiscard]] bool is_signed_line(std::string_view line) const;
  /// Language of a secret item's title, which is nothing but these words and the law: "Salassa pidettävä (JulkL ...)"
  /// -> "fi".
  [[nodiscard]] std::optional<std::string> secret_title(std::string_view line) const;

  /// A case number at the beginning of `text` in its written form, and how many bytes it took.
  struct CaseNumber {
    std::string text;
    std::size_t length = 0;
    bool other_city = false;
  };
  [[nodiscard]] std::optional<CaseNumber> case_number(std::string_view text) const;

  /// "Helsingin kaupungin pelastuslautakunta" -> "pelastuslautakunta"; other names as they are.
  [[nodiscard]] std::string_view without_city(std::string_view name) const;

  /// `text` without a leading word of the list ("item_label", "case_label", "date_label") and the colon after it.
  [[nodiscard]] std::string_view without_label(std::string_view list, std::string_view text) const;

  /// True when `word` (any case) is in the list: "acting", "verb", "opener", "suspended", "maker_start",
  /// "bare_maker".
  [[nodiscard]] bool has(std::string_view list, std::string_view word) const;
  /// The same of any word of the line.
  [[nodiscard]] bool has_word_of(std::string_view list, std::string_view line) const;
  /// Language of a word that ends as decision-makers' names do: "kansliapäällikkö" -> "fi".
  [[nodiscard]] std::optional<std::string> maker_language(std::string_view word) const;
  /// "Strategidirektören" -> "Strategidirektör"; other words as they are.
  [[nodiscard]] std::string indefinite(std::string_view word) const;

 private:
  struct Phrase {
    std::string key;
    std::string value;
    bool other_city = false;
  };
  struct WordList {
    std::unordered_map<std::string, std::string> rows;  ///< key -> value
    KeyFilter filter;
    [[nodiscard]] const std::string* find(std::string_view word, std::string (*key_of_word)(std::string_view)) const;
  };
  [[nodiscard]] const WordList* list_called(std::string_view list) const;
  [[nodiscard]] bool may_end_as_town(std::string_view line) const;
  void add_furniture(std::string_view key, std::string_view where);
  void add(const std::string& rule, const std::string& phrase, const std::string& value);

  std::unordered_map<std::string, HeadingRule> headings_;
  std::unordered_map<std::string, ClassRule> classes_;
  std::map<std::string, WordList, std::less<>> words_;
  KeyFilter heading_filter_, furniture_filter_, navigation_filter_;  ///< navigation: furniture that is it anywhere
  KeyFilter secret_filter_, motion_filter_, signed_filter_;
  std::bitset<256> town_ends_;  ///< the last bytes of `towns_`
  std::vector<Phrase> furniture_prefixes_, towns_, secrets_, case_shapes_, maker_endings_, definites_, motions_,
      signed_, cities_;
};

}  // namespace pykala::indexer
