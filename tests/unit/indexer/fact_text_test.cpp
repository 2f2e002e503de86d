// SPDX-License-Identifier: GPL-2.0-or-later
// Atoms and sentences of a text.
#include "indexer/fact_text.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <vector>

using namespace pykala::indexer;

TEST_CASE("sentences end where a reader ends them") {
  struct Row {
    const char* text;
    std::size_t sentences;
  };
  const std::vector<Row> rows{{"Yksi. Kaksi.", 2},
                              {"Vs. kansliapäällikkö päätti.", 1},
                              {"Hinta on n. 5 euroa.", 1},
                              {"Toimintalinja 4. työllistävä.", 1},
                              {"Vuonna 2020. Hanke alkoi.", 2},
                              {"Valittiin Oy:n. Tarjous oli.", 2},
                              {"A. Aho tuli.", 1},
                              {"rivi\nrivi", 2},
                              {"", 0}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(scan_part(row.text).sentences.size() == row.sentences);
  }
}

TEST_CASE("lower case keeps the length") {
  CHECK(fold_case("ÄÖÅ Šakki ŽÜÉ×") == "äöå šakki žüé×");
  CHECK(is_capitalised("Äiti"));
  CHECK_FALSE(is_capitalised("äiti"));
}

TEST_CASE("atoms lie inside the text whatever the bytes are") {
  CHECK(rc::check("any bytes", [](const std::string& bytes) {
    const TextPart part = scan_part(bytes);
    RC_ASSERT(part.lower.size() == part.text.size());
    std::uint32_t last = 0;
    for (const Atom& atom : part.atoms) {
      RC_ASSERT(atom.begin >= last);
      RC_ASSERT(atom.end > atom.begin);
      RC_ASSERT(atom.end <= part.text.size());
      last = atom.end;
    }
  }));
}
