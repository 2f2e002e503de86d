// SPDX-License-Identifier: GPL-2.0-or-later
// Long because the kinds of evidence are weighed together. In: a mention of a funder in its sentence. Out: a score.
// Private: one function per kind of evidence, and the vetoes.
#include "indexer/funder_relation.h"

#include <algorithm>
#include <string>

#include "indexer/calendar_scan.h"
#include "indexer/fact_words.h"

namespace pykala::indexer {
namespace {

using schema::PartRole;

constexpr std::uint32_t money = support | apply | give | receive;
constexpr std::uint32_t not_money = statement | rule | request;

struct Context {
  const TextPart& part;
  Range sentence;
  std::uint32_t before = 0, after = 0;  ///< flags of the sentence's words on each side of the name
};

bool has(std::uint32_t flags, std::uint32_t wanted) {
  return (flags & wanted) != 0;
}

/// Flags of up to `count` words from `atom` on, stopping at a comma, a bracket or the sentence's end.
std::uint32_t flags_from(const Context& context, std::size_t atom, std::size_t count) {
  std::uint32_t flags = 0;
  for (; atom < context.sentence.end && count > 0; ++atom) {
    if (context.part.is_symbol(atom, ",") || context.part.is_symbol(atom, ";") || context.part.is_symbol(atom, ":"))
      break;
    if (!context.part.is_word(atom)) continue;
    flags |= context.part.flags(atom);
    --count;
  }
  return flags;
}

std::uint32_t flags_back(const Context& context, std::size_t atom, std::size_t count) {
  std::uint32_t flags = 0;
  while (atom > context.sentence.begin && count > 0) {
    --atom;
    if (!context.part.is_word(atom)) continue;
    flags |= context.part.flags(atom);
    --count;
  }
  return flags;
}

/// The part of the sentence between semicolons that holds the name.
Range clause_of(const Context& context, const FunderMention& mention) {
  Range clause = context.sentence;
  for (std::size_t at = clause.begin; at < context.sentence.end; ++at) {
    if (!context.part.is_symbol(at, ";")) continue;
    if (at < mention.atoms.begin) {
      clause.begin = at + 1;
    } else {
      clause.end = at;
      break;
    }
  }
  return clause;
}

/// Where an enumeration that holds the name begins: "rahoittavat STEA, Helsingin kaupunki ja SKR" for SKR is at STEA.
std::size_t list_begin(const Context& context, const FunderMention& mention) {
  constexpr std::size_t max_atoms = 16;
  const TextPart& part = context.part;
  std::size_t at = mention.atoms.begin;
  bool joined = false;
  while (at > context.sentence.begin && mention.atoms.begin - at < max_atoms) {
    const std::string_view word = part.lower_view(at - 1);
    const bool joint = part.is_symbol(at - 1, ",") || word == "ja" || word == "och" || word == "sekä" || word == "samt";
    const bool name = part.is_word(at - 1) && (is_capitalised(part.view(at - 1)) || word == "kaupunki" ||
                                               word == "staden" || word == "kunta" || word == "kulturfonden");
    if (!joint && !name) break;
    joined = joined || joint;
    --at;
  }
  return joined ? at : mention.atoms.begin;
}

/// The word before the name, as "från" of "från undervisnings- och kulturministeriet".
bool follows_preposition(const Context& context, std::size_t atom) {
  for (std::size_t back = 1; back <= 3 && atom >= context.sentence.begin + back; ++back) {
    const std::string_view word = context.part.lower_view(atom - back);
    for (const std::string_view preposition : {"från", "hos", "av", "ur", "from", "by", "genom"})
      if (word == preposition) return true;
  }
  return false;
}

/// "STEA-haku", "ESR+ -hankkeessa", "ARA-korkotukilaina": what the compound says by itself.
int tail_score(const FunderMention& mention, const Context& context) {
  if (mention.tail.empty()) return 0;
  if (mention.tail.find("kausi") != std::string::npos || mention.tail.find("kaude") != std::string::npos) return 0;
  const std::uint32_t flags = flags_of(mention.tail);
  if (has(flags, rent)) return has(context.before | context.after, apply) ? 2 : 0;
  if (has(flags, support | apply) || mention.tail.find("raha") != std::string::npos) return 3;
  if (has(flags, project)) return 2;
  for (const std::string_view medium : {"medel", "stöd", "rahast", "osuu", "andel"})
    if (mention.tail.find(medium) != std::string::npos) return 2;
  return 0;
}

/// "STEA:lta haetaan", "ministeriöltä rahoitusta".
int from_score(const Context& context) {
  const std::uint32_t all = context.before | context.after;
  if (!has(all, money)) return 0;
  if (has(all, not_money) && !has(all, support)) return 0;
  return 3;
}

/// "ESR:n ja valtion osuus": a share of the money.
bool has_share(const Context& context, std::size_t atom) {
  constexpr std::size_t max_atoms = 5;
  for (std::size_t at = atom; at < std::min(atom + max_atoms, context.sentence.end); ++at)
    if (begins_with_any(context.part.lower_view(at), {"osuus", "osuud", "andel", "rahoitusosuu", "finansieringsandel"}))
      return true;
  return false;
}

/// "THL tukee alueita asiantuntemuksellaan": help of another kind than money. A fund has nothing else to give.
bool helps_otherwise(const FunderMention& mention, const Context& context);

/// "RAY:n avustaman", "TEM:n erityisavustuksen hakuun", "Business Finlandin rahoittamaan hankkeeseen".
int genitive_score(const FunderMention& mention, const Context& context) {
  const std::uint32_t near = flags_from(context, mention.atoms.end, 4);
  const bool against = has(near, statement | rule) || has(flags_from(context, mention.atoms.end, 2), request);
  if (against && !has(flags_from(context, mention.atoms.end, 2), support | give)) return 0;
  if (has(near, support | apply | give) || has_share(context, mention.atoms.end)) return 3;
  // "THL:n koordinoima ohjelma": led by one, paid by another.
  if (begins_with_any(context.part.lower_view(mention.atoms.end),
                      {"koordinoi", "vetäm", "johtam", "hallinnoi", "ohjaam"}))
    return 0;
  if (has(near, project) && has(context.before | context.after, money | join)) return 2;
  return 0;
}

bool is_also(std::string_view word) {
  return word == "myös" || word == "lisäksi" || word == "även" || word == "också";
}

/// "och STEA med 50 000 euro", "ja STM 40 000 eurolla": one of several givers and its sum.
bool gives_sum(const FunderMention& mention, const Context& context) {
  const TextPart& part = context.part;
  std::size_t at = mention.atoms.end;
  if (part.lower_view(at) == "med") ++at;
  if (at >= context.sentence.end || !part.is_number(at) || !has(context.before, give)) return false;
  for (; at < context.sentence.end && !part.is_word(at); ++at)
    if (part.is_symbol(at, "€")) return true;
  return part.lower_view(at).starts_with("euro");
}

/// "Terveyden ja hyvinvoinnin laitos rahoittaa", "Europeiska socialfonden täcker".
int subject_score(const FunderMention& mention, const Context& context) {
  const std::uint32_t near = flags_from(context, mention.atoms.end, 4);
  if (helps_otherwise(mention, context)) return 0;
  if (has(near, give) || (has(near, receive) && has(near, support))) return 3;
  if (gives_sum(mention, context)) return 3;
  // "Rahoittaja: Työsuojelurahasto", "rahoittajana toimii Opetushallitus"
  for (std::size_t back = 1; back <= 3 && mention.atoms.begin >= context.sentence.begin + back; ++back)
    if (holds_any(context.part.lower_view(mention.atoms.begin - back), {"rahoittaja", "finansiär"}) &&
        context.part.lower_view(mention.atoms.begin - back).find("viranomai") == std::string_view::npos)
      return 3;
  // "jonka rahoittaa Business Finland": the verb right before the name.
  std::size_t verb_atom = list_begin(context, mention);
  while (verb_atom > context.sentence.begin + 1 && is_also(context.part.lower_view(verb_atom - 1))) --verb_atom;
  if (verb_atom > context.sentence.begin) {
    const std::string_view verb = context.part.lower_view(verb_atom - 1);
    for (const std::string_view inverted :
         {"rahoittaa", "rahoitti", "rahoittavat", "myöntää", "myönsi", "maksaa", "maksoi", "kattaa", "kustantaa",
          "avustaa", "tukee", "finansierar", "finansieras", "beviljar", "beviljade"})
      if (verb == inverted) return 3;
  }
  return 0;
}

/// A fund or a programme is money by its nature; an authority is not.
bool is_fund(const schema::FunderName& funder) {
  return funder.kind == "eu_fund" || funder.kind == "programme" || funder.kind == "lottery" || funder.id == "STEA" ||
         funder.id == "AKKE" || funder.id == "AIKO";
}

bool helps_otherwise(const FunderMention& mention, const Context& context) {
  if (is_fund(*mention.funder) || mention.funder->kind == "foundation") return false;
  bool helps = false;
  const Range clause = clause_of(context, mention);
  for (std::size_t at = clause.begin; at < clause.end; ++at) {
    const std::string_view word = context.part.lower_view(at);
    if (context.part.is_symbol(at, "€") || word.starts_with("euro") ||
        begins_with_any(word, {"rahallis", "taloudellis"}))
      return false;
    const bool help = begins_with_any(word, {"tukee", "tukevat", "tukea", "asiantunt", "stöder"});
    helps = helps || help;
    if (!help && has(context.part.flags(at), support | give) && !(at >= mention.atoms.begin && at < mention.atoms.end))
      return false;
  }
  return helps;
}

/// "selvitys OKM:lle erityisavustuksen käytöstä", "palauttaa Opetushallitukselle": money had is accounted for.
int report_score(const Context& context) {
  const std::uint32_t all = context.before | context.after;
  return has(all, report) && has(all, support) ? 3 : 0;
}

int adjacency_score(const FunderMention& mention, const Context& context) {
  if (!is_fund(*mention.funder) || mention.tail.find("kaude") != std::string::npos) return 0;
  std::uint32_t near = flags_back(context, mention.atoms.begin, 4) | flags_from(context, mention.atoms.end, 4);
  if (mention.funder->id == "EU") near |= flags_in(context.part, mention.atoms) & support;  // "EU-tuki on 70 %"
  if (has(near, support | apply)) return has(near, not_money) && !has(near, support) ? 0 : 2;
  return has(near, give | project) || has(context.before | context.after, join) ? 2 : 0;
}

int swedish_score(const FunderMention& mention, const Context& context) {
  const std::uint32_t all = context.before | context.after;
  const bool led =
      follows_preposition(context, mention.atoms.begin) || follows_preposition(context, list_begin(context, mention));
  return led && has(all, support | apply | give) && !(has(all, statement | rule) && !has(all, support)) ? 3 : 0;
}

/// The last element of a title of an application: "Avustuksen hakeminen, koulukerhot, OKM".
int title_score(const FunderMention& mention, const Context& context) {
  if (!context.part.is_title) return 0;
  const std::uint32_t all = context.before | context.after;
  if (has(all, statement) || (has(all, request) && !has(all, support))) return 0;
  return has(all, support) && has(all, apply | give | receive) && mention.name_case == Case::nominative ? 3 : 0;
}

/// "asiakas voi hakea Kelasta tukea": money of private people, which is no matter of the decision's.
bool is_private(const Context& context) {
  for (std::size_t at = context.sentence.begin; at < context.sentence.end; ++at)
    for (const std::string_view person :
         {"asiakas", "asiakkaat", "asiakkaan", "asukas", "asukkaat", "henkilö", "opiskelija", "opiskelijat", "perhe",
          "perheet", "kuntoutuja", "omainen", "vanhemmat", "kunden", "klienten"})
      if (context.part.lower_view(at) == person) return true;
  return false;
}

/// "ei haeta", "inte ansöka": the money is denied.
bool is_denied(const Context& context, const FunderMention& mention) {
  bool negative = false;
  std::size_t since = 0;
  for (std::size_t atom = context.sentence.begin; atom < context.sentence.end; ++atom) {
    if (atom >= mention.atoms.begin && atom < mention.atoms.end) continue;
    if (context.part.is_symbol(atom, ",") || context.part.is_symbol(atom, ";")) negative = false;
    if (!context.part.is_word(atom)) continue;
    const std::uint32_t flags = context.part.flags(atom);
    if (has(flags, negation)) {
      negative = true;
      since = 0;
    } else if (negative && ++since <= 4 && has(flags, apply | give | receive | support)) {
      return true;
    }
  }
  return false;
}

/// "sai rahoitusta RAY:ltä 2010–2013": money of years that were over when the decision was made.
bool is_past(const Context& context, const FunderMention& mention, std::optional<int> year) {
  const Range clause = clause_of(context, mention);
  bool past = false, over = false;
  for (std::size_t at = clause.begin; at < clause.end; ++at) {
    past = past || is_past_verb(context.part.lower_view(at));
    if (has(context.part.flags(at), apply)) return false;
  }
  // "…; nyt haetaan OKM:ltä"
  for (std::size_t at = clause.end; at < context.sentence.end && at <= clause.end + 2; ++at)
    over = over || context.part.lower_view(at) == "nyt" || context.part.lower_view(at) == "nu";
  if (year)
    for (const ScannedSpan& span : spans_in(context.part, clause))
      over = over || (span.to < std::to_string(*year) && !is_given_for(context.part, span));
  return past && over;
}

/// An earlier project paid by the funder: "pohjautuu STM:n rahoittaman hankkeen tuloksiin", "Entinen Tekes rahoitti".
bool is_background(const Context& context, const FunderMention& mention, const DecisionTopic& topic) {
  if (context.part.is_title) return false;
  if (!topic.reporting && is_past(context, mention, topic.year)) return true;
  const std::uint32_t before = context.before, near_after = flags_from(context, mention.atoms.end, 6);
  return has(before, background) || (has(near_after, background) && !has(context.before, apply));
}

/// A fund of the same sentence whose call the authority only runs: "TEM:n ESR-haku".
bool hosts_other_fund(const FunderMention& mention, const Context& context, const std::vector<FunderMention>& all) {
  if (is_fund(*mention.funder)) return false;
  return std::any_of(all.begin(), all.end(), [&](const FunderMention& other) {
    return other.part == mention.part && other.atoms.begin >= context.sentence.begin &&
           other.atoms.begin < context.sentence.end && other.funder->kind == "eu_fund" &&
           other.atoms.begin != mention.atoms.begin &&
           !(other.atoms.begin > mention.atoms.end &&
             has(flags_in(context.part, {mention.atoms.end, other.atoms.begin}), background));
  });
}

bool ignores_role(PartRole role) {
  return is_boilerplate(role) || role == PartRole::contact || role == PartRole::notice || role == PartRole::extracts ||
         role == PartRole::presenter;
}

}  // namespace

int relation_score(const FactText& text, const FunderMention& mention, const DecisionTopic& topic,
                   const std::vector<FunderMention>& all) {
  const TextPart& part = text.parts[mention.part];
  if (topic.monitoring || topic.statement || ignores_role(part.role)) return 0;
  Context context{part, part.sentence_of(mention.atoms.begin)};
  context.before = flags_in(part, {context.sentence.begin, mention.atoms.begin});
  context.after = flags_in(part, {mention.atoms.end, context.sentence.end});
  if (part.role == PartRole::attachments) return tail_score(mention, context) >= 3 ? 2 : 0;
  if (has(context.before | context.after, competence) || mention.atoms.begin >= topic.counter_from[mention.part])
    return 0;
  if (is_denied(context, mention) || is_background(context, mention, topic)) return 0;
  if (mention.funder->kind == "agency" && !is_fund(*mention.funder) && is_private(context)) return 0;
  int score = std::max({tail_score(mention, context), swedish_score(mention, context), title_score(mention, context),
                        adjacency_score(mention, context)});
  switch (mention.name_case) {
    case Case::from:
      score = std::max(score, from_score(context));
      break;
    case Case::genitive:
      score = std::max(score, genitive_score(mention, context));
      break;
    case Case::to:
      score = std::max(score, report_score(context));
      break;
    case Case::nominative:
      score = std::max(score, subject_score(mention, context));
      break;
    default:
      break;
  }
  return hosts_other_fund(mention, context, all) ? std::min(score, 1) : score;
}

std::string quote_of(const FactText& text, const FunderMention& mention) {
  const TextPart& part = text.parts[mention.part];
  const Range sentence = part.sentence_of(mention.atoms.begin);
  const std::string whole = part.quote(sentence);
  // A long sentence is cut at its end: begin at the name when the name would fall off.
  if (part.atoms[mention.atoms.end - 1].end - part.atoms[sentence.begin].begin <= max_quote_bytes) return whole;
  return part.quote({mention.atoms.begin, sentence.end});
}

}  // namespace pykala::indexer
