// SPDX-License-Identifier: GPL-2.0-or-later
// Decision: one § of one decision-maker with its facts. Plain data; the exchange format (exchange.h) is its JSON form.
// Everything but id and parts may be absent. Absent means unknown, never guessed.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pykala::schema {

enum class Kind : std::uint8_t { decision, motion, other };

enum class PartRole : std::uint8_t {
  decision,     ///< Päätös, Beslut
  reasons,      ///< Päätöksen perustelut, Esittelijän perustelut
  proposal,     ///< Päätösehdotus
  presenter,    ///< Esittelijä
  contact,      ///< Lisätiedot
  attachments,  ///< Liitteet
  appeal,       ///< Muutoksenhaku, MUUTOKSENHAKUOHJEET: kept to be shown, not searched by default
  extracts,     ///< Otteet
  notice,       ///< Tiedoksi
  signatures,
  other,  ///< Käsittely, Lausunto, free headings, and text before any heading
};

struct DecisionMaker {
  std::optional<std::string> id;  ///< office id, e.g. "U02100VH2"
  std::string name;               ///< nominative, without "Va.", "Vs.", "Vt."
  bool operator==(const DecisionMaker&) const = default;
};

struct Classification {
  std::string code;   ///< "02 05 02"
  std::string title;  ///< "Hankerahoitus"; empty when not known
  bool operator==(const Classification&) const = default;
};

struct Part {
  std::optional<std::string> heading;
  PartRole role = PartRole::other;
  std::string text;  ///< NFC; paragraphs separated by an empty line, list items and table cells by a newline
  bool operator==(const Part&) const = default;
};

enum class FunderRelation : std::uint8_t { funds, mentioned };

struct Funder {
  std::string id;  ///< of data/authority/funders.tsv ("STEA"), or "OTHER:name"
  FunderRelation relation = FunderRelation::mentioned;
  std::string quote;  ///< the words that show it
  bool operator==(const Funder&) const = default;
};

enum class AmountRole : std::uint8_t { total, grant, own_share, other };

struct Amount {
  std::int64_t cents = 0;
  std::string currency = "EUR";  ///< "EUR" or "FIM" (markka)
  AmountRole role = AmountRole::other;
  std::optional<std::string> funder;  ///< id of the funder whose money it is
  std::string quote;
  bool operator==(const Amount&) const = default;
};

struct Period {
  std::optional<std::string> from;  ///< ISO dates, inclusive
  std::optional<std::string> to;
  bool operator==(const Period&) const = default;
};

/// An earlier decision that this one names. At least one member is set.
struct Citation {
  std::optional<std::string> decision_maker;  ///< nominative, as the text says it
  std::optional<std::string> date;            ///< ISO
  std::optional<int> section;
  std::optional<std::string> case_number;
  std::optional<std::string> title;  ///< where the source gives it (Ahjo PreviousDecisions)
  std::optional<std::string> id;     ///< of the cited decision, where the source gives it
  bool operator==(const Citation&) const = default;
};

struct Attachment {
  std::optional<int> number;
  std::string title;
  bool operator==(const Attachment&) const = default;
};

struct Decision {
  std::string id;      ///< stable: the archive's own, else from maker, date and §, else from the path
  std::string source;  ///< where it was read, e.g. "000.txt" or "decisions.json#12"
  Kind kind = Kind::decision;
  std::optional<std::string> language;  ///< "fi", "sv", "en"
  std::optional<std::string> title;
  std::optional<std::string> date;  ///< ISO, the day of the decision
  std::optional<DecisionMaker> decision_maker;
  std::optional<int> section;
  std::optional<std::string> case_number;  ///< "HEL 2017-005881"
  std::optional<Classification> classification;
  std::vector<Part> parts;
  std::vector<Funder> funders;
  std::vector<Amount> amounts;
  std::vector<std::string> organisations;  ///< nominative
  std::optional<Period> period;
  std::vector<Citation> cites;
  std::vector<Attachment> attachments;
  bool is_public = true;               ///< "public" in JSON; a decision that is not public is not indexed
  std::optional<std::string> expires;  ///< ISO date after which it must not be shown
  std::optional<std::string> url;
  bool operator==(const Decision&) const = default;
};

/// Facts that the source states itself (Ahjo JSON fields, the exchange format): the parser and the extractors keep
/// them. One bit a field of Decision; a field with its bit set is final, also when it is empty.
enum class Field : std::uint8_t {
  kind,
  language,
  title,
  date,
  decision_maker,
  section,
  case_number,
  classification,
  parts,
  funders,
  amounts,
  organisations,
  period,
  cites,
  attachments,
  count_,
};
using KnownFields = std::bitset<static_cast<std::size_t>(Field::count_)>;

}  // namespace pykala::schema
