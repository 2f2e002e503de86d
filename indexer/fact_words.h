// SPDX-License-Identifier: GPL-2.0-or-later
// Fact words: what a word of administrative Finnish or Swedish says about money and decisions, as a set of flags. The
// extractors weigh flags near a name or a sum, never single words, so that one table serves them all.
#pragma once

#include <cstdint>
#include <string_view>

namespace pykala::indexer {

enum WordFlag : std::uint32_t {
  support = 1u << 0,         ///< avustus, tuki, rahoitus, määräraha; understöd, bidrag
  apply = 1u << 1,           ///< hakea, haku, hakemus; ansöka
  give = 1u << 2,            ///< myöntää, rahoittaa, maksaa, kattaa; bevilja, täcka
  receive = 1u << 3,         ///< saada, vastaanottaa; få
  statement = 1u << 4,       ///< lausunto, lausuntopyyntö; utlåtande
  rule = 1u << 5,            ///< asetus, ohje, suositus, määräys; förordning
  request = 1u << 6,         ///< kirje, pyyntö, nimetä, edustaja, työryhmä, tilaisuus
  background = 1u << 7,      ///< entinen, aiempi, pohjautua, alkanut; tidigare
  negation = 1u << 8,        ///< ei, eivät; inte
  counter = 1u << 9,         ///< vastaehdotus; motförslag
  project = 1u << 10,        ///< hanke, ohjelma, projekti
  competence = 1u << 11,     ///< hallintosääntö, toimivalta: who may decide, not what is decided
  total_cost = 1u << 12,     ///< kustannus, budjetti, hinta, arvo, menot
  own_share = 1u << 13,      ///< omarahoitusosuus, kuntarahoitus; egen andel
  rent = 1u << 14,           ///< vuokra, maksu, palkkio, laina: a sum that is neither cost of the project nor grant
  join = 1u << 15,           ///< osallistua, osallistuminen; delta
  partner = 1u << 16,        ///< kumppani, yhteistyö, toteuttaja, hakija; samarbete
  appropriation = 1u << 17,  ///< määräraha, anslag: money a body sets aside, often the city's own
  report = 1u << 19,         ///< selvitys, raportti, maksatus, palauttaa: said to the giver of money already had
  spend = 1u << 18,          ///< hankkia, tilata, varata, osoittaa: what follows is the price of the thing decided
};

/// The flags of one word in lower case; 0 for a word that says nothing.
[[nodiscard]] std::uint32_t flags_of(std::string_view lower_word);

}  // namespace pykala::indexer
