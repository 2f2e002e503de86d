# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person did wrong is a clear error with a hint, and the exit status that README names."""
import json
import os
import subprocess

import programs
from programs import exchange


class Usage(programs.SystemTest):
    def test_wrong_options_and_commands(self):
        for program, arguments in [("pykala-index", ["update", "--colour", "x", "y"]), ("pykala-index", ["index", "x"]),
                                   ("pykala-index", []), ("pykala-index", ["update", self.ix]),
                                   ("pykala-index", ["update", self.ix, self.folder, "--jobs", "0"]),
                                   ("pykala-index", ["update", self.ix, self.folder, "--jobs", "many"]),
                                   ("pykala-search", []), ("pykala-search", ["find"]),
                                   ("pykala-search", ["find", self.ix, "x", "--colour", "red"]),
                                   ("pykala-search", ["find", self.ix, "x", "--sort", "best"]),
                                   ("pykala-search", ["show", self.ix]),
                                   ("pykala-search", ["find", self.ix, "x", "--format", "xml"])]:
            with self.subTest(program=program, arguments=arguments):
                result = self.run_program(program, *arguments, status=2)
                self.assertIn("--help", result.err)
                self.assertFalse(self.ix.exists())

    def test_a_forgotten_command(self):
        for program, meant in [("pykala-search", "find INDEX"), ("pykala-index", "update INDEX")]:
            result = self.run_program(program, self.ix, "avustus", status=2)
            self.assertIn("no such command", result.err)
            self.assertIn(meant, result.err)

    def test_help_and_version_are_no_errors(self):
        for program in ("pykala-index", "pykala-search"):
            self.assertIn("Exit status", self.run_program(program, "--help").out)
            self.run_program(program, "--version")
        self.assertIn("Examples", self.search("find", "--help").out)

    def test_a_source_that_is_not_there(self):
        result = self.update(self.folder / "nowhere", status=2)
        self.assertIn("no such file or folder", result.err)
        self.index("parse", self.folder / "nowhere", status=2)


class NoIndex(programs.SystemTest):
    def wrong(self, status, word, commands=("find", "json", "show", "stats", "check")):
        for command in commands:
            with self.subTest(command=command):
                program = self.index if command in ("stats", "check") else self.search
                rest = ["x"] if command in ("find", "show") else []
                result = program(command, self.ix, *rest, status=status, input='{"query": "x"}\n')
                self.assertIn(word, result.err)
                self.assertEqual(result.out, "")
                self.assertGreater(len(result.err.splitlines()), 1, "a hint: " + result.err)

    def test_missing(self):
        self.wrong(66, "index")

    def test_a_folder_that_is_no_index(self):
        self.write("index/letter.txt", "hello")
        self.wrong(66, "index")

    def test_a_file_that_is_no_index(self):
        self.write("index", "hello")
        self.wrong(66, "index")

    def test_a_foreign_database(self):
        self.set_metadata("other", "1")
        self.wrong(66, "index", ("find", "json", "show"))

    def test_another_schema_version(self):
        self.made()
        self.set_metadata("pykala.schema", "99")
        self.wrong(65, "schema version 99", ("find", "json", "show"))
        result = self.update("-", input=exchange("b"), status=65)
        self.assertIn("schema version 99", result.err)

    def test_another_analyser(self):
        self.made()
        self.set_metadata("pykala.analyzer", "analyzer-0 icu-1")
        self.wrong(65, "analyzer-0 icu-1", ("find", "json", "show"))
        self.update("-", input=exchange("b"), status=65)
        self.index("stats", self.ix)  # describes it all the same

    def test_a_damaged_index(self):
        self.made()
        (self.ix / "postlist.glass").write_bytes(b"\x00" * 8192)
        result = self.search("find", self.ix, "avustus", status=None)
        self.assertNotEqual(result.status, 0)
        self.assertIn("index", result.err)
        self.assertNotEqual(self.index("check", self.ix, status=None).status, 0)

    def made(self):
        self.update("-", input=exchange("a"))

    def set_metadata(self, key, value):
        subprocess.run([str(programs.BIN / "set_metadata"), str(self.ix), key, value], check=True)


class Requests(programs.SystemTest):
    def setUp(self):
        super().setUp()
        self.update("-", input=exchange("a"))

    def test_errors_of_requests(self):
        rows = [({"queri": "x"}, "unknown_field", "/queri"), ({"query": 17}, "bad_request", "/query"),
                ({"filters": {"foo": ["x"]}}, "unknown_field", "/filters/foo"),
                ({"filters": {"year": ["2017"]}}, "bad_request", "/filters/year/0"),
                ({"filters": {"date": {"from": "17.5.2017"}}}, "bad_request", "/filters/date/from"),
                ({"filters": {"date": {"after": None}}}, "unknown_field", "/filters/date/after"),
                ({"filters": {"funder": []}}, "bad_request", "/filters/funder"),
                ({"facets": {"title": 5}}, "unknown_field", "/facets/title"),
                ({"facets": {"year": 1001}}, "bad_request", "/facets/year"), ({"sort": "best"}, "bad_request", "/sort"),
                ({"limit": -1}, "bad_request", "/limit"), ({"limit": 1.5}, "bad_request", "/limit"),
                ({"offset": 9999, "limit": 10}, "bad_request", "/offset"), ({"lang": "de"}, "bad_request", "/lang"),
                ({"snippet_length": 2001}, "bad_request", "/snippet_length"),
                ({"query": "x" * 4097}, "bad_request", "/query"), ({"query": "colour:red"}, "unknown_field", None),
                ({"query": "avustus AND"}, "bad_query", None), ({"query": "(" * 40 + "x" + ")" * 40}, "bad_query", None),
                ("[1]", "bad_request", ""), ("{", "bad_data", None), ('{"query": "a", "query": "b"}', "bad_data", None),
                (b'{"query": "\xff"}', "bad_data", None), ("[" * 60000, "bad_data", None),
                ('{"query": "' + "x" * 70000 + '"}', "bad_request", None)]
        answers = self.ask_all(*[request for request, _, _ in rows])
        self.assertEqual(len(answers), len(rows))
        for (request, code, pointer), answer in zip(rows, answers):
            with self.subTest(request=str(request)[:60]):
                self.assertIn("error", answer, answer)
                self.assertEqual(answer["error"]["code"], code, answer)
                if pointer is not None:
                    self.assertEqual(answer["error"]["pointer"], pointer, answer)
                self.assertTrue(answer["error"]["message"])

    def test_one_bad_line_costs_no_other(self):
        answers = self.ask_all({"request_id": 1, "query": "avustus"}, '{"request_id": [2], "x": 1}', "", "{",
                               {"request_id": {"a": None}, "query": ""})
        self.assertEqual([answer["request_id"] for answer in answers], [1, [2], None, None, {"a": None}])
        self.assertEqual([answer.get("total") for answer in answers], [1, None, None, None, 1])

    def test_errors_of_the_command_line(self):
        for status, arguments in [(2, ["find", self.ix, "colour:red"]), (2, ["find", self.ix, "a AND"]),
                                  (2, ["find", self.ix, "x", "--year", "soon"]),
                                  (2, ["find", self.ix, "x", "--facets", "colour"]),
                                  (2, ["find", self.ix, "x", "--limit", "20000"]),
                                  (2, ["find", self.ix, "x", "--limit", "-1"]),
                                  (65, ["show", self.ix, "nobody"])]:
            with self.subTest(arguments=arguments[2:]):
                result = self.search(*arguments, status=status)
                self.assertIn("pykala-search: ", result.err)
                self.assertGreater(len(result.err.splitlines()), 1, "a hint: " + result.err)

    def test_no_hits_is_no_error(self):
        self.assertEqual(self.ask(query="zzzz")["total"], 0)
        self.search("find", self.ix, "zzzz")


class SecondWriter(programs.SystemTest):
    def test_try_again(self):
        first = subprocess.Popen([str(programs.BIN / "pykala-index"), "update", str(self.ix), "-"],
                                 stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            while not (self.ix / "flintlock").exists() or not (self.ix / "iamglass").exists():
                self.assertIsNone(first.poll())
            self.update("-", input=exchange("b"), status=None)  # while the first may still be making the index
            result = self.update("-", input=exchange("b"), status=75)
            self.assertIn("another", result.err)
        finally:
            _, err = first.communicate((exchange("a") + "\n").encode())
        self.assertEqual(first.returncode, 0, err)
        self.assertEqual(self.ids(query=""), ["a"])
        self.assertEqual(os.listdir(self.folder), ["index"])
        self.assertTrue(json.loads(self.index("stats", self.ix, "--json").out))


if __name__ == "__main__":
    programs.main()
