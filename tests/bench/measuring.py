# SPDX-License-Identifier: GPL-2.0-or-later
"""What is measured of our programs. Every function takes all builds and does them in turn, so that a machine that gets
busier meets all of them alike; it gives one result for each build."""
import contextlib
import os
import shutil
import statistics
import sys
import threading
import time

import asking
import generate_corpus
from figures import OURS, summary
from processes import Batch, Service, evict, folder_size, memory, read_mb, run

WARM_ROUNDS = 4  # of each query; the first fills columns and caches and is not counted
PAIR_ROUNDS = 10  # where a difference is wanted, which is disturbed by what disturbs either
FRESH_RUNS = 3
SIMILAR = 60
NEW_DECISIONS = 100


class Build:
    """Programs of one commit, and the index that they make."""

    def __init__(self, commit, folder, index):
        self.commit, self.folder, self.index = commit, folder, index

    def program(self, name):
        return os.path.join(self.folder, name)


def index_all(builds, source, rounds):
    """Of some rounds the one with the least CPU time; every other round in the opposite order."""
    results = [[] for _ in builds]
    for number in range(rounds):
        for at in sorted(range(len(builds)), reverse=number % 2 == 1):
            build = builds[at]
            shutil.rmtree(build.index, ignore_errors=True)
            result = run([build.program("pykala-index"), "update", build.index, source, "--no-progress"])
            results[at].append(result | {"tables": folder_size(build.index)})
    return [min(each, key=lambda result: result["cpu"]) for each in results]


def compact_all(builds):
    """On a copy: what follows is measured on the index as `update` leaves it."""
    results = []
    for build in builds:
        copy = build.index + ".compacted"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(build.index, copy)
        result = run([build.program("pykala-index"), "compact", copy])
        results.append(result | {"tables": folder_size(copy)})
        shutil.rmtree(copy)
    return results


def least_times(batches, requests, warm_rounds=WARM_ROUNDS):
    """For each batch process the CPU and the wall milliseconds of each request, the least of the counted rounds; every
    other round in the opposite order of the processes."""
    times = [[[] for _ in requests] for _ in batches]
    for round_number in range(warm_rounds):
        for number, (_, request) in enumerate(requests):
            for at in sorted(range(len(batches)), reverse=round_number % 2 == 1):
                times[at][number].append(batches[at].timed(request))
    return [[[min(column) for column in zip(*rounds[1:])] for rounds in each] for each in times]


def pair_times(batches, one, other):
    """The same of two requests made of each query, asked one right after the other: for what one adds to the other."""
    found = least_times(batches, [request for pair in zip(one, other) for request in pair], PAIR_ROUNDS)
    return [each[0::2] for each in found], [each[1::2] for each in found]


def similar_of(batch, seed, docs):
    """Requests for precedents of decisions of the index, found by their case numbers."""
    ids = []
    for case_number in asking.case_numbers(seed, docs, SIMILAR):
        hits = batch.ask({"query": case_number, "limit": 1, "snippet_length": 0})["hits"]
        if not hits:
            sys.exit(f"no decision of the case {case_number} is in the index: the corpus is another one")
        ids.append(hits[0]["id"])
    return asking.similar_requests(ids)


def add_mode(entries, mode, requests, found):
    kinds = [kind for kind, _ in requests]
    for entry, times in zip(entries, found):
        cpu, wall = zip(*times)
        entry["search"][OURS][mode], entry["wall"][mode] = summary(cpu, kinds), summary(wall, kinds)


def add_differences(batches, entries, queries):
    """What ten snippets add to a search, and a filter or an order by date to the same words."""
    plain, more = asking.requests_of(queries, "top10"), asking.requests_of(queries, "snippets")
    found, found_more = pair_times(batches, plain, more)
    added = [[[max(0, b - a) for a, b in zip(*pair)] for pair in zip(*both)] for both in zip(found, found_more)]
    add_mode(entries, "ten snippets", plain, added)
    narrowed = asking.narrowed(queries)
    filtered, bare = asking.requests_of(narrowed, "top10"), asking.requests_of(narrowed, "bare")
    for mode, requests, times in zip(("filtered", "bare"), (filtered, bare), pair_times(batches, filtered, bare)):
        add_mode(entries, mode, requests, times)


def search_all(builds, entries, queries, seed):
    """Every mode, warm, with one process for each build that answers in turn; then what the processes hold."""
    with contextlib.ExitStack() as stack:
        batches = [stack.enter_context(Batch(build.folder, build.index)) for build in builds]
        for batch, entry in zip(batches, entries):
            total = batch.ask({"query": "", "limit": 0})["total"]
            if total != entry["docs"]:
                sys.exit(f"the index of {entry['commit']} has {total} decisions, the corpus {entry['docs']}")
        groups = {mode: asking.requests_of(queries, mode) for mode in asking.MODES}
        groups["expansion"] = asking.expansion_requests(queries)
        groups["similar"] = similar_of(batches[0], seed, entries[0]["docs"])
        for mode, requests in groups.items():
            add_mode(entries, mode, requests, least_times(batches, requests))
        add_differences(batches, entries, queries)
        for batch, entry in zip(batches, entries):
            entry["json"] = memory(batch.pid)


def fresh_process(build, queries, cold):
    """A new process: from its start to the first answer, then one query of each kind as a person asks it."""
    if cold:
        evict(build.index)
    with Batch(build.folder, build.index) as batch:
        batch.ask(asking.request_of(queries[0], "top10"))
        first = (time.monotonic() - batch.begin) * 1e3
        walls = [batch.timed(asking.request_of(query, "page"))[1] for query in queries]
        return {"first_ms": first, "p50_ms": statistics.median(walls), "worst_ms": max(walls), "read_mb": read_mb(batch.pid)}


def fresh_all(builds, entries, queries):
    """Medians of some runs, with the index in the page cache (`fresh`) and without it (`cold`)."""
    chosen = asking.one_of_each_kind(queries)
    for name in ("fresh", "cold"):
        runs = [[fresh_process(build, chosen, name == "cold") for build in builds] for _ in range(FRESH_RUNS)]
        for at, entry in enumerate(entries):
            each = [run_of_builds[at] for run_of_builds in runs]
            entry[name] = {key: round(statistics.median(one[key] for one in each), 2) for key in each[0]}


def service_all(builds, entries, queries):
    """The HTTP service: from its start to the first page, and its memory after as many connections at once as it has
    threads, and some more, have asked every query."""
    requests = [asking.request_of(query, "page") for query in queries]
    for build, entry in zip(builds, entries):
        with Service(build.folder, build.index) as service:
            service.ask_all(requests[:1])
            entry["ready_ms"] = round((time.monotonic() - service.begin) * 1e3, 1)
            threads = [threading.Thread(target=service.ask_all, args=(requests,)) for _ in range(2 * os.cpu_count())]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            entry["service"] = memory(service.pid)


def write_new_decisions(folder, seed, docs):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for number in range(docs, docs + NEW_DECISIONS):
        one = generate_corpus.decision(seed, number)
        with open(os.path.join(folder, one["id"] + ".txt"), "w", encoding="utf-8") as file:
            file.write(one["body"])


def seconds_until_visible(build, folder, total):
    """From the start of an update until a process that was running before counts `total` decisions."""
    with Batch(build.folder, build.index) as batch:
        batch.ask({"query": "", "limit": 0})
        begin = time.monotonic()
        update = threading.Thread(target=run, args=([build.program("pykala-index"), "update", build.index, folder,
                                                     "--no-progress"],))
        update.start()
        running = True
        while batch.ask({"query": "", "limit": 0})["total"] != total:
            if not running:
                raise RuntimeError("an update has ended and its decisions are not found")
            running = update.is_alive()
            time.sleep(0.01)
        seconds = time.monotonic() - begin
        update.join()
        return round(seconds, 3)


def visible_all(builds, entries, work, seed):
    """Changes the indexes."""
    folder = os.path.join(work, "new")
    for build, entry in zip(builds, entries):
        write_new_decisions(folder, seed, entry["docs"])
        entry["visible_s"] = seconds_until_visible(build, folder, entry["docs"] + NEW_DECISIONS)
    shutil.rmtree(folder)


def measure(builds, entries, corpus, rounds):
    """Everything, into the entries. Order matters: the last step changes the indexes."""
    for entry, result in zip(entries, index_all(builds, corpus.texts, rounds)):
        entry["index"][OURS] = result
    for entry, result in zip(entries, compact_all(builds)):
        entry["compacted"] = result
    search_all(builds, entries, corpus.queries, corpus.seed)
    fresh_all(builds, entries, corpus.queries)
    service_all(builds, entries, corpus.queries)
    visible_all(builds, entries, corpus.folder, corpus.seed)
