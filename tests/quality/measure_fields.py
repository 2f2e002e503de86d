#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Precision, recall and F1 of every field that the parser and the extractors fill, on labelled texts.

    measure_fields.py [--labels FILE]... [--exchange FILE | --command "pykala-index parse"] [--pinned FILE]
                      [--only FIELD,...] [--errors FIELD] [--update]

In: exchange JSON Lines (a file, stdin as "-", or what --command prints for the labels' texts) and labels: pages
(labels.jsonl beside txt/) and seeds (expected.jsonl). Without --labels: those of $PYKALA_SHARED, else of ../shared beside the repository.
Out: one line a field and set: field, set, precision, recall, F1, labelled. A set is all, or the labels' origin.
Exit: 0 as good as the pinned figures, 1 a figure fell below its pinned one (the message says which), 2 usage.
Without labels the run says "SKIPPED" and ends with 77, which CTest shows as skipped.
"""
import argparse
import collections
import json
import os
import shlex
import subprocess
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SKIPPED = 77
TOLERANCE = 0.0005  # of the pinned figures' rounding


def fold(text):
    """Names and titles are compared without regard to spaces, dashes, quotation marks and letter case."""
    if text is None:
        return None
    text = unicodedata.normalize("NFKC", text)
    for dash in "‐‑‒–—−":
        text = text.replace(dash, "-")
    for quote in "”“„\"'’‘»«":
        text = text.replace(quote, '"')
    return " ".join(text.replace(" -", "-").replace("- ", "-").split()).casefold()


def single(value):
    return collections.Counter() if value is None else collections.Counter([value])


def cite_key(cite):
    """A citation is right by its date and §; the case number tells apart those without a date."""
    date, section, case = cite.get("date"), cite.get("section"), cite.get("case_number")
    return (date, section, case if date is None else None)


def maker_name(decision):
    maker = decision.get("decision_maker")
    return maker["name"] if isinstance(maker, dict) else maker


def funders(decision, relation):
    return collections.Counter({f["id"]: 1 for f in decision.get("funders") or [] if f["relation"] == relation})


def label_amounts(label):
    """Each sum once, with its role."""
    if "amounts" in label:
        return {a["cents"]: a["role"] for a in reversed(label["amounts"])}
    return {int(c): r for c, r in (label.get("amount_roles") or {}).items()}


def found_amounts(decision):
    return {a["cents"]: a["role"] for a in reversed(decision.get("amounts") or []) if a["currency"] == "EUR"}


def expected_fields(label):
    """field -> Counter of right answers; a field that the label does not speak of is left out."""
    out = {}
    for field in ("date", "section", "case_number", "kind", "language"):
        if field in label:
            out[field] = single(label[field])
    if "title" in label:
        out["title"] = single(fold(label["title"]))
    if "decision_maker" in label:
        out["office"] = single(fold(label["decision_maker"]))
    if "classification" in label:
        out["classification"] = single(label["classification"])
    if "headings" in label:
        out["headings"] = collections.Counter(label["headings"])
    if "words_rejoined" in label:
        out["words_rejoined"] = collections.Counter(label["words_rejoined"])
    if "funders_fund" in label:
        out["funders_fund"] = collections.Counter(set(label["funders_fund"]))
    if "funders_mentioned" in label:
        out["funders_mentioned"] = collections.Counter(set(label["funders_mentioned"]))
    if "amounts_cents" in label or "amounts" in label:
        amounts = label_amounts(label)
        cents = label.get("amounts_cents") or list(amounts)
        out["amounts"] = collections.Counter(set(cents))
        out["amount_roles"] = collections.Counter(amounts.items())
    if "organisations" in label:
        out["organisations"] = collections.Counter({fold(o): 1 for o in label["organisations"]})
    if "period" in label:
        period = label["period"]
        out["period"] = single((period["from"], period["to"]) if period else None)
    if "cites" in label:
        out["cites"] = collections.Counter({cite_key(c): 1 for c in label["cites"]})
    return out


def found_fields(decision, label):
    """The same of what was parsed. What a label allows besides is not counted against it."""
    out = {f: single(decision.get(f)) for f in ("date", "section", "case_number", "kind", "language")}
    out["title"] = single(fold(decision.get("title")))
    name = fold(maker_name(decision))
    also = {fold(a) for a in label.get("decision_maker_also") or []}
    out["office"] = single(fold(label.get("decision_maker")) if name in also else name)
    classification = decision.get("classification")
    out["classification"] = single(classification["code"] if classification else None)
    out["headings"] = collections.Counter(p["heading"] for p in decision["parts"] if p["heading"])
    words = " ".join(p["text"] for p in decision["parts"])
    out["words_rejoined"] = collections.Counter(w for w in label.get("words_rejoined") or [] if w in words)
    out["funders_fund"] = funders(decision, "funds")
    out["funders_mentioned"] = funders(decision, "mentioned")
    amounts = found_amounts(decision)
    out["amounts"] = collections.Counter(amounts.keys())
    labelled = label_amounts(label)
    out["amount_roles"] = collections.Counter((c, r) for c, r in amounts.items() if c in labelled)
    allowed = {fold(o) for o in label.get("organisations_other") or []}
    names = {fold(o) for o in decision.get("organisations") or []}
    right = {fold(o) for o in label.get("organisations") or []}
    out["organisations"] = collections.Counter(o for o in names if o in right or o not in allowed)
    period = decision.get("period")
    out["period"] = single((period["from"], period["to"]) if period else None)
    out["cites"] = collections.Counter({cite_key(c): 1 for c in decision.get("cites") or []})
    return out


class Score:
    def __init__(self):
        self.right = self.found = self.labelled = 0

    def add(self, expected, found):
        self.right += sum((expected & found).values())
        self.found += sum(found.values())
        self.labelled += sum(expected.values())

    def figures(self):
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.labelled if self.labelled else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return precision, recall, f1


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def texts_of(labels_path):
    folder = os.path.dirname(labels_path)
    txt = os.path.join(folder, "txt")
    return txt if os.path.isdir(txt) else folder


def parsed(args, labels_paths):
    """Decisions by the base name of their source."""
    if args.exchange:
        lines = sys.stdin if args.exchange == "-" else open(args.exchange, encoding="utf-8")
        decisions = [json.loads(line) for line in lines if line.strip()]
    else:
        decisions = []
        for path in labels_paths:
            names = sorted(n for n in os.listdir(texts_of(path)) if n.endswith(".txt"))
            command = shlex.split(args.command) + [os.path.join(texts_of(path), n) for n in names]
            run = subprocess.run(command, stdout=subprocess.PIPE, check=False)
            if run.returncode not in (0, 1):
                sys.exit(f"measure_fields: {args.command} ended with {run.returncode}")
            decisions += [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]
    return {os.path.basename(d["source"]): d for d in decisions}


def measure(labels, decisions, only, show_errors):
    scores = collections.defaultdict(Score)
    missing = []
    for label in labels:
        name = os.path.basename(label.get("source") or label["file"])
        origin = label.get("origin") or "seeds"
        decision = decisions.get(name)
        if decision is None:
            missing.append(name)
        expected = expected_fields(label)
        found = found_fields(decision, label) if decision else collections.defaultdict(collections.Counter)
        for field, right in expected.items():
            if only and field not in only:
                continue
            for which in ("all", origin):
                scores[(field, which)].add(right, found[field])
            if field == show_errors and right != found[field]:
                print(f"{name}: missed {list((right - found[field]).elements())} "
                      f"wrong {list((found[field] - right).elements())}", file=sys.stderr)
    return scores, missing


def read_pinned(path):
    pinned = {}
    if os.path.exists(path):
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                cells = line.rstrip("\n").split("\t")
                if len(cells) >= 5 and cells[0] not in ("field",) and not line.startswith("#"):
                    pinned[(cells[0], cells[1])] = tuple(float(c) for c in cells[2:5])
    return pinned


def write_pinned(path, scores):
    pinned = read_pinned(path)
    with open(path, "w", encoding="utf-8") as out:
        out.write("# Figures of measure_fields.py on the labelled texts; a figure that falls fails the test.\n")
        out.write("field\tset\tprecision\trecall\tf1\n")
        for key, score in scores.items():
            pinned[key] = score.figures()
        for key in sorted(pinned):
            out.write("\t".join(key) + "".join(f"\t{f:.3f}" for f in pinned[key]) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labels", action="append", default=[])
    parser.add_argument("--exchange")
    parser.add_argument("--command", default=os.path.join(ROOT, "build", "dev", "bin", "pykala-index") + " parse")
    parser.add_argument("--pinned", default=os.path.join(HERE, "fields.tsv"))
    parser.add_argument("--only", default="")
    parser.add_argument("--errors")
    parser.add_argument("--update", action="store_true", help="pin the figures of this run")
    args = parser.parse_args()

    shared = os.environ.get("PYKALA_SHARED") or os.path.join(os.path.dirname(ROOT), "shared")
    paths = args.labels or [os.path.join(shared, "pages", "labels.jsonl"), os.path.join(shared, "seeds", "expected.jsonl")]
    paths = [p for p in paths if os.path.exists(p)]
    if not paths:
        print("SKIPPED: no labelled texts (../shared is not there); nothing was measured")
        return SKIPPED
    labels = [label for path in paths for label in read_lines(path)]
    scores, missing = measure(labels, parsed(args, paths), set(filter(None, args.only.split(","))), args.errors)
    print(f"{'field':18}{'set':18}{'precision':>10}{'recall':>8}{'F1':>8}{'labelled':>10}")
    for (field, which), score in sorted(scores.items()):
        precision, recall, f1 = score.figures()
        print(f"{field:18}{which:18}{precision:10.3f}{recall:8.3f}{f1:8.3f}{score.labelled:10}")
    for name in missing:
        print(f"not parsed: {name}")
    if args.update:
        write_pinned(args.pinned, scores)
        return 0
    fallen = 0
    for key, pinned in read_pinned(args.pinned).items():
        if key not in scores:
            continue
        for name, was, now in zip(("precision", "recall", "F1"), pinned, scores[key].figures()):
            if now < was - TOLERANCE:
                print(f"FELL: {key[0]} ({key[1]}) {name} {was:.3f} -> {now:.3f}")
                fallen += 1
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
