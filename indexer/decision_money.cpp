// SPDX-License-Identifier: GPL-2.0-or-later
// The sums of a decision in, those that count out. Private: what was asked for in vain, by the words of titles and
// sentences.
#include "indexer/decision_money.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string_view>

#include "stemmers/unicode.h"

namespace pykala::schema {
namespace {

constexpr std::int64_t none = -1;  ///< no sum yet; the index keeps none below zero

bool holds_any(const std::string& text, std::initializer_list<std::string_view> pieces) {
  return std::any_of(pieces.begin(), pieces.end(),
                     [&](std::string_view piece) { return text.find(piece) != std::string::npos; });
}

constexpr std::size_t most_looked_at = 32;  ///< grants of a decision; each is a look through its text

/// The sentence of the text with `quote`, in lower case between spaces; empty when it is not there.
std::string sentence_with(const std::string& quote, const Decision& decision) {
  for (const Part& part : decision.parts) {
    const std::size_t at = quote.empty() ? std::string::npos : part.text.find(quote);
    if (at == std::string::npos) continue;
    const std::size_t line = part.text.rfind('\n', at), stop = part.text.rfind(". ", at);
    std::size_t begin = line == std::string::npos ? 0 : line + 1;
    if (stop != std::string::npos) begin = std::max(begin, stop + 2);
    const std::size_t end = std::min(part.text.find('\n', at), part.text.find(". ", at + quote.size()));
    return " " + stemmers::to_lower(part.text.substr(begin, end == std::string::npos ? end : end - begin)) + " ";
  }
  return {};
}

/// "Testi ry on hakenut 25 000 euron avustusta": asked for by somebody, earlier; "haetaan" is what is decided here.
bool only_applied_for(const Amount& amount, const Decision& decision) {
  const std::string sentence = sentence_with(amount.quote, decision);
  return holds_any(sentence, {" hakenut ", " hakeneet ", " haki ", " hakivat ", " haettu ", " anonut ", " sökte "}) &&
         !holds_any(sentence, {"myön", "bevilj", "puol", "saanut", "fått"});
}

class Asked {
 public:
  explicit Asked(const Decision& decision) {
    rejected_ = holds_any(stemmers::to_lower(decision.title.value_or("")), {"hylkää", "hylätä", "avslå", "avslag"});
    std::vector<const Amount*> grants, in_vain;
    for (const Amount& amount : decision.amounts) {
      if (amount.currency == "EUR" && amount.role == AmountRole::grant) grants.push_back(&amount);
    }
    if (rejected_ || grants.size() < 2 || grants.size() > most_looked_at) return;
    std::copy_if(grants.begin(), grants.end(), std::back_inserter(in_vain),
                 [&](const Amount* amount) { return only_applied_for(*amount, decision); });
    if (in_vain.size() < grants.size()) in_vain_ = std::move(in_vain);
  }

  [[nodiscard]] bool in_vain(const Amount& amount) const {
    if (amount.role != AmountRole::grant) return false;
    return rejected_ || std::find(in_vain_.begin(), in_vain_.end(), &amount) != in_vain_.end();
  }

 private:
  bool rejected_ = false;
  std::vector<const Amount*> in_vain_;
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
