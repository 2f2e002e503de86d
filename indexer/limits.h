// SPDX-License-Identifier: GPL-2.0-or-later
// Every limit on what comes from outside, in one place. Each is tested at the limit and past it.
#pragma once

#include <cstddef>

namespace pykala::schema {

// Documents.
inline constexpr std::size_t max_source_bytes = 64u << 20;        ///< one file that is not JSON Lines
inline constexpr std::size_t max_line_bytes = 16u << 20;          ///< one line of JSON Lines
inline constexpr std::size_t max_json_depth = 32;                 ///< nesting of any JSON we read
inline constexpr std::size_t max_json_keys = 1000;                ///< of one object
inline constexpr std::size_t max_html_depth = 256;                ///< nesting of HTML elements
inline constexpr std::size_t max_decision_text_bytes = 8u << 20;  ///< text of one decision
inline constexpr std::size_t max_document_blocks = 400'000;       ///< lines, paragraphs or cells of one document
inline constexpr std::size_t max_source_problems = 10'000;        ///< rows of one source; then the rest is left unread
inline constexpr std::size_t max_id_bytes = 200;                  ///< of a decision id
inline constexpr std::size_t max_title_bytes = 2000;              ///< a longer title is cut
inline constexpr std::size_t max_facts = 1000;       ///< funders, amounts, organisations or citations of one decision
inline constexpr std::size_t max_cents = 1'000'000'000'000'000;   ///< of one amount: ten thousand thousand million euros
inline constexpr std::size_t max_folder_depth = 32;  ///< folders inside folders

// Requests.
inline constexpr std::size_t max_request_bytes = 64u << 10;  ///< one JSON request
inline constexpr std::size_t max_query_bytes = 1024;
inline constexpr std::size_t max_query_words = 64;
inline constexpr std::size_t max_query_depth = 16;  ///< parentheses inside parentheses
inline constexpr std::size_t max_phrase_words = 32;
inline constexpr std::size_t max_filter_values = 128;  ///< values of one filter
inline constexpr std::size_t max_window = 10000;       ///< offset + limit
inline constexpr std::size_t max_facet_values = 1000;
inline constexpr std::size_t max_snippet_length = 2000;  ///< code points

}  // namespace pykala::schema
