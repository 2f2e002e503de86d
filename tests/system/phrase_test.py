# SPDX-License-Identifier: GPL-2.0-or-later
"""A phrase in quotes gives exactly the decisions that hold those words in that order: random phrases from data/sample,
held against a scan of its texts that knows nothing of the index. PYKALA_SEED=n runs one again."""
import os
import random
import re

import programs
from programs import SOURCE

PHRASES = 250
# Words as they stand, and numbers with what is tied to them: "12,50", "1.10.2020". Years of a range are two words.
WORD = re.compile(r"§|\d{4}(?=[-–]\d{4}\b)|\w+(?:(?:\+-|[-:+'’.&]|(?<=\d),(?=\d))\w+)*")
TIED = r"\w+:'’.,&/()%*<>=–-"  # signs that may make a word another one than it looks: the ESR of ESR+, the n of "n. 5 000 €"
PLAIN = re.compile(rf"(?<![{TIED}])(?:[A-Za-zÅÄÖåäöé]+|\d+|§)(?: (?:[A-Za-zÅÄÖåäöé]+|\d+|§)(?![{TIED}]))*(?![{TIED}])")


def texts_of(decision):
    """What is searched: the title, the parts but appeal instructions, names of decision-maker and classification."""
    yield decision["title"] or ""
    yield from (part["text"] for part in decision["parts"] if part["role"] != "appeal")
    yield "\n".join(filter(None, [(decision["decision_maker"] or {}).get("name"),
                                  (decision["classification"] or {}).get("title")]))
    yield "\n".join(filter(None, [decision["case_number"], f"§ {decision['section']}" if decision["section"] else None,
                                  decision["date"]]))


def scanned(text):
    """Decimals of nothing and endings are no part of a number: "554 452,00", "700:aan", nor are points: "554.452"."""
    text = re.sub(r"(?<![\d.])([1-9]\d{0,2})\.(\d{3})(?![\d.])", r"\1\2", text)
    words = " ".join(re.sub(r"(\d)(?:,00?)?(?::[a-zåäö]+)?$", r"\1", word) for word in WORD.findall(text.lower()))
    return f" {words} "


def spellings(phrase):
    """Numbers as typed, in one piece, in groups of thousands; "§ 17" for "17 §"."""
    whole = re.sub(r"(?<=\d) (?=\d{3}\b)", "", phrase)
    yield phrase
    yield whole
    yield re.sub(r"(\d+) §", r"§ \1", phrase)
    yield re.sub(r"\b[1-9]\d{3,}\b", lambda number: f"{int(number[0]):,}".replace(",", " "), whole)


class Phrases(programs.SystemTest):
    def test_against_a_scan(self):
        seed = int(os.environ.get("PYKALA_SEED", random.randrange(10**6)))
        chance = random.Random(seed)
        self.update(SOURCE / "data/sample")
        decisions = self.index("parse", SOURCE / "data/sample").lines
        runs = [run.split() for decision in decisions for text in texts_of(decision) for run in PLAIN.findall(text)]
        runs = [run for run in runs if len(run) > 1]
        numbers = [run for run in runs if any(word.isdigit() for word in run)]
        phrases = []
        while len(phrases) < PHRASES:
            run = chance.choice(chance.choice((runs, numbers)))
            begin = chance.randrange(len(run))
            words = run[begin:begin + chance.randint(1, 6)]
            if chance.random() < 0.15:
                chance.shuffle(words)
            if "§" not in (words[0], words[-1]) or len(words) > 1 and words[-2].isdigit():
                phrases.append(" ".join(words))
        answers = self.ask_all(*[{"query": f'"{phrase}"', "limit": 1000, "snippet_length": 0} for phrase in phrases])
        scans = {decision["id"]: [scanned(text) for text in texts_of(decision)] for decision in decisions}
        for phrase, answer in zip(phrases, answers):
            rows = [scanned(spelling) for spelling in spellings(phrase)]
            expected = {id for id, texts in scans.items() if any(row in text for row in rows for text in texts)}
            self.assertEqual({hit["id"] for hit in answer["hits"]}, expected, f'"{phrase}", PYKALA_SEED={seed}')


if __name__ == "__main__":
    programs.main()
