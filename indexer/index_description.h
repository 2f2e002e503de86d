// SPDX-License-Identifier: GPL-2.0-or-later
// The description an index carries of itself, and what to say when a program of another kind meets it.
#pragma once

#include <string>

namespace pykala::schema {

/// Holds the index's own metadata values against this program's. Throws Error{no_index} when it is no index of ours,
/// Error{index_version} when schema or analyser differ.
void check_description(const std::string& index_schema, const std::string& index_analyzer,
                       const std::string& analyzer_id, const std::string& path);

}  // namespace pykala::schema
