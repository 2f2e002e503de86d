// SPDX-License-Identifier: GPL-2.0-or-later
// Word -> readings. Private: which file is walked, and the memory of words.
#include "stemmers/lexicon.h"

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <utility>

#include "stemmers/dictionary.h"
#include "stemmers/output_readings.h"
#include "stemmers/shared_readings.h"

namespace pykala::stemmers {
namespace {

// Where voikko-fi puts it, with the version of the format that the marks are of.
constexpr char installed_dictionary[] = "/usr/lib/voikko/5/mor-standard/mor.vfst";

constexpr unsigned few_words = 1'000;

/// Of libvoikko: a dictionary may be named or put before the installed one.
bool may_use_another() {
  for (const char* name : {"VOIKKO_DICTIONARY_PATH", "VOIKKO_DICTIONARY"}) {
    if (std::getenv(name) != nullptr) return true;
  }
  std::error_code none;
  const char* home = std::getenv("HOME");
  return (home != nullptr && std::filesystem::exists(std::string(home) + "/.voikko", none)) ||
         std::filesystem::exists("/etc/voikko", none);
}

std::unique_ptr<const OutputReadings> open_dictionary() {
  if (!has_lexicon() || may_use_another()) return nullptr;
  std::ifstream file(installed_dictionary, std::ios::binary | std::ios::ate);
  if (!file) return nullptr;
  std::string bytes(static_cast<std::size_t>(file.tellg()), '\0');
  file.seekg(0).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  auto transducer = Transducer::from_bytes(bytes);
  return transducer == nullptr ? nullptr : std::make_unique<const OutputReadings>(std::move(transducer));
}

}  // namespace

std::optional<std::vector<Reading>> readings_by_transducer(std::string_view word) {
  static const std::unique_ptr<const OutputReadings> dictionary = open_dictionary();
  if (dictionary == nullptr || word.empty() || word.size() > max_word_bytes) return std::nullopt;
  return dictionary->readings_of(word);
}

// To read the file costs what the library takes for some thousand words: more than a query has, less than a document.
Readings readings_of(std::string_view word) {
  static std::atomic<unsigned> asked = 0;
  static SharedReadings shared;
  const std::size_t hash = SharedReadings::hash_of(word);
  if (auto known = shared.find(word, hash)) return *std::move(known);
  std::optional<std::vector<Reading>> found;
  if (asked.load(std::memory_order_relaxed) < few_words) {
    asked.fetch_add(1, std::memory_order_relaxed);
  } else {
    found = readings_by_transducer(word);
  }
  Readings readings(found ? *std::move(found) : readings_by_library(word));
  shared.keep(word, hash, readings);
  return readings;
}

}  // namespace pykala::stemmers
