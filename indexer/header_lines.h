// SPDX-License-Identifier: GPL-2.0-or-later
// What one line of a decision's header is: its date, section, case number, or none of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pykala::indexer {

/// "17.05.2017", "Kokous 17.1.2022", "Kaupunginhallitus, kokous 17.1.2022", "Kaupunginhallitus24005.06.20176",
/// "08.01.2018 § 13", "Päätöspäivä: 5. huhtikuuta 2016", "Kulttuurilautakunta 92 16.08.2023 8" (Turku: maker, §, date,
/// item), "1/12.05.2008 § 612".
struct DateLine {
  std::string date;                  ///< ISO
  std::optional<std::string> maker;  ///< in the same line
  std::optional<int> section;        ///< in the same line
};
[[nodiscard]] std::optional<DateLine> parse_date_line(std::string_view line);

/// "17 §", "§ 17", "5. / 16 §", "Case 4. / 46 §", "55 § Osallistuminen ...", "§ 30 Omistajaohjelma".
struct SectionLine {
  int section = 0;
  std::string title;  ///< what follows the § in the line; empty when nothing does
};
[[nodiscard]] std::optional<SectionLine> parse_section_line(std::string_view line);

/// "HEL 2017-005881 T 00 01 06", "Dnro HEL 2017-005881", "PRIDno-2022-145".
struct CaseLine {
  std::string case_number;
  std::string classification;  ///< "00 01 06", or empty
};
[[nodiscard]] std::optional<CaseLine> parse_case_line(std::string_view line);

/// True for "Lautakunta", "Puheenjohtaja": they say what kind of a maker decided, and not which.
[[nodiscard]] bool is_bare_maker(std::string_view name);

/// The words of a line that says that the item is secret: "Salassa pidettävä (JulkL 24 §)", "Julkisuus: Salassa
/// pidettävä"; empty for others.
[[nodiscard]] std::string secrecy_line(std::string_view line);

/// True for a line with the shape of a decision-maker's name: an office of the authority lists, or words that end as
/// decision-makers' names do. Sentences are not.
[[nodiscard]] bool looks_like_maker(std::string_view line);

/// Language of the name by its last word: "City Manager" -> "en"; nothing when it does not look like a maker's.
[[nodiscard]] std::optional<std::string> maker_name_language(std::string_view name);

/// "Va. tietotekniikka- ja viestintäjohtaja" -> "Tietotekniikka- ja viestintäjohtaja"; "Yritystontit -tiimin päällikkö"
/// -> "Yritystontit-tiimin päällikkö"; "Strategidirektören" -> "Strategidirektör".
[[nodiscard]] std::string clean_maker_name(std::string_view name);

}  // namespace pykala::indexer
