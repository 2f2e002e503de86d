#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the ```sh blocks of README.md, command by command, in a folder of their own beside the data they name, and
checks that the files README names are there. $PYKALA_BIN is the folder of the programs."""
import os, pathlib, re, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def commands():
    text = (ROOT / 'README.md').read_text(encoding='utf-8')
    for block in re.findall(r'^```sh\n(.*?)^```', text, re.S | re.M):
        yield from (line for line in block.splitlines() if line.strip() and not line.startswith('#'))


def main():
    environment = dict(os.environ, PATH=os.environ['PYKALA_BIN'] + os.pathsep + os.environ['PATH'])
    failed, ran = [], 0
    with tempfile.TemporaryDirectory(prefix='pykala-readme-') as folder:
        os.symlink(ROOT / 'data', pathlib.Path(folder) / 'data')
        for command in commands():
            ran += 1
            result = subprocess.run(['bash', '-c', command], cwd=folder, env=environment, capture_output=True, text=True)
            if result.returncode != 0 or result.stdout.startswith('{"protocol":1,"request_id":null,"error"'):
                failed.append(f'{command}\n  status {result.returncode}\n  {result.stdout[:300]}{result.stderr[:500]}')
    links = re.findall(r'`((?:data|indexer|searcher|stemmers|packaging|tests)/[\w./-]*)`', (ROOT / 'README.md').read_text(encoding='utf-8'))
    failed += [f'README names {name}, which is not there' for name in links if not (ROOT / name).exists() and 'read_x' not in name]
    print('\n'.join(failed) or f'{ran} commands of README ran')
    return 1 if failed or ran == 0 else 0


sys.exit(main())
