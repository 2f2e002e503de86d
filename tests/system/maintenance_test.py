# SPDX-License-Identifier: GPL-2.0-or-later
"""remove, purge, compact, stats and check: what they change, what they leave, and what is left of what was purged."""
import ctypes
import ctypes.util
import json
import os
import subprocess
import zlib

import programs
from programs import BIN, exchange, minutes

MARKER = "Xyzmerkkisana"


def inflated(data):
    """Everything in `data` that zlib can inflate, raw or with a header, wherever it begins (Xapian deflates blocks)."""
    out = []
    for begin in range(len(data)):
        for bits in (-15, 15):
            if bits == 15 and data[begin:begin + 1] != b"\x78":
                continue
            stream, text = zlib.decompressobj(bits), b""
            try:
                for at in range(begin, begin + 8192, 256):  # in steps: what comes before a cut end counts too
                    text += stream.decompress(data[at:at + 256])
            except zlib.error:
                pass
            if len(text) >= len(MARKER) and MARKER.lower().encode() in text.lower():
                out.append(text)
    return b"\n".join(out)


class Buffer(ctypes.Structure):
    """ZSTD_inBuffer and ZSTD_outBuffer."""
    _fields_ = [("bytes", ctypes.c_void_p), ("size", ctypes.c_size_t), ("at", ctypes.c_size_t)]


def unpacked(data):
    """Everything in `data` that Zstandard can unpack, wherever a frame of it begins."""
    library = ctypes.CDLL(ctypes.util.find_library("zstd") or "libzstd.so.1")
    library.ZSTD_createDStream.restype = ctypes.c_void_p
    out, begin = [], data.find(b"\x28\xb5\x2f\xfd")
    while begin >= 0:
        stream = ctypes.c_void_p(library.ZSTD_createDStream())
        text, frame = ctypes.create_string_buffer(1 << 16), data[begin:begin + 8192]
        source = ctypes.create_string_buffer(frame, len(frame))
        into, taken = Buffer(ctypes.addressof(text), len(text), 0), Buffer(ctypes.addressof(source), len(frame), 0)
        library.ZSTD_decompressStream(stream, ctypes.byref(into), ctypes.byref(taken))
        library.ZSTD_freeDStream(stream)
        out.append(text.raw[:into.at])
        begin = data.find(b"\x28\xb5\x2f\xfd", begin + 1)
    return b"\n".join(out)


class Maintenance(programs.SystemTest):
    def setUp(self):
        super().setUp()
        for section in (1, 2, 3):
            self.write(f"in/{section}.txt", minutes(section, f"Asia numero {section}", f"HEL 2019-90123{section}"))
        self.source = self.folder / "in"

    def left(self, ix=None):
        """Names of index files that hold the marker, as it stands, deflated or packed, in any letter case."""
        names = []
        for path in sorted((ix or self.ix).rglob("*")):
            data = path.read_bytes()
            if any(MARKER.lower().encode() in text.lower() for text in (data, inflated(data), unpacked(data))):
                names.append(path.name)
        return names

    def stored(self):
        """Whether a decision with the marker is stored in the index's files, in use or not."""
        files = self.ix.rglob("*.glass")
        return any(MARKER.lower().encode() in unpacked(path.read_bytes()).lower() for path in files)

    def marked(self, **fields):
        """A decision with the marker in every place that the exchange format has for text."""
        part = {"heading": MARKER, "role": "decision", "text": f"{MARKER} sai avustuksen. " + "Lorem ipsum. " * 30}
        values = {"title": f"Avustus {MARKER}", "date": "2099-12-31", "case_number": f"HEL 2099-{MARKER}",
                  "decision_maker": {"id": None, "name": f"Johtaja {MARKER}"}, "section": 99,
                  "classification": {"code": "99 99", "title": MARKER}, "parts": [part],
                  "funders": [{"id": f"OTHER:{MARKER}", "relation": "funds", "quote": MARKER}],
                  "amounts": [{"cents": 99999999900, "currency": "EUR", "role": "grant", "funder": None,
                               "quote": MARKER}],
                  "organisations": [f"{MARKER} ry"], "url": f"https://example.org/{MARKER}",
                  "attachments": [{"number": 1, "title": MARKER}]}
        values.update(fields)
        return exchange(f"id-{MARKER}", **values)

    def test_the_search_for_traces_finds_them(self):
        path = self.write("m.jsonl", "\n".join([self.marked(), exchange("a")]))
        self.update(path, self.source)
        self.assertTrue(self.left())
        self.index("remove", self.ix, f"id-{MARKER}")
        self.assertEqual(self.ask(query=MARKER)["total"], 0)
        self.assertTrue(self.left(), "deleted is not gone: else this test would prove nothing")
        self.assertTrue(self.stored(), "nor is what was stored of it")

    def test_purge_leaves_no_trace(self):
        path = self.write(f"{MARKER}.jsonl", self.marked())
        self.update(path, self.source)
        for _ in range(3):  # old revisions and free blocks
            self.write("in/1.txt", minutes(1, f"Asia uudelleen {_}", "HEL 2019-901231"))
            self.update(self.source)
        self.assertEqual(self.ask(query=MARKER)["total"], 1)
        self.assertIn("postlist.glass", self.left())
        self.assertTrue(self.stored())
        before = self.ask(query="asia", facets={"year": 10, "decision_maker": 10})
        result = self.index("purge", self.ix, f"id-{MARKER}")
        self.assertIn("1 decision purged, 3 in the index", result.err)
        self.assertEqual(self.left(), [])
        self.assertEqual(sorted(path.name for path in self.folder.iterdir() if "rewrite" in path.name), [])
        self.assertIn("no errors", self.index("check", self.ix).out)
        after = self.ask(query="asia", facets={"year": 10, "decision_maker": 10})
        for answer in (before, after):
            del answer["took_ms"]
        before["facets"] = after["facets"] = None  # the purged one was counted among the unfiltered
        self.assertEqual([hit["id"] for hit in before["hits"]], [hit["id"] for hit in after["hits"]])
        # The file still has it: a later update must not bring it, nor the file's name, back.
        told = self.update(path, self.source)
        self.assertIn("4 files unchanged", told.err)
        self.assertEqual(self.left(), [])
        self.write(f"{MARKER}.jsonl", self.marked() + "\n\n")
        told = self.update(path, self.source)
        self.assertIn("1 purged ones left out", told.err)
        self.assertIn("3 files unchanged", told.err)
        self.assertEqual(self.left(), [])
        self.assertIn("4 files unchanged", self.update(path, self.source).err)

    def test_an_emptied_index_knows_its_files(self):
        """What a file withholds is no longer withheld when it says so no more, though nothing is left in the index."""
        hidden = json.loads(exchange("y"))
        held = self.write("a.jsonl", exchange("x") + "\n" + json.dumps({**hidden, "public": False}) + "\n")
        self.update(held)
        self.index("purge", self.ix, "x")
        self.update(held)
        self.assertIn("1 file unchanged", self.update(held).err)
        self.write("a.jsonl", exchange("x") + "\n")
        self.update(held)
        self.assertIn("1 added", self.update(self.write("b.jsonl", exchange("y") + "\n")).err)

    def test_a_purge_can_be_taken_back(self):
        path = self.write("m.jsonl", "\n".join([self.marked(), exchange("a")]))
        self.update(path)
        self.index("purge", self.ix, f"id-{MARKER}")
        self.assertIn("1 purged", self.update(self.write("copy.jsonl", self.marked())).err)
        self.assertEqual(self.ids(query=""), ["a"])
        self.assertIn("had not been purged", self.index("purge", self.ix, "--allow-again", "a", status=1).err)
        self.index("purge", self.ix, "--allow-again", f"id-{MARKER}")
        self.update(path)
        self.assertEqual(sorted(self.ids(query="")), ["a", f"id-{MARKER}"])

    def test_purge_without_ids_erases_what_was_removed(self):
        self.update(self.write("m.jsonl", "\n".join([self.marked(), exchange("a")])))
        self.update(self.write("m.jsonl", exchange("a")))
        self.assertTrue(self.left())
        self.index("purge", self.ix)
        self.assertEqual(self.left(), [])

    def test_an_id_that_is_not_there_is_kept_out_all_the_same(self):
        self.update(self.source)
        self.assertIn("kept out", self.index("purge", self.ix, "a\x1b[2J", "b", status=1).err)
        self.update(self.write("x.jsonl", exchange("b") + "\n" + exchange("c")))
        self.assertNotIn("b", self.ids(query=""))
        self.assertIn("c", self.ids(query=""))

    def test_remove_until_the_file_changes(self):
        self.update(self.source)
        ids = sorted(self.ids(query=""))
        result = self.index("remove", self.ix, "-", input="\n".join(ids[:2] + ["nothing"]), status=1)
        self.assertIn("nothing: not in the index", result.err)
        self.assertEqual(self.ids(query=""), ids[2:])
        self.update(self.source)
        self.assertEqual(self.ids(query=""), ids[2:])
        self.write("in/1.txt", minutes(1, "Asia muutettuna", "HEL 2019-901231"))
        self.update(self.source)
        self.assertEqual(len(self.ids(query="")), 2)

    def test_compact_changes_nothing_but_the_size(self):
        for n in range(5):
            self.update("-", input="\n".join(exchange(f"{i}", title=f"Otsikko {n} {i}") for i in range(300)))
        before = self.ask(query="otsikko", limit=300)
        size = sum(path.stat().st_size for path in self.ix.iterdir())
        self.assertIn("300 decisions", self.index("compact", self.ix).err)
        self.assertLess(sum(path.stat().st_size for path in self.ix.iterdir()), size)
        after = self.ask(query="otsikko", limit=300)
        del before["took_ms"], after["took_ms"]
        self.assertEqual(before, after)
        self.index("check", self.ix)
        self.update("-", input=exchange("new"))
        self.assertEqual(len(self.ids(query="")), 301)

    def test_a_large_load_is_packed_at_its_end(self):
        def size():
            return sum(path.stat().st_size for path in self.ix.iterdir())
        for n in range(4):
            self.write(f"load/{n}.jsonl", "\n".join(exchange(f"{n}-{i}", title=f"Otsikko {n} {i}") for i in range(300)))
        self.update(self.folder / "load")
        loaded, folder = size(), self.ix.stat().st_ino
        self.index("compact", self.ix)
        self.assertGreater(size(), loaded * 0.98)
        self.assertNotEqual(self.ix.stat().st_ino, folder, "a rewritten index is another folder")
        folder = self.ix.stat().st_ino
        self.update("-", input=exchange("one more"))
        self.assertEqual(self.ix.stat().st_ino, folder, "one decision is no large load")

    def load(self, *arguments):
        """An update large enough to be packed at its end."""
        self.write("load/1.jsonl", "\n".join(exchange(f"{i}", title=f"Otsikko {i}") for i in range(1000)))
        return self.update(self.folder / "load", *arguments)

    def test_a_large_load_leaves_files_of_others_alone(self):
        self.update("-", input=exchange("first"))
        (self.ix / "note.txt").write_text("kept")
        self.assertIn("was not packed", self.load("--report", self.ix / "report.jsonl").err)
        self.assertEqual((self.ix / "note.txt").read_text(), "kept")
        self.assertIn("summary", (self.ix / "report.jsonl").read_text())

    def test_a_large_load_leaves_a_folder_beside_it_alone(self):
        self.update("-", input=exchange("first"))
        beside = self.ix.parent / (self.ix.name + ".rewrite")
        beside.mkdir()
        (beside / "note.txt").write_text("kept")
        self.assertIn("was not packed", self.load().err)
        self.assertEqual((beside / "note.txt").read_text(), "kept")

    def test_who_may_read_an_index_stays_so(self):
        self.update("-", input=exchange("first"))
        self.ix.chmod(0o2750)
        for path in self.ix.iterdir():
            path.chmod(0o640)
        if os.geteuid() == 0:
            for path in (self.ix, *self.ix.iterdir()):
                os.chown(path, 4321, 4322)
            self.ix.chmod(0o2750)

        def access(path):
            return oct(path.stat().st_mode), path.stat().st_uid, path.stat().st_gid

        def all_access():  # Xapian makes its version file anew at each commit
            return {path.name: access(path) for path in (self.ix, *self.ix.iterdir()) if path.name != "iamglass"}
        before = all_access()
        folder = self.ix.stat().st_ino
        self.load()
        self.assertNotEqual(self.ix.stat().st_ino, folder)
        self.assertEqual(all_access(), before)
        for command in ("compact", "purge"):
            self.index(command, self.ix)
            self.assertEqual(all_access(), before)

    def test_a_running_search_sees_the_rewritten_index(self):
        self.update("-", input=exchange("a") + "\n" + exchange("b"))
        process = subprocess.Popen([str(BIN / "pykala-search"), "json", str(self.ix)], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, text=True, bufsize=1)
        self.addCleanup(process.wait)

        def ask():
            process.stdin.write('{"query": ""}\n')
            process.stdin.flush()
            return sorted(hit["id"] for hit in json.loads(process.stdout.readline())["hits"])
        self.assertEqual(ask(), ["a", "b"])
        self.index("purge", self.ix, "a")
        self.assertEqual(ask(), ["b"])
        self.index("compact", self.ix)
        self.assertEqual(ask(), ["b"])
        self.update("-", input=exchange("c"))
        self.assertEqual(ask(), ["b", "c"])
        process.stdin.close()
        process.stdout.close()

    def test_an_interrupted_rewrite_is_cleared_away(self):
        self.update(self.source)
        leftover = self.folder / "index.rewrite"
        for version in (True, False):  # it is written last by a compaction
            os.mkdir(leftover)
            if version:
                (leftover / "iamglass").write_bytes(b"x")
            (leftover / "docdata.glass").write_bytes(MARKER.encode() * 1000)
            self.update(self.source)
            self.assertFalse(leftover.exists())
        self.write("index.rewrite/minutes.txt", "a folder of somebody's")
        self.update(self.source)
        self.assertTrue(leftover.exists())

    def test_no_index_no_change(self):
        for command in (["purge", self.ix], ["purge", self.ix, "a"], ["remove", self.ix, "a"], ["compact", self.ix]):
            self.assertIn("no such index", self.index(*command, status=66).err)
            self.assertFalse(self.ix.exists())
        self.index("remove", self.ix, status=2)

    def test_stats_and_check_print_no_control_characters(self):
        self.update("-", input=exchange("a\x1b[2J", language="fi", funders=[
            {"id": "OTHER:\x1b]0;x\x07", "relation": "funds", "quote": ""}]))
        for command in (["stats", self.ix], ["stats", self.ix, "--json"], ["check", self.ix]):
            self.assertNotRegex(self.index(*command).out, "[\x00-\x09\x0b-\x1f\x7f]")

    def test_check_finds_damage(self):
        self.update("-", input="\n".join(exchange(f"{i}") for i in range(200)))
        for path in self.ix.glob("*.glass"):
            data = bytearray(path.read_bytes())
            for at in range(len(data) // 4, len(data), 97):
                data[at] ^= 0x5A
            path.write_bytes(bytes(data))
        result = self.index("check", self.ix, status=None)
        self.assertIn(result.status, (65, 74))
        self.assertNotIn("no errors", result.out)


if __name__ == "__main__":
    programs.main()
