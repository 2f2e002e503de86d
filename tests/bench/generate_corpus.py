#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Invented decisions for measuring speed: as long, as wordy and as inflected as a city's, and meaning nothing.

Decision i depends on (seed, i) alone, so a small corpus is the beginning of a larger one. Words are drawn by Zipf's law
from compounds of a small lexicon in eleven cases, names and numbers; the number of different words grows as in real text.

    generate_corpus.py --docs 10000 --out DIR      DIR/txt/000/000000.txt ..., DIR/corpus.jsonl, DIR/queries.jsonl
"""
import argparse
import datetime
import json
import math
import multiprocessing
import os
import random

HEADS = """hanke palvelu toiminta avustus rahoitus neuvonta ohjaus tuki järjestö yhdistys yksikkö osasto lautakunta
toimiala määräraha talousarvio sopimus hankinta kilpailutus esitys lausunto oikaisu selvitys suunnitelma ohjelma tavoite
malli verkosto koulutus valmennus työllisyys asiakas nuori lapsi perhe asunto tontti kaava rakennus puisto katu liikenne
ympäristö energia satama koulu päiväkoti opetus kirjasto kulttuuri liikunta museo terveys hoito kuntoutus etuus turvallisuus
valvonta tarkastus lupa ilmoitus hakemus päällikkö johtaja henkilöstö tehtävä sääntö asetus määräys vuokra maksu hinta
korvaus laina takaus investointi kalusto laite järjestelmä tieto aineisto tutkimus arviointi seuranta raportti tulos
mittari laatu viestintä tila keskus asema alue yhteisö hyvinvointi yritys työpaikka kokeilu vaihe jakso työryhmä kokous
pöytäkirja asiakirja liite ote muistio aloite""".split()
MODIFIERS = """asukas asunto perus varhaiskasvatus terveys sosiaali nuoriso kulttuuri liikunta kirjasto vanhus vammais
työllisyys palkka hanke projekti avustus kustannus talous vuosi toimiala kaupunki kunta valtio maakunta alue lähi keskus pää
osa kokonais yhteis erityis lisä ennakko jatko väli loppu kehittämis seuranta arviointi valvonta laatu tietosuoja digi
verkko sähkö lämpö vesi katu tie raitio pyöräily liikenne puisto viher metsä ranta meri satama tontti kiinteistö rakennus
korjaus asemakaava ympäristö ilmasto energia jäte kierrätys melu sairaala neuvola päihde kuntoutus koti hoiva asiakas potilas
oppilas opettaja henkilöstö johto hallinto päätös kokous sopimus hankinta puite vuokra laina takaus maksu vahinko oikeus
yhteistyö kumppanuus järjestö säätiö vapaaehtois vertais kokemus osallisuus viestintä neuvonta ohjaus valmennus verkosto
kieli suomi ruotsi nais mies lapsi perhe ikä seniori nuori aikuis kriisi turva pelastus varautumis lasten nuorten asukkaiden
kaupungin perhetyön varhaisen tuen yrittäjän matkailu tapahtuma taide museo historia urheilu leikki ruoka siivous laite
tekoäly data""".split()
VERBS = """päätti hyväksyä|esittää että|myönsi tukea kohteelle|toteaa että|edellyttää että|vastaa siitä että|osallistuu|tukee|
kehittää|järjestää|toteuttaa|hakee rahoitusta|varautuu|raportoi tuloksista|arvioi vaikutuksia""".replace("\n", "").split("|")
SMALL = "ja sekä tai myös että joka jossa mukaan kanssa osana vuonna aikana on ovat ei voi tulee".split()
ENDINGS = ["", "", "", "n", "n", "a", "ssa", "sta", "lle", "lla", "lta", "ksi", "t", "jen", "issa", "iden", "nsa", "kin"]
PLACES = ["Kall", "Vall", "Pas", "Malm", "Kontul", "Vuosaar", "Haag", "Viik", "Kamp", "Tööl", "Lauttasaar", "Oulunkyl"]
FIRST = ["Aino", "Eero", "Helmi", "Ilmari", "Kerttu", "Lauri", "Maija", "Onni", "Saara", "Toivo"]
MAKERS = ["Kaupunginhallitus", "Kansliapäällikkö", "Strategiajohtaja", "Kaupunkiympäristölautakunta", "Elinkeinojohtaja",
          "Sosiaali- ja terveyslautakunta", "Kasvatus- ja koulutuslautakunta", "Pormestari", "Hallintojohtaja"]
FUNDERS = [("STEA", "Sosiaali- ja terveysjärjestöjen avustuskeskukselta"), ("TEM", "työ- ja elinkeinoministeriöltä"),
           ("ESR", "Euroopan sosiaalirahastosta"), ("ESR+", "ESR+ -ohjelmasta"), ("OKM", "opetus- ja kulttuuriministeriöltä"),
           ("EAKR", "Euroopan aluekehitysrahastosta"), ("AMIF", "AMIF-rahastosta")]
APPEAL = """Tähän päätökseen tyytymätön voi tehdä kirjallisen oikaisuvaatimuksen. Päätökseen ei saa hakea muutosta valittamalla
tuomioistuimeen. Oikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista. Jollei muuta näytetä, asianosaisen
katsotaan saaneen päätöksestä tiedon seitsemän päivän kuluttua kirjeen lähettämisestä. Oikaisuvaatimus toimitetaan kaupungin
kirjaamoon sen aukioloaikana."""


def compound(number):
    """The number-th noun of an endless list: short ones first."""
    head = HEADS[number % len(HEADS)]
    while number >= len(HEADS):
        number = number // len(HEADS) - 1
        head = MODIFIERS[number % len(MODIFIERS)] + head
        number = number // len(MODIFIERS) * len(HEADS) // 7
    return head


class Writer:
    def __init__(self, seed, number):
        self.random = random.Random(seed * 1_000_003 + number)
        self.topic = [int(math.exp(self.random.random() * 13)) for _ in range(6)]

    def word(self):
        r = self.random.random()
        if r < 0.2:
            return self.random.choice(SMALL)
        if r < 0.23:
            return self.random.choice(PLACES) + self.random.choice(["io", "ila", "i", "ari"]) + self.random.choice(ENDINGS[3:])
        if r < 0.26:
            return str(int(math.exp(self.random.random() * 11)))
        noun = self.random.choice(self.topic) if r < 0.4 else int(math.exp(self.random.random() * 11)) - 1
        return compound(noun) + self.random.choice(ENDINGS)

    def sentence(self):
        words = [self.word() for _ in range(6 + int(self.random.random() * 12))]
        words.insert(1 + len(words) // 3, self.random.choice(VERBS))
        text = " ".join(words)
        return text[0].upper() + text[1:] + "."

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(2 + int(self.random.random() * 4)))


def decision(seed, number):
    w = Writer(seed, number)
    r = w.random
    date = datetime.date(2008 + min(16, int(17 * r.random() ** 0.7)), 1, 1) + datetime.timedelta(int(r.random() * 365))
    day = f"{date.day}.{date.month}.{date.year}"
    maker = MAKERS[int(r.random() * len(MAKERS))] if r.random() < 0.5 else \
        compound(int(math.exp(r.random() * 6))).capitalize() + "päällikkö"
    # Three decisions a case, of which no two have one §: no two ids of the corpus are the same.
    section, topic = 1 + int(r.random() ** 2 * 130) * 3 + number % 3, compound(w.topic[0])
    case_number = f"HEL {2008 + number // 3 % 17}-{number // 3:06d}"
    title = f"{topic.capitalize()}n {compound(w.topic[1])} vuosille {date.year}-{date.year + 2}"
    funders = r.sample(FUNDERS, max(0, int(r.random() * 4) - 1))
    total = int(10 ** (3.5 + 3 * r.random())) // 10 * 10
    lines = ["", "", day, "", maker, "", f"{section} §", title, "", f"{case_number} "
             f"T {int(r.random() * 12):02d} {int(r.random() * 6):02d} {int(r.random() * 9):02d}", "", "Päätös", "",
             f"{maker} päätti hyväksyä {topic}n toteuttamisen vuosina {date.year}–{date.year + 2}.", ""]
    lines += ["Päätöksen perustelut", ""]
    for _, name in funders:
        lines += [f"Hankkeelle haetaan rahoitusta {name}. " + w.sentence(), ""]
    size = 1200 + int(4200 * r.random() ** 1.9)
    while sum(map(len, lines)) < size:
        lines += [w.paragraph(), ""]
    euros = f"{total:,}".replace(",", " ")
    lines += [f"Hankkeen kokonaiskustannusarvio on {euros} euroa.", "", "Lisätiedot", "",
              f"{r.choice(FIRST)} Esimerkki, suunnittelija, puhelin: 310 00000", ""]
    if r.random() < 0.6:
        lines += ["Muutoksenhaku", "", APPEAL.replace("\n", " "), ""]
    return {"id": f"{number:07d}", "date": date.isoformat(), "year": date.year, "maker": maker, "title": title,
            "case_number": case_number, "funders": [key for key, _ in funders], "body": "\n".join(lines) + "\n"}


def write_block(job):
    seed, begin, end, out = job
    lines = []
    for number in range(begin, end):
        one = decision(seed, number)
        folder = os.path.join(out, "txt", f"{number // 1000:03d}")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, one["id"] + ".txt"), "w", encoding="utf-8") as file:
            file.write(one["body"])
        lines.append(json.dumps(one, ensure_ascii=False))
    return "".join(line + "\n" for line in lines)


def queries(seed, count, docs):
    """Requests of every kind in turn; words are drawn as the texts draw them, phrases and titles from the texts."""
    r = random.Random(f"queries {seed}")
    kinds = ["word", "word", "two_words", "two_words", "three_words", "phrase", "phrase_of_two", "filter_year", "filter_funder",
             "date_range", "newest", "prefix", "everything"]
    out = []
    for number in range(count):
        kind = kinds[number % len(kinds)]
        w = Writer(seed, r.randrange(docs))
        common = [compound(int(math.exp(r.random() * 7))) for _ in range(3)]
        body = decision(seed, r.randrange(docs))["body"].split("Päätöksen perustelut")[1].split()
        start = r.randrange(max(1, len(body) - 4))
        request = {"kind": kind, "words": common[:1], "phrase": False}
        if kind in ("two_words", "three_words"):
            request["words"] = common[:2] if kind == "two_words" else common
        elif kind.startswith("phrase"):
            words = [word.strip(".,:").lower() for word in body[start:start + (2 if kind == "phrase_of_two" else 3)]]
            request.update(words=[word for word in words if word.isalpha()] or common[:1], phrase=True)
        elif kind == "filter_year":
            request["year"] = 2010 + r.randrange(14)
        elif kind == "filter_funder":
            request["funder"] = r.choice(FUNDERS)[0]
        elif kind == "date_range":
            begin = datetime.date(2009, 1, 1) + datetime.timedelta(r.randrange(4000))
            request.update(begin=begin.isoformat(), end=(begin + datetime.timedelta(30 + r.randrange(900))).isoformat())
        elif kind == "prefix":
            request["words"] = [w.word()[:6].lower()]
        elif kind == "everything":
            request["words"] = []
        out.append(request)
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--docs", type=int, required=True)
    parser.add_argument("--queries", type=int, default=260)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    block = 500
    jobs = [(options.seed, begin, min(begin + block, options.docs), options.out) for begin in range(0, options.docs, block)]
    with multiprocessing.Pool() as pool, open(os.path.join(options.out, "corpus.jsonl"), "w", encoding="utf-8") as file:
        for lines in pool.imap(write_block, jobs):
            file.write(lines)
    with open(os.path.join(options.out, "queries.jsonl"), "w", encoding="utf-8") as file:
        for request in queries(options.seed, options.queries, options.docs):
            file.write(json.dumps(request, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
