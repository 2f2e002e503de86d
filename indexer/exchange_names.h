// SPDX-License-Identifier: GPL-2.0-or-later
// The words of the exchange format for each enum; private to exchange.cpp and exchange_read.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include "indexer/decision.h"

namespace pykala::schema {

template <class Enum, std::size_t n>
using Names = std::array<std::pair<Enum, const char*>, n>;

inline constexpr Names<Kind, 3> kind_names{
    {{Kind::decision, "decision"}, {Kind::motion, "motion"}, {Kind::other, "other"}}};
inline constexpr Names<PartRole, 11> role_names{{{PartRole::decision, "decision"},
                                                 {PartRole::reasons, "reasons"},
                                                 {PartRole::proposal, "proposal"},
                                                 {PartRole::presenter, "presenter"},
                                                 {PartRole::contact, "contact"},
                                                 {PartRole::attachments, "attachments"},
                                                 {PartRole::appeal, "appeal"},
                                                 {PartRole::extracts, "extracts"},
                                                 {PartRole::notice, "notice"},
                                                 {PartRole::signatures, "signatures"},
                                                 {PartRole::other, "other"}}};
inline constexpr Names<FunderRelation, 2> relation_names{
    {{FunderRelation::funds, "funds"}, {FunderRelation::mentioned, "mentioned"}}};
inline constexpr Names<AmountRole, 4> amount_role_names{{{AmountRole::total, "total"},
                                                         {AmountRole::grant, "grant"},
                                                         {AmountRole::own_share, "own_share"},
                                                         {AmountRole::other, "other"}}};

}  // namespace pykala::schema
