// SPDX-License-Identifier: GPL-2.0-or-later
// Word -> readings, by libvoikko. The only file that calls it; without PYKALA_VOIKKO it knows nothing.
// Private: a Voikko handle per thread (they must not be shared) and Voikko's names of classes and cases.
#include <array>
#include <memory>
#include <stdexcept>
#include <utility>

#include "stemmers/dictionary.h"
#include "stemmers/unicode.h"

#ifdef PYKALA_VOIKKO
#include <libvoikko/voikko.h>
#endif

namespace pykala::stemmers {

#ifndef PYKALA_VOIKKO

bool has_lexicon() {
  return false;
}
std::string lexicon_id() {
  return "no-lexicon";
}
std::vector<Reading> readings_by_library(std::string_view) {
  return {};
}

#else
namespace {

class Handle {
 public:
  Handle() {
    const char* error = nullptr;
    handle_ = voikkoInit(&error, "fi", nullptr);
    if (handle_ == nullptr) {
      throw std::runtime_error(std::string("Finnish dictionary of Voikko: ") +
                               (error != nullptr ? error : "not found") + " (install the package voikko-fi)");
    }
  }
  ~Handle() { voikkoTerminate(handle_); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  VoikkoHandle* get() const { return handle_; }

 private:
  VoikkoHandle* handle_ = nullptr;
};

/// As Voikko has it, until the analysis is freed: most values are only compared, which needs no copy in UTF-8.
std::wstring_view value_of(const voikko_mor_analysis* analysis, const char* key) {
  const wchar_t* value = voikko_mor_analysis_value_ucs4(analysis, key);
  return value == nullptr ? std::wstring_view() : std::wstring_view(value);
}

/// The value of a name, or another one.
template <class Value, std::size_t count>
Value value_called(std::wstring_view name, const std::array<std::pair<std::wstring_view, Value>, count>& values,
                   Value other) {
  for (const auto& [known, value] : values) {
    if (known == name) return value;
  }
  return other;
}

WordClass word_class_of(std::wstring_view name) {
  static constexpr std::array<std::pair<std::wstring_view, WordClass>, 15> classes{{
      {L"nimisana", WordClass::noun},
      {L"laatusana", WordClass::adjective},
      {L"nimisana_laatusana", WordClass::adjective},
      {L"teonsana", WordClass::verb},
      {L"kieltosana", WordClass::verb},
      {L"etunimi", WordClass::name},
      {L"sukunimi", WordClass::name},
      {L"paikannimi", WordClass::name},
      {L"nimi", WordClass::name},
      {L"lukusana", WordClass::numeral},
      {L"seikkasana", WordClass::adverb},
      {L"suhdesana", WordClass::adverb},
      {L"asemosana", WordClass::pronoun},
      {L"lyhenne", WordClass::abbreviation},
      {L"etuliite", WordClass::prefix},
  }};
  return value_called(name, classes, WordClass::other);
}

GrammaticalCase case_of(std::wstring_view name) {
  static constexpr std::array<std::pair<std::wstring_view, GrammaticalCase>, 7> cases{{
      {L"nimento", GrammaticalCase::nominative},
      {L"omanto", GrammaticalCase::genitive},
      {L"osanto", GrammaticalCase::partitive},
      {L"sisatulento", GrammaticalCase::illative},
      {L"sisaeronto", GrammaticalCase::elative},
      {L"keinonto", GrammaticalCase::instructive},
      {L"seuranto", GrammaticalCase::comitative},
  }};
  if (name.empty()) return GrammaticalCase::none;
  return value_called(name, cases, GrammaticalCase::other);
}

VerbForm verb_form_of(std::wstring_view mood, bool participle) {
  if (participle) return VerbForm::participle;
  if (mood.empty()) return VerbForm::none;
  if (mood == L"imperative") return VerbForm::imperative;
  if (mood == L"MA-infinitive") return VerbForm::ma_infinitive;
  if (mood == L"MINEN-infinitive") return VerbForm::minen_infinitive;
  return mood.ends_with(L"infinitive") ? VerbForm::infinitive : VerbForm::finite;
}

// "1" -> 1, "3p" -> 3; passive (L"4") and none -> 0
std::uint8_t person_of(std::wstring_view value) {
  return !value.empty() && value[0] >= L'1' && value[0] <= L'3' ? static_cast<std::uint8_t>(value[0] - L'0')
                                                                : std::uint8_t{0};
}

// STRUCTURE "=ppppp=ppp" has '=' before each part and one other character for each character of the word.
std::vector<std::uint16_t> boundaries_of(std::wstring_view structure, std::string_view word) {
  std::vector<std::uint16_t> boundaries;
  std::size_t at = 0;
  for (const wchar_t mark : structure) {
    if (mark == L'=') {
      if (at > 0 && at < word.size()) boundaries.push_back(static_cast<std::uint16_t>(at));
      continue;
    }
    if (at < word.size()) ++at;
    while (at < word.size() && (static_cast<unsigned char>(word[at]) & 0xC0) == 0x80) ++at;
  }
  return boundaries;
}

// A piece of WORDBASES: "+paran(parata)tu(+tua)+n+ut(+ut)" has paran(parata), tu(+tua), n+ut(+ut).
struct WordBase {
  std::string surface;  // without '+'
  std::string base;     // without '=' and '|'; begins with '+' when it is a suffix
};

std::vector<WordBase> split_word_bases(std::string_view word_bases) {
  std::vector<WordBase> pieces;
  std::size_t begin = 0;
  for (std::size_t open = word_bases.find('('); open != std::string_view::npos; open = word_bases.find('(', begin)) {
    const std::size_t close = word_bases.find(')', open);
    if (close == std::string_view::npos) break;
    WordBase piece{std::string(word_bases.substr(begin, open - begin)),
                   std::string(word_bases.substr(open + 1, close - open - 1))};
    std::erase_if(piece.base, [](char c) { return c == '=' || c == '|'; });
    pieces.push_back(std::move(piece));
    begin = close + 1;
  }
  return pieces;
}

// The verb of a participle, whose own suffix is the last piece: the base before it ("+maksa(maksaa)+n+ut(+ut)":
// maksaa), with a bound first part ("+epä+onnistu(onnistua)": epäonnistua), or put together when it is a derived verb
// ("+paran(parata)tu(+tua)": parantua). Empty when the participle is part of a compound of words.
std::string verb_in(std::string_view word_bases) {
  std::vector<WordBase> pieces = split_word_bases(word_bases);
  const bool suffix_has_base = word_bases.ends_with(")");  // not in "+asu(asua)+ttuaan"
  if (suffix_has_base && !pieces.empty()) pieces.pop_back();
  if (pieces.empty()) return {};
  const bool derived_verb = pieces.back().base.starts_with('+');
  if (!derived_verb && pieces.size() > 1) return {};
  std::string verb;
  if (derived_verb) {
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i) verb += pieces[i].surface;
    verb += pieces.back().base.substr(1);
  } else {
    const std::string& surface = pieces.back().surface;
    verb = surface.substr(0, surface.rfind('+') + 1) + pieces.back().base;
  }
  std::erase(verb, '+');
  return verb.ends_with("a") || verb.ends_with("ä") ? verb : std::string();
}

Reading to_reading(const voikko_mor_analysis* analysis, std::string_view word) {
  Reading reading;
  reading.base = to_utf8(value_of(analysis, "BASEFORM"));
  if (reading.base.empty()) reading.base.assign(word);
  const std::wstring_view word_class = value_of(analysis, "CLASS");
  const std::wstring_view word_bases = value_of(analysis, "WORDBASES");
  const bool participle = !value_of(analysis, "PARTICIPLE").empty();
  reading.word_class = word_class_of(word_class);
  reading.personal_name = word_class == L"etunimi" || word_class == L"sukunimi";
  reading.grammatical_case = case_of(value_of(analysis, "SIJAMUOTO"));
  reading.verb_form = verb_form_of(value_of(analysis, "MOOD"), participle);
  reading.person = person_of(value_of(analysis, "PERSON"));
  reading.possessor = person_of(value_of(analysis, "POSSESSIVE"));
  reading.plural = value_of(analysis, "NUMBER") == L"plural";
  reading.derived = !participle && word_bases.find(L"(+") != std::wstring_view::npos;
  if (participle) reading.verb = verb_in(to_utf8(word_bases));
  reading.boundaries = boundaries_of(value_of(analysis, "STRUCTURE"), word);
  return reading;
}

struct FreeAnalyses {
  void operator()(voikko_mor_analysis** analyses) const { voikko_free_mor_analysis(analyses); }
};

}  // namespace

bool has_lexicon() {
  return true;
}

std::string lexicon_id() {
  return std::string("voikko-") + voikkoGetVersion();
}

std::vector<Reading> readings_by_library(std::string_view word) {
  if (word.empty() || word.size() > max_word_bytes || word.find('\0') != std::string_view::npos) return {};
  thread_local const Handle handle;
  std::array<char, max_word_bytes + 1> text{};
  word.copy(text.data(), max_word_bytes);
  std::vector<Reading> readings;
  const std::unique_ptr<voikko_mor_analysis*, FreeAnalyses> analyses(voikkoAnalyzeWordCstr(handle.get(), text.data()));
  if (analyses == nullptr) return readings;
  for (voikko_mor_analysis** analysis = analyses.get(); *analysis != nullptr; ++analysis) {
    readings.push_back(to_reading(*analysis, word));
  }
  return readings;
}

#endif

}  // namespace pykala::stemmers
