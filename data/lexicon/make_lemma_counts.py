#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes lemma_counts_fi.tsv: how often each lemma comes in decisions, in forms that can be nothing else.

    make_lemma_counts.py --bin build/release/bin decisions.json ... > data/lexicon/lemma_counts_fi.tsv

FILES are answers of the open decision data of the City of Helsinki (https://dev.hel.fi/apis/paatokset/), or text. Words
written with a capital are left out, so no name is counted. Of a compound its head counts too. No form, text or place is
kept: a line of the list is a lemma and a number.
"""
import argparse
import collections
import html
import json
import pathlib
import re
import subprocess
import sys

LEAST = 2
HEAD = """\
# How often a lemma comes in decisions, in forms that can be nothing else: lemma, tab, count. Made by make_lemma_counts.py
# from the open decision data of the City of Helsinki (CC BY 4.0). Two readings of a word are weighed by it.
"""


def texts_of(value):
    """Every string of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from texts_of(item)
    elif isinstance(value, dict):
        yield from texts_of(list(value.values()))


def words_of(path):
    content = path.read_text(encoding="utf-8")
    for text in texts_of(json.loads(content)) if path.suffix == ".json" else [content]:
        plain = html.unescape(re.sub(r"<[^>]*>", " ", text))
        yield from re.findall(r"(?<![^\W\d_])(?<![-:@./])[a-zåäö]{2,}(?![-:@./]?[^\W\d_])", plain)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", required=True, type=pathlib.Path)
    options.add_argument("files", nargs="+", type=pathlib.Path)
    chosen = options.parse_args()
    forms = collections.Counter(word for path in chosen.files for word in words_of(path))
    process = subprocess.run([chosen.bin / "pykala-index", "terms", "--readings"], input="\n".join(forms) + "\n",
                             capture_output=True, text=True, check=True)
    counts = collections.Counter()
    for form, line in zip(forms, process.stdout.splitlines(), strict=True):
        lemmas = line.split()
        if len({lemma.replace("#", "") for lemma in lemmas}) != 1:
            continue
        counts[lemmas[0].replace("#", "")] += forms[form]
        if "#" in lemmas[0]:
            counts[lemmas[0].rsplit("#", 1)[1]] += forms[form]
    sys.stdout.write(HEAD)
    for lemma in sorted(lemma for lemma, count in counts.items() if count >= LEAST):
        print(lemma, counts[lemma], sep="\t")


main()
