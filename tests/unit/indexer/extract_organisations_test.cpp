// SPDX-License-Identifier: GPL-2.0-or-later
// Organisations of invented sentences, in the nominative; authorities, funders and rejected applicants are none.
#include <catch2/catch.hpp>
#include <vector>

#include "indexer/extract.h"
#include "tests/unit/indexer/facts_support.h"

using namespace pykala;

namespace {

std::string organisations(const schema::Decision& decision) {
  return facts_test::joined(indexer::extract_organisations(decision), [](const std::string& name) { return name; });
}

struct Row {
  const char *text, *expected;
};

const std::vector<Row> rows{
    {"Avustus myönnetään Pohjankulman Kuntoutus ry:lle ja Kotirannan säätiö sr:lle.",
     "Pohjankulman Kuntoutus ry; Kotirannan säätiö sr"},
    {"Sopimus tehdään Suomen historiallisen tanssin seura ry:n kanssa.", "Suomen historiallisen tanssin seura ry"},
    {"Kumppaneina ovat Aalto-yliopisto, Metropolia Ammattikorkeakoulu Oy ja Monikulttuuriyhdistys Tuuli ry.",
     "Aalto-yliopisto; Metropolia Ammattikorkeakoulu Oy; Monikulttuuriyhdistys Tuuli ry"},
    {"Liikuntaseurojen toiminta-avustukset. Avustus Rannan Veto ry:lle.", "Rannan Veto ry"},
    {"Lautakunta hyväksyi Siivouspalvelu Kirkas Oy:n tarjouksen ja hylkäsi muut.", "Siivouspalvelu Kirkas Oy"},
    {"Tilaaja vuokraa tilan Kiinteistö Oy Helsingin Purolle.", "Kiinteistö Oy Helsingin Puro"},
    {"Tontti varataan Asunto Oy Helsingin Kuovinpolulle.", "Asunto Oy Helsingin Kuovinpolku"},
    {"Hankkeessa on mukana Väestöliitto.", "Väestöliitto"},
    {"Yhteistyötä tehdään Helsingin Diakonissalaitoksen kanssa.", "Helsingin Diakonissalaitos"},
    {"Bidrag beviljas Föreningen Luckstugan rf och Stiftelsen Hemmet sr.",
     "Föreningen Luckstugan rf; Stiftelsen Hemmet sr"},
    {"Toimittajaksi valitaan Oy Nordtek Ab.", "Oy Nordtek Ab"},
    {"Palvelu hankitaan A. Virtanen Oy:ltä ja Kukka & Mulli Ky:ltä.", "A. Virtanen Oy; Kukka & Mulli Ky"},
    {"Koordinaattori on Kaakon Kehitys Oy, toteuttajat Itäkulman yhdistys ry sekä Rannan Nuoret ry.",
     "Kaakon Kehitys Oy; Itäkulman yhdistys ry; Rannan Nuoret ry"},
    {"Lisäksi Lauttasaaren Ystävät ry saa tukea.", "Lauttasaaren Ystävät ry"},
    {"Kaupunginhallitus ja Opetushallitus sopivat asiasta STEA:n kanssa.", ""},
    {"Yhdistys järjestää tapahtuman. Seura saa avustuksen.", ""},
    {"Avustusta ei myönnetä Tyhjän Talon Tuki ry:lle.", ""},
    {"Työsuhde alkoi Osuuskunta Helmikassa.", ""},
    {"Urakoitsijaksi valittiin YIT Suomi Oy, jonka tarjous oli halvin.", "YIT Suomi Oy"},
    {"Vuokralaisena on K-Ruoka Oy:n tytäryhtiö.", "K-Ruoka Oy"},
    {"Suomen Punaisen Ristin Helsingin ja Uudenmaan piiri ry toteuttaa hankkeen.",
     "Suomen Punaisen Ristin Helsingin ja Uudenmaan piiri ry"},
    {"Hanke tehdään yhdessä Helsingin yliopiston ja Tampereen ammattikorkeakoulun kanssa.",
     "Helsingin yliopisto; Tampereen ammattikorkeakoulu"},
    {"Tilaus tehdään Sofor Oy:ltä (Y-tunnus 1234567-8).", "Sofor Oy"},
    {"Kumppanina on Monikalle ry.", "Monikalle ry"},
    {"Avustus myönnetään Nuorten Ystävät r.y.:lle.", "Nuorten Ystävät r.y."},
    {"Rahoitus siirretään Kotisatama-säätiölle, joka toteuttaa hankkeen.", "Kotisatama-säätiö"},
    {"Kumppaneiksi hyväksytään Kotirannan Martat ry, Stiftelsen Solgläntan sr ja Oy Brokraft Ab.",
     "Kotirannan Martat ry; Stiftelsen Solgläntan sr; Oy Brokraft Ab"},
    {"Avustus maksetaan Lasten ja Nuorten Säätiö sr:lle.", "Lasten ja Nuorten Säätiö sr"},
    {"Hankkeen toteuttaa Arkkitehtitoimisto Aho & Back Oy yhdessä Suomen Punaisen Ristin kanssa.",
     "Arkkitehtitoimisto Aho & Back Oy; Suomen Punainen Risti"},
    {"Palvelun tuottaa Hoivakoti Onnela Oy.", "Hoivakoti Onnela Oy"},
    {"Vetovastuu on Metropolia Ammattikorkeakoululla, kumppaneina Laurea-ammattikorkeakoulu ja Haaga-Helia "
     "ammattikorkeakoulu Oy.",
     "Metropolia Ammattikorkeakoulu; Laurea-ammattikorkeakoulu; Haaga-Helia ammattikorkeakoulu Oy"},
    {"Sopimus Kalliolan Setlementti rs:n kanssa päättyy.", ""},
    {"Avustuksen saa Monika-Naiset liitto ry.", "Monika-Naiset liitto ry"},
    {"Mukana on myös 4H-yhdistys ry.", "4H-yhdistys ry"},
    {"Kaupungin tytäryhtiö Forum Virium Helsinki Oy koordinoi hanketta.", "Forum Virium Helsinki Oy"},
    {"Hakija on Töölön Tanssi -yhdistys ry.", "Töölön Tanssi -yhdistys ry"},
    {"Hankkeessa ovat mukana Pakilan Nuoret ry ja Oulunkylän seurakunta.", "Pakilan Nuoret ry; Oulunkylän seurakunta"},
    {"Tilaaja on Kiinteistö Oy Kontulan Asemakeskus ja urakoitsija Rakennus Rinne Oy.",
     "Kiinteistö Oy Kontulan Asemakeskus; Rakennus Rinne Oy"},
    {"Vuokralaisena Ravintola Meri Oy jatkaa.", "Ravintola Meri Oy"},
    {"Lahjoittaja on Elävä Talo -säätiö.", "Elävä Talo -säätiö"},
    {"Avustus myönnetään Meri-valopiste ry:lle.", "Meri-valopiste ry"},
    {"Avustus myönnetään Ranta- ja saaristokotien liitto ry:lle.", "Ranta- ja saaristokotien liitto ry"},
    {"Avustus myönnetään Suomen Samburu-verkosto ry:lle.", "Suomen Samburu-verkosto ry"},
    {"Avustus myönnetään Uutta huomista luova väki ry:lle.", "Uutta huomista luova väki ry"},
    {"Ilman omaa pihaa ry saa avustuksen.", "Ilman omaa pihaa ry"},
    {"Avustus myönnetään Espoon seudun iloiset pyöräilijät ry:lle.", "Espoon seudun iloiset pyöräilijät ry"},
    {"Avustus myönnetään Suomen KMKY:n liitto ry:lle.", "Suomen KMKY:n liitto ry"},
    {"Tule kylään ry saa avustuksen.", "Tule kylään ry"},
    {"Avustus myönnetään Kallion Kulman Soittajat ja Laulajat ry:lle.", "Kallion Kulman Soittajat ja Laulajat ry"},
    {"Avustus myönnetään Kukka ry:lle ja Oravat ja Hiiret ry:lle.", "Kukka ry; Oravat ja Hiiret ry"},
    {"Kumppanina on Koulu- ja kotiyhdistykset KOKY ry.", "Koulu- ja kotiyhdistykset KOKY ry"},
    {"Kumppanina on Espoon kuvapaja EsKu ry.", "Espoon kuvapaja EsKu ry"},
    {"Hakijana on Isien ja lasten talo ry.", "Isien ja lasten talo ry"},
    {"Hakijana on Etelä-Savon Hiihto ja Suunnistus ry.", "Etelä-Savon Hiihto ja Suunnistus ry"},
    {"Kumppaneina ovat Folkhälsan ja Kotiranta ry sekä Espoo ja Merikulma ry.",
     "Folkhälsan; Kotiranta ry; Merikulma ry"},
    {"Kumppaneina ovat Rannan Kotiliitto ja Kotiranta ry.", "Rannan Kotiliitto; Kotiranta ry"},
    {"Kumppanina on Suomen sadetutkimus ja ennustus ry.", "Suomen sadetutkimus ja ennustus ry"},
    {"Kumppanina on Rantakylän Hehku Osuuskunta.", "Rantakylän Hehku Osuuskunta"},
    {"Rantakylän Hehku Osuuskunta on kumppani.", "Rantakylän Hehku Osuuskunta"},
    {"Kumppanina on Osuuskunta Rantakala.", "Osuuskunta Rantakala"},
    {"Bidrag beviljas Samfundet Solglimten i svenska Nyland rf.", "Samfundet Solglimten i svenska Nyland rf"},
    {"Bidrag beviljas Stormfonden och Sol och Vind-förening rf.", "Sol och Vind-förening rf"},
    {"Bidrag beviljas Nylands svenska gungförbund rf.", "Nylands svenska gungförbund rf"},
    {"Työ tilataan Rakennus Oy Matti K. Meriläiseltä.", "Rakennus Oy Matti K. Meriläinen"},
    {"Toimittajaksi valitaan Insinööritoimisto Oy Aho & Back.", "Insinööritoimisto Oy Aho & Back"},
    {"Palvelu hankitaan 5 Stars IT Oy:ltä vuonna 2024 Kolme Tähteä Oy:n sijaan.", "5 Stars IT Oy; Kolme Tähteä Oy"},
    {"Tilataan Ab Norrsken Oy:ltä.", "Ab Norrsken Oy"},
    {"Kumppanina on Länsi-Suomen liitto ja 9H-yhdistys.", "Länsi-Suomen liitto; 9H-yhdistys"},
    {"Kumppanina on Rantakylän Diakonissalaitoksen säätiö.", "Rantakylän Diakonissalaitoksen säätiö"},
    {"Kumppanina on Aino ja Eino Rantasen säätiö.", "Aino ja Eino Rantasen säätiö"},
    {"Kumppaneina ovat Folkhälsan ja Pelastakaa Lapset.", "Folkhälsan; Pelastakaa Lapset"},
    {"Tilat ovat Folkhälsanin talossa.", ""},
    {"Johtaja päätti, että avustus myönnetään perustettava yhdistys ry:lle.", ""},
    {"Kirje lähetetään Asumisen rahoitus- ja kehittämiskeskukselle Rantasäätiön Koti Oy:n hakemuksesta.",
     "Rantasäätiön Koti Oy"},
};

}  // namespace

TEST_CASE("organisations in the nominative") {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(organisations(facts_test::decision_of("Asia", row.text)) == row.expected);
  }
}

TEST_CASE("one organisation has one name") {
  CHECK(organisations(facts_test::decision_of("Asia", "Kumppanina on Kotirannan Tuki ry.",
                                              "Yhteistyö Kotirannan tuki ry:n kanssa jatkuu.")) ==
        "Kotirannan Tuki ry");
}

TEST_CASE("a list carries names without a legal form") {
  CHECK(organisations(facts_test::decision_of(
            "Asia", "Kumppaneita ovat Aamun Silta ry, Illan Silta ry, Vaasan pakolaisapu sekä Kotiliitto.")) ==
        "Aamun Silta ry; Illan Silta ry; Vaasan pakolaisapu; Kotiliitto");
}

TEST_CASE("a rejection covers the list below it") {
  CHECK(
      organisations(
          facts_test::decision_of(
              "Asia",
              "Avustusta ei myönnetä seuraaville hakijoille:\n- Aamun Silta ry – hakemus myöhästyi.\n- Illan Silta ry"))
          .empty());
}

TEST_CASE("members of a group are known by their lines") {
  CHECK(
      organisations(facts_test::decision_of(
          "Ryhmän asettaminen", "Jäsenet:\nAnni Aho, Aamun Silta ry\nBo Back, Kotikoulu\nCia Carp, Illan Silta ry")) ==
      "Aamun Silta ry; Kotikoulu; Illan Silta ry");
}
