#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Words a second through the analyser, one thread: the words of data/sample, again and again.

  words.py --bin build/release/bin [--repeat 200] [--text FILE]

Prints CPU seconds of `pykala-index terms` with the dictionary, and with rules only, over the repeated words; the cost of
a first meeting (the distinct words alone, with start-up) is measured by itself and taken off, so what is left is the warm
cache. `wc -w` over the same bytes is run beside them: compare ratios, not seconds, between machines."""
import argparse
import pathlib
import re
import resource
import subprocess
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]


def cpu_seconds(command, path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(path, "rb") as words:
        subprocess.run(command, stdin=words, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", required=True)
    options.add_argument("--repeat", type=int, default=200)
    options.add_argument("--text", type=pathlib.Path)
    chosen = options.parse_args()
    files = [chosen.text] if chosen.text else sorted(path for path in (SOURCE / "data/sample").rglob("*") if path.is_file())
    text = " ".join(path.read_text(encoding="utf-8", errors="ignore") for path in files)
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", text)]
    with tempfile.TemporaryDirectory() as folder:
        once, often = pathlib.Path(folder, "once"), pathlib.Path(folder, "often")
        once.write_text("\n".join(dict.fromkeys(words)) + "\n", encoding="utf-8")
        often.write_text(("\n".join(words) + "\n") * chosen.repeat, encoding="utf-8")
        count = len(words) * chosen.repeat
        base = cpu_seconds(["wc", "-w"], often)
        print(f"{count} words, {len(set(words))} distinct; wc -w {base:.2f} s")
        program = str(pathlib.Path(chosen.bin, "pykala-index"))
        for name, command in (("dictionary", [program, "terms"]), ("rules only", [program, "terms", "--rules-only"])):
            first, seconds = cpu_seconds(command, once), cpu_seconds(command, often)
            warm = max(seconds - first, 1e-3)
            print(f"{name}: first meetings {first:.2f} s, warm {count / warm / 1e6:.2f} M words/s, {warm / max(base, 1e-3):.1f} x wc -w")


main()
