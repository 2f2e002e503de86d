// SPDX-License-Identifier: GPL-2.0-or-later
// The routes of the JSON API and of looking after the service. data/api/openapi.json describes them.
#pragma once

#include "searcher/server/service.h"

namespace pykala::searcher::server {

/// /api/search, /api/suggest, /api/decisions/{id*}, /api/decisions/{id*}/similar, /api/openapi.json
void add_api(Router& router);

/// /export.csv, /export.jsonl: a whole result, streamed.
void add_export(Router& router);

/// /feed.atom, /opensearch.xml
void add_feed(Router& router);

/// /healthz, /readyz, /metrics, /robots.txt
void add_health(Router& router, const Service& service);

}  // namespace pykala::searcher::server
