#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures indexing and searching beside other engines, in one call on one machine.

    bench.py [--docs 10000] [--bin build/release/bin] [--work DIR] [--log FILE]

Times are CPU time (user and system) unless a column says wall, so that a busy machine does not change them much.
Baselines that are not installed are named and left out: python3-xapian (TermGenerator with positions, Finnish stemmer;
ValueCountMatchSpy for facets), xapian-omega (scriptindex), SQLite FTS5, liblucene8-java with a JDK (Finnish analyser).
Each run appends one JSON line to the log and is compared with the last one of the same machine and size.
"""
import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import baselines  # noqa: E402

FACETS = {"decision_maker": 20, "year": 50, "funder": 20}
MODES = ["top10", "facets"]


def run(command, **options):
    """CPU and wall seconds, peak memory in MB."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: {errors.decode()}")
    return {"cpu": usage.ru_utime + usage.ru_stime, "wall": time.monotonic() - begin, "peak_mb": usage.ru_maxrss / 1024}


def index_ours(options, folder):
    command = [os.path.join(options.bin, "pykala-index"), "update", folder, os.path.join(options.work, "txt"), "--no-progress"]
    result = run(command)
    result["tables"] = {name.split(".")[0]: os.path.getsize(os.path.join(folder, name)) for name in sorted(os.listdir(folder))}
    return result


def request_of(query, mode):
    text = " ".join(query["words"])
    text = f'"{text}"' if query["phrase"] else text + "*" if query["kind"] == "prefix" else text
    filters = {}
    if "year" in query:
        filters["year"] = [query["year"]]
    if "funder" in query:
        filters["funder"] = [query["funder"]]
    if "begin" in query:
        filters["date"] = {"from": query["begin"], "to": query["end"]}
    request = {"query": text, "filters": filters, "limit": 10, "snippet_length": 240 if mode == "snippets" else 0}
    if query["kind"] == "newest":
        request["sort"] = "newest"
    if mode != "top10":
        request["facets"] = FACETS
    return request


def cpu_ns(pid):
    with open(f"/proc/{pid}/schedstat", encoding="ascii") as file:
        return int(file.read().split()[0])


def search_ours(options, folder, queries, mode, rounds=3):
    """Milliseconds of the process for each query, the least of some rounds; the first round fills columns and caches."""
    command = [os.path.join(options.bin, "pykala-search"), "json", folder]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
    times = [[] for _ in queries]
    for _ in range(rounds):
        for at, query in enumerate(queries):
            line = json.dumps(request_of(query, mode), ensure_ascii=False)
            begin = cpu_ns(process.pid)
            process.stdin.write(line + "\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            times[at].append((cpu_ns(process.pid) - begin) / 1e6)
            if "error" in answer:
                sys.exit(f"{line}: {answer['error']}")
    process.stdin.close()
    process.wait()
    return [min(each[1:]) for each in times]


def share(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * part))]


def summary(times, queries):
    kinds = sorted({query["kind"] for query in queries})
    pick = {"all": times, **{kind: [t for t, q in zip(times, queries) if q["kind"] == kind] for kind in kinds}}
    return {kind: [round(share(values, part), 3) for part in (0.5, 0.95, 0.99)] for kind, values in pick.items()}


def commit():
    result = subprocess.run(["git", "-C", HERE, "describe", "--always", "--dirty"], capture_output=True, text=True, check=False)
    return result.stdout.strip()


def print_indexing(name, result, docs, text_bytes, base):
    rate = docs / result["cpu"]
    size = sum(result["tables"].values()) / text_bytes
    print(f"{name:14} {rate:9.0f} {docs / result['wall']:9.0f} {text_bytes / result['cpu'] / 1e6:8.2f} "
          f"{result['peak_mb']:8.0f} {size:8.2f} {rate / base if base else 1:8.2f}")


def print_search(name, mode, table):
    print(f"{name:14} {mode:9} " + "  ".join(f"{kind} {'/'.join(f'{v:.2f}' for v in row)}" for kind, row in table.items()))


def compare(log, entry):
    """Ratios to the last run of the same machine and size."""
    if not os.path.exists(log):
        return
    with open(log, encoding="utf-8") as file:
        before = [old for old in map(json.loads, file) if (old["machine"], old["docs"]) == (entry["machine"], entry["docs"])]
    if not before:
        return
    old = before[-1]
    print(f"\nagainst {old['commit']}: documents a CPU second x{old['index']['pykala']['cpu'] / entry['index']['pykala']['cpu']:.2f}, "
          f"bytes x{sum(entry['index']['pykala']['tables'].values()) / sum(old['index']['pykala']['tables'].values()):.2f}")
    for mode, table in entry["search"]["pykala"].items():
        if mode in old["search"]["pykala"]:
            print(f"  {mode}: p95 x{table['all'][1] / old['search']['pykala'][mode]['all'][1]:.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--docs", type=int, default=10_000)
    parser.add_argument("--bin", default=os.path.join(HERE, "..", "..", "build", "release", "bin"))
    parser.add_argument("--work", help="folder for corpus and indexes; kept, and used again (default: a temporary one)")
    parser.add_argument("--log", default=os.path.join(HERE, "..", "..", "build", "bench.jsonl"))
    parser.add_argument("--only", nargs="*", default=["scriptindex", "xapian", "fts5", "lucene"], help="baselines")
    options = parser.parse_args()
    temporary = None if options.work else tempfile.mkdtemp(prefix="pykala-bench-")
    options.work = options.work or temporary
    corpus = os.path.join(options.work, "corpus.jsonl")
    if not os.path.exists(corpus):
        subprocess.run([sys.executable, os.path.join(HERE, "generate_corpus.py"), "--docs", str(options.docs),
                        "--out", options.work], check=True)
    with open(os.path.join(options.work, "queries.jsonl"), encoding="utf-8") as file:
        queries = [json.loads(line) for line in file]
    text_bytes, docs = baselines.text_size(corpus)
    entry = {"commit": commit(), "machine": f"{platform.node()} {os.cpu_count()} cores", "docs": docs, "text_bytes": text_bytes,
             "time": time.strftime("%Y-%m-%dT%H:%M:%S"), "index": {}, "search": {}}

    folder = os.path.join(options.work, "pykala.index")
    shutil.rmtree(folder, ignore_errors=True)
    entry["index"]["pykala"] = index_ours(options, folder)
    entry["search"]["pykala"] = {mode: summary(search_ours(options, folder, queries, mode), queries)
                                 for mode in MODES + ["snippets"]}
    for name in options.only:
        baselines.measure(name, corpus, options.work, queries, MODES, entry, summary)

    print(f"\n{docs} decisions, {text_bytes / 1e6:.1f} MB of text, {entry['machine']}, {entry['commit']}\n")
    print(f"{'indexing':14} {'docs/CPUs':>9} {'docs/s':>9} {'MB/CPUs':>8} {'peak MB':>8} {'x text':>8} {'x script':>8}")
    base = docs / entry["index"]["scriptindex"]["cpu"] if "scriptindex" in entry["index"] else 0
    for name, result in entry["index"].items():
        print_indexing(name, result, docs, text_bytes, base)
    print("\nbytes a decision:", ", ".join(f"{table} {size / docs:.0f}" for table, size in entry["index"]["pykala"]["tables"].items()))
    print("\nmilliseconds of CPU, p50/p95/p99")
    for name, modes in entry["search"].items():
        for mode, table in modes.items():
            print_search(name, mode, table)
    compare(options.log, entry)
    os.makedirs(os.path.dirname(options.log), exist_ok=True)
    with open(options.log, "a", encoding="utf-8") as file:
        file.write(json.dumps(entry) + "\n")
    if temporary:
        shutil.rmtree(temporary)


if __name__ == "__main__":
    main()
