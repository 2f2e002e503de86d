// SPDX-License-Identifier: GPL-2.0-or-later
// Where a word ends when Unicode's word breaks and the Finnish way of writing do not agree.
#pragma once

#include <cstddef>
#include <string_view>

namespace pykala::stemmers {

/// UAX 29 keeps "päätti.Lautakunta" (a blank forgotten) whole: byte of the first point in [begin, end), or `end` when
/// there is none, the points are decimal or the whole is a domain name ("hel.fi").
[[nodiscard]] std::size_t cut_at_point(std::string_view text, std::size_t begin, std::size_t end);

/// ICU's Finnish rules keep every colon between letters: byte behind the ending of "STEA:lta", else of the first colon
/// in [begin, end), or `end`.
[[nodiscard]] std::size_t cut_at_colon(std::string_view text, std::size_t begin, std::size_t end);

/// Whether a hyphen between the word [begin, end) and what begins at `next` joins them: when a letter stands on either
/// side ("covid-19", "1960-luku"); "10-15" are two numbers.
[[nodiscard]] bool hyphen_joins(std::string_view text, std::size_t begin, std::size_t end, std::size_t next);

/// "-valtuusto": a hyphen before `begin`, and a blank, a bracket or nothing before that.
[[nodiscard]] bool has_hyphen_before(std::string_view text, std::size_t begin);

/// "ohjaus- ja": a hyphen behind `end` that joins nothing.
[[nodiscard]] bool has_hyphen_after(std::string_view text, std::size_t end);

}  // namespace pykala::stemmers
