// SPDX-License-Identifier: GPL-2.0-or-later
// A decision in, its keys out. Private: what makes two texts one.
#include "indexer/card_key.h"

#include "indexer/keys.h"
#include "stemmers/unicode.h"

namespace pykala::schema {
namespace {

constexpr std::size_t hash_digits = 16;

/// Letters and digits in lower case: how lines are broken, and signs, differ between two forms of one text.
void add_letters(std::string& to, std::string_view text) {
  for (const char c : stemmers::to_lower(stemmers::repair_utf8(text))) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) to += c;
  }
}

}  // namespace

std::string copy_key(const Decision& d) {
  std::string text;
  for (const Part& part : d.parts) {
    if (part.role == PartRole::decision) add_letters(text, part.text);
  }
  const bool decides = !text.empty();
  for (const Part& part : d.parts) {
    if (!decides && part.role != PartRole::appeal) add_letters(text, part.text);
  }
  if (text.empty()) return d.id;
  std::string key = (d.section ? std::to_string(*d.section) : std::string()) + "\n";
  add_letters(key, d.title.value_or(""));
  return key + "\n" + text;
}

std::string card_key(const Decision& decision) {
  if (decision.case_number) return case_number_key(*decision.case_number);
  return "=" + content_hash(copy_key(decision)).substr(0, hash_digits);
}

}  // namespace pykala::schema
