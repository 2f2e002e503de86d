#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The engines that bench.py measures beside ours. Each runs as a process of its own, so that its memory is its own.

Long because the four engines stand side by side."""
import glob
import json
import os
import resource
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
DEBIAN_PYTHON = "/usr/bin/python3"  # the one that Debian's python3-xapian belongs to


def decisions(corpus):
    with open(corpus, encoding="utf-8") as file:
        yield from map(json.loads, file)


def text_size(corpus):
    size = count = 0
    for one in decisions(corpus):
        size += len(one["body"].encode())
        count += 1
    return size, count


# ---- measured from bench.py ------------------------------------------------------------------------------------------

def folder_size(path):
    if os.path.isfile(path):
        return {os.path.basename(path): os.path.getsize(path)}
    return {name: os.path.getsize(os.path.join(path, name)) for name in sorted(os.listdir(path))}


def missing(name):
    if name == "scriptindex":
        return None if shutil.which("scriptindex") else "scriptindex (xapian-omega)"
    if name == "xapian":
        found = os.path.exists(DEBIAN_PYTHON) and subprocess.run([DEBIAN_PYTHON, "-c", "import xapian"], check=False,
                                                                 capture_output=True).returncode == 0
        return None if found else "python3-xapian"
    if name == "lucene":
        jars = all(glob.glob(f"/usr/share/java/lucene-{jar}-8*.jar") for jar in ("core", "facet", "analyzers-common"))
        return None if jars and shutil.which("java") else "liblucene8-java and a JDK"
    return None


def lucene_command():
    jars = [glob.glob(f"/usr/share/java/lucene-{jar}-8*.jar")[0] for jar in ("core", "facet", "analyzers-common")]
    return ["java", "-XX:+UseSerialGC", "-Xmx3g", "-cp", ":".join(jars), os.path.join(HERE, "LuceneBaseline.java")]


def lucene_corpus(corpus, path):
    """What a line of JSON says, cut by tabs: Java has no JSON reader of its own."""
    with open(path, "w", encoding="utf-8") as out:
        for one in decisions(corpus):
            fields = [one["id"], one["date"].replace("-", ""), str(one["year"]), one["maker"], " ".join(one["funders"]),
                      one["title"], one["body"].replace("\n", " ")]
            out.write("\t".join(field.replace("\t", " ") for field in fields) + "\n")


def lucene_queries(queries, path):
    with open(path, "w", encoding="utf-8") as out:
        for query in queries:
            fields = [query["kind"], " ".join(query["words"]), "1" if query["phrase"] else "", str(query.get("year", "")),
                      query.get("funder", ""), query.get("begin", "").replace("-", ""), query.get("end", "").replace("-", "")]
            out.write("\t".join(fields) + "\n")


def command_of(name, corpus, work):
    if name == "lucene":
        lucene_corpus(corpus, os.path.join(work, "corpus.tsv"))
        return lucene_command() + ["index", os.path.join(work, "corpus.tsv")]
    python = DEBIAN_PYTHON if name == "xapian" else sys.executable
    return [python, os.path.abspath(__file__), name, "index", corpus]


def measure(name, corpus, work, queries, modes, entry, summary):
    absent = missing(name)
    if absent:
        print(f"LEFT OUT {name}: {absent} is not installed", file=sys.stderr)
        return
    target = os.path.join(work, name + ".baseline")
    shutil.rmtree(target, ignore_errors=True)
    if os.path.isfile(target):
        os.remove(target)
    if name == "scriptindex":
        entry["index"][name] = scriptindex(corpus, work, target)
        return
    output = subprocess.run(command_of(name, corpus, work) + [target], check=True, capture_output=True, text=True).stdout
    entry["index"][name] = json.loads(output) | {"tables": folder_size(target)}
    entry["search"][name] = {}
    for mode in modes:
        if name == "lucene":
            lucene_queries(queries, os.path.join(work, "queries.tsv"))
            command = lucene_command() + ["search", target, os.path.join(work, "queries.tsv"), mode]
        else:
            python = DEBIAN_PYTHON if name == "xapian" else sys.executable
            command = [python, os.path.abspath(__file__), name, "search", target, os.path.join(work, "queries.jsonl"), mode]
        times = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        entry["search"][name][mode] = summary(times, queries)


def scriptindex(corpus, work, target):
    """The dump that scriptindex reads is made before the clock starts."""
    script, dump = os.path.join(work, "decisions.script"), os.path.join(work, "decisions.dump")
    with open(script, "w", encoding="ascii") as file:
        file.write("id : boolean=Q unique=Q field\ntitle : weight=4 index field\nmaker : boolean=XM\nfunder : boolean=XF\n"
                   "date : field date=yyyymmdd value=0\nbody : unhtml index truncate=240 field=sample\n")
    with open(dump, "w", encoding="utf-8") as file:
        for one in decisions(corpus):
            file.write(f"id={one['id']}\ntitle={one['title']}\nmaker={one['maker']}\ndate={one['date'].replace('-', '')}\n")
            file.write("".join(f"funder={funder}\n" for funder in one["funders"]))
            file.write("body=" + one["body"].replace("\n", "\n=") + "\n\n")
    begin = time.monotonic()
    process = subprocess.Popen(["scriptindex", "--stemmer=finnish", target, script, dump], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit("scriptindex failed")
    return {"cpu": usage.ru_utime + usage.ru_stime, "wall": time.monotonic() - begin, "peak_mb": usage.ru_maxrss / 1024,
            "tables": folder_size(target)}


# ---- run as processes ------------------------------------------------------------------------------------------------

def report(begin):
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"cpu": usage.ru_utime + usage.ru_stime, "wall": time.monotonic() - begin,
                      "peak_mb": usage.ru_maxrss / 1024}))


def timed(queries, answer, rounds=3):
    times = [[] for _ in queries]
    for _ in range(rounds):
        for at, query in enumerate(queries):
            begin = time.thread_time_ns()
            answer(query)
            times[at].append((time.thread_time_ns() - begin) / 1e6)
    print(json.dumps([min(each[1:]) for each in times]))


def xapian_index(corpus, target):
    import xapian  # pylint: disable=import-error
    begin = time.monotonic()
    database = xapian.WritableDatabase(target, xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem("finnish"))
    for one in decisions(corpus):
        document = xapian.Document()
        generator.set_document(document)
        generator.index_text(one["title"], 4)
        generator.increase_termpos()
        generator.index_text(one["body"])
        document.add_boolean_term("XM" + one["maker"][:60])
        document.add_boolean_term(f"Y{one['year']}")
        for funder in one["funders"]:
            document.add_boolean_term("XF" + funder)
        document.add_value(0, one["date"].replace("-", ""))
        document.add_value(1, one["maker"])
        document.add_value(2, str(one["year"]))
        document.add_value(3, one["funders"][0] if one["funders"] else "")
        document.set_data(one["title"] + "\n" + one["body"])
        database.add_document(document)
    database.commit()
    report(begin)


def xapian_search(target, queries, mode):
    import xapian  # pylint: disable=import-error
    database = xapian.Database(target)
    parser = xapian.QueryParser()
    parser.set_database(database)
    parser.set_stemmer(xapian.Stem("finnish"))
    parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
    flags = xapian.QueryParser.FLAG_PHRASE | xapian.QueryParser.FLAG_WILDCARD

    def answer(query):
        text = " ".join(query["words"])
        text = f'"{text}"' if query["phrase"] else text + "*" if query["kind"] == "prefix" else text
        tree = parser.parse_query(text, flags) if text else xapian.Query("")
        wanted = []
        if "year" in query:
            wanted.append(xapian.Query(f"Y{query['year']}"))
        if "funder" in query:
            wanted.append(xapian.Query("XF" + query["funder"]))
        if "begin" in query:
            wanted.append(xapian.Query(xapian.Query.OP_VALUE_RANGE, 0, query["begin"].replace("-", ""),
                                       query["end"].replace("-", "")))
        for part in wanted:
            tree = xapian.Query(xapian.Query.OP_FILTER, tree, part)
        enquire = xapian.Enquire(database)
        enquire.set_query(tree)
        if query["kind"] in ("newest", "everything"):
            enquire.set_sort_by_value_then_relevance(0, True)
        spies = [xapian.ValueCountMatchSpy(slot) for slot in (1, 2, 3)] if mode == "facets" else []
        for spy in spies:
            enquire.add_matchspy(spy)
        matches = enquire.get_mset(0, 10, database.get_doccount() if mode == "facets" else 0)
        found = [match.document.get_data() for match in matches]
        found += [[(item.term, item.termfreq) for item in spy.top_values(50)] for spy in spies]

    timed(queries, answer)


def fts5_index(corpus, target):
    import sqlite3
    begin = time.monotonic()
    base = sqlite3.connect(target)
    base.executescript("""PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
        CREATE VIRTUAL TABLE texts USING fts5(title, body, tokenize="unicode61 remove_diacritics 0");
        CREATE TABLE facts(id INTEGER PRIMARY KEY, date TEXT, year INT, maker TEXT);
        CREATE TABLE funders(id INT, funder TEXT, PRIMARY KEY(id, funder)) WITHOUT ROWID;""")
    for number, one in enumerate(decisions(corpus), 1):
        base.execute("INSERT INTO texts(rowid, title, body) VALUES(?,?,?)", (number, one["title"], one["body"]))
        base.execute("INSERT INTO facts VALUES(?,?,?,?)", (number, one["date"], one["year"], one["maker"]))
        base.executemany("INSERT INTO funders VALUES(?,?)", [(number, funder) for funder in one["funders"]])
    base.executescript("CREATE INDEX facts_date ON facts(date); INSERT INTO texts(texts) VALUES('optimize');")
    base.close()
    report(begin)


def fts5_search(target, queries, mode):
    import sqlite3
    base = sqlite3.connect(target)

    def answer(query):
        words, where, values = query["words"], [], []
        if words:
            match = f'"{" ".join(words)}"' if query["phrase"] else " OR ".join(f'"{word}"' for word in words)
            where, values = ["texts MATCH ?"], [match + ("*" if query["kind"] == "prefix" else "")]
        if "year" in query:
            where, values = where + ["year = ?"], values + [query["year"]]
        if "begin" in query:
            where, values = where + ["date BETWEEN ? AND ?"], values + [query["begin"], query["end"]]
        if "funder" in query:
            where, values = where + ["facts.id IN (SELECT id FROM funders WHERE funder = ?)"], values + [query["funder"]]
        tables = " FROM texts JOIN facts ON facts.id = texts.rowid" if words else " FROM facts"
        chosen = tables + (" WHERE " + " AND ".join(where) if where else "")
        order = "rank" if words and query["kind"] != "newest" else "date DESC"
        base.execute(f"SELECT facts.id{chosen} ORDER BY {order} LIMIT 10", values).fetchall()
        if mode == "facets":
            base.execute("SELECT count(*)" + chosen, values).fetchall()
            base.execute(f"SELECT maker, count(*){chosen} GROUP BY maker ORDER BY 2 DESC LIMIT 20", values).fetchall()
            base.execute(f"SELECT year, count(*){chosen} GROUP BY year", values).fetchall()
            base.execute(f"SELECT funder, count(*) FROM funders WHERE id IN (SELECT facts.id{chosen}) GROUP BY funder",
                         values).fetchall()

    timed(queries, answer)


if __name__ == "__main__":
    engine, task, *arguments = sys.argv[1:]
    if task == "index":
        {"xapian": xapian_index, "fts5": fts5_index}[engine](*arguments)
    else:
        index, path, wanted_mode = arguments
        requests = list(decisions(path))
        {"xapian": xapian_search, "fts5": fts5_search}[engine](index, requests, wanted_mode)
