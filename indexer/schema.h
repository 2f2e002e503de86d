// SPDX-License-Identifier: GPL-2.0-or-later
// Schema: every field of the index, once. Both programs, the help texts and the search guide read this table.
// Prefixes follow Omega's convention (xapian-omega, docs/termprefixes): one letter for its standard fields, X.. for
// ours, and ':' between an X prefix and its value.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace pykala::schema {

/// Raised whenever terms, slots, stored data or metadata change their meaning; an index of another version is refused.
inline constexpr int schema_version = 10;

/// Slots of values in a Xapian document. Never reused for another meaning.
enum class Slot : std::uint32_t {
  date = 0,            ///< "20170517"; empty when unknown
  date_or_last = 1,    ///< the same, "99999999" when unknown: sorts unknown last when ascending
  amount = 2,          ///< sortable_serialise(cents of the main amount); empty when none
  decision_maker = 3,  ///< id, else name
  funder = 4,          ///< ids that fund, joined by '\n'
  organisation = 5,    ///< names joined by '\n'
  classification = 6,  ///< code
  kind = 7,
  language = 8,
  case_number = 9,
  sector = 10,          ///< id of the decision-maker's sector
  word_stream = 11,     ///< the words in their order (word_stream.h)
  card = 12,            ///< card_key(): decisions with one key are one card of a collapsed result
  funder_amounts = 13,  ///< "29000000 STEA": cents that each funder grants (funder_amounts()), joined by '\n'
};

inline constexpr char value_separator = '\n';  ///< between the values of one slot

enum class FieldId : std::uint8_t {
  title,
  decision_maker,
  year,
  date,
  funder,
  mentioned,
  organisation,
  amount,
  classification,
  case_number,
  section,
  kind,
  language,
  sector,
  id,
  cites,
};

/// How the value of a field is written in a query or filter.
enum class FieldType : std::uint8_t {
  text,     ///< words, analysed: title:avustus
  keyword,  ///< one whole value: funder:STEA
  number,   ///< 17, 17..20
  year,     ///< 2017, 2017..2020
  date,     ///< 17.5.2017, 2017-05-17, 1.1.2017..30.6.2017
  amount,   ///< euros: >100000, 1000..5000
};

struct FieldRow {
  FieldId id;
  std::string_view name;     ///< in JSON and in queries
  std::string_view name_fi;  ///< in queries
  std::string_view name_sv;
  FieldType type;
  std::string_view prefix;  ///< of its boolean or text terms; empty: none
  std::optional<Slot> slot;
  bool facet;                ///< can be counted
  bool filter;               ///< can stand in "filters"
  std::string_view meaning;  ///< one line for people, in English
  std::string_view example;  ///< a query that uses it
};

inline constexpr std::array<FieldRow, 16> fields{{
    {FieldId::title, "title", "otsikko", "rubrik", FieldType::text, "ZS", std::nullopt, false, false,
     "words of the title", "otsikko:rahoitushaku"},
    {FieldId::decision_maker, "decision_maker", "päättäjä", "beslutsfattare", FieldType::keyword, "XM",
     Slot::decision_maker, true, true, "who decided: office id or name", "päättäjä:Kansliapäällikkö"},
    {FieldId::year, "year", "vuosi", "år", FieldType::year, "Y", Slot::date, true, true, "year of the decision",
     "vuosi:2017..2020"},
    {FieldId::date, "date", "pvm", "datum", FieldType::date, "D", Slot::date, false, true, "day of the decision",
     "pvm:14.6.2017"},
    {FieldId::funder, "funder", "rahoittaja", "finansiär", FieldType::keyword, "XF", Slot::funder, true, true,
     "whose money the decision applies for, accepts, uses or grants from", "rahoittaja:STEA"},
    {FieldId::mentioned, "mentioned", "mainittu", "omnämnd", FieldType::keyword, "XG", std::nullopt, false, false,
     "funder or authority that is only named", "mainittu:ESR"},
    {FieldId::organisation, "organisation", "järjestö", "organisation", FieldType::keyword, "XO", Slot::organisation,
     true, true, "association, foundation or company that takes part", "järjestö:\"Talkooverkko ry\""},
    {FieldId::amount, "amount", "summa", "belopp", FieldType::amount, "", Slot::amount, false, true,
     "main sum of money, in euros", "summa:>100000"},
    {FieldId::classification, "classification", "luokka", "klass", FieldType::keyword, "XC", Slot::classification, true,
     true, "classification code; finds the codes under it too", "luokka:\"02 05\""},
    {FieldId::case_number, "case_number", "diaari", "diarienummer", FieldType::keyword, "XN", Slot::case_number, false,
     true, "case number", "diaari:\"HEL 2017-900123\""},
    {FieldId::section, "section", "pykälä", "paragraf", FieldType::number, "XP", std::nullopt, false, false,
     "number of the decision in the minutes, §", "pykälä:88"},
    {FieldId::kind, "kind", "laji", "slag", FieldType::keyword, "XK", Slot::kind, true, true,
     "decision, motion or other", "laji:motion"},
    {FieldId::language, "language", "kieli", "språk", FieldType::keyword, "L", Slot::language, true, true,
     "language of the text: fi, sv or en", "kieli:sv"},
    {FieldId::sector, "sector", "toimiala", "sektor", FieldType::keyword, "XS", Slot::sector, true, true,
     "sector of the city that the decision-maker belongs to", "toimiala:U541000"},
    {FieldId::id, "id", "tunniste", "id", FieldType::keyword, "Q", std::nullopt, false, false,
     "the decision's own identifier", "id:HEL-2023-900861/4"},
    {FieldId::cites, "cites", "viittaa", "hänvisar", FieldType::keyword, "XV", std::nullopt, false, false,
     "earlier decision that is cited: maker, day and §, case number or id", "viittaa:\"Khs 7.6.2021 § 455\""},
}};

/// Prefixes that belong to no field a person names.
inline constexpr std::string_view before_prefix = "XR";   ///< + docid: of this document before it was replaced
inline constexpr std::string_view length_term = "XW";     ///< of every document: its wdf is the length of its text
inline constexpr std::string_view month_prefix = "M";     ///< yyyymm, for date ranges
inline constexpr std::string_view source_prefix = "XU";   ///< hash of the source's path
inline constexpr std::string_view expires_prefix = "XE";  ///< yyyymmdd: the last day on which it may be shown

/// Prefixes of the text index (text_index.h), where terms of texts stand apart from Xapian's.
inline constexpr std::string_view lemma_prefix = "Z";  ///< lemmas and compound parts of the searched text
inline constexpr std::string_view word_prefix = "";    ///< words as they stand; word_stream has their order
inline constexpr std::string_view pair_prefix = "P";   ///< two common words that follow each other (word_pairs.h)

/// File by which a folder is known to be an index (Xapian's glass backend).
inline constexpr char index_marker[] = "iamglass";

/// Metadata keys of the index.
namespace metadata {
inline constexpr char schema[] = "pykala.schema";         ///< schema_version
inline constexpr char analyzer[] = "pykala.analyzer";     ///< Analyzer::id()
inline constexpr char updated[] = "pykala.updated";       ///< ISO time of the last change, UTC
inline constexpr char languages[] = "pykala.languages";   ///< languages of the documents, "en fi sv"
inline constexpr char source[] = "pykala.source.";        ///< + hash of the path: what was read from it
inline constexpr char withheld[] = "pykala.withheld.";    ///< + hash of an id: who says that it must not be shown
inline constexpr char masked[] = "pykala.masked";         ///< "1": personal data is masked in what is stored
inline constexpr char numbering[] = "pykala.numbering";   ///< another one: docids mean other documents
inline constexpr char text_segments[] = "pykala.text";    ///< the segments of the text index (text_segment.h)
inline constexpr char text_deleted[] = "pykala.deleted";  ///< docids that segments hold and the database does not
inline constexpr char pair_runs[] = "pykala.pairs";       ///< of which words there are pairs (word_pairs.h)
inline constexpr char maker[] = "pykala.maker.";          ///< + key: the decision-maker's name, for labels
}  // namespace metadata

/// The row of a field. Every FieldId has one.
constexpr const FieldRow& field(FieldId id) {
  for (const FieldRow& row : fields) {
    if (row.id == id) return row;
  }
  return fields[0];
}

/// By its English, Finnish or Swedish name, in any letter case; nullptr when there is none.
const FieldRow* find_field(std::string_view name);

namespace detail {
constexpr bool unique_rows() {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].id != static_cast<FieldId>(i)) return false;
    for (std::size_t j = 0; j < i; ++j) {
      if (fields[i].name == fields[j].name || fields[i].name_fi == fields[j].name_fi) return false;
      if (!fields[i].prefix.empty() && fields[i].prefix == fields[j].prefix) return false;
    }
  }
  return true;
}
static_assert(unique_rows(), "names and prefixes are unique, rows stand in the order of FieldId");
}  // namespace detail

}  // namespace pykala::schema
