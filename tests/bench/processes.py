# SPDX-License-Identifier: GPL-2.0-or-later
"""Programs measured from outside: CPU by the scheduler's account of their threads, memory and reads by /proc."""
import http.client
import json
import os
import re
import subprocess
import sys
import time


def run(command):
    """Runs to its end: CPU (user and system) and wall seconds, peak memory in MB."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    with process.stderr:
        errors = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}: {errors}")
    return {"cpu": usage.ru_utime + usage.ru_stime, "wall": time.monotonic() - begin, "peak_mb": usage.ru_maxrss / 1024}


def folder_size(path):
    """Bytes by table: the names of the files without their endings, of a folder and those in it, or of one file."""
    if os.path.isfile(path):
        return {os.path.basename(path): os.path.getsize(path)}
    sizes = {}
    for folder, _, names in os.walk(path):
        for name in sorted(names):
            table = name.split(".")[0]
            sizes[table] = sizes.get(table, 0) + os.path.getsize(os.path.join(folder, name))
    return {table: size for table, size in sizes.items() if size > 0}


def evict(path):
    """Asks the system to forget what it keeps of the files in memory: they must be read from the disk again. The host of
    a virtual machine may still have them."""
    for folder, _, names in os.walk(path):
        for name in names:
            file = os.open(os.path.join(folder, name), os.O_RDONLY)
            try:
                os.fsync(file)
                os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
            finally:
                os.close(file)


def cpu_ns(pid):
    """CPU time of all threads of a process."""
    total = 0
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/schedstat", encoding="ascii") as file:
            total += int(file.read().split()[0])
    return total


def memory(pid):
    """All resident memory, and that without the page cache of files."""
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        kilobytes = dict(re.findall(r"^(VmRSS|RssAnon):\s+(\d+) kB", file.read(), re.M))
    return {"rss_mb": int(kilobytes["VmRSS"]) / 1024, "anon_mb": int(kilobytes["RssAnon"]) / 1024}


def read_mb(pid):
    """What a process has had read from the disk."""
    with open(f"/proc/{pid}/io", encoding="ascii") as file:
        return int(re.search(r"^read_bytes: (\d+)", file.read(), re.M).group(1)) / 1e6


class Batch:
    """`pykala-search json`: a request, an answer."""

    def __init__(self, folder, index):
        self.begin = time.monotonic()
        self.process = subprocess.Popen([os.path.join(folder, "pykala-search"), "json", index], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True, bufsize=1)
        self.pid = self.process.pid

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()

    def ask(self, request):
        line = json.dumps(request, ensure_ascii=False)
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            sys.exit(f"{line}: {answer['error']}")
        return answer

    def timed(self, request):
        """Milliseconds of CPU and wall for one request: wall with writing and reading the line."""
        line = json.dumps(request, ensure_ascii=False) + "\n"
        used, begin = cpu_ns(self.pid), time.monotonic()
        self.process.stdin.write(line)
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        wall = time.monotonic() - begin
        used = cpu_ns(self.pid) - used
        if '"error":{' in answer[:400]:
            sys.exit(f"{line}{answer}")
        return used / 1e6, wall * 1e3


class Service:
    """`pykala-search serve`, asked by POST; one connection for each thread that asks."""

    def __init__(self, folder, index):
        self.begin = time.monotonic()
        self.process = subprocess.Popen([os.path.join(folder, "pykala-search"), "serve", index, "--listen", "127.0.0.1:0"],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.pid = self.process.pid
        line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        if not found:
            sys.exit(f"pykala-search serve did not start: {line}")
        self.port = int(found.group(1))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()

    def ask_all(self, requests):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            for request in requests:
                connection.request("POST", "/api/search", json.dumps(request), {"Content-Type": "application/json"})
                response = connection.getresponse()
                body = response.read()
                if response.status != 200:
                    raise RuntimeError(f"{request}: {response.status} {body[:400]}")
        finally:
            connection.close()
