# SPDX-License-Identifier: GPL-2.0-or-later
"""Commits: which one this is, what the log says of others, and building another one to measure beside this."""
import contextlib
import json
import os
import platform
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
VERSION = 2  # of the entries: only those of one shape are compared


def git(*arguments):
    result = subprocess.run(["git", "-C", ROOT, *arguments], capture_output=True, text=True, check=False)
    if result.returncode != 0:
        sys.exit(f"git {' '.join(arguments)}: {result.stderr.strip()}")
    return result.stdout.strip()


def commit():
    """The commit of the sources beside this file, "-dirty" when they have been changed since."""
    return git("describe", "--always", "--dirty", "--exclude", "*")


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = re.search(r"^model name\s*: (.*)$", file.read(), re.M)
    return f"{platform.node()}, {model.group(1) if model else platform.machine()}, {os.cpu_count()} cores"


def read_log(path):
    """Entries of this shape, oldest first. A line that was cut by a kill is passed over, and said."""
    entries = []
    if not os.path.exists(path):
        return entries
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            try:
                entry = json.loads(line)
            except json.JSONDecodeError:
                print(f"{path}:{number} is no JSON and is passed over", file=sys.stderr)
                continue
            if entry.get("version") == VERSION:
                entries.append(entry)
    return entries


def append_to_log(path, entries):
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    with open(path, "a", encoding="utf-8") as file:
        for entry in entries:
            file.write(json.dumps(entry) + "\n")


@contextlib.contextmanager
def built(revision):
    """Builds a revision as it is released, in a temporary work tree; (commit, folder of its programs) while it stands."""
    name = git("rev-parse", "--short", revision + "^{commit}")
    print(f"building {name}", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="pykala-bench-") as folder:
        tree = os.path.join(folder, "tree")
        git("worktree", "add", "--detach", tree, name)
        try:
            for command in (["cmake", "--preset", "release", "-DPYKALA_TESTS=OFF"],
                            ["cmake", "--build", "--preset", "release", "--target", "pykala-index", "pykala-search"]):
                result = subprocess.run(command, cwd=tree, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
                if result.returncode != 0:
                    sys.exit(f"{name} could not be built: {' '.join(command)}\n{result.stdout[-4000:]}")
            yield name, os.path.join(tree, "build", "release", "bin")
        finally:
            git("worktree", "remove", "--force", tree)
