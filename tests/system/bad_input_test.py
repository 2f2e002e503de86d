# SPDX-License-Identifier: GPL-2.0-or-later
"""Each bad input is one clear row (what, why, what to do) in report and on standard error, status 1, and everything
else is indexed."""
import json
import os

import programs
from programs import exchange, minutes

LONG_LINE = 50 << 20


class BadInput(programs.SystemTest):
    def take_in(self, folder, rejected, indexed=1, **options):
        """Updates from `folder`; the report must have a row for each of `rejected` ({source: word of the reason})."""
        report = self.folder / "report.jsonl"
        result = self.update(folder, "--report", report, status=1 if rejected else 0, **options)
        rows = [row for row in self.rows(report) if row["kind"] == "rejected"]
        self.assertEqual(sorted(row["source"] for row in rows), sorted(rejected), rows)
        for row in rows:
            self.assertIn(rejected[row["source"]], row["reason"])
            self.assertTrue(row["hint"], row)
            self.assertIn(f"rejected: {row['source']}: {row['reason']}", result.err)
        self.assertEqual(len(self.ids(query="")), indexed)
        self.assertIn(f"{len(rows)} rejected" if rows else "decisions in the index", result.err)
        return rows

    def archive(self, name, content):
        """A folder with one good decision and one file more."""
        self.write("in/good.txt", minutes())
        self.write("in/" + name, content)
        return self.folder / "in"

    def test_empty_file(self):
        self.take_in(self.archive("empty.txt", b""), {"empty.txt": "empty"})

    def test_blank_file(self):
        self.take_in(self.archive("blank.txt", b" \n\n\t\n"), {"blank.txt": ""})

    def test_binary_file(self):
        self.take_in(self.archive("image.bin", bytes(range(256)) * 64), {"image.bin": "binary"})

    def test_broken_utf8(self):
        broken = minutes(section=18, case="HEL 2019-901235").encode().replace(b"asukastilojen", b"asukas\xff\xfetilojen")
        self.take_in(self.archive("broken.txt", broken), {"broken.txt": "UTF-8"})

    def test_latin1_is_read(self):
        latin = minutes(section=18, title="Ylätalon tilat", case="HEL 2019-901235").encode("latin-1")
        self.take_in(self.archive("latin1.txt", latin), {}, indexed=2)
        self.assertEqual(self.ask(query="ylätalo")["hits"][0]["title"], "Ylätalon tilat")

    def test_json_with_wrong_types(self):
        wrong = {"decisions": [{"Title": 17, "Content": ["x"], "DateDecision": {"a": 1}, "NativeId": []}]}
        self.take_in(self.archive("wrong.json", json.dumps(wrong)), {"wrong.json#1": ""})

    def test_json_that_is_broken(self):
        self.take_in(self.archive("broken.json", '{"decisions": [{"Title": '), {"broken.json": "JSON"})

    def test_lines_with_wrong_types(self):
        lines = [exchange("a"), '{"id": 17}', '{"id": "b", "date": "17.5.2017"}', '{"id": "c", "colour": 1}', "[1]",
                 "not json", exchange("d")]
        rejected = {f"x.jsonl#{n}": "" for n in range(2, 7)}
        rows = self.take_in(self.archive("x.jsonl", "\n".join(lines)), rejected, indexed=3)
        self.assertTrue(any("/date" in row["reason"] for row in rows), rows)
        self.assertTrue(any("/colour" in row["reason"] for row in rows), rows)

    def test_long_texts_of_one_line_over_and_over(self):
        """Were a stage's time not linear, the document would be refused as too slow."""
        head = "Kaupunginhallitus\n17.01.2022\n\n§ 5\nOtsikko\n\nPäätös\n\n"
        repeated = {"section": ("", "§ 1\n"), "page": ("", "Sivu 1\n\f"), "date": ("", "17.01.2022\n"),
                    "head": ("", "Kaupunginhallitus\n17.01.2022\n1 (2)\n\f"), "foot": (head, "x\n1 (2)\n\f"),
                    "link": (head + "# x\n", "["), "address": (head + "# x\n", "<http "), "word": (head, "a- ")}
        for name, (start, line) in repeated.items():
            self.write(f"in/{name}.{'md' if '# x' in start else 'txt'}", start + line * (380_000 if name == "section" else 150_000) + "\nx")
        report = self.folder / "report.jsonl"
        self.update(self.folder / "in", "--report", report, status=None)
        self.assertEqual([row for row in self.rows(report) if "too long" in row.get("reason", "")], [])

    def test_elements_of_many_attributes(self):
        page = "<html><body><p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x</p>"
        self.take_in(self.archive("page.html", page), {"page.html": "attributes"})

    def test_hostile_values_cost_one_row_at_most(self):
        lines = [exchange("\0" * 200), exchange("e" * 200), exchange("long" * 100),
                 exchange("f", organisations=["\0" * 2000, "ä" * 1000]),
                 exchange("g", decision_maker={"id": None, "name": "\0" * 2000}),
                 exchange("h", funders=[{"id": "\0" * 200, "relation": "funds", "quote": ""}]),
                 exchange("i", classification={"code": " " * 150, "title": ""}), exchange("j", case_number="\0" * 200),
                 exchange("k", classification={"code": "1 2 3", "title": "\ufffe\U0001F600"})]
        folder = self.archive("hostile.jsonl", "\n".join(lines))
        report = self.folder / "report.jsonl"
        self.update(folder, "--report", report, status=1)
        found = self.ids(query="")
        for id in ("e" * 200, "k"):
            self.assertIn(id, found)
        rejected = [row for row in self.rows(report) if row["kind"] == "rejected"]
        self.assertEqual(len(found) + len(rejected), 10)
        self.index("check", self.ix)

    def test_long_line_of_text(self):
        self.take_in(self.archive("long.txt", b"x" * LONG_LINE), {"long.txt": ""})

    def test_long_line_of_json_lines(self):
        lines = exchange("a").encode() + b"\n" + b"x" * LONG_LINE + b"\n" + exchange("b").encode() + b"\n"
        self.take_in(self.archive("long.jsonl", lines), {"long.jsonl#2": "longer than"}, indexed=3)

    def test_long_line_of_json_lines_alone(self):
        self.take_in(self.archive("long.jsonl", b"x" * LONG_LINE), {"long.jsonl#1": "longer than"})
        parsed = self.index("parse", self.folder / "in" / "long.jsonl", status=1)
        self.assertEqual(len(parsed.err.splitlines()), 1, parsed.err)

    def test_fifo(self):
        folder = self.archive("x.txt", minutes(section=18, case="HEL 2019-901235"))
        os.mkfifo(folder / "pipe.txt")
        self.take_in(folder, {"pipe.txt": "neither"}, indexed=2)

    def test_links(self):
        folder = self.archive("sub/x.txt", minutes(section=18, case="HEL 2019-901235"))
        os.symlink("..", folder / "sub" / "loop")
        os.symlink("loop2", folder / "loop2")
        os.symlink("nowhere.txt", folder / "vanished.txt")
        self.take_in(folder, {"loop2": "cannot read", "vanished.txt": "cannot read"}, indexed=2)

    def test_deep_folders(self):
        folder = self.archive("/".join(["d"] * 60) + "/x.txt", minutes(section=18))
        rows = self.take_in(folder, {"/".join(["d"] * 32): "deeper"})
        self.assertEqual(len(rows), 1)

    def test_names_that_are_not_text(self):
        folder = self.archive("x.txt", minutes(section=18, case="HEL 2019-901235"))
        with open(os.fsencode(folder) + b"/bad\xff\n\x1b[31m.txt", "wb"):
            pass
        result = self.update(folder, status=1)
        self.assertNotIn("\x1b", result.err)
        self.assertEqual(len(self.ids(query="")), 2)

    def test_a_good_run_is_status_0(self):
        self.take_in(self.archive("x.txt", minutes(section=18, case="HEL 2019-901235")), {}, indexed=2)


if __name__ == "__main__":
    programs.main()
