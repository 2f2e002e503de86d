# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures out of measured times: shares, ratios, and the musts. Functions of plain data; nothing is run here.

An entry is one build at one size, as it stands in the log: {"version", "commit", "machine", "docs", "text_bytes",
"index": {engine: {"cpu", "wall", "peak_mb", "tables": {name: bytes}}}, "compacted": the same without peak,
"search": {engine: {mode: {kind: [p50, p95, p99]}}} in milliseconds of CPU, "wall": {mode: {kind: [...]}} of ours,
"fresh" and "cold": {"first_ms", "p50_ms", "worst_ms", "read_mb"}, "json" and "service": {"rss_mb", "anon_mb"},
"ready_ms", "visible_s"}. What was not measured is left out."""

OURS = "pykala"
SHARES = (0.5, 0.95, 0.99)
FILTERED = ("filter_year", "filter_funder", "date_range")
NO_DEARER = 1.1  # a ratio that says "as fast as": measured twice, one thing differs by some percent


def share(values, part):
    """The value below which that part of the values lies."""
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * part))]


def summary(times, kinds):
    """Shares of the times of each kind, and of all where there are several."""
    pick = {"all": list(times)} if len(set(kinds)) > 1 else {}
    for time, kind in zip(times, kinds):
        pick.setdefault(kind, []).append(time)
    return {kind: [round(share(values, part), 3) for part in SHARES] for kind, values in pick.items()}


def ratio(over, under):
    """None where one of them was not measured."""
    return over / under if over is not None and under else None


def at(entry, *path):
    """What stands at the path; None where something on the way is missing."""
    for key in path:
        if isinstance(entry, list):
            entry = entry[key] if key < len(entry) else None
        else:
            entry = entry.get(key) if entry else None
        if entry is None:
            return None
    return entry


def total_bytes(result):
    return sum(result["tables"].values()) if result else None


def rate(entry, engine, clock="wall"):
    """Documents a second."""
    return ratio(entry["docs"], at(entry, "index", engine, clock))


def flat_tables(name, result, docs):
    sizes = {f"{name}, {table}, bytes a decision": size / docs for table, size in result["tables"].items()}
    return sizes | {f"{name}, bytes a decision": total_bytes(result) / docs}


def measures(entry):
    """Everything measured of our programs by name, all of it the smaller the better: for comparing two entries."""
    flat = {}
    indexed = at(entry, "index", OURS)
    if indexed:
        flat |= {"index, CPU s": indexed["cpu"], "index, wall s": indexed["wall"], "index, peak MB": indexed["peak_mb"]}
        flat |= flat_tables("index", indexed, entry["docs"])
    compacted = at(entry, "compacted")
    if compacted:
        flat |= {"compact, CPU s": compacted["cpu"], "compact, wall s": compacted["wall"]}
        flat |= flat_tables("compacted", compacted, entry["docs"])
    for mode, kinds in (at(entry, "search", OURS) or {}).items():
        for kind, row in kinds.items():
            flat |= {f"{mode}, {kind}, p{name} CPU ms": value for name, value in zip(("50", "95"), row)}
    for mode, kinds in (at(entry, "wall") or {}).items():
        whole = kinds.get("all") or next(iter(kinds.values()))
        flat[f"{mode}, all, p95 wall ms"] = whole[1]
    for state in ("fresh", "cold"):
        flat |= {f"{state}, {key}": value for key, value in (at(entry, state) or {}).items()}
    for program in ("json", "service"):
        flat |= {f"{program}, {key}": value for key, value in (at(entry, program) or {}).items()}
    flat |= {key: entry[key] for key in ("ready_ms", "visible_s") if key in entry}
    return flat


def compared(old, new):
    """Rows (measure, old, new, new / old) of what both have."""
    before, after = measures(old), measures(new)
    return [(name, before[name], value, ratio(value, before[name])) for name, value in after.items() if name in before]


def last_of_another_commit(entries, entry):
    """The newest entry that can be compared with this one: same machine, size and shape, other commit."""
    same = [old for old in entries if all(old.get(key) == entry[key] for key in ("version", "machine", "docs"))]
    others = [old for old in same if old["commit"] != entry["commit"]]
    return others[-1] if others else None


def worst_p95(entry, mode, kinds):
    found = [at(entry, "search", OURS, mode, kind, 1) for kind in kinds]
    return max((value for value in found if value is not None), default=None)


def filter_cost(entry, kinds):
    """The most that a filter or an order costs: p95 with it over p95 of the same words without."""
    ratios = [ratio(worst_p95(entry, "filtered", [kind]), worst_p95(entry, "bare", [kind])) for kind in kinds]
    return max((value for value in ratios if value is not None), default=None)


def against_size(entry, docs, by_size):
    """Documents a second over those of the size named."""
    return ratio(rate(entry, OURS), rate(by_size[docs], OURS)) if docs in by_size and entry["docs"] > docs else None


def musts(entry, by_size):
    """Rows (what, the size it is stated for or None, "must" or "aim", value, comparison, limit). `by_size`: all entries
    of this call."""
    script, lucene = rate(entry, "scriptindex"), rate(entry, "lucene")
    size = ratio(total_bytes(at(entry, "index", OURS)), entry["text_bytes"])
    facets = at(entry, "search", OURS, "facets", "all") or [None, None]
    beside = ratio(facets[1], at(entry, "search", "lucene", "facets", "all", 1))
    million, hundred = 1_000_000, 100_000
    return [
        ("docs/s (wall, all cores) / scriptindex", None, "must", ratio(rate(entry, OURS), script), ">=", 4),
        ("docs/s (wall, all cores) / Lucene", None, "aim", ratio(rate(entry, OURS), lucene), ">=", 1),
        ("index bytes / text bytes", None, "must", size, "<=", 1.3),
        ("index bytes / text bytes", None, "aim", size, "<=", 0.8),
        ("facets p95 / Lucene's p95", hundred, "must", beside, "<=", 1.5),
        ("facets p95 / Lucene's p95", hundred, "aim", beside, "<=", 1),
        ("facets p95, ms", million, "must", facets[1], "<=", 60),
        ("facets p50, ms", million, "must", facets[0], "<=", 8),
        ("filters p95 / the same words without", None, "must", filter_cost(entry, FILTERED), "<=", NO_DEARER),
        ("newest first p95 / by relevance", None, "must", filter_cost(entry, ["newest"]), "<=", NO_DEARER),
        ("prefix expansion p95, ms", None, "must", worst_p95(entry, "expansion", ["prefix"]), "<=", 2),
        ("prefix p95, ms", hundred, "aim", worst_p95(entry, "top10", ["prefix"]), "<=", 2),
        ("phrase p95, ms", hundred, "must", worst_p95(entry, "top10", ["phrase", "phrase_of_two"]), "<=", 20),
        ("ten snippets p95, ms", None, "must", worst_p95(entry, "ten snippets", ["all"]), "<=", 1),
        ("similar p95, ms", million, "must", worst_p95(entry, "similar", ["similar"]), "<=", 30),
        ("docs/s / docs/s at 100 000", million, "must", against_size(entry, hundred, by_size), ">=", 0.7),
        ("service, MB beside the page cache", million, "must", at(entry, "service", "anon_mb"), "<=", 300),
        ("service, s from start to answer", million, "must", ratio(entry.get("ready_ms"), 1000), "<=", 1.5),
        ("update of 100 decisions visible, s", million, "must", entry.get("visible_s"), "<=", 2),
    ]


def verdict(value, comparison, limit):
    if value is None:
        return "not measured"
    return "yes" if (value >= limit if comparison == ">=" else value <= limit) else "NO"
