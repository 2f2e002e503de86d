# SPDX-License-Identifier: GPL-2.0-or-later
"""Folders and files that may not be read are rows of the report, and cost nothing that was indexed before. Root reads
everything, so under root the programs run as `nobody`; where that cannot be done the tests are skipped."""
import os
import unittest

import programs
from programs import minutes

NOBODY = 65534


def may_run_as_nobody():
    if os.geteuid() != 0:
        return True
    child = os.fork()
    if child == 0:
        try:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            os.execv(programs.BIN / "pykala-index", ["pykala-index", "--version"])
        finally:
            os._exit(1)
    return os.waitpid(child, 0)[1] == 0


@unittest.skipUnless(may_run_as_nobody(), "root reads every folder, and `nobody` cannot run the programs here")
class Permissions(programs.SystemTest):
    def setUp(self):
        super().setUp()
        self.write("in/good.txt", minutes())
        self.write("in/closed/x.txt", minutes(section=18, case="HEL 2019-901235"))
        self.write("in/secret.txt", minutes(section=19, case="HEL 2019-901236"))
        self.as_nobody = {}
        if os.geteuid() == 0:
            self.as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            for folder, _, files in os.walk(self.folder):
                for path in [folder, *(os.path.join(folder, name) for name in files)]:
                    os.chown(path, NOBODY, NOBODY)

    def close(self):
        os.chmod(self.folder / "in/closed", 0)
        os.chmod(self.folder / "in/secret.txt", 0)
        self.addCleanup(os.chmod, self.folder / "in/closed", 0o700)

    def sections(self):
        return sorted(hit["section"] for hit in self.ask(query="")["hits"])

    def test_what_cannot_be_read_is_told(self):
        self.close()
        report = self.folder / "report.jsonl"
        result = self.update(self.folder / "in", "--report", report, status=1, **self.as_nobody)
        rows = {row["source"]: row for row in self.rows(report) if row["kind"] == "rejected"}
        self.assertEqual(sorted(rows), ["closed", "secret.txt"])
        self.assertIn("cannot read the folder", rows["closed"]["reason"])
        self.assertIn("permission", rows["secret.txt"]["hint"])
        self.assertIn("rejected: closed:", result.err)
        self.assertEqual(self.sections(), [17])

    def test_prune_keeps_what_it_could_not_look_for(self):
        self.update(self.folder / "in", **self.as_nobody)
        self.assertEqual(self.sections(), [17, 18, 19])
        self.close()
        os.remove(self.folder / "in/good.txt")
        self.update(self.folder / "in", "--prune", status=1, **self.as_nobody)
        self.assertEqual(self.sections(), [18, 19])

    def test_a_report_that_cannot_be_written(self):
        os.mkdir(self.folder / "kept", 0o500)
        result = self.update(self.folder / "in", "--report", self.folder / "kept/r.jsonl", status=74, **self.as_nobody)
        self.assertIn("cannot write the report", result.err)

    def test_an_index_that_cannot_be_made(self):
        os.mkdir(self.folder / "kept", 0o500)
        self.update(self.folder / "in", ix=self.folder / "kept/index", status=74, **self.as_nobody)


if __name__ == "__main__":
    programs.main()
