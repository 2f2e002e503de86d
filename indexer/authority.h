// SPDX-License-Identifier: GPL-2.0-or-later
// Authority: the lists of data/authority (offices, classification, funders) as tables one can ask. Facts of a city are
// data here, never code. The lists are open: what is not in them is kept verbatim by the callers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pykala::schema {

struct Office {
  std::string id;  ///< "U02100VH2"
  std::string name_fi, name_sv;
  std::string type;                             ///< "Viranhaltija", "Lautakunta" ...
  std::string sector_id, sector_fi, sector_sv;  ///< empty when none
  std::string parent_id, parent_fi;
  std::string formed, dissolved;  ///< ISO dates, empty when unknown
};

struct FunderName {
  std::string id;  ///< "STEA"
  std::string name_fi, name_sv, name_en;
  std::string kind;                        ///< "ministry", "eu_fund" ...
  std::vector<std::string> abbreviations;  ///< matched case-sensitively: "ESR", "ESF"
  std::vector<std::string> long_names;     ///< nominatives that inflect
};

class Authority {
 public:
  /// The lists embedded in the program. Loaded once, then read-only and safe to share between threads.
  static const Authority& builtin();

  /// From the contents of the three files. Throws Error{bad_data} naming file and line.
  Authority(std::string_view offices_tsv, std::string_view classification_tsv, std::string_view funders_tsv);

  [[nodiscard]] const std::vector<Office>& offices() const { return offices_; }
  [[nodiscard]] const std::vector<FunderName>& funders() const { return funders_; }
  [[nodiscard]] const Office* office(std::string_view id) const;
  /// Every office of that name (Finnish or Swedish, case of the first letter ignored); 118 are "Johtava
  /// sosiaalityöntekijä".
  [[nodiscard]] std::vector<const Office*> offices_named(std::string_view name) const;
  [[nodiscard]] const FunderName* funder(std::string_view id) const;
  [[nodiscard]] std::optional<std::string> classification_title(std::string_view code) const;

 private:
  std::vector<Office> offices_;
  std::vector<FunderName> funders_;
  std::unordered_map<std::string, std::size_t> office_by_id_, funder_by_id_;
  std::unordered_multimap<std::string, std::size_t> office_by_name_;
  std::unordered_map<std::string, std::string> classification_;
};

/// The decision-maker whose name is abbreviated so: "Khs" -> "Kaupunginhallitus"; with capitals as in
/// data/authority/maker_abbreviations.tsv.
[[nodiscard]] std::optional<std::string_view> maker_called(std::string_view abbreviation);

}  // namespace pykala::schema
