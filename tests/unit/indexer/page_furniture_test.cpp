// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/page_furniture.h"

#include <catch2/catch.hpp>

using namespace pykala::indexer;

namespace {

/// "|" parts lines, "^" is a form feed; out: the lines kept, "+" before one that continues.
std::string kept(std::string_view text) {
  std::vector<Block> blocks;
  std::string line;
  for (const char c : std::string(text) + "|") {
    if (c == '^') {
      blocks.push_back({BlockKind::page_break, "", "", 0, false});
    } else if (c == '|') {
      blocks.push_back({BlockKind::line, line, "", 0, false});
      line.clear();
    } else {
      line += c;
    }
  }
  std::string out;
  for (const Line& kept_line : remove_furniture(blocks)) {
    out += (out.empty() ? "" : "|") + std::string(kept_line.continues ? "+" : "") + kept_line.text;
  }
  return out;
}

}  // namespace

TEST_CASE("page furniture") {
  struct Row {
    const char *text, *kept;
  };
  const std::string body = "Vapaaehtoistyön ja sen koordinaation kehittäminen on nostettu osal-";
  const Row rows[] = {
      {"17.5.2017|Johtaja|17 §|Otsikko||Päätös||Teksti osal-||||17.5.2017||Johtaja||lisuuden",
       "17.5.2017|Johtaja|17 §|Otsikko|Päätös|Teksti osal-|+lisuuden"},
      {"17.5.2017|Johtaja|17 §|Otsikko||Teksti.||||17.5.2017||Johtaja||Muuta",
       "17.5.2017|Johtaja|17 §|Otsikko|Teksti.|Muuta"},
      {"Johtaja||||17.5.2017||||§ 3||Otsikko", "Johtaja|17.5.2017|§ 3|Otsikko"},
      {"17.5.2017|Johtaja|§ 3|Otsikko||Teksti.|17.5.2017|Johtaja|Muuta", "17.5.2017|Johtaja|§ 3|Otsikko|Teksti.|Muuta"},
      {"Otsikko||Teksti 1.||Osoite|1 (3)|^Teksti 2.||Osoite|2 (3)|^Teksti 3.||Osoite|3 (3)",
       "Otsikko|Teksti 1.|Teksti 2.|Teksti 3."},
      {"Hyppää pääsisältöön|Otsikko|Asialla on uudempia käsittelyjä|Teksti", "Otsikko|Teksti"},
      {"Otsikko||||Päätös||||Teksti", "Otsikko|Päätös|Teksti"},
      {"Helsingin kaupunki     Pöytäkirja     18/2014    1 (2)|21.10.2014||§ 3",
       "Helsingin kaupunki|Pöytäkirja|18/2014|1 (2)|21.10.2014|§ 3"},
      {"Turun kaupunki     Pöytäkirja      1||Kulttuurilautakunta    92    16.08.2023   8||Otsikko",
       "Turun kaupunki|Pöytäkirja|1|Kulttuurilautakunta § 92 16.08.2023|Otsikko"},
      {"Otsikko||Ehdotus  Lautakunta päättää myöntää avustuksen.||Päätös   Hyväksyttiin.",
       "Otsikko|Ehdotus|Lautakunta päättää myöntää avustuksen.|Päätös|Hyväksyttiin."},
      {"Perustelut   Summa|Päätös   Päivä   Summa", "Perustelut Summa|Päätös Päivä Summa"},
      {"Johtaja|Kj/1|17.5.2017|§ 3|Otsikko||Teksti.||Johtaja|Kj/2|17.5.2017|Muuta",
       "Johtaja|Kj/1|17.5.2017|§ 3|Otsikko|Teksti.|Muuta"},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(kept(row.text) == row.kept);
  }
}
