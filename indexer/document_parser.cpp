// SPDX-License-Identifier: GPL-2.0-or-later
// A RawDocument in, the texts of its decisions out. An item of minutes gets the meeting's body and date as its first
// lines, as the pages of a single decision have them.
#include "indexer/document_parser.h"

#include <algorithm>

#include "indexer/error.h"
#include "indexer/minutes.h"
#include "indexer/page_furniture.h"

namespace pykala::indexer {
namespace {

using schema::Decision;
using schema::Field;

Line head_line(const std::string& text) {
  Line line;
  line.text = text;
  line.gap = 1;
  return line;
}

/// "2022-01-17" -> "17.1.2022", as headers are written.
std::string written_date(const std::string& iso) {
  return iso.substr(8, 2) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4);
}

std::vector<DecisionText> texts_of(const RawDocument& raw, const std::vector<Block>& blocks) {
  Lines lines = remove_furniture(blocks);
  auto minutes = raw.knows(Field::section) || raw.knows(Field::parts) ? std::nullopt : split_minutes(lines);
  std::vector<DecisionText> texts;
  if (!minutes) {
    texts.push_back({raw.source, std::move(lines)});
    return texts;
  }
  for (MinutesItem& item : minutes->items) {
    Lines head;
    if (minutes->maker) head.push_back(head_line(*minutes->maker));
    if (minutes->date) head.push_back(head_line(written_date(*minutes->date)));
    item.lines.insert(item.lines.begin(), head.begin(), head.end());
    texts.push_back({raw.source + "#" + std::to_string(item.section), std::move(item.lines)});
  }
  return texts;
}

/// How much of a decision was understood.
std::size_t understood(const Decision& decision) {
  std::size_t points = 0;
  for (const bool known : {decision.date.has_value(), decision.section.has_value(), decision.case_number.has_value(),
                           decision.decision_maker.has_value()}) {
    points += known ? 2 : 0;
  }
  for (const schema::Part& part : decision.parts) {
    if (part.heading && part.role != schema::PartRole::other && !part.text.empty()) ++points;
  }
  return points;
}

std::size_t understood(const RawDocument& raw, const std::vector<DecisionText>& texts) {
  std::size_t points = 0;
  for (const DecisionText& text : texts) {
    try {
      points += understood(parse_decision(raw, text));
    } catch (const schema::Error&) {
      // A text that is refused was not understood.
    }
  }
  return points;
}

}  // namespace

std::vector<DecisionText> decision_texts(const RawDocument& raw) {
  std::vector<DecisionText> texts = texts_of(raw, raw.blocks);
  if (raw.other_reading.empty()) return texts;
  std::vector<DecisionText> others = texts_of(raw, raw.other_reading);
  return understood(raw, others) > understood(raw, texts) ? others : texts;
}

}  // namespace pykala::indexer
