// SPDX-License-Identifier: GPL-2.0-or-later
// Names of funders: abbreviations with endings, long names in every inflection, and words that only look like them.
#include "indexer/funder_names.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace pykala;

TEST_CASE("funder names in every inflection") {
  struct Name {
    const char *text, *id;
  };
  const std::vector<Name> names{{"STEA", "STEA"},
                                {"STEA:lta", "STEA"},
                                {"STEAlta", "STEA"},
                                {"STEA-haku", "STEA"},
                                {"STEAM-pedagogiikka", ""},
                                {"stea", ""},
                                {"ESR", "ESR"},
                                {"ESR+", "ESR+"},
                                {"ESR+ -haussa", "ESR+"},
                                {"ESR:n", "ESR"},
                                {"ESR REACT-EU", "ESR"},
                                {"ESF+", "ESR+"},
                                {"ARAn", "ARA"},
                                {"ARA-vuokra-asunto", "ARA"},
                                {"Ara", ""},
                                {"UKM", "OKM"},
                                {"UUDELY", "ELY"},
                                {"työ- ja elinkeinoministeriöltä", "TEM"},
                                {"Opetus- ja kulttuuriministeriölle", "OKM"},
                                {"sosiaali- ja terveysjärjestöjen avustuskeskuksen", "STEA"},
                                {"Euroopan aluekehitysrahastosta", "EAKR"},
                                {"Euroopan sosiaalirahasto plussan", "ESR+"},
                                {"sosiaalirahaston", "ESR"},
                                {"Uudenmaan liitolle", "UML"},
                                {"Uudenmaan liiton", "UML"},
                                {"Sitralta", "SITRA"},
                                {"Business Finlandilta", "BF"},
                                {"Interregin", "INTERREG"},
                                {"Horisontti Euroopan", "HORIZON"},
                                {"ELY-keskukselta", "ELY"},
                                {"undervisnings- och kulturministeriets", "OKM"},
                                {"Europeiska socialfondens", "ESR"},
                                {"Terveyden ja hyvinvoinnin laitokselta", "THL"},
                                {"Opetushallitukseen", "OPH"},
                                {"Svenska kulturfondens", "SVENSKA_KULTURFONDEN"},
                                {"Eruf", "EAKR"},
                                {"EU:n rakennerahastosta", "EU"},
                                {"EU-kynnysarvo", ""},
                                {"TEMAattinen", ""}};
  for (const Name& name : names) {
    CAPTURE(name.text);
    indexer::FactText text;
    text.parts.push_back(indexer::scan_part(name.text));
    const auto found = indexer::FunderNames::builtin().find(text);
    CHECK((found.empty() ? std::string() : found[0].funder->id) == name.id);
  }
}
