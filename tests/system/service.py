# SPDX-License-Identifier: GPL-2.0-or-later
"""A running `pykala-search serve` for tests: started on a free port, asked over bare sockets, ended by SIGTERM."""
import http.client
import os
import pathlib
import re
import signal
import socket
import subprocess
import time

from programs import BIN


class Answer:
    """One answer read from a socket; `closed` when the other side then closed."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body


class Service:
    def __init__(self, index, *options, bin=BIN):
        self.errors = open(pathlib.Path(index).parent / "service.log", "wb+")
        # A sanitizer keeps freed memory back, by default 256 MB of it.
        environment = dict(os.environ, ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", "") + ":quarantine_size_mb=4")
        self.process = subprocess.Popen(
            [str(bin / "pykala-search"), "serve", str(index), "--listen", "127.0.0.1:0", *options],
            stdout=subprocess.PIPE, stderr=self.errors, env=environment)
        line = self.process.stdout.readline().decode()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        if not found:
            self.process.wait(10)
            raise AssertionError(f"serve did not start: {line} {self.log()}")
        self.port = int(found.group(1))

    def log(self):
        if self.errors.closed:
            return self.said
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")

    def connect(self, timeout=10):
        return socket.create_connection(("127.0.0.1", self.port), timeout=timeout)

    def get(self, path, method="GET", body=None, **headers):
        """Status, headers (names in lower case) and body of one request on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            response = connection.getresponse()
            return Answer(response.status, {n.lower(): v for n, v in response.getheaders()}, response.read())
        finally:
            connection.close()

    def raw(self, data, timeout=10, most=1 << 20):
        """Sends bytes as they are; everything that comes back until the other side closes or falls silent."""
        with self.connect(timeout) as connection:
            try:
                connection.sendall(data)
            except OSError:
                pass
            out = b""
            try:
                while len(out) < most:
                    piece = connection.recv(65536)
                    if not piece:
                        break
                    out += piece
            except OSError:
                pass
            return out

    def status(self, data, timeout=3):
        """Status of the first answer to these bytes; 0 when the connection was closed without one."""
        found = re.match(rb"HTTP/1\.[01] (\d{3})", self.raw(data, timeout))
        return int(found.group(1)) if found else 0

    def memory(self):
        """Resident bytes."""
        with open(f"/proc/{self.process.pid}/statm") as file:
            return int(file.read().split()[1]) * 4096

    def signal(self, number):
        self.process.send_signal(number)

    def stop(self):
        """Ends it, and gives its exit status."""
        if self.process.poll() is None:
            self.signal(signal.SIGTERM)
        status = self.process.wait(60)
        self.process.stdout.close()
        if not self.errors.closed:
            self.said = self.log()
            self.errors.close()
        return status


def eventually(holds, patience=20):
    """Whether it comes to hold: what a server does after its answer has gone out shows a moment later."""
    end = time.monotonic() + patience
    while not (held := holds()) and time.monotonic() < end:
        time.sleep(0.02)
    return held


def seconds_of(action):
    begin = time.monotonic()
    action()
    return time.monotonic() - begin
