// SPDX-License-Identifier: GPL-2.0-or-later
// In: words in lower case. Out: the number they say. Private: the table of numerals with their cases, how a compound
// is cut ("kaksi|sataa|tuhatta") and how its parts add up.
#include "indexer/number_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/fact_text.h"
#include "indexer/inflection.h"
#include "indexer/word_beginnings.h"

namespace pykala::indexer {
namespace {

// Numbers are kept in hundredths.
constexpr std::int64_t one = 100, thousand = 1000 * one, million = 1000 * thousand, milliard = 1000 * million;
constexpr std::int64_t teen = -1;  ///< "toista" after a number under ten

struct Piece {
  std::int64_t value = 0;
  bool counted = false;  ///< "tuhatta", "miljoner": a form that stands after a number
};

/// Weak stem: kahde-n, kahde-sta; strong stem: kahte-na, kahte-en.
struct FinnishNumeral {
  std::int64_t value;
  std::string_view nominative, partitive, weak, strong;
};

constexpr std::array<FinnishNumeral, 14> finnish_numerals{
    {{1, "yksi", "yhtä", "yhde", "yhte"},
     {2, "kaksi", "kahta", "kahde", "kahte"},
     {3, "kolme", "kolmea", "kolme", "kolme"},
     {4, "neljä", "neljää", "neljä", "neljä"},
     {5, "viisi", "viittä", "viide", "viite"},
     {6, "kuusi", "kuutta", "kuude", "kuute"},
     {7, "seitsemän", "seitsemää", "seitsemä", "seitsemä"},
     {8, "kahdeksan", "kahdeksaa", "kahdeksa", "kahdeksa"},
     {9, "yhdeksän", "yhdeksää", "yhdeksä", "yhdeksä"},
     {10, "kymmenen", "kymmentä", "kymmene", "kymmene"},
     {100, "sata", "sataa", "sada", "sata"},
     {1000, "tuhat", "tuhatta", "tuhanne", "tuhante"},
     {1'000'000, "miljoona", "miljoonaa", "miljoona", "miljoona"},
     {1'000'000'000, "miljardi", "miljardia", "miljardi", "miljardi"}}};

struct Word {
  std::string_view text;
  std::int64_t hundredths;
};

/// What has one form, or whose forms are few: halves, "viitisen", Swedish and English.
constexpr std::array<Word, 88> plain_words{
    {{"toista", teen},       {"puoli", 50},         {"puolen", 50},        {"puolta", 50},
     {"puoleen", 50},        {"puolella", 50},      {"puolitoista", 150},  {"puolentoista", 150},
     {"puoltatoista", 150},  {"kolmisen", 300},     {"nelisen", 400},      {"viitisen", 500},
     {"kuutisen", 600},      {"seitsemisen", 700},  {"kahdeksisen", 800},  {"yhdeksisen", 900},
     {"kymmenisen", 1000},   {"en", 100},           {"ett", 100},          {"halv", 50},
     {"halva", 50},          {"halvannan", 150},    {"två", 200},          {"tre", 300},
     {"fyra", 400},          {"fem", 500},          {"sex", 600},          {"sju", 700},
     {"åtta", 800},          {"nio", 900},          {"tio", 1000},         {"elva", 1100},
     {"tolv", 1200},         {"tretton", 1300},     {"fjorton", 1400},     {"femton", 1500},
     {"sexton", 1600},       {"sjutton", 1700},     {"arton", 1800},       {"aderton", 1800},
     {"nitton", 1900},       {"tjugo", 2000},       {"tjugu", 2000},       {"trettio", 3000},
     {"fyrtio", 4000},       {"femtio", 5000},      {"sextio", 6000},      {"sjuttio", 7000},
     {"åttio", 8000},        {"nittio", 9000},      {"hundra", 10000},     {"tusen", thousand},
     {"miljon", million},    {"miljoner", million}, {"miljard", milliard}, {"miljarder", milliard},
     {"one", 100},           {"half", 50},          {"two", 200},          {"three", 300},
     {"four", 400},          {"five", 500},         {"seven", 700},        {"eight", 800},
     {"nine", 900},          {"ten", 1000},         {"eleven", 1100},      {"twelve", 1200},
     {"thirteen", 1300},     {"fourteen", 1400},    {"fifteen", 1500},     {"sixteen", 1600},
     {"seventeen", 1700},    {"eighteen", 1800},    {"nineteen", 1900},    {"twenty", 2000},
     {"thirty", 3000},       {"forty", 4000},       {"fifty", 5000},       {"sixty", 6000},
     {"seventy", 7000},      {"eighty", 8000},      {"ninety", 9000},      {"hundred", 10000},
     {"thousand", thousand}, {"million", million},  {"billion", milliard}, {"six", 600}}};

/// Every form of every numeral; a compound is cut by the longest that fits.
class Forms {
 public:
  Forms() {
    for (const FinnishNumeral& numeral : finnish_numerals) add_finnish(numeral);
    for (const Word& word : plain_words) {
      const bool counted = word.text.ends_with("er") && word.hundredths > thousand;  // "miljoner"
      add(word.text, {word.hundredths, counted});
    }
    beginnings_ = WordBeginnings(std::vector<std::string_view>(forms_.begin(), forms_.end()));
  }

  /// Calls use(piece) for each numeral of the word; false when something else is in it or use refuses.
  template <class Use>
  bool cut(std::string_view word, Use use) const {
    while (!word.empty()) {
      std::size_t longest = forms_.size();
      beginnings_.for_each(word, [&](std::size_t form) {
        if (longest == forms_.size() || forms_[form].size() > forms_[longest].size()) longest = form;
      });
      if (longest == forms_.size() || !use(pieces_[longest])) return false;
      word.remove_prefix(forms_[longest].size());
    }
    return true;
  }

 private:
  void add_finnish(const FinnishNumeral& numeral) {
    const std::int64_t value = numeral.value * one;
    const bool front = numeral.partitive.ends_with("ä");
    add(numeral.nominative, {value, false});
    add(numeral.partitive, {value, numeral.value >= 10});
    const std::string weak(numeral.weak), strong(numeral.strong);
    for (const std::string_view ending : {"n", "ksi", "lle"}) add(weak + std::string(ending), {value, false});
    for (const std::string_view ending : {"sta", "ssa", "lla", "lta"}) {
      std::string form = weak + std::string(ending);
      if (front) form.replace(form.size() - 1, 1, "ä");
      add(form, {value, false});
    }
    add(strong + (front ? "nä" : "na"), {value, false});
    const std::size_t last = strong.ends_with("ä") ? 2 : 1;
    add(strong + strong.substr(strong.size() - last) + "n", {value, false});
  }

  void add(std::string_view form, Piece piece) {
    forms_.emplace_back(form);
    pieces_.push_back(piece);
  }

  std::vector<std::string> forms_;
  std::vector<Piece> pieces_;  ///< what the form of the same index says
  WordBeginnings beginnings_;
};

const Forms& forms() {
  static const Forms all;
  return all;
}

}  // namespace

bool SpelledNumber::apply(std::int64_t value, bool counted) {
  const bool fresh = empty_;
  empty_ = false;
  if (value == teen) {
    if (pending_ < one || pending_ >= 10 * one || chunk_ % (100 * one) != 0) return false;
    chunk_ += 10 * one + pending_;
    pending_ = 0;
    return true;
  }
  if (value < 10 * one) {
    // "en halv miljon" is a half.
    if (pending_ == one && value == 50) pending_ = 0;
    if (pending_ != 0 || chunk_ % (10 * one) != 0 || (chunk_ / (10 * one)) % 10 == 1) return false;
    pending_ = value;
    return true;
  }
  if (value < 100 * one) {  // ten, and the tens and teens of Swedish
    if (chunk_ % (100 * one) != 0 || (pending_ != 0 && value != 10 * one)) return false;
    chunk_ += value * (pending_ == 0 ? one : pending_) / one;
    lacks_number_ = lacks_number_ || (fresh && counted);
    pending_ = 0;
    return true;
  }
  if (value == 100 * one) {
    if (chunk_ >= 20 * one || (chunk_ != 0 && pending_ != 0)) return false;
    const std::int64_t factor = chunk_ + pending_;  // "tolvhundra"
    chunk_ = value * (factor == 0 ? one : factor) / one;
    lacks_number_ = lacks_number_ || (fresh && counted);
    pending_ = 0;
    return true;
  }
  if (scale_ != 0 && value >= scale_) return false;
  const std::int64_t factor = chunk_ + pending_;
  if (factor == 0 && counted && !fresh) return false;
  lacks_number_ = lacks_number_ || (factor == 0 && counted);
  total_ += (factor == 0 ? one : factor) * (value / one);
  scale_ = value;
  chunk_ = pending_ = 0;
  return true;
}

bool SpelledNumber::add(std::string_view lower_word) {
  constexpr std::size_t longest_word = 120;
  if (lower_word.size() > longest_word) return false;
  if (lower_word == "a" && pending_ == one / 2) return true;  // "half a million"
  SpelledNumber next = *this;
  if (!forms().cut(lower_word, [&](const Piece& piece) { return next.apply(piece.value, piece.counted); }))
    return false;
  *this = next;
  return true;
}

bool SpelledNumber::add_half(std::string_view lower_word) {
  const bool half = lower_word == "puoli" || lower_word == "puolen" || lower_word == "puolta" || lower_word == "halv" ||
                    lower_word == "half";
  if (!half || empty_ || hundredths() % one != 0) return false;
  pending_ += one / 2;
  return true;
}

std::int64_t SpelledNumber::hundredths() const {
  return total_ + chunk_ + pending_;
}

std::int64_t scale_of_word(std::string_view lower_word) {
  for (const std::string_view short_form : {"million", "miljon", "miljoner"})
    if (lower_word == short_form) return 1'000'000;
  if (lower_word == "tusen" || lower_word == "thousand") return 1000;
  if (lower_word == "miljard" || lower_word == "miljarder" || lower_word == "billion") return 1'000'000'000;
  if (!lower_word.starts_with("mil") && !lower_word.starts_with("tuh")) return 1;
  for (const FinnishNumeral& numeral : finnish_numerals) {
    if (numeral.value < 1000) continue;
    if (lower_word == numeral.partitive || match_inflected(numeral.nominative, lower_word) ||
        (numeral.value == 1000 && match_inflected(numeral.weak, lower_word)))
      return numeral.value;
  }
  return 1;
}

bool is_vague_quantity(std::string_view lower_word) {
  if (begins_with_any(lower_word, {"muutam", "usea", "useit", "usei", "mont", "moni", "joita", "kymmeni", "satoj",
                                   "tuhansi", "miljooni", "miljardej", "hundratals", "tusentals", "tiotals"}))
    return true;
  for (const std::string_view word :
       {"pari", "parin", "paria", "parilla", "puolisen", "par", "några", "flera", "många", "several", "few", "many"})
    if (lower_word == word) return true;
  // "kolmisenkymmentä", "neljännes", "sadasosa": a numeral that is not read.
  return ends_with_any(lower_word, {"kymmentä", "sataa", "toista", "tuhatta", "miljoonaa", "kymmenen", "sadan", "nnes",
                                    "nneksen", "sosa", "sosan", "osaa", "viis", "kyt", "hundra", "tusen"});
}

}  // namespace pykala::indexer
