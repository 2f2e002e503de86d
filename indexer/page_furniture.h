// SPDX-License-Identifier: GPL-2.0-or-later
// Page furniture: what a page prints that is no part of the document.
#pragma once

#include <vector>

#include "indexer/lines.h"

namespace pykala::indexer {

/// The lines of the blocks without the heads that every page repeats (date and maker, "1 (2)"), without lines that
/// stand at the foot of most pages, and without the navigation of saved pages. The first page's head stays for the
/// header parser. A head that cut a sentence leaves its second half marked `continues`.
[[nodiscard]] Lines remove_furniture(const std::vector<Block>& blocks);

}  // namespace pykala::indexer
