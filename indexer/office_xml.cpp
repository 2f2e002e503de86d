// SPDX-License-Identifier: GPL-2.0-or-later
// XML in, Blocks out. pugixml makes the tree, knows no entities but XML's own and reads no DTD; the tree is walked
// without recursion, so that its depth costs nothing. Long because both formats share the walk and the paragraphs.
#include "indexer/office_xml.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <pugixml.hpp>
#include <string_view>

#include "indexer/error.h"
#include "indexer/limits.h"
#include "indexer/text_scan.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace {

using schema::Error;
using schema::ErrorCode;

constexpr std::size_t max_spaces = 100;  ///< that one <text:s> may stand for
constexpr int max_level = 6;             ///< of headings, as in HTML

/// "w:p" -> "p": the prefixes are only a custom.
std::string_view local(const char* name) {
  const std::string_view full = name;
  const auto colon = full.find(':');
  return colon == std::string_view::npos ? full : full.substr(colon + 1);
}

/// The attribute of that local name, or empty.
std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& one : node.attributes()) {
    if (local(one.name()) == name) return one.value();
  }
  return {};
}

int number(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

void load(pugi::xml_document& tree, std::string& xml) {
  constexpr unsigned options = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata;
  const pugi::xml_parse_result result = tree.load_buffer_inplace(xml.data(), xml.size(), options);
  if (!result) {
    throw Error(ErrorCode::bad_data, std::string("a document whose XML is broken: ") + result.description(),
                "save it again from its program");
  }
}

/// Calls enter(node) on the way down, which says whether to go in, and leave(node) on the way up.
template <class Visitor>
void walk(const pugi::xml_node& root, Visitor& visitor) {
  pugi::xml_node node = root.first_child();
  std::size_t depth = 1;
  while (node) {
    if (depth > schema::max_office_depth) {
      throw Error(ErrorCode::bad_data, "elements nested deeper than " + std::to_string(schema::max_office_depth),
                  "save it again from its program");
    }
    if (visitor.enter(node) && node.first_child()) {
      node = node.first_child();
      ++depth;
      continue;
    }
    visitor.leave(node);
    while (!node.next_sibling()) {
      node = node.parent();
      --depth;
      if (!node || node == root || depth == 0) return;
      visitor.leave(node);
    }
    node = node.next_sibling();
  }
}

/// What both formats share: a paragraph that grows and then becomes a block.
class Paragraphs {
 public:
  std::vector<Block> take() { return std::move(blocks_); }

 protected:
  void begin() {
    flush();
    kind_ = cells_ > 0 ? BlockKind::table_cell : items_ > 0 ? BlockKind::list_item : BlockKind::paragraph;
    level_ = 0;
  }
  void heading(int level) {
    kind_ = BlockKind::heading;
    level_ = std::clamp(level, 1, max_level);
  }
  void add(std::string_view text) { text_ += text; }
  void flush() {
    std::string clean;
    for (std::size_t at = 0; at <= text_.size();) {
      const auto end = std::min(text_.find('\n', at), text_.size());
      const std::string line = collapse_spaces(std::string_view(text_).substr(at, end - at));
      if (!line.empty()) clean += (clean.empty() ? "" : "\n") + line;
      at = end + 1;
    }
    text_.clear();
    if (!clean.empty()) push({kind_, stemmers::to_nfc(stemmers::repair_utf8(clean)), "", level_});
  }
  void page_end() {
    flush();
    push({BlockKind::page_break, "", "", 0});
  }

  int cells_ = 0, items_ = 0;
  BlockKind kind_ = BlockKind::paragraph;

 private:
  void push(Block block) {
    if (blocks_.size() >= schema::max_document_blocks) {
      throw Error(ErrorCode::bad_data, "more than " + std::to_string(schema::max_document_blocks) + " paragraphs",
                  "give each decision as a file of its own");
    }
    blocks_.push_back(std::move(block));
  }

  std::vector<Block> blocks_;
  std::string text_;
  int level_ = 0;
};

/// Levels of the paragraph styles that are headings: Word names them "heading 1" and "Title" in every language.
class StyleLevels {
 public:
  std::map<std::string, int, std::less<>> levels;

  bool enter(const pugi::xml_node& node) {
    const auto name = local(node.name());
    if (name == "style") id_ = attribute(node, "styleId");
    if (name == "name") {
      const std::string style = stemmers::to_lower(attribute(node, "val"));
      if (style == "title") levels.emplace(id_, 1);
      if (style.starts_with("heading ")) levels.emplace(id_, number(std::string_view(style).substr(8), 1));
    }
    return true;
  }
  void leave(const pugi::xml_node&) {}

 private:
  std::string id_;
};

class Docx : public Paragraphs {
 public:
  explicit Docx(const StyleLevels& styles) : styles_(styles) {}

  bool enter(const pugi::xml_node& node) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      if (in_text_) add(node.value());
      return false;
    }
    const auto name = local(node.name());
    if (name == "del" || name == "moveFrom" || name == "instrText" || name == "Fallback" || name == "delText") {
      return false;
    }
    if (name == "p") begin();
    if (name == "tc") ++cells_;
    if (name == "t") in_text_ = true;
    if (name == "tab") add("   ");
    if (name == "noBreakHyphen") add("-");
    if (name == "cr") add("\n");
    if (name == "br") attribute(node, "type") == "page" ? page_end() : add("\n");
    if (name == "numPr" && kind_ == BlockKind::paragraph) kind_ = BlockKind::list_item;
    if (name == "pStyle") {
      const auto found = styles_.levels.find(attribute(node, "val"));
      if (found != styles_.levels.end()) heading(found->second);
    }
    if (name == "outlineLvl" && number(attribute(node, "val"), 9) < 9) heading(number(attribute(node, "val"), 0) + 1);
    // The tabs of a paragraph's properties are stops, not text.
    return name != "tabs";
  }

  void leave(const pugi::xml_node& node) {
    const auto name = local(node.name());
    if (name == "p") flush();
    if (name == "tc") --cells_;
    if (name == "t") in_text_ = false;
  }

 private:
  const StyleLevels& styles_;
  bool in_text_ = false;
};

class Odt : public Paragraphs {
 public:
  bool enter(const pugi::xml_node& node) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      // A line end in the file is a space; those that count are elements.
      std::string text = node.value();
      std::replace(text.begin(), text.end(), '\n', ' ');
      if (paragraphs_ > 0) add(text);
      return false;
    }
    const auto name = local(node.name());
    if (name == "tracked-changes" || name == "note" || name == "annotation" || name == "forms" ||
        name == "sequence-decls") {
      return false;
    }
    if (name == "p" || name == "h") {
      begin();
      ++paragraphs_;
      if (name == "h") heading(number(attribute(node, "outline-level"), 1));
    }
    if (name == "table-cell") ++cells_;
    if (name == "list-item") ++items_;
    if (name == "tab") add("   ");
    if (name == "line-break") add("\n");
    if (name == "s") {
      const int count = std::max(number(attribute(node, "c"), 1), 1);
      add(std::string(std::min(static_cast<std::size_t>(count), max_spaces), ' '));
    }
    return true;
  }

  void leave(const pugi::xml_node& node) {
    const auto name = local(node.name());
    if (name == "p" || name == "h") {
      flush();
      --paragraphs_;
    }
    if (name == "table-cell") --cells_;
    if (name == "list-item") --items_;
  }

 private:
  int paragraphs_ = 0;
};

}  // namespace

std::vector<Block> docx_blocks(std::string document, std::string styles) {
  StyleLevels levels;
  if (!styles.empty()) {
    pugi::xml_document tree;
    load(tree, styles);
    walk(tree, levels);
  }
  pugi::xml_document tree;
  load(tree, document);
  Docx docx(levels);
  walk(tree, docx);
  return docx.take();
}

std::vector<Block> odt_blocks(std::string content) {
  pugi::xml_document tree;
  load(tree, content);
  Odt odt;
  walk(tree, odt);
  return odt.take();
}

}  // namespace pykala::indexer
