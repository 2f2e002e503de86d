// SPDX-License-Identifier: GPL-2.0-or-later
// The stable id of a decision whose source gives none.
#pragma once

#include <string>

#include "indexer/decision.h"

namespace pykala::indexer {

/// `stated` (the archive's own id) when it is there; else maker, date, § and case:
/// "U02100VH2/2020-06-18/159/HEL-2020-007982" (118 offices share one name: without case and office id a hash of the
/// title tells them apart); else case, § and maker: "HEL-2021-009631/3/toimialajohtaja"; else the path of `source`.
/// Letters, digits and "-._/" only, at most max_id_bytes; a name that had to be changed for that ends with a hash of
/// what it was.
[[nodiscard]] std::string decision_id(const schema::Decision& decision, const std::string& stated,
                                      const std::string& source);

/// The id made of the path alone, as decision_id gives it when nothing better is known.
[[nodiscard]] std::string path_id(const std::string& source);

/// An id for a decision whose path_id() another file has too ("memo.txt" below two SOURCE folders): with a hash of the
/// file's absolute path at its end, or for standard input ("-") of the text, since there every first line is "-#1".
[[nodiscard]] std::string unique_path_id(const schema::Decision& decision, const std::string& path);

}  // namespace pykala::indexer
