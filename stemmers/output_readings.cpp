// SPDX-License-Identifier: GPL-2.0-or-later
// A word -> its readings, by the transducer. Private: the letters of the word, and what is left to the library.
#include "stemmers/output_readings.h"

#include <array>
#include <span>
#include <utility>

#include "stemmers/reading_assembly.h"
#include "stemmers/unicode.h"

namespace pykala::stemmers {
namespace {

constexpr std::size_t max_letters = 60;   // of longer ones the library may stop looking before all is seen
constexpr std::size_t max_readings = 15;  // of more the library leaves some out

}  // namespace

OutputReadings::OutputReadings(std::unique_ptr<const Transducer> transducer) : transducer_(std::move(transducer)) {
  for (const std::string& symbol : transducer_->symbols()) marks_.push_back(mark_of(symbol));
}

std::optional<Readings> OutputReadings::readings_of(std::string_view word) const {
  std::string lower;
  if (!lower_latin1(word, lower)) return std::nullopt;
  std::array<Transducer::Symbol, max_letters> letters{};
  std::size_t count = 0;
  for (std::size_t at = 0; at < lower.size(); ++count) {
    const auto byte = static_cast<unsigned char>(lower[at]);
    char32_t code_point = byte;
    if (byte >= 0x80) code_point = ((byte & 0x1FU) << 6U) | (static_cast<unsigned char>(lower[at + 1]) & 0x3FU);
    at += byte < 0x80 ? 1 : 2;
    const Transducer::Symbol letter = transducer_->letter(code_point);
    if (letter == 0 || count == letters.size()) return std::nullopt;
    letters[count] = letter;
  }
  std::vector<Reading> readings;
  bool plain = true;
  const auto read = [&](std::span<const Transducer::Symbol> output) {
    if (!plain) return;
    ReadingAssembly assembly;
    for (const Transducer::Symbol symbol : output) {
      if (symbol != 0) assembly.take(marks_[symbol], transducer_->symbols()[symbol]);
    }
    plain = assembly.finish(lower, readings) && readings.size() <= max_readings;
  };
  const Transducer::Seen seen = transducer_->each_output(std::span(letters).first(count), read);
  if (!seen.complete || !plain) return std::nullopt;
  return Readings(std::move(readings), seen.hyphen_may_follow);
}

}  // namespace pykala::stemmers
