// SPDX-License-Identifier: GPL-2.0-or-later
// A RawDocument in, a Decision out: furniture off, header read, paragraphs rejoined, parts found, and the fields that
// follow from them. What the source states itself always wins. Long because all fields of a decision come together
// here.
#include "indexer/decision_parser.h"

#include <algorithm>

#include "indexer/authority.h"
#include "indexer/decision_id.h"
#include "indexer/error.h"
#include "indexer/header_parser.h"
#include "indexer/iso_date.h"
#include "indexer/limits.h"
#include "indexer/maker_parser.h"
#include "indexer/page_furniture.h"
#include "indexer/parsing_rules.h"
#include "indexer/part_parser.h"
#include "indexer/rejoin.h"
#include "indexer/searchable_text.h"
#include "indexer/secrecy.h"
#include "indexer/text_scan.h"
#include "stemmers/language.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace {

using schema::Decision;
using schema::Field;
using schema::Kind;
using schema::Part;
using schema::PartRole;

constexpr std::size_t language_sample = 20000;  ///< bytes of text that tell the language

bool is_main(PartRole role) {
  return role == PartRole::decision || role == PartRole::proposal;
}

const Part* find_part(const std::vector<Part>& parts, PartRole role) {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& p) { return p.role == role; });
  return found == parts.end() ? nullptr : &*found;
}

/// A section with text of its own, a decision heading, or a case number make a decision of a document.
Kind kind_of(const Header& header, const std::vector<Part>& parts) {
  const Part* decision = find_part(parts, PartRole::decision);
  if (header.motion && (decision == nullptr || !decision->heading)) return Kind::motion;
  if (decision != nullptr) return Kind::decision;
  if (const Part* proposal = find_part(parts, PartRole::proposal)) {
    // A memo may have a heading "Ehdotus"; "Päätösehdotus" is an agenda's.
    const HeadingRule* rule = proposal->heading ? ParsingRules::builtin().heading(*proposal->heading) : nullptr;
    if (rule == nullptr || !rule->weak || header.section || header.case_number) return Kind::motion;
  }
  if (header.section || (header.case_number && header.maker)) return Kind::decision;
  return Kind::other;
}

/// A decision without headings: its text is the decision.
void name_only_part(const Header& header, std::vector<Part>& parts) {
  if (!header.section && !(header.case_number && header.maker)) return;
  for (const Part& part : parts) {
    if (part.role != PartRole::other || part.heading) return;
  }
  if (!parts.empty()) parts.back().role = PartRole::decision;
}

std::optional<std::string> maker_in_text(const std::vector<Part>& parts) {
  for (const bool main : {true, false}) {
    for (const Part& part : parts) {
      const bool other = part.role == PartRole::other;
      if (main ? !is_main(part.role) : !other) continue;
      if (auto name = maker_of_sentence(part.text)) return name;
      if (main) break;
    }
  }
  return maker_of_signatures(parts);
}

std::string sample_text(const Decision& decision) {
  std::string text;
  for (const Part& part : decision.parts) {
    if (part.role == PartRole::appeal || part.role == PartRole::contact || text.size() > language_sample) continue;
    text += part.text + "\n";
  }
  return text;
}

/// The motion's parts stand after the decision's: its text as proposals, and of the rest what the decision lacks.
void add_motion(const Lines& lines, std::vector<Part>& parts) {
  if (lines.empty()) return;
  const Header header = parse_header(lines);
  const Lines body(lines.begin() + static_cast<std::ptrdiff_t>(header.body_begin), lines.end());
  const std::size_t own = parts.size();
  const bool alone = own == 0;
  for (Part& part : parse_parts(rejoin(body))) {
    const bool text = is_main(part.role) || part.role == PartRole::reasons || part.role == PartRole::other;
    const bool has = std::any_of(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(own),
                                 [&](const Part& p) { return p.role == part.role; });
    if (text && !alone) part.role = PartRole::proposal;
    if (text || !has) parts.push_back(std::move(part));
  }
}

void set_maker(const Header& header, Decision& decision) {
  // A memo may tell what an office decided; that does not make it the memo's maker.
  const auto in_text = decision.kind == Kind::other ? std::nullopt : maker_in_text(decision.parts);
  if (!header.maker && !in_text) return;
  decision.decision_maker = with_office_id(header.maker ? choose_maker(*header.maker, in_text) : *in_text, decision);
}

/// "fi", "sv" or "en"; nothing when the text is too short or mixed to tell.
std::optional<std::string> text_language(std::string_view text) {
  const std::string_view code = schema::language_code(stemmers::guess_language(text));
  return code.empty() ? std::nullopt : std::optional<std::string>(code);
}

/// A document that is no decision is dated by its title's end: "Järjestöyhteistyö 23.10.2024".
void date_by_title(Decision& decision) {
  if (decision.kind != Kind::other || decision.date || !decision.title) return;
  decision.date = schema::from_finnish_date(last_word(*decision.title));
}

std::optional<std::string> language_of(const Decision& decision) {
  if (auto language = text_language(sample_text(decision))) return language;
  if (!decision.title) return std::nullopt;
  if (auto language = ParsingRules::builtin().secret_title(*decision.title)) return language;
  return text_language(*decision.title);
}

void set_classification(const Header& header, Decision& decision) {
  if (!header.classification) return;
  const auto title = schema::Authority::builtin().classification_title(*header.classification);
  decision.classification = schema::Classification{*header.classification, title.value_or("")};
}

/// What a header says of the secrecy of its decision.
struct Secrecy {
  std::string words;
  bool open_title = false;
};

/// Everything that the document's text says.
Decision parse_text(Lines lines, Secrecy& secrecy) {
  const auto motion_begin =
      std::stable_partition(lines.begin(), lines.end(), [](const Line& l) { return !l.in_motion; });
  const Lines motion(motion_begin, lines.end());
  lines.erase(motion_begin, lines.end());

  Decision decision;
  const Header header = parse_header(lines);
  secrecy = {header.secrecy, header.open_title};
  if (secrecy.words.empty() && !motion.empty()) secrecy.words = parse_header(motion).secrecy;
  lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(header.body_begin));
  decision.parts = parse_parts(rejoin(lines));
  name_only_part(header, decision.parts);
  decision.kind = kind_of(header, decision.parts);
  add_motion(motion, decision.parts);
  decision.attachments = parse_attachments(decision.parts);
  decision.title = header.title;
  decision.date = header.date;
  decision.section = header.section;
  decision.case_number = header.case_number;
  set_classification(header, decision);
  set_maker(header, decision);
  date_by_title(decision);

  std::string leading;
  for (const std::string& text : header.leading) leading += (leading.empty() ? "" : "\n") + text;
  if (!leading.empty()) decision.parts.insert(decision.parts.begin(), Part{std::nullopt, PartRole::other, leading});
  return decision;
}

/// The stated attachments, with the numbers that the text's own list gives those of the same title.
std::vector<schema::Attachment> numbered(std::vector<schema::Attachment> stated,
                                         const std::vector<schema::Attachment>& listed) {
  for (schema::Attachment& attachment : stated) {
    const auto same =
        std::find_if(listed.begin(), listed.end(), [&](const auto& l) { return l.title == attachment.title; });
    if (!attachment.number && same != listed.end()) attachment.number = same->number;
  }
  return stated;
}

/// What the source states instead of what the text says.
void keep_stated(const RawDocument& raw, Decision& decision) {
  const Decision& stated = raw.stated;
  const auto keep = [&](Field field, auto member) {
    if (raw.knows(field)) decision.*member = stated.*member;
  };
  keep(Field::kind, &Decision::kind);
  keep(Field::language, &Decision::language);
  keep(Field::title, &Decision::title);
  keep(Field::date, &Decision::date);
  keep(Field::decision_maker, &Decision::decision_maker);
  keep(Field::section, &Decision::section);
  keep(Field::case_number, &Decision::case_number);
  keep(Field::classification, &Decision::classification);
  keep(Field::parts, &Decision::parts);
  keep(Field::funders, &Decision::funders);
  keep(Field::amounts, &Decision::amounts);
  keep(Field::organisations, &Decision::organisations);
  keep(Field::period, &Decision::period);
  if (raw.knows(Field::attachments)) decision.attachments = numbered(stated.attachments, decision.attachments);
  decision.cites = stated.cites;
  decision.is_public = stated.is_public;
  decision.expires = stated.expires;
  decision.url = stated.url;
}

/// Secret is what the source calls so, what the header does, and what has a title of nothing but the words for it.
void leave_public(const RawDocument& raw, const Secrecy& found, Decision& decision) {
  if (raw.only_public) return;
  const bool told_by_title = decision.title && ParsingRules::builtin().secret_title(*decision.title);
  if (raw.secrecy.empty() && found.words.empty() && !told_by_title) return;
  const std::string words = !raw.secrecy.empty() ? raw.secrecy : !found.words.empty() ? found.words : *decision.title;
  keep_public(decision, words, found.open_title && !raw.knows(Field::title));
  if (decision.parts.empty() && !found.words.empty() && found.words != decision.title) {
    decision.parts.push_back({std::nullopt, PartRole::other, found.words});
  }
}

void check_size(const RawDocument& raw) {
  std::size_t bytes = 0;
  for (const Block& block : raw.blocks) bytes += block.text.size();
  if (bytes <= schema::max_decision_text_bytes) return;
  throw schema::Error(schema::ErrorCode::bad_data,
                      "text longer than " + std::to_string(schema::max_decision_text_bytes >> 20U) + " MiB",
                      "give each decision as a document of its own");
}

/// The first line of the text, for a document without a title.
std::optional<std::string> first_line(const std::vector<Part>& parts) {
  for (const Part& part : parts) {
    const std::string_view line = trim(std::string_view(part.text).substr(0, part.text.find('\n')));
    if (!line.empty()) return std::string(stemmers::cut_utf8(line, schema::max_title_bytes));
  }
  return std::nullopt;
}

}  // namespace

schema::Decision parse_decision(const RawDocument& raw) {
  check_size(raw);
  return parse_decision(raw, {raw.source, remove_furniture(raw.blocks)});
}

schema::Decision parse_decision(const RawDocument& raw, DecisionText text) {
  Secrecy secrecy;
  Decision decision = raw.knows(Field::parts) ? raw.stated : parse_text(std::move(text.lines), secrecy);
  keep_stated(raw, decision);
  decision.source = text.source;
  leave_public(raw, secrecy, decision);
  // A source that says there is no title is believed; what is shown for one is the searcher's matter.
  const bool untitled = !decision.title || decision.title->empty();
  if (untitled && !raw.knows(Field::title)) decision.title = first_line(decision.parts);
  if (!decision.title && !first_line(decision.parts)) {
    throw schema::Error(schema::ErrorCode::bad_data, "no text and no title",
                        "the document may be a scan: give it as text");
  }
  if (!raw.knows(Field::decision_maker) && !decision.decision_maker) set_maker({}, decision);
  if (!raw.knows(Field::language)) decision.language = language_of(decision);
  if (!raw.knows(Field::attachments) && decision.attachments.empty()) {
    decision.attachments = parse_attachments(decision.parts);
  }
  decision.id = decision_id(decision, raw.stated.id, text.source);
  return decision;
}

}  // namespace pykala::indexer
