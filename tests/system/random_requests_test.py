# SPDX-License-Identifier: GPL-2.0-or-later
"""Random query strings and JSON requests over data/sample: no crash, and every error has a code, a message and a place.
PYKALA_REQUESTS=10000 asks more and holds every answer to 250 ms by its own clock (for a release build);
PYKALA_SEED=n runs one again."""
import json
import os
import random

import programs
from programs import SOURCE

REQUESTS = int(os.environ.get("PYKALA_REQUESTS", "0"))
FEW = 200
MOST_MS = 250
WORDS = """avustus avustuksen vapaaehtoistyön nuorten työpajat rahoitushaku STEA:lta ESR+ 17 § 2017 HEL 2017-900123
  kaupunki koordinointi paatos kumpanuus hanke* *palvelu* *a* a* =haku -asunto neuvontapalvelut ansökan the ja on""".split()
SIGNS = ['"', "(", ")", "-", "=", "*", ":", "..", ">", "JA", "TAI", "EI", "AND", "OR", "NOT", "”", "«", "'", "\\", "/",
         "?", "!", "%", "&", ";", ",", ".", "…", "–", "\t", "\u00a0", "\u200b", "\u0301", "ä", "a\u0308", "漢字", "🇫🇮", "العربية",
         "\x00", "\x1b", "§", "€", "[", "]", "{", "}", "<b>", "~", "^", "#", "@", "_", "|", "+"]
FIELDS = ["vuosi:2017..2020", "vuosi:unknown", "rahoittaja:STEA", "rahoittaja:", "summa:>100000", "summa:x", "foo:bar",
          "päättäjä:\"Kansliapäällikkö\"", "järjestö:ry", "luokka:\"02 05\"", "pvm:17.5.2017", "pvm:..", "otsikko:haku*",
          "pykälä:17", "kieli:sv", "laji:päätös", "diaari:2017-900123", "id:x", "toimiala:Kulttuuri", "år:2018-2019"]
VALUES = [None, True, False, 0, 1, -1, 1.5, 10000, 10001, 1e300, "", "x", "STEA", "2017", "2017-01-01", "fi", "sv",
          "newest", [], {}, [None], ["STEA", None], [2017, None], {"from": 1}, {"from": "2017-01-01", "to": None},
          {"year": 10}, {"funder": ["STEA"]}, {"year": [2017]}, {"funder": 3, "organisation": {"limit": 5, "contains": "ry"}},
          {"amount": {"from": 10}}, {"date": None}, {"kind": ["päätös"]}, "ä" * 600, [[[[]]]]]
KEYS = ["query", "filters", "facets", "sort", "offset", "limit", "snippet_length", "lang", "request_id",
        "amount_statistics", "unknown"]


def random_query(chance):
    pieces = []
    for _ in range(chance.choice([1, 2, 3, 5, 8, 20, 80])):
        pieces.append(chance.choice(chance.choice([WORDS, WORDS, SIGNS, FIELDS])))
        if chance.random() < 0.7:
            pieces.append(" ")
    return "".join(pieces)


def random_request(chance):
    if chance.random() < 0.6:
        return json.dumps({"query": random_query(chance), "lang": chance.choice(["fi", "sv", "en"]),
                           "facets": chance.choice([{}, {"year": 5, "funder": 5}]),
                           "amount_statistics": chance.random() < 0.2})
    request = {key: chance.choice(VALUES) for key in chance.sample(KEYS, chance.randint(0, 5))}
    text = json.dumps(request, ensure_ascii=chance.random() < 0.5)
    if chance.random() < 0.2:  # broken JSON
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(['"', "}", "", ",", "\\u12", "nul"]) + text[at + 1:]
    return text


class RandomRequests(programs.SystemTest):
    def test_answers(self):
        seed = int(os.environ.get("PYKALA_SEED", random.randrange(10**6)))
        chance = random.Random(seed)
        self.update(SOURCE / "data/sample")
        requests = [random_request(chance) for _ in range(REQUESTS or FEW)]
        answers = self.ask_all(*[request.encode() for request in requests])
        self.assertEqual(len(answers), len(requests), f"PYKALA_SEED={seed}")
        slowest = (0.0, "")
        errors = 0
        for request, answer in zip(requests, answers):
            told = f"{request[:300]}\n{str(answer)[:300]}\nPYKALA_SEED={seed}"
            if "error" in answer:
                errors += 1
                self.check_error(request, answer["error"], told)
            else:
                slowest = max(slowest, (answer["took_ms"], request))
        print(f"{len(requests)} requests, {errors} errors, slowest {slowest[0]} ms: {slowest[1][:120]}")
        if REQUESTS:
            self.assertLess(slowest[0], MOST_MS)

    def check_error(self, request, error, told):
        self.assertIn(error["code"], ("bad_query", "unknown_field", "bad_request", "bad_data"), told)
        self.assertTrue(error["message"], told)
        if error["code"] == "bad_data":  # broken JSON: the place is a byte, in the message
            return
        if error["pointer"] == "/query" and "position" in error:
            self.assertLessEqual(error["position"], len(json.loads(request)["query"]), told)
        elif error["pointer"] == "":
            self.assertRegex(error["message"], "request", told)
        else:
            self.assertTrue(error["pointer"].startswith("/"), told)


if __name__ == "__main__":
    programs.main()
