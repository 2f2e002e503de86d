// SPDX-License-Identifier: GPL-2.0-or-later
// Lines of a page's head: what a page prints above its text beside the maker, the date and the §.
#pragma once

#include <optional>
#include <string_view>

namespace pykala::indexer {

inline constexpr std::string_view section_sign = "§";

/// "§ 17" or "17 §" at `at`; moves `at` past it.
[[nodiscard]] std::optional<int> scan_section(std::string_view text, std::size_t& at);

/// Page numbers and meeting numbers of a page's head: "1 (2)", "18/2014", "2/3", "- 4 -".
[[nodiscard]] bool is_page_number(std::string_view line);

/// A line of a page's head that is no date, § or maker: "Helsingin kaupunki", "Esityslista 14/2022", "1 (2)", "Kj/7"
/// (the item's code on an agenda), "Helsingin kaupunki Pöytäkirja 18/2014 1 (2)", "Pöytäkirja § 118".
[[nodiscard]] bool is_head_line(std::string_view line);

/// The § of "Päätös 21 §" and "Pöytäkirja § 118", which a document's first line or a page's head repeats.
[[nodiscard]] std::optional<int> section_of_paper(std::string_view line);

/// An item's number on an agenda, alone in its line: "6", "6.".
[[nodiscard]] std::optional<int> item_number(std::string_view line);

}  // namespace pykala::indexer
