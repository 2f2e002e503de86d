#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The description of the API is true: its examples are answered, and the answers are as its schemas say."""
import json
import unittest
import urllib.parse

import programs
import service

try:
    import jsonschema
except ImportError:
    jsonschema = None

TYPES = {"application/json", "application/problem+json"}


@unittest.skipIf(jsonschema is None, "python3-jsonschema is not installed")
class OpenApi(programs.SystemTest):
    def setUp(self):
        super().setUp()
        self.update(programs.SOURCE / "data/sample")
        self.service = service.Service(self.ix)
        self.addCleanup(self.service.stop)
        self.document = json.loads(self.service.get("/api/openapi.json").body)

    def resolved(self, node):
        while "$ref" in node:
            target = self.document
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            node = target
        return node

    def check_schema(self, schema, value):
        whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema,
                 "components": self.document["components"]}
        jsonschema.Draft202012Validator(whole).validate(value)

    def check_answer(self, operation, answer):
        described = operation["responses"].get(str(answer.status))
        self.assertIsNotNone(described, f"{answer.status} is not described: {answer.body[:300]}")
        media = self.resolved(described).get("content", {})
        kind = answer.headers.get("content-type", "").split(";")[0]
        if media:
            self.assertIn(kind, media)
            if kind in TYPES and "schema" in media[kind]:
                self.check_schema(media[kind]["schema"], json.loads(answer.body))

    def operations(self):
        for path, methods in self.document["paths"].items():
            for method, operation in methods.items():
                yield path, method, operation

    def address(self, path, operation):
        """The address of an operation with the examples of its parameters."""
        query = []
        for parameter in map(self.resolved, operation.get("parameters", [])):
            if "example" not in parameter:
                self.assertFalse(parameter.get("required"), parameter["name"] + " needs an example")
                continue
            example = parameter["example"]
            if parameter["in"] == "path":
                path = path.replace("{" + parameter["name"] + "}", urllib.parse.quote(example))
            else:
                query += [(parameter["name"], value) for value in (example if isinstance(example, list) else [example])]
        return path + ("?" + urllib.parse.urlencode(query) if query else "")

    def test_every_schema_is_one(self):
        for schema in self.document["components"]["schemas"].values():
            jsonschema.Draft202012Validator.check_schema(schema)
        names = [operation["operationId"] for _, _, operation in self.operations()]
        self.assertEqual(len(set(names)), len(names))
        for path, method, operation in self.operations():
            for key in ("summary", "description", "tags", "responses"):
                self.assertTrue(operation.get(key), f"{method} {path}: {key}")

    def test_examples_are_answered_as_described(self):
        for path, method, operation in self.operations():
            with self.subTest(f"{method} {path}"):
                body = operation.get("requestBody", {}).get("content", {}).get("application/json")
                if body:
                    self.check_schema(body["schema"], body["example"])
                    answer = self.service.get(path, "POST", json.dumps(body["example"]), Content_Type="application/json")
                else:
                    answer = self.service.get(self.address(path, operation))
                self.assertEqual(answer.status, 200, answer.body[:300])
                self.check_answer(operation, answer)

    def test_errors_are_as_described(self):
        for path, method, operation in self.operations():
            with self.subTest(f"{method} {path}"):
                address = path.replace("{id}", "none") + "?nonsense=1"
                answer = self.service.get(address, "POST" if method == "post" else "GET",
                                          "{}" if method == "post" else None, Content_Type="application/json")
                self.assertEqual(answer.status, 400)
                self.check_answer(operation, answer)

    def test_parameters_are_those_that_the_program_knows(self):
        operation = self.document["paths"]["/api/search"]["get"]
        described = [self.resolved(parameter)["name"] for parameter in operation["parameters"]]
        hint = json.loads(self.service.get("/api/search?nonsense=1").body)["hint"]
        self.assertEqual(sorted(described), sorted(hint.removeprefix("one of: ").split(", ")))
        problem = json.loads(self.service.get("/api/search", "POST", '{"x": 1}', Content_Type="application/json").body)
        self.assertEqual(sorted(self.document["components"]["schemas"]["Request"]["properties"]),
                         sorted(problem["hint"].removeprefix("one of: ").split(", ")))

    def test_many_answers_fit_the_schemas(self):
        search = self.document["paths"]["/api/search"]["get"]
        facets = "facets=decision_maker,year,funder,organisation,classification,kind,language,sector"
        for query in ("", "q=rahoitushaku", "q=%22ei%20ole%22", "year=unknown", "funder=unknown&lang=sv", "sort=amount",
                      "q=avust*&lang=en", "limit=0", "snippet_length=0&limit=100"):
            with self.subTest(query):
                self.check_answer(search, self.service.get(f"/api/search?{facets}&{query}"))
        decision = self.document["paths"]["/api/decisions/{id}"]["get"]
        for id in self.ids():
            self.check_answer(decision, self.service.get("/api/decisions/" + urllib.parse.quote(id)))


if __name__ == "__main__":
    programs.main()
