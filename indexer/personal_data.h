// SPDX-License-Identifier: GPL-2.0-or-later
// Personal data that a decision may name but an archive on the web need not: masked on wish, before anything is stored.
#pragma once

#include <string>
#include <string_view>

#include "indexer/decision.h"

namespace pykala::indexer {

/// What stands in the place of what is masked; no word, so that it is never found.
inline constexpr std::string_view mask_text = "***";

/// `text` without
/// - personal identity codes: "010190-123A", also of the century signs of 2023 (Act 1281/2022); the check character is
///   not held against the rest, for a code with a slip of the pen is one too;
/// - telephone numbers: "050 123 4567", "040/1234567", "+358 9 310 1691", "puh. 310 1691";
/// - e-mail addresses, save those of the public bodies in data/parsing/rules.tsv (`public_mail`): "x.y@gmail.com",
///   "x.y(a)gmail.com".
/// Case numbers, business and property ids, classification codes, sums, dates and postal codes stay, and numbers after
/// a word that says that they are of another kind (`number_label`): "projektinumero 0450001234".
[[nodiscard]] std::string mask_personal_data(std::string_view text);

/// The same for every text of a decision that people can read or search.
void mask_personal_data(schema::Decision& decision);

}  // namespace pykala::indexer
