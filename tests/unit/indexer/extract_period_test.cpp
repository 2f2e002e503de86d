// SPDX-License-Identifier: GPL-2.0-or-later
// Periods of the thing decided in invented sentences.
#include <catch2/catch.hpp>
#include <vector>

#include "indexer/extract.h"
#include "tests/unit/indexer/facts_support.h"

using namespace pykala;

namespace {

struct Row {
  const char *title, *decision, *expected;
};

const std::vector<Row> rows{
    {"Hanke vuosille 2018-2021", "Johtaja päätti.", "2018-01-01 2021-12-31"},
    {"Hanke", "Hanke toteutetaan 1.10.2020–30.8.2021 välisenä aikana.", "2020-10-01 2021-08-30"},
    {"Hanke", "Hanke toteutetaan vuosien 2023–2024 aikana.", "2023-01-01 2024-12-31"},
    {"Hankinta", "Sopimuskausi on 15.1.2022 – 30.11.2025.", "2022-01-15 2025-11-30"},
    {"Hankinta", "Määräys on voimassa 1.1.2022 alkaen 31.12.2022 saakka.", "2022-01-01 2022-12-31"},
    {"Sulkeminen", "Tilat ovat suljettuina ajan 10.10.-9.11.2021.", "2021-10-10 2021-11-09"},
    {"Avustus vuodelle 2022", "Johtaja päätti.", "2022-01-01 2022-12-31"},
    {"Toimikunta", "Toimikunta valitaan toimikaudeksi 2022-2024.", "2022-01-01 2024-12-31"},
    {"Kaupunkistrategia 2021-2025", "Lautakunta merkitsi tiedoksi.", ""},
    {"Hanke", "Rahoitus tulee ohjelmakauden 2021–2027 ohjelmasta.", ""},
    {"Hanke", "Puhelin 2018-2021.", ""},
    {"Hanke", "Työ tehdään 31.6.2020–1.9.2020.", ""},
    {"Päätösten seuraaminen 9.11. - 16.11.2021", "Lautakunta ei ota käsiteltäväkseen päätöksiä.", ""},
    {"Bidrag för åren 2020–2022", "Nämnden beslutade.", "2020-01-01 2022-12-31"},
};

}  // namespace

TEST_CASE("period of the thing decided") {
  for (const Row& row : rows) {
    CAPTURE(row.title, row.decision);
    const auto period = indexer::extract_period(facts_test::decision_of(row.title, row.decision));
    CHECK((period ? period->from.value_or("") + " " + period->to.value_or("") : std::string()) == row.expected);
  }
}
