#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The service under load beside batch mode on the same cores: wrk asks `pykala-search serve` mixed queries over
keep-alive connections while the index is committed to every second; the same queries go through one
`pykala-search json` for each core. Prints one JSON object; fails on any error, or below the ratio asked for.

    tests/bench/serve.py build/release/bin --seconds 60 --least-ratio 0.7
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
QUERIES = [
    {"query": "rahoitushaku"}, {"query": "vapaaehtoistyön koordinointi", "facets": {"year": 50, "funder": 10}},
    {"query": "neuvontapalvelu", "filters": {"funder": ["TEM"]}}, {"query": '"keskitetty määräraha"'},
    {"query": "avustus", "sort": "newest", "facets": {"decision_maker": 20}}, {"query": ""},
    {"query": "kuntouttava työtoiminta", "limit": 5}, {"query": "(tila OR talo) AND avustus", "facets": {"kind": 5}},
    {"query": "rahoitus*"}, {"query": "understöd", "lang": "sv"},
]


def url(query):
    pairs = [("q", query["query"])]
    pairs += [(name, value) for name, values in query.get("filters", {}).items() for value in values]
    if "facets" in query:
        pairs.append(("facets", ",".join(f"{name}:{size}" for name, size in query["facets"].items())))
    pairs += [(key, query[key]) for key in ("sort", "limit", "lang") if key in query]
    return "/api/search?" + urllib.parse.urlencode(pairs)


def write_every_second(program, index, folder, ended, commits):
    while not ended.wait(1):
        line = folder / "more.jsonl"
        line.write_text(json.dumps({"id": f"bench-{commits[0]}", "title": "Avustuksen myöntäminen",
                                    "parts": [{"heading": "Päätös", "role": "decision", "text": "Avustus myönnetään."}]}))
        subprocess.run([program, "update", index, line, "--no-progress"], check=True, capture_output=True)
        commits[0] += 1


def load_service(bins, index, folder, arguments):
    service = subprocess.Popen([bins / "pykala-search", "serve", index, "--listen", "127.0.0.1:0"],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    address = re.search(r"http://[0-9.:]+", service.stdout.readline()).group(0)
    script = folder / "mixed.lua"
    script.write_text("local urls = {" + ", ".join(json.dumps(url(query)) for query in QUERIES) + "}\nlocal n = 0\n"
                      "request = function() n = n + 1; return wrk.format('GET', urls[n % #urls + 1]) end\n")
    ended, commits = threading.Event(), [0]
    writer = threading.Thread(target=write_every_second, args=(bins / "pykala-index", index, folder, ended, commits))
    writer.start()
    out = subprocess.run(["wrk", "-t2", f"-c{arguments.connections}", f"-d{arguments.seconds}s", "--latency", "-s", script,
                          address], check=True, capture_output=True, text=True).stdout
    ended.set()
    writer.join()
    service.terminate()
    service.wait(30)
    errors = re.findall(r"Socket errors:.*|Non-2xx.*", out)
    return {"requests_per_second": float(re.search(r"Requests/sec:\s+([0-9.]+)", out).group(1)), "errors": errors,
            "latency_99": re.search(r"99%\s+(\S+)", out).group(1), "commits": commits[0]}


def load_batch(bins, index, seconds):
    """Queries a second of one batch process for each core."""
    lines = "".join(json.dumps(query) + "\n" for query in QUERIES).encode()
    end, counts = time.monotonic() + seconds, []

    def ask():
        process = subprocess.Popen([bins / "pykala-search", "json", index], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        number = 0
        while time.monotonic() < end:
            process.stdin.write(lines * 10)
            process.stdin.flush()
            for _ in range(len(QUERIES) * 10):
                process.stdout.readline()
            number += len(QUERIES) * 10
        counts.append(number)
        process.stdin.close()
        process.wait()
    begin = time.monotonic()
    threads = [threading.Thread(target=ask) for _ in range(os.cpu_count())]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.monotonic() - begin)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bins", type=pathlib.Path)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--least-ratio", type=float, default=0.7)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pykala-bench-") as name:
        folder = pathlib.Path(name)
        index = folder / "index"
        subprocess.run([arguments.bins / "pykala-index", "update", index, ROOT / "data/sample", "--no-progress"], check=True,
                       capture_output=True)
        batch = load_batch(arguments.bins, index, max(2, arguments.seconds // 4))
        result = load_service(arguments.bins, index, folder, arguments)
    result |= {"batch_per_second": round(batch, 1), "ratio": round(result["requests_per_second"] / batch, 3)}
    print(json.dumps(result))
    sys.exit(1 if result["errors"] or result["ratio"] < arguments.least_ratio else 0)


main()
