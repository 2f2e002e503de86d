// SPDX-License-Identifier: GPL-2.0-or-later
// Word -> readings. Private: which file is walked, and the memory of words.
#include "stemmers/lexicon.h"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "stemmers/dictionary.h"
#include "stemmers/output_readings.h"
#include "stemmers/shared_readings.h"

namespace pykala::stemmers {
namespace {

// Where voikko-fi puts it, with the version of the format that the marks are of.
constexpr char installed_dictionary[] = "/usr/lib/voikko/5/mor-standard/mor.vfst";

// To read the file costs what the library takes for a thousand words or two: more than a query has.
constexpr unsigned few_words = 1'000;

/// Where libvoikko looks for the user's dictionaries: in the home of the account, whatever HOME says.
std::optional<std::string> home_of_account() {
  std::array<char, 4096> buffer{};
  passwd entry{};
  passwd* found = nullptr;
  if (getpwuid_r(getuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr) return std::nullopt;
  return std::string(entry.pw_dir);
}

/// True where libvoikko may take a dictionary that was named, or put beside or before the installed one.
bool may_use_another() {
  for (const char* name : {"VOIKKO_DICTIONARY_PATH", "VOIKKO_DICTIONARY"}) {
    if (std::getenv(name) != nullptr) return true;
  }
  const std::optional<std::string> home = home_of_account();
  std::error_code failed;
  if (!home || std::filesystem::exists(*home + "/.voikko", failed) || std::filesystem::exists("/etc/voikko", failed) ||
      std::filesystem::exists("/usr/share/voikko", failed)) {
    return true;
  }
  const std::filesystem::path installed(installed_dictionary);
  for (const auto& folder :
       {installed.parent_path().parent_path(), installed.parent_path().parent_path().parent_path()}) {
    const std::filesystem::directory_iterator entries(folder, failed);
    if (failed || std::distance(begin(entries), end(entries)) != 1) return true;
  }
  return false;
}

std::unique_ptr<const OutputReadings> open_dictionary() {
  if (!has_lexicon() || may_use_another()) return nullptr;
  std::ifstream file(installed_dictionary, std::ios::binary | std::ios::ate);
  const std::streamoff size = file.tellg();
  if (size <= 0) return nullptr;
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (!file.seekg(0).read(bytes.data(), size)) return nullptr;
  auto transducer = Transducer::from_bytes(bytes);
  return transducer == nullptr ? nullptr : std::make_unique<const OutputReadings>(std::move(transducer));
}

}  // namespace

std::optional<Readings> readings_by_transducer(std::string_view word) {
  static const std::unique_ptr<const OutputReadings> dictionary = open_dictionary();
  return dictionary == nullptr ? std::nullopt : dictionary->readings_of(word);
}

Readings readings_of(std::string_view word) {
  if (word.empty() || word.size() > max_word_bytes) return {};
  static std::atomic<unsigned> asked = 0;
  static SharedReadings shared;
  const std::size_t hash = SharedReadings::hash_of(word);
  if (auto known = shared.find(word, hash)) return *std::move(known);
  std::optional<Readings> found;
  if (asked.load(std::memory_order_relaxed) < few_words) {
    asked.fetch_add(1, std::memory_order_relaxed);
  } else {
    found = readings_by_transducer(word);
  }
  Readings readings = found ? *std::move(found) : Readings(readings_by_library(word));
  shared.keep(word, hash, readings);
  return readings;
}

Readings readings_of_first_part(std::string_view part) {
  if (!readings_of(part).may_be_first_part()) return {};
  return readings_of(std::string(part) + "-");
}

}  // namespace pykala::stemmers
