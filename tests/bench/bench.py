#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures indexing and searching beside other engines, in one call on one machine.

    bench.py [--docs 10000 100000 ...] [--against REV] [--work DIR] [--only ENGINE ...] [--log FILE]

Builds the release preset (or takes --bin), generates that many invented decisions, and prints tables. Columns of CPU
(user and system) change little when the machine is busy; wall times and what is made of them do: the load is told.
Baselines that are not installed are named and left out: xapian-omega (scriptindex), python3-xapian (TermGenerator with
positions, Finnish stemmer; ValueCountMatchSpy for facets), SQLite FTS5, liblucene8-java with a JDK (Finnish analyser).
Each run appends a JSON line a size to the log, and is compared with the last other commit of the same machine and size.
--against REV builds that revision too and measures both in turn in this call: the comparison to believe.
"""
import argparse
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import baselines
import history
import measuring
import report
from corpus import Corpus
from figures import OURS, last_of_another_commit

LOG = os.path.join(history.ROOT, "build", "bench.jsonl")
LARGEST_SLOW = 100_000


def options_of(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", type=int, nargs="+", default=[10_000], help="numbers of decisions (10000)")
    parser.add_argument("--against", metavar="REV", help="a revision to build and to measure in turn with this one")
    parser.add_argument("--bin", help="folder of the programs (default: built from these sources)")
    parser.add_argument("--work", help="folder for corpora and indexes; kept, and used again (default: a temporary one)")
    parser.add_argument("--log", default=LOG)
    parser.add_argument("--only", nargs="*", default=baselines.NAMES, choices=baselines.NAMES, metavar="ENGINE",
                        help=f"baselines, of {', '.join(baselines.NAMES)}; without a name none")
    parser.add_argument("--slow-up-to", type=int, default=LARGEST_SLOW, metavar="N",
                        help=f"leave {' and '.join(baselines.SLOW)} out with more decisions than this ({LARGEST_SLOW})")
    parser.add_argument("--rounds", type=int, help="of indexing; the least is taken (1, with --against 2)")
    options = parser.parse_args(arguments)
    options.rounds = options.rounds or (2 if options.against else 1)
    if min(options.docs) < 1 or options.rounds < 1:
        parser.error("--docs and --rounds are 1 or more")
    return options


def build_here():
    """The programs of these sources; a first build needs nothing of what tests need."""
    built_before = os.path.exists(os.path.join(history.ROOT, "build", "release", "CMakeCache.txt"))
    for command in (["cmake", "--preset", "release"] + ([] if built_before else ["-DPYKALA_TESTS=OFF"]),
                    ["cmake", "--build", "--preset", "release", "--target", "pykala-index", "pykala-search"]):
        if subprocess.run(command, cwd=history.ROOT, stdout=subprocess.DEVNULL, check=False).returncode != 0:
            sys.exit(f"could not be built: {' '.join(command)}")
    return os.path.join(history.ROOT, "build", "release", "bin")


def new_entry(commit, corpus):
    return {"version": history.VERSION, "commit": commit, "machine": history.machine(), "docs": corpus.docs,
            "text_bytes": corpus.text_bytes, "time": time.strftime("%Y-%m-%dT%H:%M:%S"), "load": [os.getloadavg()[0]],
            "index": {}, "search": {OURS: {}}, "wall": {}}


def measure_size(docs, programs, work, options):
    """The entries of one size, one for each of the `programs` (commit, folder)."""
    corpus = Corpus(os.path.join(work, str(docs)), docs)
    builds = [measuring.Build(commit, folder, os.path.join(corpus.folder, f"{at}.index"))
              for at, (commit, folder) in enumerate(programs)]
    entries = [new_entry(commit, corpus) for commit, _ in programs]
    measuring.measure(builds, entries, corpus, options.rounds)
    for name in options.only:
        baselines.measure(name, corpus, entries[0], options.slow_up_to)
    for entry in entries:
        entry["load"].append(os.getloadavg()[0])
    return entries


def measure_all(programs, work, options):
    """Each size is told and logged as soon as it is measured; the musts at the end, as some are about two sizes."""
    sizes = []
    for docs in options.docs:
        before = history.read_log(options.log)
        entries = measure_size(docs, programs, work, options)
        history.append_to_log(options.log, reversed(entries))
        report.print_entry(entries[0])
        if len(entries) > 1:
            report.print_comparison(entries[1], entries[0], "measured in turn in this call")
        old = last_of_another_commit(before, entries[0])
        if old:
            report.print_comparison(old, entries[0], f"as logged at {old['time']}")
        sizes.append(entries[0])
    report.print_musts(sizes)


def main():
    options = options_of(sys.argv[1:])
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # what was made for the run is removed
    with contextlib.ExitStack() as stack:
        programs = [(history.commit(), options.bin or build_here())]
        if options.against:
            programs.append(stack.enter_context(history.built(options.against)))
        work = options.work
        if not work:
            work = tempfile.mkdtemp(prefix="pykala-bench-")
            stack.callback(shutil.rmtree, work)
        measure_all(programs, work, options)


if __name__ == "__main__":
    main()
