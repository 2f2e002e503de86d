# SPDX-License-Identifier: GPL-2.0-or-later
"""Generated queries -> requests of the JSON protocol. Modes, each over the same queries: `top10` the first ten hits with
the exact total; `facets` the same with three facets; `snippets` with snippets; `page` with both, as a person sees it;
`bare` as top10 without the query's filters and order."""
import random

import generate_corpus

FACETS = {"decision_maker": 20, "year": 50, "funder": 20}
MODES = ["top10", "facets", "snippets", "page"]
SNIPPET_LENGTH = 240
EMPTY_YEAR = 1800  # no decision is of it


def text_of(query):
    text = " ".join(query["words"])
    if query["phrase"]:
        return f'"{text}"'
    return text + "*" if query["kind"] == "prefix" else text


def filters_of(query):
    filters = {}
    if "year" in query:
        filters["year"] = [query["year"]]
    if "funder" in query:
        filters["funder"] = [query["funder"]]
    if "begin" in query:
        filters["date"] = {"from": query["begin"], "to": query["end"]}
    return filters


def request_of(query, mode):
    request = {"query": text_of(query), "limit": 10}
    request["snippet_length"] = SNIPPET_LENGTH if mode in ("snippets", "page") else 0
    if mode != "bare":
        request["filters"] = filters_of(query)
        if query["kind"] == "newest":
            request["sort"] = "newest"
    if mode in ("facets", "page"):
        request["facets"] = FACETS
    return request


def expansion_requests(queries):
    """Each prefix with a filter that leaves nothing of it: what remains is to find the words that fit."""
    prefixes = [query for query in queries if query["kind"] == "prefix"]
    return [("prefix", request_of(query, "bare") | {"limit": 0, "filters": {"year": [EMPTY_YEAR]}}) for query in prefixes]


def requests_of(queries, mode):
    """Pairs (kind, request)."""
    return [(query["kind"], request_of(query, mode)) for query in queries]


def narrowed(queries):
    """Those with a filter, or ordered by date."""
    return [query for query in queries if filters_of(query) or query["kind"] == "newest"]


def one_of_each_kind(queries):
    first = {}
    for query in queries:
        first.setdefault(query["kind"], query)
    return list(first.values())


def case_numbers(seed, docs, count):
    """Case numbers of random decisions of the corpus."""
    numbers = random.Random(f"similar {seed}").sample(range(docs), min(count, docs))
    return [generate_corpus.decision(seed, number)["case_number"] for number in numbers]


def similar_requests(ids):
    return [("similar", {"similar_to": one, "limit": 10, "snippet_length": 0}) for one in ids]
