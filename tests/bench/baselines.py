# SPDX-License-Identifier: GPL-2.0-or-later
"""The engines that are measured beside ours, each in processes of its own: scriptindex, Xapian with its TermGenerator and
match spies, SQLite FTS5, Lucene 8."""
import glob
import json
import os
import shutil
import subprocess
import sys

from corpus import decisions
from figures import summary
from processes import folder_size, run

HERE = os.path.dirname(os.path.abspath(__file__))
ENGINES = os.path.join(HERE, "baseline_engines.py")
DEBIAN_PYTHON = "/usr/bin/python3"  # the one that Debian's python3-xapian belongs to
NAMES = ["scriptindex", "xapian", "fts5", "lucene"]
SLOW = ("scriptindex", "xapian")
MODES = ["top10", "facets"]


def lucene_jars():
    found = [glob.glob(f"/usr/share/java/lucene-{jar}-8*.jar") for jar in ("core", "facet", "analyzers-common")]
    return [jars[0] for jars in found] if all(found) else None


def missing(name):
    """What is not installed; None when nothing is."""
    if name == "scriptindex":
        return None if shutil.which("scriptindex") else "scriptindex (xapian-omega)"
    if name == "xapian":
        found = os.path.exists(DEBIAN_PYTHON) and subprocess.run([DEBIAN_PYTHON, "-c", "import xapian"], check=False,
                                                                 capture_output=True).returncode == 0
        return None if found else "python3-xapian"
    if name == "lucene":
        return None if lucene_jars() and shutil.which("java") else "liblucene8-java and a JDK"
    return None


def engine_command(name):
    if name == "lucene":
        return ["java", "-XX:+UseSerialGC", "-Xmx3g", "-cp", ":".join(lucene_jars()), os.path.join(HERE, "LuceneBaseline.java")]
    return [DEBIAN_PYTHON if name == "xapian" else sys.executable, ENGINES, name]


def lucene_corpus(lines, path):
    """What a line of JSON says, cut by tabs: Java has no JSON reader of its own."""
    with open(path, "w", encoding="utf-8") as out:
        for one in decisions(lines):
            fields = [one["id"], one["date"].replace("-", ""), str(one["year"]), one["maker"], " ".join(one["funders"]),
                      one["title"], one["body"].replace("\n", " ")]
            out.write("\t".join(field.replace("\t", " ") for field in fields) + "\n")


def lucene_queries(queries, path):
    with open(path, "w", encoding="utf-8") as out:
        for query in queries:
            fields = [query["kind"], " ".join(query["words"]), "1" if query["phrase"] else "", str(query.get("year", "")),
                      query.get("funder", ""), query.get("begin", "").replace("-", ""), query.get("end", "").replace("-", "")]
            out.write("\t".join(fields) + "\n")


def scriptindex_dump(lines, script, dump):
    with open(script, "w", encoding="ascii") as file:
        file.write("id : boolean=Q unique=Q field\ntitle : weight=4 index field\nmaker : boolean=XM\nfunder : boolean=XF\n"
                   "date : field date=yyyymmdd value=0\nbody : unhtml index truncate=240 field=sample\n")
    with open(dump, "w", encoding="utf-8") as file:
        for one in decisions(lines):
            file.write(f"id={one['id']}\ntitle={one['title']}\nmaker={one['maker']}\ndate={one['date'].replace('-', '')}\n")
            file.write("".join(f"funder={funder}\n" for funder in one["funders"]))
            file.write("body=" + one["body"].replace("\n", "\n=") + "\n\n")


def output_of(command):
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    if result.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {result.returncode}: {result.stderr[-2000:]}")
    return result.stdout


def index(name, corpus, target):
    """What an engine reads is made in its own form before the clock starts, and removed afterwards."""
    script, made = os.path.join(corpus.folder, "decisions.script"), os.path.join(corpus.folder, name + ".corpus")
    try:
        if name == "scriptindex":
            scriptindex_dump(corpus.lines, script, made)
            return run(["scriptindex", "--stemmer=finnish", target, script, made]) | {"tables": folder_size(target)}
        if name == "lucene":
            lucene_corpus(corpus.lines, made)
        source = made if name == "lucene" else corpus.lines
        return json.loads(output_of(engine_command(name) + ["index", source, target])) | {"tables": folder_size(target)}
    finally:
        remove(script)
        remove(made)


def search(name, corpus, target, mode):
    path = os.path.join(corpus.folder, "queries.jsonl")
    if name == "lucene":
        path = os.path.join(corpus.folder, "queries.tsv")
        lucene_queries(corpus.queries, path)
    times = json.loads(output_of(engine_command(name) + ["search", target, path, mode]))
    return summary(times, [query["kind"] for query in corpus.queries])


def measure(name, corpus, entry, slow_up_to):
    """Into the entry, beside ours; or says why not."""
    absent = missing(name)
    if absent:
        print(f"LEFT OUT {name}: {absent} is not installed", file=sys.stderr)
        return
    if name in SLOW and corpus.docs > slow_up_to:
        print(f"LEFT OUT {name}: more than {slow_up_to} decisions (--slow-up-to)", file=sys.stderr)
        return
    target = os.path.join(corpus.folder, name + ".baseline")
    remove(target)
    try:
        entry["index"][name] = index(name, corpus, target)
        if name != "scriptindex":
            entry["search"][name] = {mode: search(name, corpus, target, mode) for mode in MODES}
    except RuntimeError as error:  # ours have been measured: they are not lost for it
        print(f"FAILED {name}: {error}", file=sys.stderr)
    finally:
        remove(target)


def remove(path):
    """A folder or a file, if it is there."""
    if os.path.isfile(path):
        os.remove(path)
    else:
        shutil.rmtree(path, ignore_errors=True)
