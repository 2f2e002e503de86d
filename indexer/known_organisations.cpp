// SPDX-License-Identifier: GPL-2.0-or-later
// In: text in atoms and a place. Out: the listed organisation there. Private: the index of names by their beginnings.
#include "indexer/known_organisations.h"

#include <algorithm>
#include <utility>

#include "data/embedded.h"
#include "indexer/text_scan.h"

namespace pykala::indexer {

const KnownOrganisations& KnownOrganisations::builtin() {
  static const KnownOrganisations known(data::embedded_file("authority/organisations.tsv"));
  return known;
}

KnownOrganisations::KnownOrganisations(std::string_view tsv) {
  bool header = true;
  while (!tsv.empty()) {
    const std::size_t end = std::min(tsv.find('\n'), tsv.size());
    const std::string_view line = trim(tsv.substr(0, end));
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    if (!std::exchange(header, false) && !line.empty()) {
      const TextPart part = scan_part(line);
      Name name{std::string(line), {}};
      for (std::size_t atom = 0; atom < part.atoms.size(); ++atom) name.atoms.emplace_back(part.lower_view(atom));
      names_.push_back(std::move(name));
    }
  }
  std::vector<std::string_view> beginnings;
  for (const Name& name : names_) beginnings.push_back(name.atoms[0].beginning());
  beginnings_ = WordBeginnings(beginnings);
}

KnownOrganisations::Found KnownOrganisations::at(const TextPart& part, std::size_t atom) const {
  Found best;
  if (!is_capitalised(part.view(atom))) return best;
  beginnings_.for_each(part.lower_view(atom), [&](std::size_t index) {
    const Name& name = names_[index];
    Case name_case = Case::nominative;
    for (std::size_t i = 0; i < name.atoms.size(); ++i) {
      const std::size_t at = atom + i;
      if (at >= part.atoms.size()) return;
      const auto found = name.atoms[i].match(part.lower_view(at));
      if (!found) return;
      if (i + 1 == name.atoms.size()) name_case = *found;
    }
    const std::size_t end = atom + name.atoms.size();
    // "Arcada-huvud", "Metropolia-alue": a compound is another thing.
    const bool compound = part.is_symbol(end, "-") && part.touches(end);
    if (end > best.end && !compound) best = {name.written, end, name_case};
  });
  return best;
}

}  // namespace pykala::indexer
