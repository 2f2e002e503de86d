// SPDX-License-Identifier: GPL-2.0-or-later
// Fuzz target: any bytes as title and parts of a decision; the extractors must end, and quote only what is there.
// Input: the first line is the title, a line "#role" begins a part.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/extract.h"
#include "indexer/limits.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pykala;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const auto line = [&rest] {
    const std::string_view out = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(rest.size() > out.size() ? out.size() + 1 : out.size());
    return out;
  };
  schema::Decision decision;
  decision.id = "fuzz";
  decision.title = std::string(line());
  decision.date = "2020-01-01";
  decision.decision_maker = schema::DecisionMaker{{}, "Kaupunginhallitus"};
  decision.parts.push_back({"Päätös", schema::PartRole::decision, ""});
  while (!rest.empty()) {
    const std::string_view text = line();
    if (text.size() == 2 && text[0] == '#') {
      const auto role = static_cast<schema::PartRole>(static_cast<unsigned char>(text[1]) % 11);
      decision.parts.push_back({std::nullopt, role, ""});
    } else {
      decision.parts.back().text.append(text).push_back('\n');
    }
  }
  indexer::extract_facts(decision, {});
  const bool within = decision.amounts.size() <= schema::max_facts && decision.cites.size() <= schema::max_facts &&
                      decision.funders.size() <= schema::max_facts &&
                      decision.organisations.size() <= schema::max_facts;
  if (!within) std::abort();
  for (const schema::Amount& amount : decision.amounts)
    if (amount.cents < 0 || amount.quote.empty()) std::abort();
  return 0;
}
