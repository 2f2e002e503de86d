# SPDX-License-Identifier: GPL-2.0-or-later
"""The benchmark: its corpus, its requests, what it makes of measured times, and one run of everything on few decisions."""
import contextlib
import io
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.environ["PYKALA_SOURCE"], "tests", "bench"))
import asking  # noqa: E402
import baselines  # noqa: E402
import bench  # noqa: E402
import corpus  # noqa: E402
import figures  # noqa: E402
import generate_corpus  # noqa: E402
import history  # noqa: E402
import measuring  # noqa: E402
import processes  # noqa: E402
import report  # noqa: E402


class Generated(unittest.TestCase):
    def test_a_decision_depends_on_seed_and_number_alone(self):
        self.assertEqual(generate_corpus.decision(1, 7), generate_corpus.decision(1, 7))
        self.assertNotEqual(generate_corpus.decision(1, 7)["body"], generate_corpus.decision(2, 7)["body"])

    def test_decisions_are_as_long_as_a_citys(self):
        sizes = [len(generate_corpus.decision(1, number)["body"].encode()) for number in range(100)]
        self.assertTrue(2000 < sum(sizes) / 100 < 6000, sum(sizes) / 100)

    def test_case_numbers_of_random_decisions_stand_in_their_texts(self):
        chosen = asking.case_numbers(1, 9, 20)
        self.assertEqual(len(chosen), 9)
        self.assertEqual(chosen, asking.case_numbers(1, 9, 20))
        self.assertIn(generate_corpus.decision(1, 4)["case_number"], generate_corpus.decision(1, 4)["body"])


class Requests(unittest.TestCase):
    queries = generate_corpus.queries(1, 26, 50)

    def test_every_query_becomes_a_request(self):
        for mode, has in (("top10", (False, 0)), ("facets", (True, 0)), ("snippets", (False, 240)), ("page", (True, 240))):
            for _, request in asking.requests_of(self.queries, mode):
                self.assertEqual(("facets" in request, request["snippet_length"]), has)

    def test_a_bare_request_has_neither_filter_nor_order(self):
        narrowed = asking.narrowed(self.queries)
        self.assertEqual({query["kind"] for query in narrowed}, {"filter_year", "filter_funder", "date_range", "newest"})
        for (_, request), (_, bare) in zip(asking.requests_of(narrowed, "top10"), asking.requests_of(narrowed, "bare")):
            self.assertTrue(request["filters"] or request["sort"])
            self.assertEqual(request["query"], bare["query"])
            self.assertFalse({"filters", "sort"} & bare.keys())

    def test_a_prefix_is_expanded_where_nothing_is_left_to_be_found(self):
        requests = asking.expansion_requests(self.queries)
        self.assertEqual({kind for kind, _ in requests}, {"prefix"})
        for _, request in requests:
            self.assertTrue(request["query"].endswith("*"))
            self.assertEqual((request["limit"], request["filters"]), (0, {"year": [asking.EMPTY_YEAR]}))

    def test_texts(self):
        for query, text in (({"kind": "word", "words": ["tila"], "phrase": False}, "tila"),
                            ({"kind": "prefix", "words": ["ti"], "phrase": False}, "ti*"),
                            ({"kind": "phrase", "words": ["uusi", "tila"], "phrase": True}, '"uusi tila"')):
            self.assertEqual(asking.text_of(query), text)

    def test_one_of_each_kind(self):
        self.assertEqual(len(asking.one_of_each_kind(self.queries)), 11)


def entry(commit="a", docs=100_000, cpu=10.0, p95=6.0):
    tables = {"postlist": docs * 1000, "docdata": docs * 200}
    return {"version": history.VERSION, "commit": commit, "machine": "m", "docs": docs, "text_bytes": docs * 1000,
            "index": {"pykala": {"cpu": cpu, "wall": cpu / 2, "peak_mb": 90, "tables": tables},
                      "scriptindex": {"cpu": 30, "wall": 30, "peak_mb": 90, "tables": tables}},
            "search": {"pykala": {"facets": {"all": [2.0, p95, 9.0]}, "top10": {"prefix": [1, 3, 4], "phrase": [1, 2, 3]},
                                  "expansion": {"prefix": [0.1, 0.4, 0.5]}},
                       "lucene": {"facets": {"all": [1.0, 4.0, 5.0]}}},
            "wall": {"facets": {"all": [2.0, 7.0, 9.0]}}, "visible_s": 1.5}


class Figures(unittest.TestCase):
    def test_shares(self):
        for values, part, expected in (([3, 1, 2], 0.5, 2), ([5], 0.99, 5), (range(100), 0.95, 95), ([1, 2], 0.99, 2)):
            self.assertEqual(figures.share(values, part), expected)

    def test_summary_of_all_and_of_each_kind(self):
        self.assertEqual(figures.summary([1, 2, 30], ["word", "word", "phrase"]),
                         {"all": [2, 30, 30], "word": [2, 2, 2], "phrase": [30, 30, 30]})
        self.assertEqual(figures.summary([1, 2], ["similar", "similar"]), {"similar": [2, 2, 2]})

    def test_a_ratio_of_what_was_not_measured_is_none(self):
        for over, under, expected in ((3, 2, 1.5), (None, 2, None), (3, None, None), (3, 0, None), (0, 2, 0)):
            self.assertEqual(figures.ratio(over, under), expected)

    def test_what_is_missing_on_the_way_is_none(self):
        self.assertEqual(figures.at(entry(), "search", "lucene", "facets", "all", 1), 4.0)
        for path in (("cold", "first_ms"), ("search", "lucene", "page", "all", 1), ("search", "pykala", "facets", "all", 3)):
            self.assertIsNone(figures.at(entry(), *path))

    def test_two_entries_side_by_side(self):
        rows = {name: ratio for name, _, _, ratio in figures.compared(entry("a", cpu=10, p95=6), entry("b", cpu=5, p95=9))}
        self.assertEqual(rows["index, CPU s"], 0.5)
        self.assertEqual(rows["facets, all, p95 CPU ms"], 1.5)
        self.assertEqual(rows["index, postlist, bytes a decision"], 1)
        self.assertEqual(rows["visible_s"], 1)

    def test_the_last_other_commit_of_the_same_machine_and_size(self):
        old = [entry("a"), entry("b", cpu=1), entry("b", cpu=2), entry("b", docs=10), entry("c") | {"machine": "n"}, entry("d")]
        self.assertEqual(figures.last_of_another_commit(old, entry("d"))["index"]["pykala"]["cpu"], 2)
        self.assertIsNone(figures.last_of_another_commit([entry("d")], entry("d")))
        self.assertIsNone(figures.last_of_another_commit([entry("a") | {"version": 1}], entry("d")))

    def test_musts(self):
        small, large = entry(docs=100_000, cpu=10), entry(docs=1_000_000, cpu=125)
        found = {(what, kind): figures.verdict(value, comparison, limit)
                 for what, _, kind, value, comparison, limit in figures.musts(large, {100_000: small, 1_000_000: large})}
        for what, kind, expected in (("docs/s (wall, all cores) / scriptindex", "must", "NO"), ("index bytes / text bytes", "must", "yes"),
                                     ("index bytes / text bytes", "aim", "NO"), ("facets p95 / Lucene's p95", "must", "yes"),
                                     ("facets p95 / Lucene's p95", "aim", "NO"), ("prefix p95, ms", "aim", "NO"),
                                     ("prefix expansion p95, ms", "must", "yes"),
                                     ("docs/s / docs/s at 100 000", "must", "yes"), ("similar p95, ms", "must", "not measured"),
                                     ("update of 100 decisions visible, s", "must", "yes")):
            self.assertEqual(found[what, kind], expected, what)

    def test_a_verdict_at_the_limit(self):
        for value, comparison, limit, expected in ((4, ">=", 4, "yes"), (3.99, ">=", 4, "NO"), (2, "<=", 2, "yes"),
                                                   (2.01, "<=", 2, "NO"), (None, "<=", 2, "not measured")):
            self.assertEqual(figures.verdict(value, comparison, limit), expected)


class Around(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="pykala-test-")
        self.addCleanup(holder.cleanup)
        self.folder = holder.name

    def test_what_is_not_installed_is_named(self):
        for name in baselines.NAMES:
            self.assertIn(type(baselines.missing(name)), (str, type(None)))

    def test_bytes_by_table_also_of_folders_within(self):
        os.mkdir(os.path.join(self.folder, "shard"))
        for name, size in (("postlist.glass", 5), ("shard/postlist.glass", 6), ("docdata.glass", 7), ("flintlock", 0)):
            with open(os.path.join(self.folder, name), "wb") as file:
                file.write(bytes(size))
        self.assertEqual(processes.folder_size(self.folder), {"postlist": 11, "docdata": 7})

    def test_the_log(self):
        path = os.path.join(self.folder, "logs", "bench.jsonl")
        self.assertEqual(history.read_log(path), [])
        history.append_to_log(path, [entry("a")])
        with open(path, "a", encoding="utf-8") as file:
            file.write('{"version": 1}\n{"cut')
        with contextlib.redirect_stderr(io.StringIO()) as said:
            self.assertEqual(history.read_log(path), [entry("a")])
        self.assertIn("bench.jsonl:3", said.getvalue())

    def test_everything_is_measured_and_told(self):
        measuring.WARM_ROUNDS, measuring.FRESH_RUNS, measuring.SIMILAR = 2, 1, 2
        with contextlib.redirect_stderr(io.StringIO()):
            made = corpus.Corpus(self.folder, 12)
        made.queries = asking.one_of_each_kind(made.queries)
        builds = [measuring.Build(name, os.environ["PYKALA_BIN"], os.path.join(self.folder, name)) for name in ("a", "b")]
        entries = [bench.new_entry(build.commit, made) | {"load": [1, 2]} for build in builds]
        measuring.measure(builds, entries, made, 1)
        with contextlib.redirect_stdout(io.StringIO()) as said:
            report.print_entry(entries[0])
            report.print_comparison(*entries, "in this test")
            report.print_musts(entries[:1])
        for mode in ("top10", "facets", "page", "ten snippets", "bare", "similar"):
            self.assertIn(f"\n{report.TITLES[mode]}: ", said.getvalue())
        known = [name for name, *_ in figures.compared(*entries)]
        self.assertTrue({"cold, first_ms", "json, anon_mb", "service, anon_mb", "ready_ms", "visible_s"} <= set(known), known)


if __name__ == "__main__":
    unittest.main()
