#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Attacks on the HTTP service: while each goes on, and after it, a normal request is answered within a second and
memory stays within 100 MB of what the idle service has. What is slow to end runs beside the rest, and is looked at
last."""
import http.client
import re
import socket
import threading
import time
import unittest

import programs
import service

PATIENCE = 1.0  # seconds for a normal request; under sanitizers TIMES what it takes without an attack
TIMES = 20
MOST_MEMORY = 100 << 20
DRIPPERS, IDLE = 48, 32


class Attacks(programs.SystemTest):
    @classmethod
    def setUpClass(cls):
        holder = programs.tempfile.TemporaryDirectory(prefix="pykala-attacks-")
        cls.addClassCleanup(holder.cleanup)
        cls.index = programs.pathlib.Path(holder.name) / "index"
        programs.subprocess.run([programs.BIN / "pykala-index", "update", cls.index, programs.SOURCE / "data/sample",
                                 "--no-progress"], check=True, capture_output=True)
        cls.service = service.Service(cls.index, "--threads", "2", "--connections-per-address", "0")
        cls.addClassCleanup(cls.service.stop)
        times = sorted(service.seconds_of(lambda: cls.service.get("/api/search?q=avustus&facets=year,funder"))
                       for _ in range(20))
        cls.patience = max(PATIENCE, TIMES * times[10]) if cls.sanitized() else PATIENCE
        cls.idle_memory = cls.service.memory()
        # Slow ones, opened first: bytes trickle in for the whole run, or nothing comes at all.
        cls.slow = [cls.service.connect() for _ in range(DRIPPERS)]
        cls.silent = [cls.service.connect() for _ in range(IDLE)]
        cls.opened = time.monotonic()
        cls.dripping = True
        cls.closed_after = [None] * DRIPPERS
        cls.dripper = threading.Thread(target=cls.drip)
        cls.dripper.start()

    @staticmethod
    def sanitized():
        return b"__asan_init" in (programs.BIN / "pykala-search").read_bytes()

    @classmethod
    def tearDownClass(cls):
        cls.dripping = False
        cls.dripper.join()
        for connection in cls.slow + cls.silent:
            connection.close()

    @classmethod
    def drip(cls):
        for connection in cls.slow:
            connection.sendall(b"GET /api/search HTTP/1.1\r\nHost: x\r\nX-A: ")
        while cls.dripping and any(closed is None for closed in cls.closed_after):
            for number, connection in enumerate(cls.slow):
                if cls.closed_after[number] is not None:
                    continue
                try:
                    connection.sendall(b"a")
                    connection.settimeout(0.001)
                    try:
                        gone = connection.recv(1000) == b""
                    except TimeoutError:
                        gone = False
                except OSError:
                    gone = True
                if gone:
                    cls.closed_after[number] = time.monotonic() - cls.opened
            time.sleep(0.4)

    def ask(self):
        self.assertEqual(self.service.get("/api/search?q=rahoitushaku&facets=year").status, 200)

    def tearDown(self):
        self.assertLess(service.seconds_of(self.ask), self.patience, "a normal request after the attack")
        self.assertLess(self.service.memory() - self.idle_memory, MOST_MEMORY)
        self.assertIsNone(self.service.process.poll(), self.service.log())

    def refused(self, data, *statuses):
        self.assertIn(self.service.status(data), statuses, data[:120])

    def test_header_line_without_an_end(self):
        with self.service.connect() as connection:
            sent = 0
            try:
                connection.sendall(b"GET / HTTP/1.1\r\nX: ")
                while sent < 300 << 20:
                    sent += connection.send(b"a" * 65536)
            except OSError:
                pass
            self.assertLess(sent, 16 << 20)

    def test_many_headers(self):
        head = b"GET /api/search HTTP/1.1\r\nHost: x\r\n"
        self.assertEqual(self.service.status(head + b"".join(b"X-%d: 1\r\n" % n for n in range(60)) + b"\r\n"), 200)
        self.refused(head + b"".join(b"X-%d: 1\r\n" % n for n in range(65)) + b"\r\n", 431)
        self.refused(head + b"".join(b"X-%d: %s\r\n" % (n, b"a" * 900) for n in range(60)) + b"\r\n", 0, 431, 413)

    def test_long_address(self):
        self.refused(b"GET /api/search?q=" + b"a" * 8000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", 400)
        self.refused(b"GET /" + b"a" * 60000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", 0, 414, 431)

    def test_ranges_are_not_offered(self):
        ranges = ",".join(f"{n}-" for n in range(1000))
        answer = self.service.get("/api/search", Range="bytes=" + ranges)
        self.assertEqual(answer.status, 200)
        self.assertLess(len(answer.body), 200_000)

    def test_chunked_body_without_an_end(self):
        with self.service.connect() as connection:
            sent = 0
            try:
                connection.sendall(b"POST /api/search HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                   b"Transfer-Encoding: chunked\r\n\r\n")
                while sent < 200 << 20:
                    connection.sendall(b"10000\r\n" + b" " * 65536 + b"\r\n")
                    sent += 65536
            except OSError:
                pass
            self.assertLess(sent, 16 << 20)

    def test_bodies_at_the_limit(self):
        def post(length, chunked=False):
            body = b'{"query": "avustus"}'.ljust(length)
            head = b"POST /api/search HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
            if chunked:
                return head + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (length, body)
            return head + b"Content-Length: %d\r\n\r\n" % length + body
        for chunked in (False, True):
            self.assertEqual(self.service.status(post(65536, chunked)), 200)
            self.assertEqual(self.service.status(post(65537, chunked)), 413)

    def test_drafts_at_the_limit(self):
        def send(text):
            return self.service.get("/fi/draft", "POST", "text=" + text, Accept="text/html",
                                    Content_Type="application/x-www-form-urlencoded")
        letters = "%C3%A4vustus+"  # 8 letters in 9 bytes
        self.assertEqual(send(letters * 7000).status, 200)
        for text in (letters * 7300, "%41" * 65000 + "a" * 600, "a" * 65537):
            answer = send(text)
            self.assertEqual(answer.status, 400)
            self.assertIn(b'<textarea id="text"', answer.body)
        too_long = send("%41" * 70000)
        self.assertEqual(too_long.status, 413)
        self.assertIn(b"<!doctype html>", too_long.body)
        for body in ("text=%ff", "text=a&text=b", "text=a&x=1", "text=%"):
            answer = self.service.get("/fi/draft", "POST", body, Content_Type="application/x-www-form-urlencoded")
            self.assertEqual(answer.status, 400, body)

    def test_framing_that_reads_in_two_ways(self):
        post = b"POST /api/search HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        for lines, statuses in [
                (b"Content-Length: 2\r\nContent-Length: 2\r\n", (400,)),
                (b"Content-Length: 2\r\nContent-Length: 3\r\n", (400,)),
                (b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", (400,)),
                (b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", (400,)),
                (b"Transfer-Encoding: gzip, chunked\r\n", (400,)),
                (b"Content-Length: -1\r\n", (0, 400)), (b"Content-Length: +2\r\n", (0, 400)),
                (b"Content-Length: 0x2\r\n", (0, 400)), (b"Content-Length: 2,2\r\n", (0, 400)),
                (b"Content-Length: 99999999999999999999999\r\n", (0, 400, 413)),
                (b"Content-Length : 2\r\n", (0, 400)),
                (b"", (411,))]:
            with self.subTest(lines):
                self.refused(post + lines + b"\r\n{}", *statuses)
        for size in (b"-2", b"zz", b"ffffffffffffffffff"):
            with self.subTest(size):
                self.refused(post + b"Transfer-Encoding: chunked\r\n\r\n" + size + b"\r\n{}\r\n0\r\n\r\n", 0, 400, 413)
        self.refused(b"GET /api/search HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello", 400)

    def test_nothing_follows_a_refusal(self):
        """A request hidden behind a refused one is not answered."""
        smuggled = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
        out = self.service.raw(b"POST /api/search HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nTransfer-Encoding: chunked"
                               b"\r\n\r\n0\r\n\r\n" + smuggled)
        self.assertEqual(out.count(b"HTTP/1.1 "), 1, out)
        self.assertIn(b"Connection: close", out)

    def test_paths(self):
        for path, statuses in [
                (b"/api/search%00", (400,)), (b"/api/search\x00", (0, 400)), (b"/api/%0d%0aX-Injected:%201", (400,)),
                (b"/../../etc/passwd", (400,)), (b"/%2e%2e/%2e%2e/etc/passwd", (400,)), (b"/api/..%2fsearch", (404,)),
                (b"/api/\x01", (0, 400)), (b"/%ff", (400,)), (b"/%", (400,)), (b"api/search", (0, 400)), (b"*", (0, 400)),
                (b"http://x/api/search", (200,)), (b"/api/search#x", (200, 400)), (b"//api/search", (404,))]:
            with self.subTest(path):
                self.refused(b"GET " + path + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", *statuses)

    def test_methods_and_versions(self):
        for line, statuses in [
                (b"DELETE /api/search HTTP/1.1", (400,)), (b"TRACE / HTTP/1.1", (400,)), (b"get / HTTP/1.1", (400,)),
                (b"CONNECT x:1 HTTP/1.1", (0, 400)), (b"POST /healthz HTTP/1.1\r\nContent-Length: 0", (405,)),
                (b"GET /healthz HTTP/2.0", (0, 400, 505)), (b"GET /healthz HTTP/9", (0, 400, 505)),
                (b"GET /healthz", (0, 400, 505)), (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", (0, 400, 505)),
                (b"PRI * HTTP/2.0", (0, 400, 505)), (b"GET /healthz HTTP/1.0", (200,))]:
            with self.subTest(line):
                self.refused(line + b"\r\nHost: x\r\nConnection: close\r\n\r\n", *statuses)
        self.refused(b"GET /healthz HTTP/1.1\r\n\r\n", 400)
        self.refused(b"GET /api/search?q=a b HTTP/1.1\r\nHost: x\r\n\r\n", 400)
        for ours in (b"GET /healthz HTTP/1.1\r\n\r\n", b"DELETE /api/search HTTP/1.1\r\nHost: x\r\n\r\n",
                     b"GET /healthz HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: x\r\n\r\n"):
            self.assertIn(b"application/problem+json", self.service.raw(ours))
        self.refused(b"GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400)
        self.refused(b"GET /healthz HTTP/1.1\r\nHost: a\"><script>\r\n\r\n", 400)

    def test_pipelined_requests_are_answered_in_order(self):
        one = b"GET %s HTTP/1.1\r\nHost: x\r\n\r\n"
        last = b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        out = self.service.raw(one % b"/healthz" + one % b"/api/nothing" + last)
        statuses = re.findall(rb"HTTP/1\.1 (\d{3}) ", out)
        self.assertEqual(statuses, [b"200", b"404", b"200"])

    def test_a_reader_that_does_not_read(self):
        connections = []
        for _ in range(30):
            connection = self.service.connect()
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.sendall(b"GET /export.jsonl HTTP/1.1\r\nHost: x\r\n\r\n" * 4)
            connections.append(connection)
        time.sleep(0.5)
        self.assertLess(service.seconds_of(self.ask), self.patience)
        for connection in connections:
            connection.close()

    ABORT = b"\1\0\0\0\0\0\0\0"  # struct linger: the line is cut at once

    def test_connections_that_go_away(self):
        for number in range(200):
            with self.service.connect() as connection:
                connection.sendall(b"GET /api/search?q=avustus&facets=year HTTP/1.1\r\nHost: x\r\n\r\n"[:20 + number])
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, self.ABORT)
        self.ask()

    def test_nobody_waits_for_the_answer(self):
        """Requests that wait for a thread when their client goes are not searched. A line that is cut before its bytes
        are read never becomes a request, and one cut too late has its answer: so with several pauses."""
        for attempt in range(40):
            connections = [self.service.connect() for _ in range(50)]
            for connection in connections:
                connection.sendall(b"GET /api/search?q=avustus&limit=500&facets=year HTTP/1.1\r\nHost: x\r\n\r\n")
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, self.ABORT)
            time.sleep(0.002 * attempt)
            for connection in connections:
                connection.close()
            metrics = self.service.get("/metrics").body.decode()
            if 'reason="gone"' in metrics:
                return
        self.fail(metrics)

    def test_more_requests_than_threads(self):
        """All are answered: with what was asked for, or with 503 and when to come again."""
        answers, lock = [], threading.Lock()

        def ask():
            answer = self.service.get("/api/search?q=avustus+tai+kaupunki&limit=500&facets=year,funder,organisation")
            with lock:
                answers.append(answer)
        threads = [threading.Thread(target=ask) for _ in range(100)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(answers), 100)
        for answer in answers:
            self.assertIn(answer.status, (200, 503))
            if answer.status == 503:
                self.assertIn("retry-after", answer.headers)

    def test_too_many_connections(self):
        limited = service.Service(self.index, "--connections", "40", "--connections-per-address", "8")
        self.addCleanup(limited.stop)
        connections = [limited.connect() for _ in range(30)]
        time.sleep(0.3)
        served = 0
        for connection in connections:
            connection.settimeout(2)
            try:
                connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
                served += connection.recv(12) == b"HTTP/1.1 200"
            except OSError:
                pass
        self.assertTrue(1 <= served <= 8, served)
        for connection in connections:
            connection.close()

        def answers():
            try:
                return limited.get("/healthz").status == 200
            except (OSError, http.client.HTTPException):
                return False
        self.assertTrue(service.eventually(answers))

    def test_zz_slow_connections_are_closed(self):
        """Named to run last: the drippers of setUpClass were there all the time."""
        self.assertLess(service.seconds_of(self.ask), self.patience)
        while time.monotonic() - self.opened < 30 and any(closed is None for closed in self.closed_after):
            time.sleep(0.5)
        self.assertTrue(all(closed is not None and closed < 30 for closed in self.closed_after), self.closed_after)
        for connection in self.silent:
            connection.settimeout(1)
            self.assertEqual(connection.recv(1), b"")


if __name__ == "__main__":
    programs.main()
