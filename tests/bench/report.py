# SPDX-License-Identifier: GPL-2.0-or-later
"""Entries as tables for a terminal."""
from figures import OURS, at, compared, musts, rate, ratio, total_bytes, verdict

TITLES = {"top10": "first ten hits (ours with the exact total)", "facets": "first ten hits, exact total, three facets",
          "filtered": "first ten hits with a filter or by date", "bare": "the same words without", "snippets": "first ten hits with snippets",
          "ten snippets": "what ten snippets add", "page": "facets and snippets",
          "expansion": "words that fit a prefix", "similar": "precedents of a decision"}
WORTH_A_MARK = 0.1  # a change of more than this part is marked


def cell(value, digits=2, width=9):
    return f"{'-' if value is None else f'{value:.{digits}f}':>{width}}"


def print_indexing(entry):
    print(f"\n{'indexing':12} {'docs/s':>7} {'docs/CPUs':>9} {'MB/s':>7} {'MB/CPUs':>7} {'peak MB':>7} {'bytes/text':>10} "
          f"{'x scriptindex':>13} {'by CPU':>7} {'x Lucene':>8} {'by CPU':>7}")
    for name, result in entry["index"].items():
        size = total_bytes(result) / entry["text_bytes"]
        per = {clock: entry["text_bytes"] / result[clock] / 1e6 for clock in ("wall", "cpu")}
        beside = {(other, clock): ratio(rate(entry, name, clock), rate(entry, other, clock))
                  for other in ("scriptindex", "lucene") for clock in ("wall", "cpu")}
        print(f"{name:12} {rate(entry, name):7.0f} {rate(entry, name, 'cpu'):9.0f} {per['wall']:7.2f} {per['cpu']:7.2f} "
              f"{result['peak_mb']:7.0f} {size:10.2f} {cell(beside['scriptindex', 'wall'], width=13)} "
              f"{cell(beside['scriptindex', 'cpu'], width=7)} {cell(beside['lucene', 'wall'], width=8)} "
              f"{cell(beside['lucene', 'cpu'], width=7)}")
    print("docs/s and MB/s by wall clock, on all cores where an engine uses them (only ours does); CPUs: a CPU second")


def print_sizes(entry):
    index, compacted = entry["index"][OURS], entry["compacted"]
    print(f"\n{'bytes a decision':16} {'index':>8} {'compacted':>10}")
    for table in sorted(index["tables"] | compacted["tables"]):
        sizes = [result["tables"].get(table, 0) / entry["docs"] for result in (index, compacted)]
        print(f"{table:16} {sizes[0]:8.0f} {sizes[1]:10.0f}")
    sizes = [total_bytes(result) for result in (index, compacted)]
    print(f"{'all':16} {sizes[0] / entry['docs']:8.0f} {sizes[1] / entry['docs']:10.0f}")
    print(f"{'part of the text':16} {sizes[0] / entry['text_bytes']:8.2f} {sizes[1] / entry['text_bytes']:10.2f}")
    print(f"compact took {compacted['wall']:.1f} s, {compacted['cpu']:.1f} s of CPU")


def triple(row):
    return "/".join(f"{value:.2f}" for value in row) if row else "-"


def print_mode(entry, mode):
    engines = [name for name, modes in entry["search"].items() if mode in modes]
    with_lucene = "lucene" in engines
    print(f"\n{TITLES.get(mode, mode)}: ms p50/p95/p99")
    heads = [f"{name} CPU" for name in engines] + [f"{OURS} wall"]
    print(f"{'':14}" + "".join(f"{head:>22}" for head in heads) + (f"{'p95 / Lucene':>14}" if with_lucene else ""))
    for kind in entry["search"][OURS][mode]:
        rows = [at(entry, "search", name, mode, kind) for name in engines]
        cells = "".join(f"{triple(row):>22}" for row in rows + [at(entry, "wall", mode, kind)])
        beside = cell(ratio(rows[0][1], at(entry, "search", "lucene", mode, kind, 1)), width=14) if with_lucene else ""
        print(f"{kind:14}{cells}{beside}")


def print_process(entry):
    print("\na new process, wall ms     start to first answer   a page p50   worst   MB read from disk")
    for name, title in (("fresh", "index in the page cache"), ("cold", "index evicted from it")):
        row = entry[name]
        print(f"{title:26} {row['first_ms']:21.0f} {row['p50_ms']:12.2f} {row['worst_ms']:7.1f} {row['read_mb']:19.1f}")
    print(f"\n{'memory after the queries':26} {'resident MB':>11} {'beside the page cache':>22}")
    for name, title in (("json", "pykala-search json"), ("service", "pykala-search serve")):
        print(f"{title:26} {entry[name]['rss_mb']:11.0f} {entry[name]['anon_mb']:22.0f}")
    print(f"\nservice: {entry['ready_ms']:.0f} ms from start to first answer; update of 100 decisions visible after "
          f"{entry['visible_s']:.2f} s")


def print_entry(entry):
    print(f"\n=== {entry['docs']} decisions, {entry['text_bytes'] / 1e6:.1f} MB of text, commit {entry['commit']}\n"
          f"{entry['machine']}, load {entry['load'][0]:.1f} before and {entry['load'][1]:.1f} after")
    print_indexing(entry)
    print_sizes(entry)
    for mode in entry["search"][OURS]:
        print_mode(entry, mode)
    print_process(entry)


def print_musts(entries):
    by_size = {entry["docs"]: entry for entry in entries}
    for entry in entries:
        print(f"\nmusts and aims at {entry['docs']} decisions")
        for what, stated, kind, value, comparison, limit in musts(entry, by_size):
            size = "" if stated in (None, entry["docs"]) else f"  (stated for {stated})"
            print(f"{kind:5} {what:42} {cell(value, 2, 8)} {comparison} {limit:<5} {verdict(value, comparison, limit)}{size}")


def mark(value):
    if value is None or abs(value - 1) <= WORTH_A_MARK:
        return ""
    return "  MORE" if value > 1 else "  less"


def print_comparison(old, new, how):
    """Every measure of ours beside another commit's; less is better in all of them."""
    print(f"\n{new['commit']} against {old['commit']} at {new['docs']} decisions, {how}; less is better")
    print(f"{'':46} {old['commit']:>16} {new['commit']:>16} {'ratio':>7}")
    for name, before, after, beside in compared(old, new):
        print(f"{name:46} {before:16.3f} {after:16.3f} {cell(beside, 2, 7)}{mark(beside)}")
