# SPDX-License-Identifier: GPL-2.0-or-later
"""nDCG@10 of the judged searches of queries.tsv over data/sample (Järvelin and Kekäläinen 2002: gain 2^grade - 1,
discount log2(rank + 1)). Ends with 1 when the mean is below the bar, or a judged decision is not in the index.

    measure_search.py --bin build/release/bin [--show]     --show: every query, worst first, with its first hits"""
import argparse
import json
import math
import pathlib
import subprocess
import sys
import tempfile

BAR = 0.85
DEPTH = 10
ROOT = pathlib.Path(__file__).resolve().parents[2]


def judged():
    names, queries = {}, []
    for line in (ROOT / "tests/quality/queries.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, key, value = line.split("\t")
        if kind == "doc":
            names[key] = value
        else:
            grades = dict(pair.rsplit(":", 1) for pair in value.split())
            queries.append((key, {names[name]: int(grade) for name, grade in grades.items()}))
    return names, queries


def gain(grades):
    return sum((2 ** grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(grades[:DEPTH]))


def ndcg(found, grades):
    return gain([grades.get(one, 0) for one in found]) / gain(sorted(grades.values(), reverse=True))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--bin", required=True, type=pathlib.Path)
    options.add_argument("--show", action="store_true")
    options = options.parse_args()
    names, queries = judged()
    with tempfile.TemporaryDirectory(prefix="pykala-quality-") as folder:
        index = folder + "/index"
        subprocess.run([options.bin / "pykala-index", "update", index, ROOT / "data/sample", "--no-progress"], check=True,
                       stdout=subprocess.DEVNULL)
        requests = [{"query": query, "limit": DEPTH, "snippet_length": 0} for query, _ in queries]
        requests.append({"limit": 10000, "snippet_length": 0})
        lines = "".join(json.dumps(request) + "\n" for request in requests)
        out = subprocess.run([options.bin / "pykala-search", "json", index], input=lines, check=True, text=True,
                             capture_output=True).stdout
    answers = [json.loads(line) for line in out.splitlines()]
    found = [[hit["id"] for hit in answer["hits"]] for answer in answers]
    missing = set(names.values()) - set(found.pop())
    if missing:
        print("judged, but not in the index:", *sorted(missing), sep="\n  ")
        return 1
    short = {id: name for name, id in names.items()}
    scored = sorted((ndcg(ids, grades), query, ids) for (query, grades), ids in zip(queries, found))
    if options.show:
        for score, query, ids in scored:
            print(f"{score:.3f}  {query}\n       {' '.join(short.get(one, one) for one in ids)}")
    mean = sum(score for score, _, _ in scored) / len(scored)
    print(f"{len(scored)} queries, nDCG@{DEPTH} {mean:.4f} (bar {BAR}); worst: {scored[0][0]:.3f} {scored[0][1]}")
    return 0 if mean >= BAR and len(scored) >= 40 else 1


sys.exit(main())
