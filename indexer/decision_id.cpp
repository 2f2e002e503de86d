// SPDX-License-Identifier: GPL-2.0-or-later
// Fields of a decision in, its id out. The same fields give the same id on every machine and in every run.
#include "indexer/decision_id.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "indexer/limits.h"
#include "indexer/text_scan.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t hash_digits = 16;

/// FNV-1a, 64 bits (Fowler, Noll, Vo): short, and the same everywhere.
std::string hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  std::string out;
  for (std::size_t i = 0; i < hash_digits; ++i) out += "0123456789abcdef"[(hash >> (60U - 4U * i)) & 0xFU];
  return out;
}

bool is_safe(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_' ||
         c == '/';
}

/// Unsafe characters as "-", long text cut; then a hash of the whole, so that two names never become one.
std::string safe(std::string_view text) {
  std::string out;
  bool changed = text.size() > schema::max_id_bytes;
  for (const char c : text) {
    changed = changed || !is_safe(c);
    out += is_safe(c) ? c : '-';
  }
  if (!changed) return out;
  out.resize(std::min(out.size(), schema::max_id_bytes - hash_digits - 1));
  return out + "-" + hash_of(text);
}

/// "Sosiaali- ja terveyslautakunta" -> "sosiaali-ja-terveyslautakunta": å ä ö as a and o, as in addresses.
std::string slug(std::string_view name) {
  std::string out;
  const std::string lower = stemmers::to_lower(name);
  for (std::size_t at = 0; at < lower.size();) {
    const CodePoint c = code_point_at(lower, at);
    at += c.length;
    char plain = '-';
    if (c.value < 0x80) {
      plain = is_safe(static_cast<char>(c.value)) && c.value != '/' ? static_cast<char>(c.value) : '-';
    } else if (c.value == 0xE4 || c.value == 0xE5) {
      plain = 'a';
    } else if (c.value == 0xF6) {
      plain = 'o';
    }
    if (plain != '-' || (!out.empty() && out.back() != '-')) out += plain;
  }
  while (out.ends_with('-')) out.pop_back();
  return out;
}

std::string maker_key(const schema::DecisionMaker& maker) {
  return maker.id ? *maker.id : slug(maker.name);
}

}  // namespace

std::string decision_id(const schema::Decision& decision, const std::string& stated, const std::string& source) {
  if (!stated.empty()) return stated.size() <= schema::max_id_bytes ? stated : safe(stated);
  if (decision.section) {
    const std::string section = "/" + std::to_string(*decision.section);
    std::string number = decision.case_number.value_or("");
    std::replace(number.begin(), number.end(), ' ', '-');
    if (decision.decision_maker && decision.date) {
      std::string id = maker_key(*decision.decision_maker) + "/" + *decision.date + section;
      if (!number.empty()) {
        id += "/" + number;
      } else if (!decision.decision_maker->id) {
        id += "/" + hash_of(decision.title.value_or(""));
      }
      return safe(id);
    }
    if (!number.empty()) {
      std::string id = number + section;
      if (decision.decision_maker) id += "/" + slug(decision.decision_maker->name);
      return safe(id);
    }
  }
  return path_id(source);
}

std::string path_id(const std::string& source) {
  return safe(source.empty() ? "unnamed" : source);
}

std::string unique_path_id(const schema::Decision& decision, const std::string& path) {
  std::string distinguishing = path;
  if (path == "-") {
    distinguishing = decision.title.value_or("");
    for (const schema::Part& part : decision.parts) distinguishing += "\n" + part.text;
  }
  std::string id = path == "-" ? "stdin" : path_id(decision.source);
  id.resize(std::min(id.size(), schema::max_id_bytes - hash_digits - 1));
  return id + "-" + hash_of(distinguishing);
}

}  // namespace pykala::indexer
