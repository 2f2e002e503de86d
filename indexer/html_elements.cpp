// SPDX-License-Identifier: GPL-2.0-or-later
// Names in, kinds out.
#include "indexer/html_elements.h"

#include <array>

namespace pykala::indexer {
namespace {

struct ElementName {
  std::string_view name;
  Element kind;
};

constexpr std::array<ElementName, 58> elements{
    {{"p", Element::block},          {"div", Element::block},        {"section", Element::block},
     {"article", Element::block},    {"body", Element::block},       {"html", Element::block},
     {"head", Element::block},       {"header", Element::block},     {"table", Element::block},
     {"thead", Element::block},      {"tbody", Element::block},      {"tr", Element::block},
     {"ul", Element::block},         {"ol", Element::block},         {"dl", Element::block},
     {"dt", Element::block},         {"dd", Element::block},         {"pre", Element::block},
     {"blockquote", Element::block}, {"figure", Element::block},     {"figcaption", Element::block},
     {"caption", Element::block},    {"hr", Element::block},         {"address", Element::block},
     {"center", Element::block},     {"details", Element::block},    {"summary", Element::block},
     {"main", Element::main},        {"title", Element::title},      {"br", Element::line_break},
     {"li", Element::item},          {"td", Element::cell},          {"th", Element::cell},
     {"h1", Element::heading},       {"h2", Element::heading},       {"h3", Element::heading},
     {"h4", Element::heading},       {"h5", Element::heading},       {"h6", Element::heading},
     {"script", Element::skipped},   {"style", Element::skipped},    {"nav", Element::skipped},
     {"noscript", Element::skipped}, {"template", Element::skipped}, {"svg", Element::skipped},
     {"math", Element::skipped},     {"iframe", Element::skipped},   {"object", Element::skipped},
     {"embed", Element::skipped},    {"audio", Element::skipped},    {"video", Element::skipped},
     {"canvas", Element::skipped},   {"button", Element::skipped},   {"select", Element::skipped},
     {"textarea", Element::skipped}, {"dialog", Element::skipped},   {"footer", Element::skipped},
     {"aside", Element::skipped}}};

}  // namespace

Element element_kind(std::string_view name) {
  for (const ElementName& element : elements) {
    if (element.name == name) return element.kind;
  }
  return Element::inline_text;
}

bool is_furniture_role(std::string_view role) {
  return role == "navigation" || role == "banner" || role == "search" || role == "contentinfo" ||
         role == "complementary" || role == "dialog" || role == "alertdialog";
}

}  // namespace pykala::indexer
