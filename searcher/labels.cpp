// SPDX-License-Identifier: GPL-2.0-or-later
// Values and messages in, words for people out.
#include "searcher/labels.h"

#include <array>

#include "indexer/authority.h"
#include "indexer/keys.h"
#include "searcher/value_names.h"
#include "searcher/wording.h"

namespace pykala::searcher {

using namespace schema;

namespace {

constexpr Words unknown_label{"ei tiedossa", "uppgift saknas", "not known"};

const std::string& first_filled(const std::string& wanted, const std::string& fallback) {
  return wanted.empty() ? fallback : wanted;
}

std::string maker_label(const std::string& key, const Index& index, UiLanguage lang) {
  const Authority& authority = Authority::builtin();
  const Office* office = authority.office(key);
  if (office == nullptr) return index.maker_name(key);
  const std::string& name = lang == UiLanguage::sv ? first_filled(office->name_sv, office->name_fi) : office->name_fi;
  if (office->parent_fi.empty() || authority.offices_named(office->name_fi).size() < 2) return name;
  return name + " (" + office->parent_fi + ")";
}

std::string funder_label(const std::string& id, UiLanguage lang) {
  if (const FunderName* funder = Authority::builtin().funder(id)) {
    if (lang == UiLanguage::sv) return first_filled(funder->name_sv, funder->name_fi);
    if (lang == UiLanguage::en) return first_filled(funder->name_en, funder->name_fi);
    return funder->name_fi;
  }
  constexpr std::string_view other = "OTHER:";
  return id.starts_with(other) ? id.substr(other.size()) : id;
}

std::string sector_label(const std::string& id, UiLanguage lang) {
  for (const Office& office : Authority::builtin().offices()) {
    if (office.sector_id == id)
      return lang == UiLanguage::sv ? first_filled(office.sector_sv, office.sector_fi) : office.sector_fi;
  }
  return id;
}

}  // namespace

std::string maker_label(const DecisionMaker& maker, UiLanguage lang) {
  const Office* office = lang == UiLanguage::sv && maker.id ? Authority::builtin().office(*maker.id) : nullptr;
  if (office != nullptr && !office->name_sv.empty()) return office->name_sv;
  return maker.name.empty() ? maker.id.value_or("") : maker.name;
}

std::string value_label(FieldId id, std::string_view value, UiLanguage lang) {
  for (const NamedValue& named : named_values) {
    if (named.field == id && named.value == value) return std::string(pick(named.labels, lang));
  }
  return std::string(value);
}

std::string label_of(FieldId id, const std::string& value, const Index& index, UiLanguage lang) {
  if (value.empty()) return std::string(pick(unknown_label, lang));
  switch (id) {
    case FieldId::kind:
    case FieldId::language:
      return value_label(id, value, lang);
    case FieldId::decision_maker:
      return maker_label(value, index, lang);
    case FieldId::funder:
      return funder_label(value, lang);
    case FieldId::sector:
      return sector_label(value, lang);
    case FieldId::classification: {
      const auto title = Authority::builtin().classification_title(value);
      return title ? value + " " + *title : value;
    }
    default:
      return value;
  }
}

std::string amount_label(AmountRole role, UiLanguage lang) {
  static constexpr Words total{"kokonaissumma", "totalbelopp", "total"};
  static constexpr Words grant{"avustus", "understöd", "grant"};
  static constexpr Words own_share{"omarahoitus", "egen andel", "own share"};
  static constexpr Words other{"muu summa", "annat belopp", "other sum"};
  switch (role) {
    case AmountRole::total:
      return std::string(pick(total, lang));
    case AmountRole::grant:
      return std::string(pick(grant, lang));
    case AmountRole::own_share:
      return std::string(pick(own_share, lang));
    case AmountRole::other:
      break;
  }
  return std::string(pick(other, lang));
}

std::string_view heading(Heading heading, UiLanguage lang) {
  static constexpr std::array<Words, 6> words{{
      {"Viittaa päätöksiin", "Hänvisar till besluten", "Cites"},
      {"Tähän päätökseen viittaavat", "Hänvisningar till detta beslut", "Cited by"},
      {"ei hakemistossa", "finns inte i registret", "not in the index"},
      {"asian päätöstä hakemistossa", "beslut i ärendet i registret", "decisions of the case in the index"},
      {"Aiempia vastaavia päätöksiä", "Tidigare motsvarande beslut", "Precedents of"},
      {"lisäksi", "därtill", "and more"},
  }};
  return pick(words[static_cast<std::size_t>(heading)], lang);
}

std::string_view reason_label(ReasonKind kind, UiLanguage lang) {
  static constexpr std::array<Words, 10> words{{
      {"sama asia", "samma ärende", "same case"},
      {"tämä päätös viittaa siihen", "detta beslut hänvisar till det", "this decision cites it"},
      {"se viittaa tähän päätökseen", "det hänvisar till detta beslut", "it cites this decision"},
      {"viitattu asia", "ärende som det hänvisas till", "cited case"},
      {"molemmat viittaavat", "båda hänvisar till", "both cite"},
      {"sama luokka", "samma klass", "same classification"},
      {"sama luokkaryhmä", "samma klassgrupp", "same group of classes"},
      {"sama järjestö", "samma organisation", "same organisation"},
      {"sama rahoittaja", "samma finansiär", "same funder"},
      {"yhteistä", "gemensamt", "share"},
  }};
  return pick(words[static_cast<std::size_t>(kind)], lang);
}

std::string message(Message message, UiLanguage lang, std::string_view first, std::string_view second) {
  static constexpr std::array<Words, 10> messages{{
      {"Hakuun \"{1}\" sopii {2} sanaa; mukana ovat niistä yleisimmät.",
       "{2} ord passar in på \"{1}\"; sökningen har de vanligaste.",
       "{2} words fit \"{1}\"; the search has the most frequent ones."},
      {"Mikään sana ei sovi hakuun \"{1}\".", "Inget ord passar in på \"{1}\".", "No word fits \"{1}\"."},
      {"Haussa \"{1}\" ei ole sanaa; näytetään kaikki.", "Sökningen \"{1}\" har inget ord; allt visas.",
       "There is no word in \"{1}\"; everything is shown."},
      {"Hakemistossa ei ole arvoa \"{1}\" kentässä {2}.", "Registret har inget värde \"{1}\" i fältet {2}.",
       "The index has no value \"{1}\" in the field {2}."},
      {" Tarkoititko: {1}?", " Menade du: {1}?", " Did you mean: {1}?"},
      {" Arvoja ovat esimerkiksi: {1}.", " Värden är till exempel: {1}.", " Values are for example: {1}."},
      {"\"{1}\" luettiin nimen osaksi: {2}.", "\"{1}\" lästes som en del av ett namn: {2}.",
       "\"{1}\" was read as a part of a name: {2}."},
      {"Haettiin myös: {2}. Vain \"{1}\": kirjoita se lainausmerkkeihin.",
       "Sökningen har också: {2}. Bara \"{1}\": skriv det inom citattecken.",
       "Searched too: {2}. Only \"{1}\": put it in quotes."},
      {"Miinus jätti pois: {1}. Jos viiva kuuluu nimeen, kirjoita se lainausmerkkeihin tai ilman viivaa.",
       "Minus tog bort: {1}. Om strecket hör till namnet, skriv det inom citattecken eller utan streck.",
       "The minus left out: {1}. If the dash belongs to a name, put it in quotes or leave the dash away."},
      {"\"{1}\" luettiin nimen osaksi. Pois sen saat näin: EI {2}.",
       "\"{1}\" lästes som en del av ett namn. Så tas det bort: INTE {2}.",
       "\"{1}\" was read as a part of a name. To leave it out: NOT {2}."},
  }};
  return filled(pick(messages[static_cast<std::size_t>(message)], lang), first, second);
}

std::string field_label(FieldId id, UiLanguage lang) {
  const FieldRow& row = field(id);
  return std::string(pick({row.name_fi, row.name_sv, row.name}, lang));
}

std::optional<UiLanguage> ui_language(std::string_view code) {
  if (code == "fi") return UiLanguage::fi;
  if (code == "sv") return UiLanguage::sv;
  if (code == "en") return UiLanguage::en;
  return std::nullopt;
}

}  // namespace pykala::searcher
