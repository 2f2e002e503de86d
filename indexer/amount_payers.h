// SPDX-License-Identifier: GPL-2.0-or-later
// Amount payers: whose money a sum is, by who pays it: the city its own share, a funder a grant, anybody else (an
// association its part, a neighbour town) what is no concern of the decision.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/decision.h"
#include "indexer/fact_text.h"

namespace pykala::indexer {

class AmountPayers {
 public:
  /// `funders`: where the part names funders, in order.
  AmountPayers(const TextPart& part, std::vector<Range> funders) : part_(part), funders_(std::move(funders)) {}

  /// "kaupungin osuus", "ESR-osuus", "oma rahoitus", "stadens egen andel", "Helsingin maksettavaksi" at `atom`.
  [[nodiscard]] std::optional<schema::AmountRole> role_of_share(Range window, std::size_t atom) const;

  /// "Vantaa maksaa", "staden bidrar" at the verb; "korjaus maksaa" is what the thing costs.
  [[nodiscard]] std::optional<schema::AmountRole> role_of_payment(Range window, std::size_t atom) const;

  /// "30 000 euroa maksaa Helsinki", "loput 40 000 euroa katetaan omista varoista": `after` begins past the sum.
  [[nodiscard]] std::optional<schema::AmountRole> role_of_payer_behind(Range before, Range after) const;

  /// "ESR 75 000 €, kunta 25 000 €"; "kaupunki lisää 20 000 ja säätiö 5 000 euroa": the name right before the sum.
  [[nodiscard]] std::optional<schema::AmountRole> role_of_name(Range sentence, Range before) const;

 private:
  enum class Payer : std::uint8_t { city, funder, other };

  [[nodiscard]] bool in_funder(std::size_t atom) const;
  [[nodiscard]] std::optional<Payer> payer_at(std::size_t atom) const;
  [[nodiscard]] bool is_city_at(std::size_t atom) const;
  [[nodiscard]] std::optional<schema::AmountRole> role_of_owner(Range sentence, Range before, std::size_t name,
                                                                bool genitive_ending) const;
  [[nodiscard]] std::optional<schema::AmountRole> role_of_second_payer(Range sentence, Range before, Range after) const;
  [[nodiscard]] bool has_instrument(Range window) const;
  [[nodiscard]] std::optional<schema::AmountRole> role_of_instrument(Range after) const;
  [[nodiscard]] bool is_payment_verb(std::size_t atom) const;
  [[nodiscard]] bool is_owned(Range window, std::size_t atom) const;
  static schema::AmountRole role_of(Payer payer);

  const TextPart& part_;
  std::vector<Range> funders_;
};

}  // namespace pykala::indexer
