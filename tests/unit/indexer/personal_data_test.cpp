// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/personal_data.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace pykala;
using indexer::mask_personal_data;

namespace {

struct Row {
  std::string text, masked;
};

}  // namespace

TEST_CASE("identity codes, telephone numbers and private mail addresses are masked") {
  const std::vector<Row> rows{
      {"010190-123A", "***"},
      {"hakija (010190-1234), Helsinki", "hakija (***), Helsinki"},
      {"s. 311299+999y.", "s. ***."},
      {"010203A123B ja 010203Y123B", "*** ja ***"},
      {"010190–123A", "***"},
      {"puh. 09 310 1641.", "puh. ***."},
      {"puhelin 050 123 4567, virka", "puhelin ***, virka"},
      {"040-1234567", "***"},
      {"0401234567", "***"},
      {"(09) 310 1641", "***"},
      {"09\u00A0310\u00A01641", "***"},
      {"+358 9 310 1691", "***"},
      {"+358 (0)9 310 1691", "***"},
      {"+46 8 508 290 00", "***"},
      {"00358 40 1234567", "***"},
      {"p. 310 43121", "p. ***"},
      {"GSM: 310 43121 tai", "GSM: *** tai"},
      {"tfn 310 43121", "tfn ***"},
      {"050 123 4567 1.1.2020", "*** 1.1.2020"},
      {"matti.meikalainen@gmail.com", "***"},
      {"<mäki.ö@esimerkki.example>,", "<***>,"},
      {"a.b(at)posti.example.", "***."},
      {"x.y(a)posti.example, puh.", "***, puh."},
      {"x(ät)posti.example", "***"},
      {"x [at] posti.example", "***"},
      {"x (a) posti.example", "***"},
      {"x.y{at}posti.example", "***"},
      {"liisa.esimerkki at gmail.com.", "***."},
      {"liisa ät Hotmail.fi, puh.", "***, puh."},
      {"040/1234567", "***"},
      {"09/310 1641", "***"},
      {"040.123.4567", "***"},
      {"0 40 123 4567", "***"},
      {"050-123-45-67", "***"},
      {"puh. 091-405-5-36", "puh. ***"},
      {"120464 126J", "***"},
      {"120464 -126J", "***"},
      {"120464- 1264", "***"},
      {"hetu: 120464 126J, tunnus", "hetu: ***, tunnus"},
      {"puhelinnumero 0450001234", "puhelinnumero ***"},
      {"projektipäällikkö 045 000 1234", "projektipäällikkö ***"},
      {"kiinteistöhuolto, 045 000 1234", "kiinteistöhuolto, ***"},
  };
  for (const Row& row : rows) CHECK(mask_personal_data(row.text) == row.masked);
}

TEST_CASE("numbers and addresses that are nobody's own stay") {
  for (const std::string text : {"HEL 2017-005881",
                                 "published at hel.fi",
                                 "kohdassa at nuorisotalo.example",
                                 "he met at gmail.com-palvelu",
                                 "HEL 2017-005881 T 00 01 06",
                                 "luokka 02 05 01 00",
                                 "Y-tunnus 0201256-6",
                                 "1 234 567 euroa",
                                 "010190",
                                 "410190-123A",
                                 "011390-123A",
                                 "010190-123AB",
                                 "00100 Helsinki",
                                 "PL 10, 00099 HELSINGIN KAUPUNKI",
                                 "17.5.2017",
                                 "1.1.2018-31.12.2021",
                                 "2017-05-17",
                                 "050 123,50 euroa",
                                 "sivu p. 12",
                                 "s. 2020",
                                 "0,5",
                                 "050",
                                 "kirjaamo@hel.fi",
                                 "etunimi.sukunimi@edu.hel.fi",
                                 "neuvonta@stea.fi",
                                 "a@b",
                                 "@gmail.com",
                                 "12.050 1234567 kpl",
                                 "FI21 1234 5600 0007 85",
                                 "xhel@",
                                 "§ 05",
                                 "Kiinteistö 091-405-5-36",
                                 "tontti 049-023-0045-0003",
                                 "projektinumero 0450001234",
                                 "projektin numero 0450001234",
                                 "Projektinumero: 0450001234",
                                 "kustannuspaikka 0912345 ja 0405060",
                                 "kustannuspaikalta 0912345, 0405060 sekä 0405061",
                                 "kostnadsställe 0912345",
                                 "laskunumero 0401234567",
                                 "01.02.2020/12",
                                 "040/2019",
                                 "0405/12345",
                                 "01.01.2020",
                                 "120464 1264",
                                 "120464 1264J",
                                 "kohta (a) 1.2",
                                 "liite (a) ja (b)",
                                 "etunimi.sukunimi(a)hel.fi",
                                 "kirjaamo [at] stea.fi",
                                 ""}) {
    CHECK(mask_personal_data(std::string_view(text)) == text);
  }
}

TEST_CASE("a long run costs linear time and nothing is read past the end") {
  for (const std::string unit : {"0", "0 ", "a.", "1-", "+", "(", "@", "a@", "010190-", "p. 1", "\xC3\xA4"}) {
    std::string text;
    while (text.size() < 200'000) text += unit;
    CHECK(mask_personal_data(std::string_view(text)).size() <= 2 * text.size());
  }
}

TEST_CASE("every text of a decision is masked") {
  const std::string secret = "050 123 4567";
  schema::Decision d;
  d.title = secret;
  d.parts = {{secret, schema::PartRole::contact, secret}};
  d.funders = {{"STEA", schema::FunderRelation::funds, secret}};
  d.amounts = {{100, "EUR", schema::AmountRole::grant, std::nullopt, secret}};
  d.attachments = {{1, secret}};
  d.cites.push_back({});
  d.cites[0].title = secret;
  mask_personal_data(d);
  for (const std::string& text : {*d.title, *d.parts[0].heading, d.parts[0].text, d.funders[0].quote,
                                  d.amounts[0].quote, d.attachments[0].title, *d.cites[0].title}) {
    CHECK(text == indexer::mask_text);
  }
}
