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
    {"Hanke", "Hanke toteutetaan ajalla 02/2024–06/2025.", "2024-02-01 2025-06-30"},
    {"Hanke", "Hanke toteutetaan helmikuun 2024 ja kesäkuun 2025 välisenä aikana.", "2024-02-01 2025-06-30"},
    {"Hanke", "Hanke toteutetaan helmikuusta 2023 helmikuuhun 2024.", "2023-02-01 2024-02-29"},
    {"Hanke", "Hanke kestää helmikuun 2024 alusta kesäkuun 2025 loppuun.", "2024-02-01 2025-06-30"},
    {"Hanke", "Hanke alkaa helmikuussa 2024 ja päättyy kesäkuussa 2025.", "2024-02-01 2025-06-30"},
    {"Projekt", "Avtalet gäller från den 1 februari 2024 till den 30 juni 2025.", "2024-02-01 2025-06-30"},
    {"Hanke", "Hanke toteutetaan maalis- ja toukokuun 2023 aikana.", ""},
    {"Hanke", "Hanke alkaa 1.2.2024 ja päättyy 30.6.2025.", "2024-02-01 2025-06-30"},
    {"Sopimus", "Sopimus on voimassa 1.2.2024 lukien 30.6.2025 asti.", "2024-02-01 2025-06-30"},
    {"Hanke", "Hanke toteutetaan 1. helmikuuta 2024 – 30. kesäkuuta 2025.", "2024-02-01 2025-06-30"},
    {"Hanke", "Hanke toteutetaan vuosina 2023 ja 2024.", "2023-01-01 2024-12-31"},
    {"Avustus", "Avustusta haetaan vuosille 2023, 2024 ja 2025.", "2023-01-01 2025-12-31"},
    {"Avustus", "Päätetään vuosina 2019 ja 2023 annetuista ohjeista.", ""},
    {"Avustus", "Myönnetään ajalle 1.2.2024 - 30.6.2025 talousarvion kohdalta 1 10 01.", "2024-02-01 2025-06-30"},
    {"Projekt", "Projektet genomförs mellan 1.2.2024 och 30.6.2025.", "2024-02-01 2025-06-30"},
    {"Projekt", "Projektet pågår från februari 2024 till juni 2025.", "2024-02-01 2025-06-30"},
    {"Avustus", "Hanke sai rahoitusta vuosina 2011–2014. Nyt hanke toteutetaan vuosina 2023–2024.",
     "2023-01-01 2024-12-31"},
    {"Avustukset vuodelle 2024", "Tilinpäätökset vuosilta 2021–2022 on liitetty hankkeen hakemukseen.",
     "2024-01-01 2024-12-31"},
    {"Avustukset vuodelle 2024", "Avustusta myönnetään hankkeelle vuosiksi 2024–2026.", "2024-01-01 2026-12-31"},
    {"Irtisanominen", "Sopimus irtisanotaan 1.2.2023 päivätyllä kirjeellä päättymään 30.6.2023.", ""},
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
