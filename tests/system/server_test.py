#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The HTTP service: answers, what comes with them, and its life: following the index, signals, errors at the start."""
import csv
import gzip
import html
import io
import json
import re
import signal
import socket
import subprocess
import threading
import time
import unittest
import urllib.parse
import xml.etree.ElementTree as xml

import programs
import service

ATOM = "{http://www.w3.org/2005/Atom}"
BEYOND_EXPORTS = {"similar_to": "HEL-2023-900861/4", "collapse": "case", "amount_statistics": "true"}
HOSTILE = "<script>alert(1)</script> \"onload=x' &amp; ]]> \x1b[31m\u2028 \u202egnp.exe {{x}} %s"


class ServerTest(programs.SystemTest):
    def serve(self, *options, lines=None):
        if not self.ix.exists():
            self.update(self.write("in.jsonl", "\n".join(lines)) if lines else programs.SOURCE / "data/sample")
        running = service.Service(self.ix, *options)
        self.addCleanup(running.stop)
        return running

    def json(self, answer, status=200):
        self.assertEqual(answer.status, status, answer.body[:500])
        return json.loads(answer.body)


class Answers(ServerTest):
    def test_search_is_the_same_both_ways_and_as_on_the_command_line(self):
        running = self.serve()
        request = {"query": "rahoitushaku", "filters": {"year": [2020, 2021]}, "facets": {"funder": 10}, "limit": 3}
        expected = self.ask(**request)
        by_url = self.json(running.get("/api/search?q=rahoitushaku&year=2020..2021&facets=funder:10&limit=3"))
        by_body = self.json(running.get("/api/search", "POST", json.dumps(request), Content_Type="application/json"))
        for answer in (expected, by_url, by_body):
            answer.pop("took_ms")
        self.assertGreater(expected["total"], 0)
        self.assertEqual(by_url, expected)
        self.assertEqual(by_body, expected)

    def test_a_decision_by_its_id(self):
        running = self.serve()
        for hit in self.ask(limit=1000)["hits"][:20]:
            shown = self.search("show", self.ix, hit["id"], "--format", "json").lines[0]
            self.assertEqual(self.json(running.get("/api/decisions/" + hit["id"].replace(" ", "%20"))), shown)
            self.assertEqual(self.json(running.get("/api/decisions/" + hit["id"].replace("/", "%2F"))), shown)
        missing = running.get("/api/decisions/HEL-1900-1/1")
        self.assertEqual(self.json(missing, 404)["code"], "not_found")
        self.assertEqual(missing.headers["content-type"], "application/problem+json")

    def test_errors_say_what_instead(self):
        running = self.serve()
        for path, code, pointer in [("/api/search?query=x", "unknown_field", "/query"),
                                    ("/api/search?year=eilen", "bad_query", "/year"),
                                    ("/api/search?limit=10001", "bad_request", "/limit"),
                                    ("/api/search?offset=10000&limit=1", "bad_request", "/offset"),
                                    ("/healthz?x=1", "unknown_field", "/x"),
                                    ("/export.csv?limit=5", "bad_request", "/limit"),
                                    *((f"/export.{kind}?{name}={value}", "bad_request", "/" + name)
                                      for kind in ("csv", "jsonl") for name, value in BEYOND_EXPORTS.items()),
                                    ("/export.csv?limit=&limit=5", "bad_request", "/limit"),
                                    ("/export.jsonl?sort=relevance", "bad_request", "/sort"),
                                    ("/feed.atom?sort=oldest", "bad_request", "/sort"),
                                    ("/feed.atom?facets=year", "bad_request", "/facets"),
                                    *((f"/feed.atom?{name}={value}", "bad_request", "/" + name)
                                      for name, value in BEYOND_EXPORTS.items())]:
            with self.subTest(path):
                problem = self.json(running.get(path), 400)
                self.assertEqual((problem["code"], problem["pointer"]), (code, pointer))
                self.assertTrue(problem["detail"])
        unclosed = self.json(running.get("/api/search?q=avustus+OR"), 400)
        self.assertEqual((unclosed["code"], unclosed["position"]), ("bad_query", 8))
        self.assertIn("one of: q, ", self.json(running.get("/api/search?query=x"), 400)["hint"])
        for body, pointer in [('{"qurey": "x"}', "/qurey"), ('{"filters": {"foo": 1}}', "/filters/foo"), ("{", ""),
                              ("[]", ""), ('{"limit": 1e400}', ""), ('{"query": "\\ud800"}', "")]:
            with self.subTest(body):
                problem = self.json(running.get("/api/search", "POST", body, Content_Type="application/json"), 400)
                self.assertEqual(problem["pointer"], pointer)
        self.assertEqual(running.get("/api/search", "POST", "{}", Content_Type="text/plain").status, 400)

    def test_etag(self):
        running = self.serve()
        first = running.get("/api/search?q=avustus")
        tag = first.headers["etag"]
        self.assertEqual(running.get("/api/search?q=avustus").headers["etag"], tag)
        self.assertNotEqual(running.get("/api/search?q=avustukset").headers["etag"], tag)
        unchanged = running.get("/api/search?q=avustus", If_None_Match=f'"x", {tag}')
        self.assertEqual((unchanged.status, unchanged.body), (304, b""))
        self.update(self.write("new.jsonl", programs.exchange("HEL-2020-900900/1")))
        changed = running.get("/api/search?q=avustus", If_None_Match=tag)
        self.assertEqual(changed.status, 200)
        self.assertNotEqual(changed.headers["etag"], tag)
        self.assertNotIn("etag", running.get("/healthz").headers)
        self.assertEqual(running.get("/healthz").headers["cache-control"], "no-store")

    def test_gzip_and_head(self):
        running = self.serve()
        for path in ("/api/search?limit=20", "/export.csv", "/export.jsonl", "/feed.atom"):
            with self.subTest(path):
                plain = running.get(path)
                packed = running.get(path, Accept_Encoding="br, gzip")
                self.assertEqual(packed.headers["content-encoding"], "gzip")
                self.assertIn("Accept-Encoding", packed.headers["vary"])
                unpacked = gzip.decompress(packed.body)
                if "search" not in path:  # took_ms differs
                    self.assertEqual(unpacked, plain.body)
                self.assertNotIn("content-encoding", running.get(path, Accept_Encoding="gzip;q=0").headers)
                head = running.get(path, "HEAD")
                self.assertEqual((head.status, head.body), (200, b""))
                self.assertEqual(head.headers["content-type"], plain.headers["content-type"])

    def test_headers_that_keep_readers_safe(self):
        running = self.serve()
        for path in ("/api/search", "/nowhere", "/feed.atom", "/export.csv", "/healthz"):
            headers = running.get(path).headers
            self.assertEqual(headers["x-content-type-options"], "nosniff")
            self.assertEqual(headers["referrer-policy"], "no-referrer")
            self.assertEqual(headers["x-robots-tag"], "noindex")
            self.assertIn("default-src 'none'", headers["content-security-policy"])
            self.assertNotIn("set-cookie", headers)
            self.assertNotIn("server", headers)
        self.assertNotIn("x-robots-tag", self.serve("--robots").get("/api/search").headers)

    def test_cors(self):
        running = self.serve("--cors", "https://a.example", "--cors", "https://b.example:8443")
        allow = "access-control-allow-origin"
        self.assertNotIn(allow, running.get("/api/search").headers)
        self.assertNotIn(allow, running.get("/api/search", Origin="https://c.example").headers)
        self.assertEqual(running.get("/api/search", Origin="https://b.example:8443").headers[allow], "https://b.example:8443")
        preflight = running.get("/api/search", "OPTIONS", Origin="https://a.example", Access_Control_Request_Method="POST")
        self.assertEqual((preflight.status, preflight.headers[allow]), (204, "https://a.example"))
        self.assertIn("POST", preflight.headers["access-control-allow-methods"])
        self.assertEqual(running.get("/nowhere/at-all", "OPTIONS").status, 404)
        everyone = self.serve("--cors", "*")
        self.assertEqual(everyone.get("/api/search", Origin="https://c.example").headers[allow], "*")
        preflight = everyone.get("/api/search", "OPTIONS", Origin="https://c.example", Access_Control_Request_Method="POST")
        self.assertNotIn(allow, preflight.headers)

    def test_export_is_the_whole_result(self):
        running = self.serve()
        everything = self.ids()
        lines = [json.loads(line) for line in running.get("/export.jsonl").body.splitlines()]
        self.assertEqual(sorted(line["id"] for line in lines), sorted(everything))
        dates = [line["date"] or "" for line in lines]
        self.assertEqual(dates, sorted(dates, reverse=True))
        again = self.write("again.jsonl", running.get("/export.jsonl").body)
        self.update(again, ix=self.folder / "other")
        self.assertEqual(sorted(self.ids(ix=self.folder / "other")), sorted(everything))
        table = list(csv.reader(io.StringIO(running.get("/export.csv?funder=STEA&sort=oldest").body.decode("utf-8-sig")),
                                delimiter=";"))
        hits = self.ids(filters={"funder": ["STEA"]}, sort="oldest")
        self.assertEqual(table[0][-2], "id")
        self.assertEqual(sorted(row[-2] for row in table[1:]), sorted(hits))
        days = [row[0].strip('"') or "9999" for row in table[1:]]  # without a date comes last
        self.assertEqual(days, sorted(days))

    def test_export_longer_than_a_page_of_hits(self):
        self.update(self.write("many.jsonl", "\n".join(programs.exchange(f"id-{n:05}") for n in range(3000))))
        running = self.serve()
        self.assertEqual(len(running.get("/export.jsonl").body.splitlines()), 3000)
        self.assertEqual(len(gzip.decompress(running.get("/export.csv", Accept_Encoding="gzip").body).splitlines()), 3001)
        # Begun before an update, read to the end after it.
        with running.connect() as connection:
            connection.sendall(b"GET /export.jsonl HTTP/1.0\r\n\r\n")
            first = connection.recv(1000)
            for commit in range(4):
                self.update(self.write(f"more{commit}.jsonl", programs.exchange(f"more-{commit}")))
            body = first
            while piece := connection.recv(1 << 16):
                body += piece
        self.assertEqual(len(body.split(b"\r\n\r\n", 1)[1].splitlines()), 3000)

    def test_feed(self):
        running = self.serve("--url", "https://paatokset.example.fi")
        feed = xml.fromstring(running.get("/feed.atom?q=avustus&lang=sv").body)
        self.assertEqual(feed.tag, ATOM + "feed")
        entries = feed.findall(ATOM + "entry")
        self.assertTrue(entries)
        for parent in [feed, *entries]:  # what RFC 4287 asks for
            for name in ("id", "title", "updated"):
                self.assertEqual(len(parent.findall(ATOM + name)), 1, name)
            self.assertTrue(parent.find(ATOM + "author") is not None)
        ids = [entry.find(ATOM + "id").text for entry in entries]
        self.assertEqual(len(set(ids)), len(ids))
        days = [entry.find(ATOM + "updated").text for entry in entries]
        self.assertEqual(days, sorted(days, reverse=True))
        self.assertEqual(feed.find(ATOM + "updated").text, days[0])
        links = {link.get("rel"): link.get("href") for link in feed.findall(ATOM + "link")}
        self.assertEqual(links["self"], "https://paatokset.example.fi/feed.atom?q=avustus&lang=sv")
        self.assertTrue(entries[0].find(ATOM + "link").get("href").startswith("https://paatokset.example.fi/sv/decision/"))
        elsewhere = xml.fromstring(self.serve().get("/feed.atom?q=avustus&lang=sv").body)
        self.assertEqual([entry.find(ATOM + "id").text for entry in elsewhere.findall(ATOM + "entry")], ids)
        self.assertEqual(elsewhere.find(ATOM + "id").text, feed.find(ATOM + "id").text)

    def test_a_draft_on_the_page_finds_what_the_api_finds(self):
        running = self.serve("--access-log")
        draft = (programs.SOURCE / "data/sample/text/2025/stea-kotikulma-uusi-kausi.txt").read_text()
        form = {"Content_Type": "application/x-www-form-urlencoded", "Accept": "text/html"}
        request = {"similar_to_text": draft, "limit": 10, "snippet_length": 0, "lang": "sv"}
        expected = self.json(running.get("/api/search", "POST", json.dumps(request), Content_Type="application/json"))
        page = running.get("/sv/draft", "POST", urllib.parse.urlencode({"text": draft}), **form)
        self.assertEqual((page.status, page.headers["cache-control"]), (200, "private, no-cache"))
        linked = re.findall(r'<h3><a href="/sv/decision/([^"]+)"', page.body.decode())
        self.assertGreaterEqual(len(linked), 3)
        self.assertEqual([urllib.parse.unquote(id) for id in linked], [hit["id"] for hit in expected["hits"]])
        for hit in expected["hits"]:
            self.assertIn(html.escape(hit["reasons"][0]["text"]), page.body.decode())
        everything = running.get("/sv/draft", "POST", urllib.parse.urlencode({"text": draft, "all": "yes"}), **form)
        self.assertEqual(everything.body.count(b'<li class="hit">'), expected["total"])
        self.assertEqual(running.get("/sv/draft", "POST", "{}", Content_Type="application/json").status, 400)
        self.assertEqual(running.get("/sv/draft?text=x").status, 400)
        self.assertEqual(running.get("/xx/draft", "POST", "text=x", **form).status, 404)
        self.assertNotIn("Kotikul", running.log())

    def test_opensearch_and_robots(self):
        running = self.serve()
        root = xml.fromstring(running.get("/opensearch.xml?lang=en").body)
        names = "{http://a9.com/-/spec/opensearch/1.1/}"
        self.assertLessEqual(len(root.find(names + "ShortName").text), 16)
        templates = [url.get("template") for url in root.findall(names + "Url")]
        self.assertIn(f"http://127.0.0.1:{running.port}/en/search?q={{searchTerms}}", templates)
        self.assertIn("Disallow: /\n", running.get("/robots.txt").body.decode())

    def test_what_documents_say_is_text_everywhere(self):
        fields = {"title": HOSTILE % "title", "organisations": ["=HYPERLINK(\"http://x\") " + HOSTILE % "org"],
                  "decision_maker": {"id": None, "name": "@SUM(1) " + HOSTILE % "maker"}, "url": "https://x.example/\"><script>",
                  "case_number": "+1-900", "date": "2020-01-01",
                  "funders": [{"id": "OTHER:-2+3 " + HOSTILE % "funder", "relation": "funds", "quote": ""}],
                  "parts": [{"heading": HOSTILE % "heading", "role": "decision", "text": HOSTILE % "avustus"}]}
        running = self.serve(lines=[programs.exchange("=1+1<x>&\"'", **fields)])
        feed = running.get("/feed.atom?q=avustus")
        entry = xml.fromstring(feed.body).find(ATOM + "entry")
        self.assertIn("<script>", entry.find(ATOM + "title").text)
        self.assertNotIn(b"<script", feed.body)
        self.assertNotIn(b"\x1b", feed.body)
        hostile_url = running.get("/feed.atom?q=%3Cscript%3E%22%27%26")
        xml.fromstring(hostile_url.body)
        self.assertNotIn(b"<script", hostile_url.body)
        table = list(csv.reader(io.StringIO(running.get("/export.csv").body.decode("utf-8-sig")), delimiter=";"))
        self.assertEqual(len(table), 2)
        for cell in table[1]:
            self.assertFalse(cell.startswith(("=", "+", "-", "@", "\t", "\r")), cell)
            self.assertNotIn("\x1b", cell)
        hit = self.json(running.get("/api/search?q=avustus"))["hits"][0]
        self.assertIn("<script>", hit["title"])
        self.assertEqual(running.get("/api/search").headers["content-type"], "application/json")


class Life(ServerTest):
    def test_a_search_never_fails_while_the_index_is_written(self):
        running = self.serve(lines=[programs.exchange(f"a-{n}") for n in range(50)])
        failures, ended = [], threading.Event()

        def ask():
            while not ended.is_set():
                answer = running.get("/api/search?q=avustus&facets=year,kind&limit=50")
                body = json.loads(answer.body)
                # One revision throughout: every document has a kind, so the facet sums up to the total.
                if answer.status != 200 or sum(v["count"] for v in body["facets"]["kind"]) != body["total"]:
                    failures.append(answer.body[:300])
        threads = [threading.Thread(target=ask) for _ in range(3)]
        for thread in threads:
            thread.start()
        for round in range(8):
            self.update(self.write(f"more{round}.jsonl", "\n".join(programs.exchange(f"b-{round}-{n}") for n in range(20))))
        ended.set()
        for thread in threads:
            thread.join()
        self.assertEqual(failures, [])
        self.assertEqual(self.json(running.get("/api/search?q=avustus"))["total"], 50 + 8 * 20)

    def test_metrics_and_logs_do_not_tell_what_was_asked(self):
        running = self.serve("--access-log")
        running.get("/api/search?q=salaisuus&organisation=Salaseura")
        running.get("/api/decisions/salainen-tunnus")
        running.get("/salainen/polku?q=salaisuus")
        running.get("/api/search", "POST", '{"query": "salaisuus"}', Content_Type="application/json")
        # A request is counted, and its line written, when its answer has gone out: the client may be faster.
        counted = 'pykala_request_seconds_count{route="/api/search"} 2\n'
        service.eventually(lambda: counted in running.get("/metrics").body.decode())
        service.eventually(lambda: running.log().count('"route":"/api/search"') == 2)
        metrics = running.get("/metrics").body.decode()
        self.assertIn('pykala_requests_total{route="/api/search",method="GET",status="200"} 1\n', metrics)
        self.assertIn('pykala_requests_total{route="/api/decisions/{id*}",method="GET",status="404"} 1\n', metrics)
        self.assertRegex(metrics, r'pykala_request_seconds_bucket\{route="/api/search",le="\+Inf"\} 2\n')
        self.assertRegex(metrics, r"pykala_index_documents \d+\n")
        self.assertRegex(metrics, r"pykala_index_revision\{uuid=\"[-0-9a-f]+\"\} \d+\n")
        for line in metrics.splitlines():
            self.assertRegex(line, r"^# (HELP|TYPE) pykala_\w+ .+$|^pykala_\w+(\{[^}]*\}+([^}]*\})?)? [0-9.e+-]+$")
        log = running.log()
        self.assertIn('"route":"/api/search"', log)
        for text in (metrics, log):
            self.assertNotIn("sala", text.lower())

    def test_ready(self):
        running = self.serve()
        self.assertEqual(running.get("/healthz").body, b"ok\n")
        self.assertRegex(running.get("/readyz").body.decode(), r"^ready, \d+ documents\n$")

    def test_hangup_opens_another_index_at_the_same_place(self):
        running = self.serve(lines=[programs.exchange("old")])
        self.assertEqual(running.get("/api/decisions/old").status, 200)
        self.update(self.write("new.jsonl", programs.exchange("new")), ix=self.folder / "new")
        self.ix.rename(self.folder / "gone")
        (self.folder / "new").rename(self.ix)
        running.signal(signal.SIGHUP)
        # A thread that had no index open yet opens the new one at once; the others when they are told.
        self.assertTrue(service.eventually(lambda: "reopening" in running.log()))
        for _ in range(10):
            self.assertEqual(running.get("/api/decisions/new").status, 200)
        self.assertEqual(running.get("/api/decisions/old").status, 404)

    def test_termination_answers_what_is_on_its_way(self):
        self.update(self.write("many.jsonl", "\n".join(programs.exchange(f"id-{n:05}") for n in range(2000))))
        running = self.serve()
        idle = running.connect()
        with running.connect() as connection:
            connection.sendall(b"GET /export.jsonl HTTP/1.0\r\n\r\n")
            body = connection.recv(100)
            running.signal(signal.SIGTERM)
            while piece := connection.recv(1 << 16):
                body += piece
        self.assertEqual(len(body.split(b"\r\n\r\n", 1)[1].splitlines()), 2000)
        self.assertEqual(running.stop(), 0)
        self.assertNotIn("Sanitizer", running.log())
        idle.close()
        with self.assertRaises(OSError):
            running.connect()

    def test_interrupt_ends_with_readers_that_do_not_read(self):
        self.update(self.write("many.jsonl", "\n".join(
            programs.exchange(f"id-{n:05}", title="Otsikko " * 100) for n in range(4000))))
        running = self.serve()
        stuck = running.connect()
        stuck.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        stuck.sendall(b"GET /export.jsonl HTTP/1.1\r\nHost: x\r\n\r\n")
        time.sleep(0.5)
        running.signal(signal.SIGINT)
        self.assertEqual(running.process.wait(30), 0)
        self.assertNotIn("Sanitizer", running.log())
        stuck.close()

    def test_errors_at_the_start(self):
        self.assertIn("no such index", self.search("serve", self.folder / "nowhere", status=66).err)
        running = self.serve()
        taken = self.search("serve", self.ix, "--listen", f"127.0.0.1:{running.port}", status=69)
        self.assertIn("--listen", taken.err)
        for listen in ("8080", "127.0.0.1:99999", "127.0.0.1:x", ":8080", "nohost.invalid:80", "::1:8080"):
            self.search("serve", self.ix, "--listen", listen, status=2)
        self.search("serve", self.ix, "--url", "paatokset.example.fi", status=2)
        self.search("serve", self.ix, "--cors", "https://a.example/", status=2)


if __name__ == "__main__":
    programs.main()
