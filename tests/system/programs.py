# SPDX-License-Identifier: GPL-2.0-or-later
"""What the system tests share: both programs, a folder that goes away, decisions to write. PYKALA_BIN names the
folder of the programs, PYKALA_SOURCE the root of the repository."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

BIN = pathlib.Path(os.environ["PYKALA_BIN"])
SOURCE = pathlib.Path(os.environ["PYKALA_SOURCE"])
SKIPPED = 77  # what ctest shows as "Skipped"


def has_dictionary():
    """Whether the programs know Finnish words beside the rules (PYKALA_VOIKKO): only then compounds have parts."""
    terms = subprocess.run([BIN / "pykala-index", "terms"], input="rahoitushaku\n", capture_output=True, text=True, check=True)
    return len(terms.stdout.split()) > 1


needs_dictionary = unittest.skipUnless(has_dictionary(), "built without a dictionary: other words are found")

MINUTES = """Helsingin kaupunki            Pöytäkirja               1 (1)

Osallisuusjohtaja

{date}

{section} §
{title}

{case}

Päätös

Osallisuusjohtaja päätti {text}
"""


def minutes(section=17, title="Lähitilojen avustaminen", case="HEL 2019-901234 T 02 05 01",
            date="3.5.2019", text="myöntää avustuksen asukastilojen toimintaan."):
    """An invented decision as pdftotext gives it."""
    return MINUTES.format(section=section, title=title, case=case, date=date, text=text)


def exchange(id, **fields):
    """One line of the exchange format."""
    decision = {"id": id, "title": f"Otsikko {id}", "language": "fi",
                "parts": [{"heading": "Päätös", "role": "decision", "text": "Päätettiin myöntää avustus."}]}
    decision.update(fields)
    return json.dumps(decision, ensure_ascii=False)


class Result:
    def __init__(self, process):
        self.status, self.out, self.err = process.returncode, process.stdout, process.stderr

    @property
    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]


class SystemTest(unittest.TestCase):
    maxDiff = 4000

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="pykala-test-")
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.ix = self.folder / "index"

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def run_program(self, program, *arguments, input=None, status=0, **options):
        """Runs to the end and holds the exit status; anything a sanitizer says fails too."""
        data = input.encode() if isinstance(input, str) else input
        process = subprocess.run([str(BIN / program), *map(str, arguments)], input=data if data is not None else b"",
                                 capture_output=True, timeout=100, **options)
        process.stdout = process.stdout.decode()
        process.stderr = process.stderr.decode()
        told = f"{program} {' '.join(map(str, arguments))}\n{process.stdout[:2000]}\n{process.stderr[:4000]}"
        self.assertNotIn("Sanitizer", process.stderr, told)
        self.assertNotIn("runtime error", process.stderr, told)
        if status is not None:
            self.assertEqual(process.returncode, status, told)
        self.assertGreaterEqual(process.returncode, 0, told)
        return Result(process)

    def years_later(self, years, program, *arguments, input=""):
        """Runs a program with its clock moved."""
        # The moved clock is a library of its own before the sanitizer's.
        moved = {"LD_PRELOAD": str(BIN.parent / "tests/liblater_clock.so"),
                 "PYKALA_LATER_SECONDS": str(years * 365 * 24 * 3600),
                 "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}
        process = subprocess.run([str(BIN / program), *map(str, arguments)], input=input, capture_output=True, text=True,
                                 timeout=100, env=os.environ | moved)
        return Result(process)

    def index(self, *arguments, **options):
        return self.run_program("pykala-index", *arguments, **options)

    def search(self, *arguments, **options):
        return self.run_program("pykala-search", *arguments, **options)

    def update(self, *sources, ix=None, **options):
        return self.index("update", ix or self.ix, "--no-progress", *sources, **options)

    def ask_all(self, *requests, ix=None):
        """Responses of batch mode, one for each request (an object, or a line as it is)."""
        lines = [r if isinstance(r, (str, bytes)) else json.dumps(r) for r in requests]
        data = b"".join((line if isinstance(line, bytes) else line.encode()) + b"\n" for line in lines)
        return self.search("json", ix or self.ix, input=data).lines

    def ask(self, ix=None, **request):
        return self.ask_all(request, ix=ix)[0]

    def ids(self, ix=None, **request):
        return [hit["id"] for hit in self.ask(ix=ix, limit=1000, snippet_length=0, **request)["hits"]]

    def rows(self, path):
        return [json.loads(line) for line in pathlib.Path(path).read_text().splitlines()]


def main():
    """Runs the tests of the script; ctest sees a skip when nothing else was run."""
    program = unittest.main(exit=False, verbosity=2)
    result = program.result
    for test, reason in result.skipped:
        print(f"SKIPPED {test}: {reason}", file=sys.stderr)
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(SKIPPED if result.skipped and len(result.skipped) == result.testsRun else 0)
