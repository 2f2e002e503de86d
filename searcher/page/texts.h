// SPDX-License-Identifier: GPL-2.0-or-later
// Texts of the page in three languages (searcher/web/texts.tsv), and numbers, days and sums as each language writes
// them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/request.h"

namespace pykala::searcher::page {

/// One text. A key that the table does not have is a programming error: std::logic_error.
[[nodiscard]] const std::string& text(std::string_view key, UiLanguage lang);
/// The same with {1} replaced, and {2}.
[[nodiscard]] std::string text_with(std::string_view key, UiLanguage lang, std::string_view first,
                                    std::string_view second = {});
/// "hits" -> hits_one for 1, else hits_many with the number: "12 päätöstä".
[[nodiscard]] std::string counted(std::string_view key, std::size_t count, UiLanguage lang);
/// Every key of the table, in its order.
[[nodiscard]] const std::vector<std::string>& text_keys();

/// "fi", "sv", "en".
[[nodiscard]] std::string_view code_of(UiLanguage lang);

/// 12345 -> "12 345"; English: "12,345". Spaces do not break.
[[nodiscard]] std::string number(std::size_t count, UiLanguage lang);
/// "2017-05-17" -> "17.5.2017"; English: "17 May 2017". Anything else stays as it is.
[[nodiscard]] std::string date(std::string_view iso_date, UiLanguage lang);
/// 30500000, "EUR" -> "305 000 €"; English: "€305,000".
[[nodiscard]] std::string sum(std::int64_t cents, std::string_view currency, UiLanguage lang);

}  // namespace pykala::searcher::page
