# SPDX-License-Identifier: GPL-2.0-or-later
"""What `update` leaves as it is, replaces and removes; and that it does not matter how the work was cut up."""
import json
import os
import shutil

import programs
from programs import SOURCE, exchange, minutes


class Update(programs.SystemTest):
    def setUp(self):
        super().setUp()
        for section, title in [(1, "Ensimmäinen asia"), (2, "Toinen asia"), (3, "Kolmas asia")]:
            self.write(f"in/{section}.txt", minutes(section, title, f"HEL 2019-90123{section}"))
        self.source = self.folder / "in"

    def told(self, *arguments, status=0):
        return self.update(self.source, *arguments, status=status).err.splitlines()[-1]

    def titles(self):
        return sorted(hit["title"] for hit in self.ask(query="")["hits"])

    def test_unchanged_files_are_passed_over(self):
        self.assertIn("3 added, 0 replaced, 0 removed, 0 files unchanged", self.told())
        self.assertIn("0 added, 0 replaced, 0 removed, 3 files unchanged", self.told())
        for name in os.listdir(self.source):
            os.utime(self.source / name, (1, 1))
        self.assertIn("0 added, 0 replaced, 0 removed, 3 files unchanged", self.told())

    def test_a_changed_file_is_replaced(self):
        self.told()
        self.write("in/2.txt", minutes(2, "Toinen asia uudelleen", "HEL 2019-901232"))
        self.assertIn("0 added, 1 replaced, 0 removed, 2 files unchanged", self.told())
        self.assertEqual(self.titles(), ["Ensimmäinen asia", "Kolmas asia", "Toinen asia uudelleen"])
        self.assertEqual(self.ids(query="toinen uudelleen"), self.ids(query="uudelleen"))

    def test_a_changed_file_with_another_decision_replaces_the_old_one(self):
        self.told()
        self.write("in/2.txt", minutes(9, "Aivan muu", "HEL 2019-901239", date="4.6.2020"))
        self.assertIn("1 added, 0 replaced, 1 removed", self.told())
        self.assertEqual(self.titles(), ["Aivan muu", "Ensimmäinen asia", "Kolmas asia"])

    def test_removed_files_go_only_with_prune(self):
        self.told()
        os.remove(self.source / "1.txt")
        self.assertIn("0 removed", self.told())
        self.assertEqual(len(self.titles()), 3)
        self.assertIn("1 removed", self.told("--prune"))
        self.assertEqual(self.titles(), ["Kolmas asia", "Toinen asia"])

    def test_prune_looks_only_below_its_sources(self):
        self.told()
        other = self.write("other/x.txt", minutes(7, "Muualta", "HEL 2019-901237"))
        self.update(other.parent)
        os.remove(other)
        self.assertIn("0 removed", self.told("--prune"))
        self.assertEqual(len(self.titles()), 4)

    def test_a_file_that_turns_bad_keeps_its_decision(self):
        self.told()
        self.write("in/2.txt", b"")
        self.assertIn("1 rejected", self.told(status=1))
        self.write("in/2.txt", minutes(2, "Toinen asia", "HEL 2019-901232"))
        self.told()
        self.assertEqual(len(self.titles()), 3)

    def test_the_same_source_twice(self):
        self.update(self.source, self.source, self.source / "1.txt")
        self.assertEqual(len(self.titles()), 3)

    def test_one_decision_in_two_files(self):
        shutil.copy(self.source / "1.txt", self.source / "copy.txt")
        result = self.update(self.source)
        self.assertIn("note: copy.txt", result.err)
        self.assertEqual(len(self.titles()), 3)

    def test_a_decision_twice_in_one_file(self):
        path = self.write("x.jsonl", exchange("a") + "\n" + exchange("a", title="Toinen") + "\n")
        result = self.update(path)
        self.assertIn("twice", result.err)
        self.assertEqual(self.titles(), ["Otsikko a"])

    def test_not_public_and_expired(self):
        lines = [exchange("a"), exchange("b", public=False), exchange("c", expires="2020-01-01"),
                 exchange("d", expires="2190-01-01")]
        result = self.update("-", input="\n".join(lines))
        self.assertIn("2 not public", result.err)
        self.assertEqual(sorted(self.ids(query="")), ["a", "d"])

    def test_standard_input(self):
        self.update("-", input=exchange("a") + "\n" + exchange("b"))
        self.assertEqual(sorted(self.ids(query="")), ["a", "b"])
        self.update("-", input=exchange("a", title="Uusi"))
        # Standard input may be a feed of what is new: what it no longer has stays.
        self.assertEqual(sorted(self.titles()), ["Otsikko b", "Uusi"])
        self.update("-", input="", status=1)


class SameIndex(programs.SystemTest):
    """Two ways of making an index of data/sample that must give the same."""

    def content(self, ix):
        """Everything that can be asked: decisions in full, counts, and the order of some searches."""
        found = sorted(self.ids(ix=ix, query=""))
        self.assertGreater(len(found), 40)
        asked = self.ask_all({"query": "avustus", "limit": 20, "facets": {"funder": 50, "decision_maker": 50}},
                             {"query": "", "facets": {"year": 50, "organisation": 500}, "sort": "amount"},
                             {"query": "\"myöntää avustuksen\"", "limit": 50}, {"query": "bidrag", "limit": 50}, ix=ix)
        for answer in asked:
            del answer["took_ms"]
        return found, asked

    def decisions(self, ix, found):
        """As `show` gives them, but for `source`, which says where this index read them, and `links`, of this index."""
        shown = {id: json.loads(self.search("show", ix, id, "--format", "json").out) for id in found}
        links = [decision.pop("links") for decision in shown.values()]
        self.assertTrue(all("cites" in each and "cited_by" in each for each in links))
        return {id: {**decision, "source": None} for id, decision in shown.items()}

    def test_many_jobs_as_one(self):
        self.update(SOURCE / "data/sample", "--jobs", "1")
        self.update(SOURCE / "data/sample", "--jobs", "4", ix=self.folder / "many")
        self.assertEqual(self.content(self.ix), self.content(self.folder / "many"))

    def test_parsed_and_fed_back(self):
        self.update(SOURCE / "data/sample")
        parsed = self.index("parse", SOURCE / "data/sample")
        again = self.folder / "again"
        self.update("-", ix=again, input=parsed.out)
        found, asked = self.content(self.ix)
        self.assertEqual((found, asked), self.content(again))
        self.assertEqual(sorted(decision["id"] for decision in parsed.lines), found)
        written = {decision["id"]: {**decision, "source": None} for decision in parsed.lines}
        some = found[::12]
        self.assertEqual(self.decisions(self.ix, some), {id: written[id] for id in some})
        self.assertEqual(self.decisions(again, some), {id: written[id] for id in some})

    def test_check_and_stats(self):
        self.update(SOURCE / "data/sample")
        self.assertIn("no errors", self.index("check", self.ix).out)
        stats = json.loads(self.index("stats", self.ix, "--json").out)
        self.assertIn(self.ask(query="")["total"], stats.values())


if __name__ == "__main__":
    programs.main()
