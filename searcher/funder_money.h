// SPDX-License-Identifier: GPL-2.0-or-later
// Funder money: what each funder grants in every document, in memory. Four bytes a document and sixteen a sum.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace pykala::searcher {

class FunderMoney {
 public:
  /// From Slot::funder_amounts.
  explicit FunderMoney(const Xapian::Database& database);

  struct Sum {
    std::uint32_t funder = 0;  ///< number in funders()
    std::int64_t cents = 0;
  };

  /// Distinct ids; number 0 is the empty one, "not told".
  [[nodiscard]] const std::vector<std::string>& funders() const { return funders_; }

  /// The sums of a document, each funder once; none for most documents.
  [[nodiscard]] std::span<const Sum> of(Xapian::docid document) const {
    if (document + 1 >= begins_.size()) return {};
    return std::span(sums_).subspan(begins_[document], begins_[document + 1] - begins_[document]);
  }

 private:
  std::vector<std::string> funders_{""};
  std::vector<std::uint32_t> begins_;  ///< by docid: where its sums begin in sums_
  std::vector<Sum> sums_;
};

}  // namespace pykala::searcher
