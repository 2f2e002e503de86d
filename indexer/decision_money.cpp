// SPDX-License-Identifier: GPL-2.0-or-later
// The sums of a decision in, those that count out. Private: what was asked for in vain, by the words of titles and
// quotes.
#include "indexer/decision_money.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "stemmers/unicode.h"

namespace pykala::schema {
namespace {

constexpr std::int64_t none = -1;  ///< no sum yet; the index keeps none below zero

bool holds_any(const std::string& text, std::initializer_list<std::string_view> pieces) {
  return std::any_of(pieces.begin(), pieces.end(),
                     [&](std::string_view piece) { return text.find(piece) != std::string::npos; });
}

/// "Testi ry on hakenut 25 000 euron avustusta": asked for by somebody, earlier; "haetaan" is what is decided here.
bool only_applied_for(const Amount& amount) {
  const std::string quote = " " + stemmers::to_lower(amount.quote);
  return holds_any(quote,
                   {" hakenut", " hakeneet", " haki ", " hakivat", " haettu ", " anonut", " har ansökt", " sökte "}) &&
         !holds_any(quote, {"myön", "bevilj", "puol", "saanut", "fått"});
}

class Asked {
 public:
  explicit Asked(const Decision& decision) {
    rejected_ = holds_any(stemmers::to_lower(decision.title.value_or("")), {"hylkää", "hylätä", "avslå", "avslag"});
    granted_ = std::any_of(decision.amounts.begin(), decision.amounts.end(), [](const Amount& amount) {
      return amount.currency == "EUR" && amount.role == AmountRole::grant && !only_applied_for(amount);
    });
  }

  [[nodiscard]] bool in_vain(const Amount& amount) const {
    return amount.role == AmountRole::grant && (rejected_ || (granted_ && only_applied_for(amount)));
  }

 private:
  bool rejected_ = false;
  bool granted_ = false;
};

}  // namespace

std::optional<std::int64_t> main_amount_cents(const Decision& decision) {
  const Asked asked(decision);
  const auto largest = [&](auto&& wanted) {
    std::optional<std::int64_t> best;
    for (const Amount& amount : decision.amounts) {
      if (amount.currency == "EUR" && wanted(amount.role) && !asked.in_vain(amount) && (!best || amount.cents > *best))
        best = amount.cents;
    }
    return best;
  };
  auto best = largest([](AmountRole role) { return role == AmountRole::total || role == AmountRole::grant; });
  if (!best) best = largest([](AmountRole role) { return role == AmountRole::own_share; });
  if (!best) best = largest([](AmountRole role) { return role == AmountRole::other; });
  return best;
}

std::vector<FunderAmount> funder_amounts(const Decision& decision) {
  std::vector<FunderAmount> out;
  for (const Funder& funder : decision.funders) {
    const auto same = [&](const FunderAmount& one) { return one.funder == funder.id; };
    if (funder.relation == FunderRelation::funds && std::none_of(out.begin(), out.end(), same)) {
      out.push_back({funder.id, none});
    }
  }
  const Asked asked(decision);
  const bool sole = out.size() == 1;
  std::int64_t unnamed = none;
  bool named = false;
  for (const Amount& amount : decision.amounts) {
    if (amount.currency != "EUR" || amount.role != AmountRole::grant || asked.in_vain(amount)) continue;
    if (!amount.funder) unnamed = std::max(unnamed, amount.cents);
    named = named || amount.funder;
    for (FunderAmount& one : out) {
      if (one.funder == amount.funder) one.cents = std::max(one.cents, amount.cents);
    }
  }
  if (!named && sole) out.front().cents = unnamed;
  if (!named && !sole) out.push_back({{}, unnamed});
  std::erase_if(out, [](const FunderAmount& one) { return one.cents == none; });
  return out;
}

}  // namespace pykala::schema
