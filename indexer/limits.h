// SPDX-License-Identifier: GPL-2.0-or-later
// Every limit on what comes from outside, in one place. Each is tested at the limit and past it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace pykala::schema {

// Documents.
inline constexpr std::size_t max_source_bytes = 64u << 20;        ///< one file that is not JSON Lines
inline constexpr std::size_t max_line_bytes = 16u << 20;          ///< one line of JSON Lines
inline constexpr std::size_t max_json_depth = 32;                 ///< nesting of any JSON we read
inline constexpr std::size_t max_json_keys = 1000;                ///< of one object
inline constexpr std::size_t max_html_depth = 256;                ///< nesting of HTML elements
inline constexpr std::size_t max_decision_text_bytes = 8u << 20;  ///< text of one decision
inline constexpr std::size_t max_stored_bytes = 64u << 20;        ///< of one decision with its facts, unpacked
inline constexpr std::size_t max_document_blocks = 400'000;       ///< lines, paragraphs or cells of one document
inline constexpr std::size_t max_source_problems = 10'000;        ///< rows of one source; then the rest is left unread
inline constexpr double max_document_seconds = 60;  ///< of processor time, to parse one document and find its facts
inline constexpr double max_seconds_per_mib = 5;    ///< of processor time, more for each MiB of a file that is read
inline constexpr std::size_t max_html_attributes = 256;  ///< of one HTML element
inline constexpr std::size_t max_id_bytes = 200;         ///< of a decision id
inline constexpr std::size_t max_title_bytes = 2000;     ///< a longer title is cut
inline constexpr std::size_t max_facts = 1000;  ///< funders, amounts, organisations or citations of one decision
inline constexpr std::size_t max_cents = 1'000'000'000'000'000;  ///< of one amount: ten thousand thousand million euros
inline constexpr std::size_t max_folder_depth = 32;              ///< folders inside folders

// Containers: .gz and ZIP.
inline constexpr std::size_t max_container_depth = 2;             ///< containers inside containers: x.zip/y.txt.gz
inline constexpr std::size_t max_archive_entries = 100'000;       ///< of one ZIP
inline constexpr std::uint64_t max_unpacked_bytes = 4ull << 30U;  ///< of all that one file unpacks to
inline constexpr std::uint64_t max_unpack_ratio = 200;            ///< unpacked to packed; text gives 3 to 30
inline constexpr std::uint64_t unpack_ratio_from = 1u << 20U;     ///< bytes; less is no bomb whatever the ratio

// PDF, read by a child process.
inline constexpr std::size_t max_pdf_seconds = 30;            ///< of a clock, and of CPU, for one PDF
inline constexpr std::size_t max_pdf_memory = 1u << 30U;      ///< bytes of address space
inline constexpr std::size_t max_pdf_text_bytes = 16u << 20;  ///< what it may write

// DOCX and ODT.
inline constexpr std::size_t max_office_xml_bytes = 16u << 20;  ///< the document inside, unpacked
inline constexpr std::size_t max_office_depth = 256;            ///< nesting of its elements

// Minutes.
inline constexpr std::size_t max_minutes_items = 5000;  ///< decisions of one document

// Requests.
inline constexpr std::size_t max_request_bytes = 64u << 10;  ///< one JSON request
inline constexpr std::size_t max_query_bytes = 4096;         ///< 64 long words of Finnish, most letters of two bytes
inline constexpr std::size_t max_query_words = 64;
inline constexpr std::size_t max_query_depth = 16;  ///< parentheses inside parentheses
inline constexpr std::size_t max_phrase_words = 32;
inline constexpr std::size_t max_filter_values = 128;  ///< values of one filter
inline constexpr std::size_t max_window = 10000;       ///< offset + limit
inline constexpr std::size_t max_facet_values = 1000;
inline constexpr std::size_t max_snippet_length = 2000;  ///< code points

}  // namespace pykala::schema
