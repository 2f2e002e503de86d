// SPDX-License-Identifier: GPL-2.0-or-later
// What each reader makes of good and of bad input.
#include "indexer/readers.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "indexer/decision_parser.h"
#include "indexer/error.h"
#include "indexer/limits.h"

using namespace pykala;
using namespace pykala::indexer;
using namespace std::string_literals;

namespace {

Format format_of(const std::string& name, const std::string& bytes) {
  return detect_format({name, bytes, 1});
}

ReadResult read(const std::string& name, const std::string& bytes) {
  return read_source({name, bytes, 1});
}

schema::Decision only(const ReadResult& result) {
  REQUIRE(result.problems.empty());
  REQUIRE(result.documents.size() == 1);
  return parse_decision(result.documents.front());
}

}  // namespace

TEST_CASE("formats by content, then by name") {
  CHECK(format_of("a.txt", "17.05.2017\n\nPäätös") == Format::text);
  CHECK(format_of("a", "17.05.2017") == Format::text);
  CHECK(format_of("a.txt", "\n\n# Muistio\n\nteksti") == Format::markdown);
  CHECK(format_of("a.md", "teksti") == Format::markdown);
  CHECK(format_of("a.txt", "  <!DOCTYPE HTML><html><body>x") == Format::html);
  CHECK(format_of("a", "<div class=\"paatos\">x</div>") == Format::html);
  CHECK(format_of("a.dat", "{\"decisions\": []}") == Format::ahjo_json);
  CHECK(format_of("a.json", "[{\"NativeId\": \"{1}\"}]") == Format::ahjo_json);
  CHECK(format_of("a.txt", "{\"id\": \"x\", \"title\": \"t\"}\n") == Format::exchange);
  CHECK(format_of("a.jsonl", "rikki") == Format::exchange);
  CHECK(format_of("a.txt", "[1] Viite tekstin alussa") == Format::text);
  CHECK(format_of("a.txt", "") == Format::unknown);
  CHECK(format_of("a.txt", "%PDF-1.4 ...") == Format::pdf);
  CHECK(format_of("a.bin", "{\"meetings\": []}") == Format::ahjo_json);
  CHECK(format_of("a.jsonl.gz", "rikki") == Format::exchange);
  CHECK(format_of("a.txt", "a\x00\x01\x02z"s) == Format::unknown);
}

TEST_CASE("bad input is one clear row") {
  struct Row {
    const char* name;
    std::string bytes;
    const char* reason;
  };
  const Row rows[] = {
      {"empty.txt", "", "empty file"},
      {"blank.txt", " \n\n \f", "empty file"},
      {"binary.txt",
       "\x7F"
       "ELF\x00\x01"s,
       "a program file, not text"},
      {"scan.pdf", "%PDF-1.4", "PDF that pdftotext cannot read"},
      {"broken.txt", "päätös äö öä \xFF ööö", "not valid UTF-8 at byte"},
      {"long.txt", std::string(schema::max_decision_text_bytes + 1, 'a'), "text longer than 8 MiB"},
      {"lines.txt", "x" + std::string(schema::max_document_blocks + 1, '\n'), "more than 400000 lines"},
      {"deep.html",
       [] {
         std::string deep = "<html>";
         for (int i = 0; i < 1000; ++i) deep += "<div>";
         return deep + "x";
       }(),
       "nested deeper than 256"},
      {"none.html", "<html><script>x</script></html>", "HTML page without text"},
      {"deep.json", "{\"decisions\": " + std::string(100, '[') + std::string(100, ']') + "}", "nest"},
      {"types.json", "{\"decisions\": 5}", "decisions must be a list"},
      {"none.json", "{\"decisions\": []}", "no decisions in it"},
      {"cut.json", "{\"decisions\": [{\"Title\": ", "JSON"},
      {"other.json", "{\"meetings\": []}", ""},
      {"empty.jsonl", "\n\n", "empty file"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const ReadResult result = read(row.name, row.bytes);
    CHECK(result.documents.empty());
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0].source ==
          std::string(row.name).append(result.problems[0].source.substr(std::string(row.name).size())));
    CHECK_THAT(result.problems[0].reason, Catch::Contains(row.reason));
    CHECK_FALSE(result.problems[0].hint.empty());
  }
}

TEST_CASE("objects with very many keys are refused") {
  const auto object = [](std::size_t keys) {
    std::string json = "{\"decisions\": [], \"x\": {";
    for (std::size_t i = 0; i < keys; ++i) json += (i ? "," : "") + ("\"" + std::to_string(i)) + "\":0";
    return json + "}}";
  };
  CHECK(read("a.json", object(schema::max_json_keys)).problems.at(0).reason == "no decisions in it");
  CHECK_THAT(read("a.json", object(schema::max_json_keys + 1)).problems.at(0).reason, Catch::Contains("1000 keys"));
}

TEST_CASE("a source of nothing but errors ends early") {
  std::string lines;
  for (std::size_t i = 0; i < schema::max_source_problems + 5; ++i) lines += "{}x\n";
  const ReadResult result = read("a.jsonl", lines);
  CHECK(result.problems.size() == schema::max_source_problems + 1);
  CHECK_THAT(result.problems.back().reason, Catch::Contains("too many lines"));
}

TEST_CASE("hostile texts take linear time") {
  const auto repeat = [](std::string_view piece, std::size_t bytes) {
    std::string out;
    while (out.size() < bytes) out += piece;
    return out;
  };
  for (const char* piece :
       {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-\n", "a- b", "17.05.2017\n\n\n\nJohtaja\n", "17 §\n",
        "Päätös\n", "Päätös on sähköisesti allekirjoitettu\n", "\f1 (2)\n", "a \n"}) {
    INFO(piece);
    const ReadResult result = read("a.txt", repeat(piece, 1u << 17));
    REQUIRE(result.documents.size() == 1);
    try {
      const schema::Decision decision = parse_decision(result.documents[0]);
      CHECK_FALSE(decision.id.empty());
    } catch (const schema::Error& error) {
      CHECK(std::string(error.what()) == "no text and no title");  // headings and page numbers alone
    }
  }
  for (const char* piece :
       {"<p>", "<a>", "<b><i>", "</p>", "<table><tr><td>", "<!--", "&amp;", "<li>x", "<h3>Päätös</h3>"}) {
    INFO(piece);
    const ReadResult result = read("a.html", "<html>" + repeat(piece, 1u << 17));
    CHECK(result.documents.size() + result.problems.size() == 1);
  }
}

TEST_CASE("text at the limit is read") {
  std::string text = "Otsikko\n\n";
  text.append(schema::max_decision_text_bytes - text.size(), 'a');
  CHECK(only(read("a.txt", text)).title == "Otsikko");
}

TEST_CASE("one bad decision of a JSON does not stop the others") {
  const std::string json = R"({"decisions": [
    {"NativeId": "{A-1}", "Title": "Hyvä", "Section": "3", "Content": "<p>Teksti</p>"},
    {"NativeId": "{A-2}", "Title": 5, "Content": "<p>x</p>"},
    {"NativeId": "{A-3}", "Title": "Ilman tekstiä", "Content": null},
    {"NativeId": "{A-4}", "Title": "Väärä", "Content": "<p>x</p>", "Attachments": {}},
    7,
    {"NativeId": "{A-6}", "Title": "Toinen", "Section": null, "Content": "<p>Teksti</p>", "CaseID": "HEL-2021-900001"}]})";
  const ReadResult result = read("d.json", json);
  REQUIRE(result.documents.size() == 2);
  CHECK(parse_decision(result.documents[0]).id == "A-1");
  CHECK(parse_decision(result.documents[0]).section == 3);
  CHECK(parse_decision(result.documents[1]).case_number == "HEL 2021-900001");
  CHECK(result.documents[1].source == "d.json#6");
  REQUIRE(result.problems.size() == 4);
  CHECK(result.problems[0].source == "d.json#2 ({A-2})");
  CHECK(result.problems[0].reason == "Title must be a string");
  CHECK(result.problems[1].reason == "has no Content");
  CHECK(result.problems[2].reason == "Attachments must be a list");
  CHECK(result.problems[3].reason == "must be an object");
}

TEST_CASE("the JSON's own fields win over its HTML") {
  const auto d =
      only(read("d.json", R"({"decisions": [{"NativeId": "{B}", "Title": "JSON  kahdella välillä", "Section": "9",
    "CaseIDLabel": "HEL 2021-900002", "Organization": {"ID": "U540", "Name": "Kaupunkiympäristölautakunta"},
    "Meeting": {"DateMeeting": "2021-12-14T16:00:00.000"},
    "PreviousDecisions": [{"NativeId": "{C}", "Title": "Aiempi", "Section": "4", "CaseIDLabel": "HEL 2020-900001",
      "Organization": {"ID": "00400", "Name": "Kaupunginhallitus"}, "Meeting": {"DateMeeting": "2020-01-20T16:00:00.000"}}],
    "Content": "<div class='paatos'><div class='Asiapykala'>8 §</div><h1 class='AsiaOtsikko'>HTML</h1><div class='SisaltoSektio'><h3 class='SisaltoOtsikko'>Päätös</h3><p>Lautakunta päätti.</p></div></div>",
    "Motion": "<div class='esitys'><h1 class='AsiaOtsikko'>HTML</h1><h3 class='SisaltoOtsikko'>Päätösehdotus</h3><p>Lautakunta päättää.</p><h3 class='MuutoksenhakuOtsikko'>Muutoksenhaku</h3><p>Kielto</p></div>"}]})"));
  CHECK(d.title == "JSON  kahdella välillä");
  CHECK(d.section == 9);
  CHECK(d.date == "2021-12-14");
  CHECK(d.decision_maker == schema::DecisionMaker{"U540", "Kaupunkiympäristölautakunta"});
  REQUIRE(d.cites.size() == 1);
  CHECK(d.cites[0] == schema::Citation{"Kaupunginhallitus", "2020-01-20", 4, "HEL 2020-900001", "Aiempi", "C"});
  REQUIRE(d.parts.size() == 3);
  CHECK(d.parts[0].role == schema::PartRole::decision);
  CHECK(d.parts[1].role == schema::PartRole::proposal);
  CHECK(d.parts[1].text == "Lautakunta päättää.");
  CHECK(d.parts[2].role == schema::PartRole::appeal);
}

TEST_CASE("a secret decision keeps what is public") {
  const auto d = only(read("d.json", R"({"decisions": [{"NativeId": "{S}", "Title": "Lapsen asia", "Section": "1",
    "PublicityClass": "Salassa pidettävä", "Attachments": [{"Title": "Lausunto lapsesta", "AttachmentNumber": "1"}],
    "Content": "<div class='viranhaltijapaatos'><div class='Asiapykala'>1 §</div><h1 class='JulkinenOtsikko'>Sosiaaliasia</h1><p class='Julkisuus SalassapidonPerustelut'>Salassa pidettävä (JulkL)</p><p>Salainen teksti</p></div>"}]})"));
  CHECK(d.title == "Salassa pidettävä");
  CHECK(d.attachments.empty());
  for (const auto& part : d.parts) CHECK(part.text.find("Salainen") == std::string::npos);
}

TEST_CASE("a secret item says the same of itself in every format") {
  const std::string title = "Salassa pidettävä (JulkL 24.1 § 25 k)";
  const std::string html = "<div class='Asiapykala'>5 §</div><div class='AsiaOtsikko'>" + title +
                           "</div><h3 class='SisaltoOtsikko'>Päätös</h3><p>Yritys Oy saa 1 000 euroa.</p>";
  const std::string classed =
      "<div class='Asiapykala'>5 §</div><div class='AsiaOtsikko'>Lapsen asia</div><div class='Julkisuus'>" + title +
      "</div><h3 class='SisaltoOtsikko'>Päätös</h3><p>Yritys Oy saa 1 000 euroa.</p>";
  const std::string text = "5 §\n\n" + title + "\n\nPäätös\n\nYritys Oy saa 1 000 euroa.\n";
  const std::string line =
      R"({"id": "x", "title": ")" + title +
      R"(", "parts": [{"heading": "Päätös", "role": "decision", "text": "Yritys Oy saa 1 000 euroa."}],
                           "organisations": ["Yritys Oy"]})";
  std::string flat = line;
  flat.erase(std::remove(flat.begin(), flat.end(), '\n'), flat.end());
  const std::string ahjo =
      R"({"decisions": [{"NativeId": "{S}", "Title": ")" + title + R"(", "Content": ")" + html + R"("}]})";
  const std::string meeting = R"({"meetings": [{"MeetingID": "1", "Agenda": [{"AgendaPoint": "1", "AgendaItem": ")" +
                              title + R"(", "HTML": ")" + html + R"("}]}]})";
  for (const auto& [name, bytes] :
       std::vector<std::pair<std::string, std::string>>{{"a.html", "<html><body>" + html},
                                                        {"b.html", "<html><body>" + classed},
                                                        {"c.txt", text},
                                                        {"d.jsonl", flat},
                                                        {"e.json", ahjo},
                                                        {"f.json", meeting},
                                                        {"g.md", "# " + text}}) {
    INFO(name);
    const auto d = only(read(name, bytes));
    CHECK(d.title == title);
    CHECK(d.parts.empty());
    CHECK(d.organisations.empty());
  }
  // One that only has a secret attachment is public.
  const auto open =
      only(read("h.txt", "5 §\n\nAvustus\n\nPäätös\n\nMyönnettiin.\n\nLiitteet\n\n1 Hakemus\n\n" + title + "\n"));
  CHECK(open.title == "Avustus");
  CHECK(open.parts.size() == 2);
}

TEST_CASE("one bad line of JSON Lines is one problem with its number") {
  const ReadResult result = read_source(
      {"a.jsonl", "{\"id\": \"a\", \"title\": \"A\"}\n{rikki\n\n{\"id\": \"b\", \"title\": \"B\", \"nosuch\": 1}\n",
       10});
  REQUIRE(result.documents.size() == 1);
  CHECK(result.documents[0].source == "a.jsonl#10");
  REQUIRE(result.problems.size() == 2);
  CHECK(result.problems[0].source == "a.jsonl#11");
  CHECK_THAT(result.problems[0].reason, Catch::StartsWith("line 11: "));
  CHECK_THAT(result.problems[1].reason, Catch::Contains("/nosuch"));
}

TEST_CASE("stated facts of an exchange line are final") {
  const auto d = only(read(
      "a.jsonl",
      R"({"id": "x", "title": "T", "date": null, "language": "sv", "section": null, "parts": [{"heading": "Päätös", "role": "decision", "text": "Kansliapäällikkö päätti."}]})"));
  CHECK(d.language == "sv");
  CHECK_FALSE(d.date);
  CHECK(d.decision_maker == schema::DecisionMaker{"U02100VH2", "Kansliapäällikkö"});
}
