# SPDX-License-Identifier: GPL-2.0-or-later
"""A run that ends early: by a signal, or before the index had its first commit."""
import fcntl
import os
import resource
import select
import signal
import struct
import subprocess
import time

import programs
from programs import BIN, exchange, minutes

NOTHING = b""
FIRST_BLOCK = bytes(8192)


class Interrupted(programs.SystemTest):
    def stop(self, number, arguments, ready, **options):
        process = subprocess.Popen([str(BIN / "pykala-index"), "update", str(self.ix), *map(str, arguments)],
                                   stderr=subprocess.PIPE, text=True, **options)
        end = time.monotonic() + 60
        while not ready(process) and time.monotonic() < end:
            time.sleep(0.01)
        process.send_signal(number)
        _, told = process.communicate(timeout=100)
        return process.returncode, told

    def test_ctrl_c_commits_what_is_whole(self):
        for n in range(400):
            self.write(f"in/{n:04}.txt", minutes(n + 1, f"Asia {n}", f"HEL 2019-9{n:05}"))
        folder = self.folder / "in"
        status, told = self.stop(signal.SIGINT, [folder], lambda _: (self.ix / "iamglass").exists())
        if status == 0:
            self.skipTest("the run was over before the signal came")
        self.assertEqual(status, 130, told)
        self.assertIn("stopped by a signal", told)
        before = self.ask(query="")["total"]
        self.index("check", self.ix)
        self.assertRegex(self.update(folder).err, rf"\b{before} files? unchanged")
        self.assertEqual(self.ask(query="")["total"], 400)

    def test_a_signal_while_standard_input_is_waited_for(self):
        read, write = os.pipe()
        self.addCleanup(os.close, write)
        os.write(write, (exchange("a") + "\n").encode())

        def waits(process):
            empty = not select.select([read], [], [], 0)[0]
            return empty and (self.ix / "iamglass").exists()
        status, told = self.stop(signal.SIGTERM, ["-"], waits, stdin=read)
        os.close(read)
        self.assertEqual(status, 143, told)
        self.index("check", self.ix)


class BeforeTheFirstCommit(programs.SystemTest):
    """What a kill leaves while Xapian makes its files: a folder that is no index yet and must not be in the way."""

    def finish(self):
        self.update("-", input=exchange("a"))
        self.assertEqual(self.ask(query="")["total"], 1)
        self.assertIn("no errors", self.index("check", self.ix).out)

    def test_a_folder_of_begun_tables(self):
        left = {}
        for name, content in (("flintlock", NOTHING), ("v.tmp", b"half of a versi"), ("termlist.glass", NOTHING),
                              ("postlist.glass", NOTHING), ("postlist.glass", FIRST_BLOCK)):
            left[name] = content
            with self.subTest(left=list(left)):
                for begun, bytes_of_it in left.items():
                    self.write(f"index/{begun}", bytes_of_it)
                self.assertIn("not an index", self.search("find", self.ix, "asia", status=66).err)
                self.finish()
            for path in self.ix.iterdir():
                path.unlink()

    def test_a_version_and_no_tables(self):
        """Xapian writes its version file first: a limit of a thousand bytes for a file ends the run right after it."""
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        process = subprocess.run([str(BIN / "pykala-index"), "update", str(self.ix), "-"], input=exchange("a").encode(),
                                 capture_output=True, preexec_fn=limit)
        self.assertNotEqual(process.returncode, 0)
        self.assertTrue((self.ix / "iamglass").exists())
        self.assertLess(max(path.stat().st_size for path in self.ix.iterdir()), 1001)
        self.assertIn("no errors", self.index("check", self.ix).out)
        self.assertIn("did not get far", self.search("find", self.ix, "asia", status=66).err)
        self.finish()

    def test_an_index_that_another_program_is_making(self):
        lock = self.write("index/flintlock", NOTHING)
        table = self.write("index/postlist.glass", NOTHING)
        with open(lock, "w") as held:
            one_byte = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, 0, 1, 0)
            fcntl.fcntl(held, fcntl.F_OFD_SETLK, one_byte)
            told = self.update("-", input=exchange("a"), status=75).err
        self.assertIn("another program is writing", told)
        self.assertIn(f"process {os.getpid()}", told)
        self.assertTrue(table.exists())
        self.finish()

    def test_files_of_others_are_not_taken_for_begun_tables(self):
        long_table = FIRST_BLOCK + b"x"
        for name, content in (("paatos.txt", NOTHING), ("postlist.glass", long_table), ("flintlock/a", NOTHING)):
            with self.subTest(name=name):
                path = self.write(f"{name.partition('.')[0]}.d/{name}", content)
                folder = self.folder / f"{name.partition('.')[0]}.d"
                self.write(f"{folder.name}/v.tmp", NOTHING)
                self.assertIn("no index", self.update("-", input=exchange("a"), ix=folder, status=2).err)
                self.assertEqual(path.read_bytes(), content)


if __name__ == "__main__":
    programs.main()
