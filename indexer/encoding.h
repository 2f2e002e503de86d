// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes of unknown encoding -> UTF-8 in NFC.
#pragma once

#include <string>
#include <string_view>

namespace pykala::indexer {

/// The text of `bytes`: UTF-8 (with or without BOM), UTF-16 (BOM, or every second byte zero), else Windows-1252, of
/// which Latin-1 is a part. Line ends become "\n"; NUL and other control characters but tab, newline and form feed,
/// soft hyphens and BOMs are left out. Throws schema::Error{bad_data} for binary content, and for UTF-8 that is broken
/// in places (a reading as Windows-1252 would spoil every other letter of it); `what` says where.
[[nodiscard]] std::string decode_text(std::string_view bytes);

/// What kind of file has the mark that `bytes` begin with ("PDF", "ZIP", "tar", ...); empty when there is none.
[[nodiscard]] std::string marked_kind(std::string_view bytes);

/// What kind of binary file begins like `bytes` ("PDF", "ZIP", ...), "binary" for another, or empty for text.
[[nodiscard]] std::string binary_kind(std::string_view bytes);

}  // namespace pykala::indexer
