# SPDX-License-Identifier: GPL-2.0-or-later
"""Searches over data/sample: golden/search/<case>/request.json -> expected.json. A request file holds requests of the
protocol and what of the answers to keep: "first" (id of the first hit), "ids" (in order), "found" (ids without order),
"highlights" (the words that were highlighted, without order), "cards" (hits with the decisions of their cards),
"citations" (how much a hit cites and is cited), "reasons" (the kinds of reason of a precedent). Totals, facets and errors are always kept; scores,
times and the wording of snippets never. UPDATE_GOLDEN=1 writes what differs anew, and still fails."""
import difflib
import json
import os

import programs
from programs import SOURCE

CASES = SOURCE / "tests/golden/search"
SHOWN_IDS = 5


def highlighted(hit):
    texts = [(hit["title"], hit["title_highlights"])] + [(s["text"], s["highlights"]) for s in hit["snippets"]]
    return {text[begin:end] for text, ranges in texts for begin, end in ranges}


def kept(answer, keep):
    if "error" in answer:
        return {"error": {key: answer["error"][key] for key in ("code", "pointer")}}
    ids = [hit["id"] for hit in answer["hits"]]
    out = {"total": answer["total"]}
    if answer["notes"]:
        out["notes"] = answer["notes"]
    if "first" in keep:
        out["first"] = ids[:1]
    if "ids" in keep:
        out["ids"] = ids[:SHOWN_IDS]
    if "found" in keep:
        out["found"] = sorted(ids)
    if "highlights" in keep:
        out["highlights"] = sorted(set().union(*map(highlighted, answer["hits"])))
    if "cards" in keep:
        out["decisions"] = answer["total_decisions"]
        out["cards"] = [f"{hit['id']}: {hit['case_decisions']}" for hit in answer["hits"]]
    if "citations" in keep:
        out["citations"] = [f"{hit['id']}: cites {hit['cites']}, cited by {hit['cited_by']}" for hit in answer["hits"]]
    if "reasons" in keep:
        out["reasons"] = [f"{hit['id']}: {' '.join(reason['kind'] for reason in hit['reasons'])}"
                          for hit in answer["hits"][:SHOWN_IDS]]
    if answer["facets"]:
        out["facets"] = {name: [f"{value['count']} {json.dumps(value['value'], ensure_ascii=False)}: {value['label']}"
                                + (" (selected)" if value["selected"] else "") for value in values]
                         for name, values in answer["facets"].items()}
    return out


@programs.needs_dictionary
class SearchGolden(programs.SystemTest):
    def test_cases(self):
        self.update(SOURCE / "data/sample")
        folders = sorted(path for path in CASES.iterdir() if path.is_dir())
        self.assertGreaterEqual(len(folders), 10)
        for folder in folders:
            with self.subTest(case=folder.name):
                case = json.loads((folder / "request.json").read_text())
                answers = self.ask_all(*case["requests"])
                self.assertEqual(len(answers), len(case["requests"]))
                self.compare(folder / "expected.json", [kept(answer, case["keep"]) for answer in answers])

    def compare(self, path, answers):
        new = json.dumps(answers, ensure_ascii=False, indent=1) + "\n"
        old = path.read_text() if path.exists() else ""
        if new == old:
            return
        if os.environ.get("UPDATE_GOLDEN") == "1":
            path.write_text(new)
            self.fail(f"{path} written anew: read it, commit it, and run again")
        lines = difflib.unified_diff(old.splitlines(), new.splitlines(), "expected", "got", lineterm="", n=1)
        self.fail("\n".join(lines) + f"\n{path}: look at the change; if it is meant, run again with UPDATE_GOLDEN=1")


if __name__ == "__main__":
    programs.main()
