# SPDX-License-Identifier: GPL-2.0-or-later
"""Ends of a run that nobody wished for: kill -9 at random moments, a full disk, files that change. Small in ctest; for
a long run:  PYKALA_KILLS=20 PYKALA_ARCHIVE=FOLDER PYKALA_BIN=build/release/bin PYKALA_SOURCE=. python3 tests/fault/fault_test.py
The seed is printed and can be given back as PYKALA_SEED."""
import json
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "system"))
import programs
from programs import BIN, exchange, minutes

KILLS = int(os.environ.get("PYKALA_KILLS", 5))
SEED = int(os.environ.get("PYKALA_SEED", random.randrange(1 << 30)))
FILES, LINES = 22, 100  # more than two batches


class FaultTest(programs.SystemTest):
    def setUp(self):
        super().setUp()
        print(f"PYKALA_SEED={SEED}", file=sys.stderr)
        self.random = random.Random(SEED)

    def archive(self):
        if "PYKALA_ARCHIVE" in os.environ:
            return pathlib.Path(os.environ["PYKALA_ARCHIVE"])
        for n in range(FILES):
            lines = [exchange(f"{n}-{i}", title=f"Asia {n} {i}", date=f"2019-03-{1 + i % 28:02}") for i in range(LINES)]
            self.write(f"in/{n % 7}/{n:05}.jsonl", "\n".join(lines))
        self.write("in/last.txt", minutes())
        return self.folder / "in"

    def start(self, *arguments):
        return subprocess.Popen([str(BIN / "pykala-index"), *map(str, arguments)], stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def run_to_end(self, *arguments, status=0):
        process = subprocess.run([str(BIN / "pykala-index"), *map(str, arguments)], stdin=subprocess.DEVNULL,
                                 capture_output=True, text=True)
        self.assertEqual(process.returncode, status, process.stderr[-2000:])
        return process.stderr

    def everything(self, ix):
        """Ids of the decisions, a few searches, and that the index is whole."""
        self.assertIn("no errors", self.index("check", ix).out)
        stats = json.loads(self.index("stats", ix, "--json").out)
        for changing in ("bytes", "revision", "updated"):
            del stats[changing]
        answer = self.ask(ix=ix, query="asia päätös", facets={"year": 100, "decision_maker": 1000}, limit=0)
        return stats, answer["total"], answer["facets"]


class Killed(FaultTest):
    def kill_and_finish(self, ix, command, seconds):
        killed = 0
        for _ in range(KILLS):
            process = self.start(*command)
            time.sleep(self.random.uniform(0, 2 * seconds / KILLS))  # all of them together about one whole run
            killed += process.poll() is None
            process.send_signal(signal.SIGKILL)
            process.wait()
            if (ix / "iamglass").exists():
                self.assertIn("no errors", self.index("check", ix, status=None).out)
        return killed

    def test_update_killed_at_random_and_run_again(self):
        source = self.archive()
        clean = self.folder / "clean"
        begin = time.monotonic()
        self.run_to_end("update", clean, source)
        seconds = time.monotonic() - begin
        self.assertGreater(self.kill_and_finish(self.ix, ["update", self.ix, source], seconds), 0)
        self.run_to_end("update", self.ix, source)
        self.assertEqual(self.everything(self.ix), self.everything(clean))

    def test_rewrite_killed_at_random(self):
        if "PYKALA_ARCHIVE" in os.environ:
            self.skipTest("small archives only")
        source = self.archive()
        self.run_to_end("update", self.ix, source)
        before = self.everything(self.ix)
        begin = time.monotonic()
        self.run_to_end("purge", self.ix)
        seconds = time.monotonic() - begin
        for command in ("purge", "compact"):
            self.kill_and_finish(self.ix, [command, self.ix], seconds)
            self.run_to_end("compact", self.ix)
            self.assertEqual(self.everything(self.ix), before)
        self.assertEqual([path.name for path in self.folder.iterdir() if "rewrite" in path.name], [])


class DiskFull(FaultTest):
    def clean(self):
        """An index made in peace, and the sizes of its files."""
        source = self.archive()
        self.run_to_end("update", self.folder / "clean", source)
        return source, [path.stat().st_size for path in (self.folder / "clean").iterdir()]

    def fill_then_finish(self, ix, source, make_room, **full):
        """`full`: options of a run that meets the limit; what it committed can be searched, the next run finishes."""
        process = subprocess.run([str(BIN / "pykala-index"), "update", str(ix), str(source)], capture_output=True,
                                 text=True, **full)
        self.assertEqual(process.returncode, 74, process.stderr[-1000:])
        self.assertIn("what was committed before is whole", process.stderr)
        self.assertIn("no errors", self.index("check", ix).out)
        total = self.ask(ix=ix, query="")["total"]
        print(f"{total} decisions before the disk was full", file=sys.stderr)
        make_room()
        self.run_to_end("update", ix, source)
        self.assertEqual(self.everything(ix), self.everything(self.folder / "clean"))

    def test_no_file_may_grow(self):
        """As a full disk, for anyone: writing past a limit fails with an error."""
        source, sizes = self.clean()

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (max(sizes) - 8192, max(sizes) - 8192))
        self.fill_then_finish(self.ix, source, lambda: None, preexec_fn=limit)

    def test_a_full_file_system(self):
        disk = self.folder / "disk"
        disk.mkdir()
        source, sizes = self.clean()
        room = int(os.environ.get("PYKALA_ROOM", sum(sizes) * 9 // 10))
        mount = ["mount", "-t", "tmpfs", "-o", f"size={room}", "tmpfs", str(disk)]
        if subprocess.run(mount, capture_output=True).returncode:
            self.skipTest("a file system cannot be mounted here")
        self.addCleanup(subprocess.run, ["umount", "-l", str(disk)], check=True)
        self.fill_then_finish(disk / "index", source, lambda: subprocess.run(
            ["mount", "-o", f"remount,size={4 * (room + sum(sizes))}", str(disk)], check=True))

    def test_full_at_any_place(self):
        """Every place at which a write can fail ends the same way: Xapian has some of its own. Packing at the end takes
        more room than the index: without it the index stays as it is."""
        source, sizes = self.clean()
        disk = self.folder / "disk"
        disk.mkdir()
        told = []
        for part in range(50, 410, 12):
            with self.subTest(part=part):
                room = sum(sizes) * part // 100
                if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={room}", "tmpfs", str(disk)], capture_output=True).returncode:
                    self.skipTest("a file system cannot be mounted here")
                try:
                    told.append(self.full_or_done(disk, source))
                finally:
                    subprocess.run(["umount", "-l", str(disk)], check=True)
        self.assertEqual(set(told), {"full", "not packed", "packed"})

    def full_or_done(self, disk, source):
        process = subprocess.run([str(BIN / "pykala-index"), "update", str(disk / "index"), str(source)],
                                 capture_output=True, text=True)
        self.assertIn(process.returncode, (0, 74), process.stderr[-1000:])
        self.assertIn("no errors", self.index("check", disk / "index").out)
        if process.returncode == 74:
            self.assertIn("what was committed before is whole", process.stderr)
            return "full"
        self.assertEqual(self.everything(disk / "index"), self.everything(self.folder / "clean"))
        self.assertEqual([path.name for path in disk.iterdir()], ["index"])
        return "not packed" if "was not packed" in process.stderr else "packed"

    def test_no_room_for_a_rewrite(self):
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        self.run_to_end("update", self.ix, self.archive())
        before = self.everything(self.ix)
        for command in ("purge", "compact"):
            process = subprocess.run([str(BIN / "pykala-index"), command, str(self.ix)], capture_output=True, text=True,
                                     preexec_fn=limit)
            self.assertEqual(process.returncode, 74, process.stderr)
            self.assertEqual(self.everything(self.ix), before)
        self.assertEqual([path.name for path in self.folder.iterdir() if "rewrite" in path.name], [])


class HostileFiles(FaultTest):
    def rows_of(self, *sources, status=1):
        report = self.folder / "report.jsonl"
        self.update(*sources, "--report", report, status=status)
        return {row["source"]: row["reason"] for row in self.rows(report) if row["kind"] == "rejected"}

    def test_a_file_that_grows_while_it_is_read(self):
        line = exchange("x", parts=[{"heading": "Päätös", "role": "decision", "text": "Sana. " * 2000}])
        path = self.write("in/grows.jsonl", "\n".join(line for _ in range(200)) + "\n")
        done = threading.Event()

        def grow():
            with open(path, "a") as file:
                while not done.wait(0.001):
                    file.write("\n")
                    file.flush()
        thread = threading.Thread(target=grow)
        thread.start()
        try:
            rows = self.rows_of(self.folder / "in")
        finally:
            done.set()
            thread.join()
        self.assertIn("changed while it was read", rows["grows.jsonl"])
        self.assertEqual(self.ids(query=""), ["x"])
        self.assertIn("0 added, 1 replaced", self.update(self.folder / "in").err.splitlines()[-1])

    def test_two_gigabytes(self):
        for name in ("big.txt", "big.json", "big.jsonl"):
            with open(self.write(f"in/{name}", ""), "r+b") as file:
                file.truncate(2 << 30)
        self.write("in/good.txt", minutes())
        begin = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        rows = self.rows_of(self.folder / "in")
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - begin, 60)
        self.assertIn("larger than", rows["big.txt"])
        self.assertIn("larger than", rows["big.json"])
        self.assertIn("larger than", rows["big.jsonl"])  # zeros are no JSON, whatever the name says
        self.assertEqual(len(self.ids(query="")), 1)

    def test_devices_and_sockets(self):
        self.write("in/good.txt", minutes())
        os.symlink("/dev/zero", self.folder / "in/zero.txt")
        os.symlink("/dev/full", self.folder / "in/full.jsonl")
        os.mkfifo(self.folder / "in/pipe.txt")
        rows = self.rows_of(self.folder / "in")
        self.assertEqual(sorted(rows), ["full.jsonl", "pipe.txt", "zero.txt"])
        self.assertEqual(set(rows.values()), {"is neither a file nor a folder"})

    def test_ten_thousand_files_in_a_folder(self):
        os.mkdir(self.folder / "in")
        for n in range(10_000):
            (self.folder / f"in/{n}.md").write_bytes(b"")
        self.write("in/good.txt", minutes())
        rows = self.rows_of(self.folder / "in")
        self.assertEqual(len(rows), 10_000)
        self.assertEqual(len(self.ids(query="")), 1)


if __name__ == "__main__":
    programs.main()
