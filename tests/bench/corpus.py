# SPDX-License-Identifier: GPL-2.0-or-later
"""A generated corpus in a folder: made once, used again while the generator is the same."""
import hashlib
import json
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
GENERATOR = os.path.join(HERE, "generate_corpus.py")
SEED = 1


class Corpus:
    """`texts` is the folder of text files, `lines` the same decisions with their facts as JSON Lines."""

    def __init__(self, folder, docs):
        self.folder, self.seed = folder, SEED
        self.texts, self.lines = os.path.join(folder, "txt"), os.path.join(folder, "corpus.jsonl")
        if not self.is_made_for(docs):
            self.make(docs)
        with open(os.path.join(folder, "queries.jsonl"), encoding="utf-8") as file:
            self.queries = [json.loads(line) for line in file]
        self.text_bytes, self.docs = text_size(self.lines)

    def is_made_for(self, docs):
        try:
            with open(os.path.join(self.folder, "made_by"), encoding="utf-8") as file:
                return file.read() == made_by(docs)
        except FileNotFoundError:
            return False

    def make(self, docs):
        print(f"generating {docs} decisions in {self.folder}", file=sys.stderr)
        shutil.rmtree(self.texts, ignore_errors=True)
        subprocess.run([sys.executable, GENERATOR, "--docs", str(docs), "--seed", str(SEED), "--out", self.folder], check=True)
        with open(os.path.join(self.folder, "made_by"), "w", encoding="utf-8") as file:
            file.write(made_by(docs))


def made_by(docs):
    with open(GENERATOR, "rb") as file:
        return f"{hashlib.sha256(file.read()).hexdigest()} {docs} {SEED}"


def decisions(path):
    with open(path, encoding="utf-8") as file:
        yield from map(json.loads, file)


def text_size(path):
    size = count = 0
    for one in decisions(path):
        size += len(one["body"].encode())
        count += 1
    return size, count
