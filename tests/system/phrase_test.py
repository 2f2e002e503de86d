# SPDX-License-Identifier: GPL-2.0-or-later
"""A phrase in quotes gives exactly the decisions that hold those words in that order: random phrases from data/sample,
held against a scan of its texts that knows nothing of the index. PYKALA_SEED=n runs one again."""
import os
import random
import re

import programs
from programs import SOURCE

PHRASES = 150
WORD = re.compile(r"\w+(?:[-:+'’.&]\w+)*")
RUN = re.compile(r"(?<![\w+:'’.&-])[A-Za-zÅÄÖåäöé]+(?: [A-Za-zÅÄÖåäöé]+)*(?![\w+:'’&-]|\.\w|\. ?\d)")  # not the ESR of ESR+, the n of "n. 5 000 €"


def texts_of(decision):
    """What is searched: the title, the parts but appeal instructions, names of decision-maker and classification."""
    yield decision["title"] or ""
    yield from (part["text"] for part in decision["parts"] if part["role"] != "appeal")
    yield "\n".join(filter(None, [(decision["decision_maker"] or {}).get("name"),
                                  (decision["classification"] or {}).get("title")]))


def scanned(text):
    return " " + " ".join(WORD.findall(text.lower())) + " "


class Phrases(programs.SystemTest):
    def test_against_a_scan(self):
        seed = int(os.environ.get("PYKALA_SEED", random.randrange(10**6)))
        chance = random.Random(seed)
        self.update(SOURCE / "data/sample")
        decisions = self.index("parse", SOURCE / "data/sample").lines
        runs = [run.split() for decision in decisions for text in texts_of(decision) for run in RUN.findall(text)]
        runs = [run for run in runs if len(run) > 1]
        phrases = []
        for _ in range(PHRASES):
            run = chance.choice(runs)
            begin = chance.randrange(len(run))
            words = run[begin:begin + chance.randint(1, 6)]
            if chance.random() < 0.15:
                chance.shuffle(words)
            phrases.append(" ".join(words))
        answers = self.ask_all(*[{"query": f'"{phrase}"', "limit": 1000, "snippet_length": 0} for phrase in phrases])
        scans = {decision["id"]: [scanned(text) for text in texts_of(decision)] for decision in decisions}
        for phrase, answer in zip(phrases, answers):
            expected = {id for id, texts in scans.items() if any(scanned(phrase) in text for text in texts)}
            self.assertEqual({hit["id"] for hit in answer["hits"]}, expected, f'"{phrase}", PYKALA_SEED={seed}')


if __name__ == "__main__":
    programs.main()
