# SPDX-License-Identifier: GPL-2.0-or-later
"""Every format is told by its content and gives the same decision; what is broken or a bomb is one clear row."""
import gzip
import json
import os
import shutil
import unittest

import papers
import programs
from programs import exchange, minutes

FORMATS = {
    "text": minutes().encode(),
    "utf16": minutes().encode("utf-16"),
    "windows1252": minutes().encode("cp1252"),
    "gzip": gzip.compress(minutes().encode()),
    "pdf": papers.pdf(minutes().splitlines()),
    "docx": papers.docx(minutes().replace("\nPäätös\n", "\n# Päätös\n")),
    "odt": papers.odt(minutes()),
}


class Formats(programs.SystemTest):
    def parse(self, *names, status=0, env=None):
        return self.index("parse", *names, status=status, env=env)

    def test_every_format_gives_the_same_decision(self):
        for name, content in FORMATS.items():
            with self.subTest(name):
                if name == "pdf" and shutil.which("pdftotext") is None:
                    continue
                decision, = self.parse(self.write(f"{name}.dat", content)).lines
                for field, value in {"title": "Lähitilojen avustaminen", "date": "2019-05-03", "section": 17,
                                     "case_number": "HEL 2019-901234", "kind": "decision"}.items():
                    self.assertEqual(decision[field], value, decision)
                self.assertEqual(decision["decision_maker"]["name"], "Osallisuusjohtaja")
                self.assertEqual(decision["parts"][-1]["heading"], "Päätös")
                self.assertEqual(" ".join(decision["parts"][-1]["text"].split()),
                                 "Osallisuusjohtaja päätti myöntää avustuksen asukastilojen toimintaan.")

    def test_archive_of_many(self):
        entries = {f"2019/{name}.dat": content for name, content in FORMATS.items() if name != "pdf"}
        entries["lines.jsonl.gz"] = gzip.compress("\n".join([exchange("a"), exchange("b")]).encode())
        entries["../../evil.txt"] = minutes(section=99)
        archive = self.write("in/vuosi.zip", papers.pack(entries))
        result = self.parse(archive, status=1)
        self.assertEqual(len(result.lines), len(FORMATS) - 1 + 2)
        self.assertIn("vuosi.zip/2019/text.dat", [line["source"] for line in result.lines])
        self.assertIn("leads out of its archive", result.err)
        self.update(self.folder / "in", status=1)
        self.assertEqual(len(self.ids(query="")), 3)  # the same decision of each format, and a and b

    @unittest.skipIf(shutil.which("pdftotext") is None, "pdftotext is not installed")
    def test_the_small_archive(self):
        """tests/corpora/formats, whose README tells what each file becomes."""
        corpus = programs.SOURCE / "tests/corpora/formats"
        found = {path.name: self.parse(path).lines for path in corpus.iterdir() if path.suffix != ".md"}
        self.assertEqual({name: len(lines) for name, lines in found.items()},
                         {"poytakirja.pdf": 3, "esitys.docx": 1, "muistio.odt": 1, "meetings.json": 3, "vuosi-2022.zip": 3})
        minutes = found["poytakirja.pdf"]
        self.assertEqual([line["section"] for line in minutes], [31, 32, 33])
        self.assertEqual([line["id"] for line in minutes[:2]], [line["id"] for line in found["vuosi-2022.zip"][:2]])
        self.assertEqual([(a["cents"], a["role"]) for a in minutes[1]["amounts"]], [(740000, "grant"), (900000, "grant")])
        self.assertEqual([part["heading"] for part in minutes[1]["parts"]], ["Päätös", "Päätöksen perustelut"])
        self.assertNotIn("Meri", json.dumps(minutes))
        self.assertEqual([line["kind"] for name in ("esitys.docx", "muistio.odt") for line in found[name]], ["motion", "other"])
        self.assertEqual([line["language"] for line in found["meetings.json"]], ["fi", "fi", "sv"])

    def test_bombs_end_soon(self):
        zeros = bytes(30 << 20)
        bomb = gzip.compress(zeros, 9)
        for name, content in {"a.txt.gz": bomb, "b.zip": papers.pack({"x.txt": zeros}),
                              "c.docx": papers.pack({"word/document.xml": zeros})}.items():
            with self.subTest(name):
                result = self.parse(self.write(name, content), status=1)
                self.assertEqual(len(result.err.strip().splitlines()), 1, result.err)
                self.assertIn("times its size", result.err)
                self.assertEqual(result.out, "")

    def test_office_that_is_no_document(self):
        for content, word in ((papers.pack({"xl/workbook.xml": "<x/>"}), "ZIP file, not text"),
                              (papers.pack({"word/document.xml": "<w:p>"}), "XML is broken"),
                              (papers.pack({"word/document.xml": "<w:p/>"}), "without text"),
                              (papers.pack({"word/document.xml": "<a>" * 300 + "</a>" * 300}), "nested deeper")):
            with self.subTest(word):
                self.assertIn(word, self.parse(self.write("a.docx", content), status=1).err)

    @unittest.skipIf(shutil.which("pdftotext") is None, "pdftotext is not installed")
    def test_pdf_that_gives_nothing(self):
        self.assertIn("its pages are pictures", self.parse(self.write("a.pdf", papers.pdf([], [])), status=1).err)
        self.assertIn("pdftotext cannot read", self.parse(self.write("a.pdf", "%PDF-1.4 rikki"), status=1).err)

    def test_pdf_without_pdftotext(self):
        path = self.write("a.pdf", FORMATS["pdf"])
        self.assertIn("install poppler-utils", self.parse(path, status=1, env=dict(os.environ, PATH="/nowhere")).err)

    def test_meetings_and_cases(self):
        item = {"AgendaPoint": "1", "Section": "17 §", "AgendaItem": "Avustus", "HTML": "<h3>Päätös</h3><p>Päätettiin.</p>",
                "PDF": {"NativeId": "{A-1}", "Type": "päätös", "Language": "fi"}}
        secret = {"AgendaPoint": "2", "AgendaItem": "Salassa pidettävä (JulkL 24.1 § 25 k)", "PDF": {"NativeId": "{A-2}"},
                  "HTML": "<h1 class=\"AsiaOtsikko\">Salainen asia</h1><p>Salainen teksti</p>"}
        meeting = {"MeetingID": "004", "DateMeeting": "2022-01-17T16:00:00.000", "DecisionMakerId": "00400",
                   "DecisionMaker": "Kaupunginhallitus", "Agenda": [item, secret],
                   "Composition": [{"Name": "Meri Niemi"}]}
        case = {"CaseID": "HEL-2022-900001", "CaseIDLabel": "HEL 2022-900001", "Title": "Avustus", "Handlings": [],
                "Records": [{"Title": "Salainen liite", "Type": "liite", "PublicityClass": "Salassa pidettävä"}]}
        result = self.parse(self.write("a.json", json.dumps({"meetings": [meeting], "cases": [case]}, indent=1)))
        decision, hidden, file = result.lines
        self.assertEqual((decision["id"], decision["section"], decision["date"], decision["decision_maker"]["id"]),
                         ("A-1", 17, "2022-01-17", "00400"))
        self.assertEqual((hidden["kind"], file["kind"], file["case_number"]), ("motion", "other", "HEL 2022-900001"))
        for word in ("Salainen", "Niemi"):
            self.assertNotIn(word, result.out)


if __name__ == "__main__":
    programs.main()
