#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Every example a person is shown finds something on data/sample: those of the schema table, of the page's start and search
guide in each language, and of README's table of the query language."""
import html
import json
import re

import programs
import service


class Examples(programs.SystemTest):
    def setUp(self):
        super().setUp()
        self.update(programs.SOURCE / "data/sample")

    def total(self, query):
        return self.ask(query=query, limit=0)["total"]

    def test_of_the_schema_table(self):
        said = self.search("fields").out
        examples = re.findall(r"(?<=\s)([\wäöå]+:(?:\"[^\"]+\"|[^\s\"]+))", said)
        self.assertGreaterEqual(len(examples), 16, said)
        for example in examples:
            with self.subTest(example):
                self.assertGreater(self.total(example), 0)

    def test_of_readme(self):
        text = (programs.SOURCE / "README.md").read_text(encoding="utf-8")
        rows = re.findall(r"^\| (`.*?) \|", text[text.index("## Asking"):text.index("## Precedents")], re.M)
        self.assertGreater(len(rows), 8)
        for example in (one for row in rows for one in re.findall(r"`([^`]+)`", row)):
            with self.subTest(example):
                self.assertGreater(self.total(example), 0)

    def test_an_option_is_read_as_the_same_filter_of_a_request(self):
        for option, field, value in (("--decision-maker", "decision_maker", "lautakunta"), ("--funder", "funder", "sosiaali"),
                                     ("--funder", "funder", "STEA"), ("--organisation", "organisation", "unknown")):
            with self.subTest(option, value=value):
                said = json.loads(self.search("find", self.ix, option, value, "--limit", "0", "--format", "json").out)
                asked = self.ask(query="", filters={field: [None if value == "unknown" else value]}, limit=0)
                self.assertGreater(asked["total"], 0)
                self.assertEqual([said["total"], said["notes"]], [asked["total"], asked["notes"]])
                self.assertEqual(bool(said["notes"]), value in ("lautakunta", "sosiaali"))

    def test_of_the_page(self):
        running = service.Service(self.ix)
        self.addCleanup(running.stop)
        for path in ("/fi/search", "/sv/help", "/en/help", "/fi/help"):
            page = running.get(path).body.decode()
            links = {html.unescape(one) for one in re.findall(r'href="(/\w\w/search\?q=[^"]+)"', page)}
            self.assertGreater(len(links), 3, path)
            for link in sorted(links):
                with self.subTest(path=path, link=link):
                    answer = running.get("/api/search?" + link.split("?", 1)[1])
                    self.assertGreater(json.loads(answer.body)["total"], 0)


programs.main()
