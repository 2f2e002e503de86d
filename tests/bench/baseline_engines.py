#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Xapian with its TermGenerator and SQLite FTS5, run by baselines.py as processes of their own, so that their memory is
their own:

    baseline_engines.py ENGINE index CORPUS TARGET        baseline_engines.py ENGINE search TARGET QUERIES MODE
"""
import json
import resource
import sys
import time

from corpus import decisions


def report(begin):
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"cpu": usage.ru_utime + usage.ru_stime, "wall": time.monotonic() - begin,
                      "peak_mb": usage.ru_maxrss / 1024}))


def timed(queries, answer, rounds=4):
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
