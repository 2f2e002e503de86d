# SPDX-License-Identifier: GPL-2.0-or-later
"""The spine on real decisions that lie beside the repository (../shared); skipped visibly without them."""
import json
import unittest

import programs
from programs import SOURCE

SEEDS = next((root / "shared/seeds" for root in SOURCE.parents if (root / "shared/seeds/expected.jsonl").exists()), None)
AHJO = SEEDS.parent / "ahjo/decisions.json" if SEEDS else None


@unittest.skipUnless(SEEDS, "no ../shared/seeds")
class Seeds(programs.SystemTest):
    @classmethod
    def setUpClass(cls):
        cls.expected = [json.loads(line) for line in (SEEDS / "expected.jsonl").read_text().splitlines()]

    def seed(self, number):
        return next(row["source"] for row in self.expected if row["source"].startswith(number))

    def parsed(self):
        return {decision["source"]: decision for decision in self.index("parse", SEEDS, status=None).lines
                if decision["source"].endswith(".txt")}

    def test_fields(self):
        parsed = self.parsed()
        for row in self.expected:
            decision = parsed[row["source"]]
            for key, value in row.items():
                with self.subTest(source=row["source"], key=key):
                    self.check(key, value, decision)

    def check(self, key, value, decision):
        funders = {relation: {funder["id"] for funder in decision["funders"] if funder["relation"] == relation}
                   for relation in ("funds", "mentioned")}
        text = "\n".join(part["text"] for part in decision["parts"])
        if key == "funders_fund":
            self.assertEqual(funders["funds"], set(value))
        elif key == "funders_mentioned":
            self.assertLessEqual(set(value), funders["mentioned"])
        elif key == "decision_maker":
            self.assertEqual((decision[key] or {}).get("name"), value)
        elif key == "classification":
            self.assertEqual((decision[key] or {}).get("code"), value)
        elif key == "headings":
            self.assertLessEqual(set(value), {part["heading"] for part in decision["parts"]})
        elif key == "amounts":
            found = {(amount["cents"], amount["role"]) for amount in decision["amounts"]}
            self.assertLessEqual({(a["cents"], a["role"]) for a in value if a["role"] != "other"}, found)
        elif key == "cites":
            found = [{name: cite[name] for name, known in wanted.items() if known is not None}
                     for cite, wanted in zip(decision["cites"], value)]
            self.assertEqual(found, [{name: known for name, known in wanted.items() if known is not None}
                                     for wanted in value])
            self.assertEqual(len(decision["cites"]), len(value))
        elif key == "words_rejoined":
            for word in value:
                self.assertIn(word, text)
        elif key != "organisations":  # a list that no rule finds whole; measured in tests/quality
            self.assertEqual(decision[key], value)

    def test_who_funds(self):
        parsed = self.parsed()
        for number, funders in [("000", {"STEA"}), ("001", {"TEM"}), ("002", set()), ("003", {"ESR+"}), ("004", set())]:
            found = {f["id"] for f in parsed[self.seed(number)]["funders"] if f["relation"] == "funds"}
            self.assertEqual(found, funders, number)

    def sources(self, query, **request):
        """Sources of the hits, best first."""
        ids = self.ids(query=query, **request)
        return [json.loads(self.search("show", self.ix, id, "--format", "json").out)["source"] for id in ids]

    @programs.needs_dictionary
    def test_searching(self):
        self.update(SEEDS, status=None)
        self.assertGreaterEqual(self.ask(query="")["total"], 5)
        texts = {path.name: path.read_text() for path in SEEDS.glob("*.txt")}
        self.assertIn("osal-\n", texts[self.seed("000")])
        self.assertIn(self.seed("000"), self.sources("osallisuus"))
        for query, form in [("avustus", "erityisavustuksen"), ("neuvontapalvelu", "neuvontapalveluiden")]:
            holders = [name for name, text in texts.items() if form in text]
            self.assertTrue(holders, form)
            self.assertLessEqual(set(holders), set(self.sources(query)), query)
        for query in ("HEL 2022-008612", "hel-2022-008612", "2022-008612"):
            self.assertEqual(self.sources(query)[0], self.seed("003"), query)

    @programs.needs_dictionary
    def test_first_example(self):
        self.update(SEEDS, status=None)
        answer = self.ask(query="vapaaehtoistyön koordinointi",
                          facets={"decision_maker": 10, "year": 10, "funder": 10})
        self.assertTrue((answer["hits"][0]["date"] or "").startswith("2017"), answer["hits"][0])
        self.assertIn({"value": "STEA", "count": 1}, [{key: value[key] for key in ("value", "count")}
                                                      for value in answer["facets"]["funder"]])
        for values in answer["facets"].values():
            self.assertGreaterEqual(sum(value["count"] for value in values), answer["total"])


@unittest.skipUnless(AHJO and AHJO.exists(), "no ../shared/ahjo")
class Ahjo(programs.SystemTest):
    def test_every_decision_with_its_fields(self):
        self.update(AHJO)
        stated = json.loads(AHJO.read_text())["decisions"]
        self.assertEqual(len(stated), 137)
        self.assertEqual(self.ask(query="")["total"], len(stated))
        parsed = {decision["id"]: decision for decision in self.index("parse", AHJO).lines}
        self.assertEqual(sorted(parsed), sorted(self.ids(query="")))
        for row in stated:
            decision = parsed.get(row["NativeId"]) or parsed[row["NativeId"].strip("{}")]
            with self.subTest(id=decision["id"]):
                self.assertEqual(decision["title"], row["Title"])
                self.assertEqual(decision["section"], int(row["Section"]) if row["Section"] else None)
                self.assertEqual(decision["case_number"], row["CaseIDLabel"] or None)
                self.assertEqual(decision["decision_maker"]["id"], row["Organization"]["ID"])


if __name__ == "__main__":
    programs.main()
