// SPDX-License-Identifier: GPL-2.0-or-later
// Long because it is one table. In: a word in lower case. Out: its flags. Private: the table. A row holds a beginning
// ("^hake"), a whole word
// ("=ei"), or a piece that compounds carry anywhere ("avustu" of "erityisavustuksen").
#include "indexer/fact_words.h"

#include <array>
#include <vector>

#include "stemmers/piece_finder.h"

namespace pykala::indexer {
namespace {

struct Row {
  std::string_view pattern;
  std::uint32_t flags;
};

constexpr std::array rows{
    Row{"avustu", support},
    Row{"avustam", support | give},
    Row{"=avustaa", give},
    Row{"rahoitu", support},
    Row{"rahoitt", support | give},
    Row{"rahoita", support | give},
    Row{"määrärah", support | appropriation},
    Row{"^tuki", support},
    Row{"=tukea", support},
    Row{"=tuen", support},
    Row{"^tuell", support},
    Row{"^tuest", support},
    Row{"=tukee", give | support},
    Row{"=tukema", give | support},
    Row{"=tukeman", give | support},
    Row{"tukea", support},
    Row{"tuesta", support},
    Row{"tuella", support},
    Row{"lahjoit", support | give},
    Row{"lahjoitu", support},
    Row{"understöd", support},
    Row{"=stöd", support},
    Row{"=stödet", support},
    Row{"stödet", support},
    Row{"=stöder", support | give},
    Row{"bidrag", support},
    Row{"=anslag", support | appropriation},
    Row{"finansier", support | give},
    Row{"=medel", support},
    Row{"funding", support},
    Row{"funded", support | give},
    Row{"grant", support},
    Row{"apuraha", support},
    Row{"stipendi", support},
    Row{"korvaa", give},
    Row{"^hake", apply},
    Row{"^haet", apply},
    Row{"^haki", apply},
    Row{"^hakuun", apply},
    Row{"^haun", apply},
    Row{"^haku", apply},
    Row{"^haussa", apply},
    Row{"hakuun", apply},
    Row{"haussa", apply},
    Row{"hakemu", apply},
    Row{"hakeminen", apply},
    Row{"hakemis", apply},
    Row{"hausta", apply},
    Row{"ansök", apply},
    Row{"^sök", apply},
    Row{"application", apply},
    Row{"^myön", give},
    Row{"=jakaa", give},
    Row{"=maksaa", give},
    Row{"=maksoi", give},
    Row{"=maksaisi", give},
    Row{"=maksama", give},
    Row{"=maksaman", give},
    Row{"^maksettav", give},
    Row{"=maksanut", give},
    Row{"^kattaa", give},
    Row{"=kattoi", give},
    Row{"=kattaisi", give},
    Row{"bevilj", give},
    Row{"=täcker", give},
    Row{"=täckte", give},
    Row{"=betalar", give},
    Row{"=betalade", give},
    Row{"=ersätter", give},
    Row{"donera", give | support},
    Row{"=saa", receive},
    Row{"=saadaan", receive},
    Row{"=saatu", receive},
    Row{"=sai", receive},
    Row{"=saatiin", receive},
    Row{"=saanut", receive},
    Row{"=saada", receive},
    Row{"=saatava", receive},
    Row{"=saatavan", receive},
    Row{"=saatua", receive},
    Row{"=saadun", receive},
    Row{"^saatav", receive},
    Row{"^saaman", receive},
    Row{"=saama", receive},
    Row{"=saamat", receive},
    Row{"=saisi", receive},
    Row{"=saataisiin", receive},
    Row{"vastaanott", receive},
    Row{"jaettava", support},
    Row{"=fått", receive},
    Row{"=får", receive},
    Row{"=fick", receive},
    Row{"erhåll", receive},
    Row{"^lausun", statement},
    Row{"lausunto", statement},
    Row{"utlåtand", statement},
    Row{"^puoltam", statement},
    Row{"^puoltav", statement},
    Row{"=puoltaa", statement},
    Row{"=puolsi", statement},
    Row{"^asetuks", rule},
    Row{"^asetus", rule},
    Row{"ohjeen", rule},
    Row{"^ohjetta", rule},
    Row{"^ohjee", rule},
    Row{"^ohjei", rule},
    Row{"^ohjeist", rule},
    Row{"=ohje", rule},
    Row{"suositu", rule},
    Row{"suosituks", rule},
    Row{"määräyk", rule},
    Row{"förordning", rule},
    Row{"anvisning", rule},
    Row{"rekommendation", rule},
    Row{"^lain", rule},
    Row{"linjau", rule},
    Row{"^kirjee", request},
    Row{"kirjeen", request},
    Row{"=kirje", request},
    Row{"pyyntö", request},
    Row{"pyynnö", request},
    Row{"^nimetä", request},
    Row{"^nimeä", request},
    Row{"^nimes", request},
    Row{"^edustaj", request},
    Row{"työryhm", request},
    Row{"tilaisuu", request},
    Row{"=remiss", request},
    Row{"^entinen", background},
    Row{"^entise", background},
    Row{"^aiemm", background},
    Row{"^aiemp", background},
    Row{"^aikaisem", background},
    Row{"^edelli", background},
    Row{"^pohjautu", background},
    Row{"^päättyne", background},
    Row{"^alkane", background},
    Row{"esiselvity", background},
    Row{"^tidigare", background},
    Row{"^föregående", background},
    Row{"^jatkoa", background},
    Row{"=ei", negation},
    Row{"=eivät", negation},
    Row{"=eikä", negation},
    Row{"ettei", negation},
    Row{"=hae", apply},
    Row{"=inte", negation},
    Row{"=ej", negation},
    Row{"=ilman", negation},
    Row{"vastaehdotu", counter},
    Row{"motförslag", counter},
    Row{"hanke", project},
    Row{"hankk", project},
    Row{"ohjelma", project},
    Row{"projek", project},
    Row{"programmet", project},
    Row{"pilot", project},
    Row{"^kokeilu", project},
    Row{"hallintosään", competence},
    Row{"toimival", competence},
    Row{"förvaltningsstadga", competence},
    Row{"kokonaisrahoit", total_cost},
    Row{"kustannu", total_cost},
    Row{"budjet", total_cost},
    Row{"budget", total_cost},
    Row{"hinta", total_cost},
    Row{"hinna", total_cost},
    Row{"hintaan", total_cost},
    Row{"=arvo", total_cost},
    Row{"kokonaisarvo", total_cost},
    Row{"hankintaarvo", total_cost},
    Row{"=menoista", total_cost},
    Row{"=menot", total_cost},
    Row{"=menoihin", total_cost},
    Row{"menoarvio", total_cost},
    Row{"kokonaismeno", total_cost},
    Row{"kokonaissumma", total_cost},
    Row{"=kulut", total_cost},
    Row{"=kuluihin", total_cost},
    Row{"=kuluista", total_cost},
    Row{"^kostnad", total_cost},
    Row{"kostnader", total_cost},
    Row{"totalkostnad", total_cost},
    Row{"=pris", total_cost},
    Row{"=priset", total_cost},
    Row{"=värde", total_cost},
    Row{"omarahoitu", own_share},
    Row{"omavastuu", own_share},
    Row{"kuntarahoitu", own_share},
    Row{"kuntaosuu", own_share},
    Row{"kuntaraha", own_share},
    Row{"omaosuu", own_share},
    Row{"självfinansier", own_share},
    Row{"självrisk", own_share},
    Row{"vuokra", rent},
    Row{"vuokri", rent},
    Row{"palkkio", rent},
    Row{"korko", rent},
    Row{"korotu", rent},
    Row{"laina", rent},
    Row{"hyra", rent},
    Row{"hyran", rent},
    Row{"lånet", rent},
    Row{"=lån", rent},
    Row{"avgift", rent},
    Row{"takuu", rent},
    Row{"sakko", rent},
    Row{"osallistu", join},
    Row{"^delta", join},
    Row{"kumppan", partner},
    Row{"yhteisty", partner},
    Row{"toteutta", partner},
    Row{"hakija", partner},
    Row{"=kanssa", partner},
    Row{"=mukana", partner},
    Row{"samarbet", partner},
    Row{"partner", partner},
    Row{"tillsammans", partner},
    Row{"koordino", partner},
    Row{"järjestää", partner},
    Row{"=verkosto", partner},
    Row{"^alkuperäi", background},
    Row{"korotta", rent},
    Row{"=alkunsa", background},
    Row{"=onko", background},
    Row{"^huomioi", background},
    Row{"aloittees", background},
    Row{"^selvity", report},
    Row{"loppuselvity", report},
    Row{"väliselvity", report},
    Row{"raporti", report},
    Row{"raportt", report},
    Row{"maksatu", report},
    Row{"^palautta", report},
    Row{"takaisinmaks", report},
    Row{"redovisning", report},
    Row{"slutrapport", report},
    Row{"kynnysarvo", rent},
    Row{"tuloja", rent},
    Row{"=tulot", rent},
    Row{"tuottoja", rent},
    Row{"=tuotot", rent},
    Row{"^hankkia", spend},
    Row{"^hankkii", spend},
    Row{"^hankitaan", spend},
    Row{"^tilata", spend},
    Row{"^tilaa", spend},
    Row{"=varata", spend},
    Row{"=varaa", spend},
    Row{"^osoitta", spend},
    Row{"=ostaa", spend},
    Row{"=myydä", spend},
    Row{"^kohdentaa", spend},
    Row{"=köpa", spend},
    Row{"=skaffa", spend},
    Row{"=reservera", spend},
};

/// All rows at once: a word is read once, not once a row.
class Index {
 public:
  Index() : finder_(patterns()) {}

  [[nodiscard]] std::uint32_t flags_of(std::string_view word) const {
    std::uint32_t flags = 0;
    finder_.for_each(word, [&](std::size_t row, std::size_t begin) {
      const char place = rows[row].pattern[0];  // '^' at the beginning, '=' the whole word, else anywhere
      if ((place == '^' || place == '=') && begin != 0) return;
      if (place == '=' && word.size() + 1 != rows[row].pattern.size()) return;
      flags |= rows[row].flags;
    });
    return flags;
  }

 private:
  static std::vector<std::string_view> patterns() {
    std::vector<std::string_view> out;
    for (const Row& row : rows) {
      const bool placed = row.pattern[0] == '^' || row.pattern[0] == '=';
      out.push_back(row.pattern.substr(placed ? 1 : 0));
    }
    return out;
  }

  stemmers::PieceFinder finder_;
};

}  // namespace

std::uint32_t flags_of(std::string_view lower_word) {
  if (lower_word.size() < 2) return 0;
  static const Index index;
  std::uint32_t flags = index.flags_of(lower_word);
  // The city's share is no support from outside, though the word holds "rahoitus".
  if ((flags & own_share) != 0) flags &= ~static_cast<std::uint32_t>(support | give);
  return flags;
}

}  // namespace pykala::indexer
