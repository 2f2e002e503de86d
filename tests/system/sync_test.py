# SPDX-License-Identifier: GPL-2.0-or-later
"""Several sources in one index: who owns a decision, what withdrawal and expiry reach, what a run says."""
import json
import os
import pathlib
import pty
import subprocess
import time

import programs
from programs import BIN, exchange, minutes

MEMO = "Muistio\n\nTämä on muistio numero {}, jossa ei ole pykälää eikä päivää.\n"


class SeveralSources(programs.SystemTest):
    def told(self, *sources, status=0):
        return self.update(*sources, status=status).err.splitlines()[-1]

    def test_the_older_copy_is_read_when_the_newer_goes(self):
        one = self.write("a/x.jsonl", exchange("1"))
        two = self.write("b/y.jsonl", exchange("1") + "\n" + exchange("2"))
        self.update(one, two)
        self.assertIn("2 files unchanged", self.told(one, two), "two copies are not read in turns for ever")
        two.write_text(exchange("2"))
        self.assertIn("1 added", self.told(one, two))
        self.assertEqual(sorted(self.ids(query="")), ["1", "2"])
        self.assertIn("2 files unchanged", self.told(one, two))

    def test_the_older_copy_is_read_when_the_newer_file_is_pruned(self):
        self.write("in/a.jsonl", exchange("1"))
        self.write("in/b.jsonl", exchange("1"))
        self.update(self.folder / "in")
        os.remove(self.folder / "in/b.jsonl")
        self.told(self.folder / "in", "--prune")
        self.assertEqual(self.ids(query=""), ["1"])

    def test_a_withdrawal_outlives_a_change_of_the_other_file(self):
        one = self.write("one.jsonl", exchange("1"))
        two = self.write("two.jsonl", exchange("1", public=False))
        self.told(one, two)
        self.assertEqual(self.ids(query=""), [])
        one.write_text(exchange("1", title="Muutettu"))
        self.told(one, two)
        self.assertEqual(self.ids(query=""), [])
        two.write_text(exchange("3"))
        self.told(one, two)
        self.assertEqual(sorted(self.ids(query="")), ["1", "3"])

    def test_expiry_reaches_what_no_file_brings_again(self):
        self.update("-", input=exchange("a", expires="2190-01-01") + "\n" + exchange("b"))
        self.assertEqual(len(self.ids(query="")), 2)
        other = self.write("x.jsonl", exchange("c"))
        self.assertIn("1 removed", self.years_later(200, "pykala-index", "update", self.ix, other).err)

    def test_what_has_expired_is_not_shown_before_the_next_update(self):
        self.update("-", input="\n".join([
            exchange("a", expires="2190-01-01"), exchange("b", cites=[{"id": "a"}]),
            exchange("c", expires="2190-01-01", cites=[{"id": "b"}])]))
        requests = [{"query": "avustus", "facets": {"kind": 5}}, {"query": "", "sort": "newest"}, {"query": "otsikko:a"},
                    {"similar_to": "b", "earlier_only": False}, {"query": 'viittaa:b'}, {"similar_to": "a"}]
        lines = "\n".join(json.dumps(request) for request in requests)

        def shown(text):
            answers = [json.loads(line) for line in text.splitlines()]
            return [sorted(hit["id"] for hit in answer["hits"]) if "hits" in answer else answer["error"]["code"]
                    for answer in answers]
        self.assertEqual(shown(self.search("json", self.ix, input=lines).out),
                         [["a", "b", "c"], ["a", "b", "c"], ["a"], ["a", "c"], ["c"], ["b", "c"]])
        later = self.years_later(200, "pykala-search", "json", self.ix, input=lines).out
        self.assertEqual(shown(later), [["b"], ["b"], [], [], [], "not_found"])
        first = json.loads(later.splitlines()[0])
        self.assertEqual((first["total"], first["facets"]["kind"][0]["count"]), (1, 1))
        self.assertEqual(self.years_later(200, "pykala-search", "show", self.ix, "a").status, 65)

    def test_one_relative_path_below_two_folders(self):
        for root in ("a", "b"):
            self.write(f"{root}/muistio.txt", MEMO.format(root))
        roots = [self.folder / "a", self.folder / "b"]
        self.assertIn("2 added", self.told(*roots))
        ids = sorted(self.ids(query=""))
        self.assertEqual(len(ids), 2)
        self.assertIn("2 files unchanged", self.told(*roots))
        for root in ("a", "b"):
            self.write(f"{root}/muistio.txt", MEMO.format(root) + "Lisäys.\n")
        self.assertIn("0 added, 2 replaced, 0 removed", self.told(*roots))
        self.assertEqual(sorted(self.ids(query="")), ids)
        parsed = self.index("parse", *roots).lines
        self.assertEqual(len({decision["id"] for decision in parsed}), 2)

    def test_documents_without_id_on_standard_input(self):
        line = exchange("x")
        for n in (1, 2):
            fields = json.loads(line)
            del fields["id"]
            fields["title"] = f"Otsikko {n}"
            self.update("-", input=json.dumps(fields))
        self.assertEqual(len(self.ids(query="")), 2)

    def test_names_that_are_not_text_are_pruned(self):
        path = os.fsencode(self.folder) + b"/in/bad\xff.txt"
        self.write("in/good.txt", minutes())
        with open(path, "wb") as file:
            file.write(minutes(18, "Toinen", "HEL 2019-901299").encode())
        self.update(self.folder / "in")
        self.assertEqual(len(self.ids(query="")), 2)
        self.assertIn("0 removed, 2 files unchanged", self.told(self.folder / "in", "--prune"))
        os.remove(path)
        self.assertIn("1 removed", self.told(self.folder / "in", "--prune"))
        self.assertEqual(len(self.ids(query="")), 1)

    def test_masking_is_remembered_and_reaches_what_was_read_before(self):
        text = "Hakija 010190-123A, puh. 050 123 4567, x.y@gmail.com, kirjaamo@hel.fi."
        self.write("in/1.txt", minutes(text=text))
        self.update(self.folder / "in")
        self.assertEqual(self.ask(query="010190-123A")["total"], 1)
        self.write("in/2.txt", minutes(18, "Toinen", "HEL 2019-901299", text=text))
        self.update(self.folder / "in", "--mask-personal-data")
        self.write("in/3.txt", minutes(19, "Kolmas", "HEL 2019-901298", text=text))
        self.update(self.folder / "in")
        self.assertEqual(len(self.ids(query="")), 3)
        for id in self.ids(query=""):
            shown = self.search("show", self.ix, id, "--format", "json").out
            self.assertIn("Hakija ***, puh. ***, ***, kirjaamo@hel.fi.", shown)
        for query in ("010190-123A", "050 123 4567", "\"050 123 4567\"", "x.y@gmail.com"):
            self.assertNotIn("123A", json.dumps(self.ask(query=query)))
        self.assertIn("***", self.index("parse", self.folder / "in", "--mask-personal-data").out)


class Telling(programs.SystemTest):
    def test_a_summary_one_can_act_on(self):
        self.write("in/memo.txt", MEMO.format(1))
        self.write("in/empty.txt", "")
        self.write("in/good.txt", minutes())
        report = self.folder / "report.jsonl"
        last = self.update(self.folder / "in", "--report", report, status=1).err.splitlines()[-1]
        self.assertIn(f"2 decisions in the index: 2 added", last)
        self.assertIn(f"1 rejected, 1 without a date: see {report}", last)
        rows = self.rows(report)
        self.assertEqual([row["kind"] for row in rows], ["rejected", "remark", "summary"])
        self.assertEqual((rows[1]["source"], rows[2]["rejected"], rows[2]["without_date"]), ("memo.txt", 1, 1))

    def test_a_link_to_a_folder_is_told_and_no_failure(self):
        self.write("in/good.txt", minutes())
        os.symlink("..", self.folder / "in/up")
        self.assertIn("note: up: a link to a folder, not followed", self.update(self.folder / "in").err)

    def test_an_empty_source_is_not_pruned(self):
        self.write("in/good.txt", minutes())
        self.update(self.folder / "in")
        (self.folder / "in/good.txt").unlink()
        refused = self.update(self.folder / "in", "--prune", status=69).err
        self.assertIn("has no files; --prune would remove all of its 1 decision", refused)
        self.assertIn("--prune-empty", refused)
        self.assertEqual(len(self.ids(query="")), 1)
        self.update(self.folder / "in")
        self.assertEqual(len(self.ids(query="")), 1)
        self.assertIn("0 decisions in the index", self.update(self.folder / "in", "--prune", "--prune-empty").err)
        self.update(self.folder / "in", "--prune")  # nothing to lose

    def test_two_documents_of_one_id_are_told_the_same_way_in_every_run(self):
        def other(title):
            return exchange("x", title=title, parts=[{"heading": "Päätös", "role": "decision", "text": f"{title} päätettiin."}])
        self.write("in/a.jsonl", other("Yksi"))
        self.write("in/b.jsonl", other("Kaksi") + "\n" + exchange("y"))
        self.write("in/c.jsonl", other("Kolme") + "\n" + exchange("y", url="https://example.org/"))
        told = [[line for line in self.update(self.folder / "in", status=1).err.splitlines() if ": " in line and
                 line.startswith(("rejected", "note"))] for _ in range(3)]
        rejected = [line for line in told[0] if line.startswith("rejected")]
        self.assertEqual([line.split(": ")[1] for line in rejected], ["b.jsonl#1", "c.jsonl#1"])
        self.assertEqual([told[1], told[2]], [rejected, rejected])
        self.assertEqual([self.ask(query="")["total"], self.index("parse", self.folder / "in").lines[0]["title"]],
                         [2, "Yksi"])
        (self.folder / "in/a.jsonl").unlink()
        self.update(self.folder / "in", "--prune", status=1)
        self.assertIn("Kaksi", [hit["title"] for hit in self.ask(query="")["hits"]])

    def test_the_report_of_parse_has_a_summary(self):
        self.write("in/good.txt", minutes())
        self.write("in/empty.txt", "")
        report = self.folder / "report.jsonl"
        self.index("parse", self.folder / "in", "--report", report, status=1)
        self.assertEqual(self.rows(report)[-1],
                         {"kind": "summary", "decisions": 1, "not_public": 0, "rejected": 1, "without_date": 0})

    def test_a_bar_on_a_terminal_and_none_in_a_pipe(self):
        path = self.write("x.jsonl", "\n".join(exchange(str(i)) for i in range(3000)))
        master, slave = pty.openpty()
        process = subprocess.Popen([str(BIN / "pykala-index"), "update", str(self.ix), str(path)], stderr=slave,
                                   env=dict(os.environ, TERM="xterm"))
        os.close(slave)
        shown = b""
        while True:
            try:
                data = os.read(master, 65536)
            except OSError:  # the other end is closed
                break
            if not data:
                break
            shown += data
        os.close(master)
        self.assertEqual(process.wait(), 0)
        self.assertRegex(shown.decode(), r"\r\x1b\[K.*decisions  [\d ]+/s")
        self.assertIn("3 000 decisions in the index", shown.decode())
        self.assertEqual(len(self.index("update", self.ix, path).err.splitlines()), 1)

    def test_who_holds_the_lock(self):
        process = subprocess.Popen([str(BIN / "pykala-index"), "update", str(self.ix), "-"], stdin=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        while not (self.ix / "iamglass").exists():
            time.sleep(0.02)
        result = self.update("-", input=exchange("a"), status=75)
        self.assertIn("another program is writing to this index", result.err)
        self.assertIn(f"pykala-index, process {process.pid}", result.err)
        for command in ("compact", "purge"):
            self.index(command, self.ix, status=75)
        process.stdin.close()


if __name__ == "__main__":
    programs.main()
