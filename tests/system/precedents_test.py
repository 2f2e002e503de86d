# SPDX-License-Identifier: GPL-2.0-or-later
"""Precedents. Drafts of tests/quality/drafts against the judged decisions of tests/quality/precedents.tsv over
data/sample, nDCG@5 held to a bar, each hit with reasons; and, where real decisions lie beside the repository
(../shared/ahjo), another decision of the same case among the first five. PRECEDENTS_VERBOSE=1 shows each draft."""
import json
import math
import os
import unittest
from collections import Counter

import programs
from programs import SOURCE

QUALITY = SOURCE / "tests/quality"
DEPTH = 5
LEAST_NDCG = 0.80  # the mean over the drafts
LEAST_SAME_CASE = 0.95
AHJO = next((root / "shared/ahjo/decisions.json" for root in SOURCE.parents
             if (root / "shared/ahjo/decisions.json").exists()), None)
VERBOSE = os.environ.get("PRECEDENTS_VERBOSE") == "1"


def judgements():
    """draft -> {id: grade}"""
    judged = {}
    for line in (QUALITY / "precedents.tsv").read_text().splitlines():
        if line.startswith("#") or line.startswith("draft\t"):
            continue
        draft, grade, decision = line.split("\t")
        judged.setdefault(draft, {})[decision] = int(grade)
    return judged


def gain(grades):
    return sum((2 ** grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:DEPTH]))


class Precedents(programs.SystemTest):
    def precedents(self, **request):
        answer = self.ask(limit=DEPTH, snippet_length=0, **request)
        self.assertNotIn("error", answer)
        return answer["hits"]

    def test_judged_drafts(self):
        self.update(SOURCE / "data/sample")
        judged = judgements()
        self.assertGreaterEqual(len(judged), 20)
        known = set(self.ids(query=""))
        total = 0
        for draft, grades in judged.items():
            self.assertLessEqual(set(grades), known, draft)
            hits = self.precedents(similar_to_text=(QUALITY / f"drafts/{draft}.txt").read_text())
            found = [grades.get(hit["id"], 0) for hit in hits]
            ndcg = gain(found) / gain(sorted(grades.values(), reverse=True))
            total += ndcg
            if VERBOSE:
                print(f"{ndcg:.2f} {draft} {found}")
            for hit, grade in zip(hits, found):
                if VERBOSE:
                    print("   ", grade, hit["score"], hit["title"][:60], "|",
                          "; ".join(reason["text"] for reason in hit["reasons"]))
                with self.subTest(draft=draft, id=hit["id"]):
                    self.assertTrue(hit["reasons"])
        print(f"nDCG@{DEPTH} over {len(judged)} drafts: {total / len(judged):.3f}")
        self.assertGreaterEqual(total / len(judged), LEAST_NDCG)

    @unittest.skipUnless(AHJO, "no ../shared/ahjo")
    def test_another_of_the_same_case(self):
        self.update(AHJO)
        decisions = {hit["id"]: hit["case_number"] for hit in self.ask(query="", limit=1000, snippet_length=0)["hits"]}
        several = {number for number, count in Counter(decisions.values()).items() if number and count > 1}
        asked = [decision for decision, number in decisions.items() if number in several]
        self.assertGreater(len(asked), 20)
        answers = self.ask_all(*[{"similar_to": decision, "earlier_only": False, "limit": DEPTH, "snippet_length": 0}
                                 for decision in asked])
        good = 0
        for decision, answer in zip(asked, answers):
            self.assertNotIn(decision, [hit["id"] for hit in answer["hits"]])
            good += any(hit["case_number"] == decisions[decision] for hit in answer["hits"])
        print(f"same case among the first {DEPTH}: {good} of {len(asked)}")
        self.assertGreaterEqual(good, LEAST_SAME_CASE * len(asked))


if __name__ == "__main__":
    programs.main()
