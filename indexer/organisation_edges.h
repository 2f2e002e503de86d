// SPDX-License-Identifier: GPL-2.0-or-later
// Organisation edges: where the name before a legal form begins, "Suomen historiallisen miekkailun seura" before "ry".
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/fact_text.h"

namespace pykala::indexer {

inline constexpr std::size_t max_name_atoms = 16;

/// The place of a legal form in its sentence.
struct LeftEdge {
  const TextPart& part;
  Range sentence;
  std::size_t form;  ///< atom of the legal form
};

/// "Oy", "ry", "sr"; exact spelling counts.
[[nodiscard]] bool is_legal_form(std::string_view word);

/// The first atom of the name that ends before `edge.form`; `edge.form` itself when there is none.
[[nodiscard]] std::size_t name_begin(const LeftEdge& edge);

/// `begin` without what opens the sentence and is no part of the name: "Tuotantoyhtiö Dionysos Films Oy".
[[nodiscard]] std::size_t skip_opening(const LeftEdge& edge, std::size_t begin);

}  // namespace pykala::indexer
