// SPDX-License-Identifier: GPL-2.0-or-later
// Word -> readings, by libvoikko. The only file that names it; without PYKALA_VOIKKO it knows nothing.
// Private: a Voikko handle per thread (they must not be shared) and Voikko's names of classes and cases.
#include <array>
#include <stdexcept>
#include <utility>

#include "stemmers/lexicon.h"
#include "stemmers/unicode.h"

#ifdef PYKALA_VOIKKO
#include <libvoikko/voikko.h>
#endif

namespace pykala::stemmers {

#ifndef PYKALA_VOIKKO

bool has_lexicon() { return false; }
std::string lexicon_id() { return "no-lexicon"; }
std::vector<Reading> readings_of(std::string_view) { return {}; }

#else
namespace {

// Compounds of more bytes are not in decisions; Voikko's time grows with the length.
constexpr std::size_t max_word_bytes = 120;

class Handle {
 public:
  Handle() {
    const char* error = nullptr;
    handle_ = voikkoInit(&error, "fi", nullptr);
    if (handle_ == nullptr) {
      throw std::runtime_error(std::string("Finnish dictionary of Voikko: ") + (error != nullptr ? error : "not found") +
                               " (install the package voikko-fi)");
    }
  }
  ~Handle() { voikkoTerminate(handle_); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  VoikkoHandle* get() const { return handle_; }

 private:
  VoikkoHandle* handle_ = nullptr;
};

std::string value_of(const voikko_mor_analysis* analysis, const char* key) {
  char* value = voikko_mor_analysis_value_cstr(analysis, key);
  if (value == nullptr) return {};
  std::string out(value);
  voikko_free_mor_analysis_value_cstr(value);
  return out;
}

WordClass word_class_of(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, WordClass>, 15> classes{{
      {"nimisana", WordClass::noun},
      {"laatusana", WordClass::adjective},
      {"nimisana_laatusana", WordClass::noun},
      {"teonsana", WordClass::verb},
      {"kieltosana", WordClass::verb},
      {"etunimi", WordClass::name},
      {"sukunimi", WordClass::name},
      {"paikannimi", WordClass::name},
      {"nimi", WordClass::name},
      {"lukusana", WordClass::numeral},
      {"seikkasana", WordClass::adverb},
      {"suhdesana", WordClass::adverb},
      {"asemosana", WordClass::pronoun},
      {"lyhenne", WordClass::abbreviation},
      {"etuliite", WordClass::prefix},
  }};
  for (const auto& [known, word_class] : classes) {
    if (known == name) return word_class;
  }
  return WordClass::other;
}

bool is_rare(std::string_view grammatical_case, std::string_view mood) {
  return grammatical_case == "keinonto" || grammatical_case == "seuranto" || grammatical_case == "vajanto" ||
         mood == "imperative" || mood == "potential";
}

// STRUCTURE "=ppppp=ppp" has '=' before each part and one other character for each character of the word.
std::vector<std::uint16_t> boundaries_of(std::string_view structure, std::string_view word) {
  std::vector<std::uint16_t> boundaries;
  std::size_t at = 0;
  for (const char mark : structure) {
    if (mark == '=') {
      if (at > 0 && at < word.size()) boundaries.push_back(static_cast<std::uint16_t>(at));
      continue;
    }
    if (at < word.size()) ++at;
    while (at < word.size() && (static_cast<unsigned char>(word[at]) & 0xC0) == 0x80) ++at;
  }
  return boundaries;
}

// Last base in parentheses of WORDBASES "+haet(hakea)+tav+a(+a)" that is a word, not a suffix ("+a"): "hakea".
// Empty when the participle is itself part of a compound ("+alle+kirjoit(kirjoittaa)..."): its verb is not one word.
std::string verb_in(std::string_view word_bases) {
  std::string verb;
  std::size_t words = 0;
  for (std::size_t open = word_bases.find('('); open != std::string_view::npos; open = word_bases.find('(', open + 1)) {
    const std::size_t close = word_bases.find(')', open);
    if (close == std::string_view::npos) break;
    const std::string_view base = word_bases.substr(open + 1, close - open - 1);
    if (base.empty() || base.front() == '+') continue;
    ++words;
    verb.assign(base);
  }
  std::erase_if(verb, [](char c) { return c == '=' || c == '|'; });
  const bool infinitive = verb.ends_with("a") || verb.ends_with("ä");
  return words == 1 && infinitive ? verb : std::string();
}

Reading to_reading(const voikko_mor_analysis* analysis, std::string_view word) {
  Reading reading;
  reading.base = value_of(analysis, "BASEFORM");
  if (reading.base.empty()) reading.base.assign(word);
  reading.word_class = word_class_of(value_of(analysis, "CLASS"));
  const std::string grammatical_case = value_of(analysis, "SIJAMUOTO");
  const std::string word_bases = value_of(analysis, "WORDBASES");
  const bool participle = !value_of(analysis, "PARTICIPLE").empty();
  reading.inflection = is_rare(grammatical_case, value_of(analysis, "MOOD")) ? Inflection::rare : Inflection::common;
  reading.derived = !participle && word_bases.find("(+") != std::string::npos;
  reading.singular_nominative = grammatical_case == "nimento" && value_of(analysis, "NUMBER") == "singular";
  if (participle) reading.verb = verb_in(word_bases);
  reading.boundaries = boundaries_of(value_of(analysis, "STRUCTURE"), word);
  return reading;
}

}  // namespace

bool has_lexicon() { return true; }

std::string lexicon_id() { return std::string("voikko-") + voikkoGetVersion(); }

std::vector<Reading> readings_of(std::string_view word) {
  std::vector<Reading> readings;
  if (word.empty() || word.size() > max_word_bytes || word.find('\0') != std::string_view::npos) return readings;
  thread_local const Handle handle;
  voikko_mor_analysis** analyses = voikkoAnalyzeWordCstr(handle.get(), std::string(word).c_str());
  if (analyses == nullptr) return readings;
  for (voikko_mor_analysis** analysis = analyses; *analysis != nullptr; ++analysis) {
    readings.push_back(to_reading(*analysis, word));
  }
  voikko_free_mor_analysis(analyses);
  return readings;
}

#endif

}  // namespace pykala::stemmers
