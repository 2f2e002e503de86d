# SPDX-License-Identifier: GPL-2.0-or-later
"""The benchmark's corpus: the same for the same seed, and a small one is the beginning of a larger one."""
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.environ["PYKALA_SOURCE"], "tests", "bench"))
import baselines  # noqa: E402
import bench  # noqa: E402
import generate_corpus  # noqa: E402


class Corpus(unittest.TestCase):
    def test_a_decision_depends_on_seed_and_number_alone(self):
        self.assertEqual(generate_corpus.decision(1, 7), generate_corpus.decision(1, 7))
        self.assertNotEqual(generate_corpus.decision(1, 7)["body"], generate_corpus.decision(2, 7)["body"])

    def test_decisions_are_as_long_as_a_citys(self):
        sizes = [len(generate_corpus.decision(1, number)["body"].encode()) for number in range(100)]
        self.assertTrue(2000 < sum(sizes) / 100 < 6000, sum(sizes) / 100)

    def test_every_query_becomes_a_request(self):
        for query in generate_corpus.queries(1, 26, 50):
            for mode in bench.MODES + ["snippets"]:
                request = bench.request_of(query, mode)
                self.assertEqual("facets" in request, mode != "top10")

    def test_what_is_not_installed_is_named(self):
        for name in ("scriptindex", "xapian", "lucene", "fts5"):
            self.assertIn(type(baselines.missing(name)), (str, type(None)))


if __name__ == "__main__":
    unittest.main()
