// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_blocks.h"

#include <catch2/catch.hpp>

#include "indexer/error.h"
#include "indexer/limits.h"

using namespace pykala;
using namespace pykala::indexer;

namespace {

std::string flat(std::string_view html) {
  std::string out;
  for (const Block& block : html_blocks(html)) {
    const char* kinds[] = {"line", "page", "h", "p", "li", "td"};
    out += std::string(kinds[static_cast<int>(block.kind)]) + (block.level ? std::to_string(block.level) : "") + "[" +
           block.html_class + "]" + block.text + "|";
  }
  return out;
}

}  // namespace

TEST_CASE("blocks of HTML") {
  CHECK(flat("<p>a <b>b</b>\n c</p><p>d</p>") == "p[]a b c|p[]d|");
  CHECK(flat("<p>nimi, puhelin<div>posti</div></p>") == "p[]nimi, puhelin|p[]posti|");
  CHECK(flat("<div class='A'><p>x</p><h3 class='B'>y</h3></div>") == "p[A]x|h3[B]y|");
  CHECK(flat("<ul><li><div>a</div></li><li>b</li></ul>") == "li[]a|li[]b|");
  CHECK(flat("<table><tr><th>x</th><td><div>y</div><div>z</div></td></tr></table>") == "td[]x|td[]y|td[]z|");
  CHECK(flat("<p>a<br>b<br/>c</p>") == "p[]a\nb\nc|");
  CHECK(flat("<script>var a = '<p>x</p>';</script><style>p{}</style><nav><p>n</p></nav><p>x</p>") == "p[]x|");
  CHECK(flat("<p>5 &lt; 6 &amp; &euro; &auml;&nbsp;&#228;</p>") == "p[]5 < 6 & € ä ä|");
  CHECK(flat("<p>päätös §</p>") == "p[]päätös §|");
  CHECK(flat("<html><head><meta charset='iso-8859-1'></head><p>päätös</p>") == "p[]päätös|");
}

TEST_CASE("a page's main part and its title") {
  CHECK(flat("<p>valikko</p><main><p>teksti</p></main><p>pohja</p>") == "p[]teksti|");
  CHECK(flat("<head><title>Otsikko | Sivusto</title></head><p>x</p>") == "h1[]Otsikko|p[]x|");
  CHECK(flat("<head><title>Otsikko</title></head><h1>Toinen</h1>") == "h1[]Toinen|");
}

TEST_CASE("navigation of a saved page") {
  CHECK(flat("<div role='navigation'><p>n</p></div><span role='search'>haku</span><p>x</p>") == "p[]x|");
  // Menus made of plain elements: nothing but links, before the first heading.
  const std::string menu =
      "<div><a href='/'>Etusivu</a></div><ul><li><a>Asiointi</a> </li><li><a>Svenska</a></li></ul>";
  CHECK(flat(menu + "<h1>Avustus</h1><p>x <a>y</a></p>") == "h1[]Avustus|p[]x y|");
  CHECK(flat("<p>Kuulutus <a>1</a></p>" + menu + "<h1>Avustus</h1>") == "p[]Kuulutus 1|h1[]Avustus|");
  // Links after the heading are the decision's own, as its attachments.
  CHECK(flat("<h1>Avustus</h1><ul><li><a>Liite 1</a></li></ul>") == "h1[]Avustus|li[]Liite 1|");
  CHECK(flat("<p><a>Päätös</a></p>") == "p[]Päätös|");
}

TEST_CASE("entities of a document are not expanded") {
  const auto text = flat("<!DOCTYPE html [<!ENTITY a 'xxxx'><!ENTITY f SYSTEM 'file:///etc/passwd'>]><p>&a;&f;.</p>");
  CHECK(text.find("xxxx") == std::string::npos);
  CHECK(text.find("root") == std::string::npos);
}

TEST_CASE("limits of HTML") {
  const auto nested = [](std::size_t depth) {
    std::string html;
    for (std::size_t i = 0; i < depth; ++i) html += "<div>";
    return html + "x";
  };
  CHECK_NOTHROW(html_blocks(nested(schema::max_html_depth - 10)));
  CHECK_THROWS_AS(html_blocks(nested(schema::max_html_depth + 10)), schema::Error);
  CHECK_THROWS_AS(html_blocks("<p>" + std::string(schema::max_decision_text_bytes + 1, 'a')), schema::Error);
}
