// SPDX-License-Identifier: GPL-2.0-or-later
// Part parser: the lines of a decision's text -> parts with roles, and what single parts say.
#pragma once

#include <vector>

#include "indexer/lines.h"

namespace pykala::indexer {

/// Parts in order; the text before the first heading is a part without one. Nothing of the text is left out.
/// `lines` are rejoined paragraphs.
[[nodiscard]] std::vector<schema::Part> parse_parts(const Lines& lines);

/// "1 Hakemus" / "- 2 Kartta" / "Liite 3: Selvitys" of the attachment parts.
[[nodiscard]] std::vector<schema::Attachment> parse_attachments(const std::vector<schema::Part>& parts);

/// Title of the first person who signed, as a maker's name: "Sami Salmi" / "kansliapäällikkö" -> "Kansliapäällikkö".
[[nodiscard]] std::optional<std::string> maker_of_signatures(const std::vector<schema::Part>& parts);

}  // namespace pykala::indexer
