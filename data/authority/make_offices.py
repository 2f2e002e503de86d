#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes offices.tsv, the list of decision-makers, from two public lists of the City of Helsinki.

In:  decisionmakers_fi_sv.tsv (current decision-makers, one row per id, with sector, parent and dates) and
     organisaatiokoodit.csv (the organisation before June 2017: ID,nameFIN,nameSWE,type).
Out: one TSV on stdout, sorted by id. A row of the older list is used only where the newer has no such id.

Usage: make_offices.py DECISIONMAKERS.tsv [ORGANISAATIOKOODIT.csv] > offices.tsv
"""
import csv
import re
import sys
import unicodedata

COLUMNS = ["id", "name_fi", "name_sv", "type", "sector_id", "sector_fi", "sector_sv",
           "parent_id", "parent_fi", "existing", "formed", "dissolved"]

# Names of the type numbers. 10 and 11 (presenters and chairs inside a body) have no public name.
TYPES = {"1": "Valtuusto", "2": "Hallitus", "4": "Jaosto", "5": "Lautakunta", "7": "Toimiala", "8": "Virasto",
         "9": "Osasto", "12": "Viranhaltija", "13": "Kaupunki"}

OPEN_END = "2100-01-01"  # the source's way to say "until further notice"


def clean(text):
    """One line, single spaces, NFC; a placeholder ("SV_Työllisyysjohtaja", "NULL") is no name."""
    text = " ".join(unicodedata.normalize("NFC", text or "").split())
    return "" if text.startswith("SV_") or text == "NULL" else text


def current_offices(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    latest = max(row["snapshot"] for row in rows)
    for row in rows:
        office = {column: clean(row.get(column)) for column in COLUMNS}
        # An office missing from the latest list is gone, though its own row was written while it existed.
        office["existing"] = "true" if row["snapshot"] == latest else "false"
        if office["dissolved"] == OPEN_END:
            office["dissolved"] = ""
        yield office


def repaired_ids(rows):
    """Puts back the leading zeros that a spreadsheet took from ids of digits only: 1101 is 01101.

    Ids with letters kept theirs ("01101VH1"), and an office-holder follows the unit: its id says the unit's zeros.
    Where none follows, a department has six digits, a deputy mayor's field three, everything else at least five.
    """
    for index, row in enumerate(rows):
        number = row["ID"]
        if not number.isdigit():
            yield number
            continue
        below = []
        for later in rows[index + 1:]:
            if later["ID"].isdigit():
                break
            below.append(re.sub(r"(VH|ES|N)\d+[JV]?$", "", later["ID"]))
        witnesses = [unit for unit in below if unit.isdigit() and unit.lstrip("0") == number]
        if witnesses:
            yield witnesses[0]
        elif row["type"] == "7":
            yield number
        else:
            yield number.zfill(6 if row["type"] == "9" else 5)


def former_offices(path, known):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    ids = list(repaired_ids(rows))
    names = {identifier: clean(row["nameFIN"]) for identifier, row in zip(ids, rows)}
    for identifier, row in zip(ids, rows):
        if identifier in known:
            continue
        known.add(identifier)
        parent = re.sub(r"(VH|ES|N)\d+[JV]?$", "", identifier)
        if parent == identifier or parent not in names:
            parent = ""
        office = dict.fromkeys(COLUMNS, "")
        office.update(id=identifier, name_fi=clean(row["nameFIN"]), name_sv=clean(row["nameSWE"]),
                      type=TYPES.get(row["type"], ""), parent_id=parent, parent_fi=names.get(parent, ""),
                      existing="false")
        yield office


def main(arguments):
    if not 1 <= len(arguments) <= 2:
        sys.exit(__doc__)
    offices = list(current_offices(arguments[0]))
    if len(arguments) == 2:
        offices += former_offices(arguments[1], {office["id"] for office in offices})
    writer = csv.DictWriter(sys.stdout, COLUMNS, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
    writer.writeheader()
    writer.writerows(sorted(offices, key=lambda office: office["id"]))


if __name__ == "__main__":
    main(sys.argv[1:])
