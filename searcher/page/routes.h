// SPDX-License-Identifier: GPL-2.0-or-later
// The routes of the pages: /, /{fi,sv,en}/search, /decision/{id}, /draft, /help, /accessibility, /assets/..., and the
// page of an error.
#pragma once

#include <string>

#include "searcher/server/router.h"

namespace pykala::searcher::page {

/// `feedback`: where to tell of accessibility problems, an address of e-mail or of a web page; may be empty.
void add_pages(server::Router& router, const std::string& feedback);

}  // namespace pykala::searcher::page
