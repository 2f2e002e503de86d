// SPDX-License-Identifier: GPL-2.0-or-later
// The events of libxml2's HTML parser in, Blocks out. A stack of open elements says what a text belongs to. The parser
// closes <p> before <div>, as browsers do, so the data's <p>...<div> comes as two blocks. Long because the calls of the
// parser and what they build belong together.
#include "indexer/html_blocks.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "indexer/error.h"
#include "indexer/html_elements.h"
#include "indexer/html_tags.h"
#include "indexer/limits.h"
#include "indexer/reading_time.h"
#include "indexer/text_scan.h"

namespace pykala::indexer {
namespace {

using schema::Error;
using schema::ErrorCode;

struct OpenElement {
  std::string name;
  Element kind = Element::inline_text;
  std::string html_class;  ///< own class, else that of the nearest ancestor with one
};

/// What the parser's calls build. An error inside a C callback is kept and thrown after the parser returns.
class Builder {
 public:
  void set_parser(xmlParserCtxtPtr parser) { parser_ = parser; }

  void open(std::string_view name, const xmlChar** attributes) {
    const Element kind = element_kind(name);
    if ((++elements_ & 0xFFFU) == 0 && ReadingTime::is_over()) fail("takes too long to read");
    if (++depth_ > schema::max_html_depth) {
      fail("HTML elements nested deeper than " + std::to_string(schema::max_html_depth));
      xmlStopParser(parser_);  // what is that deep costs the library more and more
    }
    if (error_) return;
    if (kind == Element::line_break) {
      text_ += '\n';
      return;
    }
    if (kind != Element::inline_text) flush();
    if (kind == Element::skipped) ++skipped_;
    if (kind == Element::main) {
      ++main_;
      has_main_ = true;
    }
    if (name == "a") ++links_;
    OpenElement element{std::string(name), kind, stack_.empty() ? std::string() : stack_.back().html_class};
    for (auto at = attributes; at != nullptr && at[0] != nullptr; at += 2) {
      const std::string_view attribute = reinterpret_cast<const char*>(at[0]);
      if (at[1] == nullptr) continue;
      if (attribute == "role" && kind != Element::skipped && kind != Element::main &&
          is_furniture_role(reinterpret_cast<const char*>(at[1]))) {
        flush();
        element.kind = Element::skipped;
        ++skipped_;
      }
      if (attribute != "class") continue;
      std::string own = collapse_spaces(reinterpret_cast<const char*>(at[1]));
      if (!own.empty() && own.size() <= max_class_bytes) element.html_class = std::move(own);
    }
    stack_.push_back(std::move(element));
  }

  void close(std::string_view name) {
    if (depth_ > 0) --depth_;
    // The parser closes in order; a stray end tag closes nothing.
    const auto found = std::find_if(stack_.rbegin(), stack_.rend(), [&](const auto& e) { return e.name == name; });
    if (found == stack_.rend()) return;
    const auto keep = static_cast<std::size_t>(stack_.rend() - found) - 1;
    while (stack_.size() > keep) {
      const Element kind = stack_.back().kind;
      if (kind != Element::inline_text) flush();
      if (kind == Element::skipped) --skipped_;
      if (kind == Element::main) --main_;
      if (stack_.back().name == "a") --links_;
      stack_.pop_back();
    }
  }

  void add_text(std::string_view text) {
    if (skipped_ > 0 || error_) return;
    total_ += text.size();
    if (total_ > schema::max_decision_text_bytes) {
      fail("text longer than " + std::to_string(schema::max_decision_text_bytes >> 20U) + " MiB");
      return;
    }
    for (const char c : text) text_ += c == '\n' || c == '\t' || c == '\f' ? ' ' : c;
    plain_text_ = plain_text_ || (links_ == 0 && !collapse_spaces(text).empty());
  }

  void fail(std::string what) {
    if (!error_) error_ = std::move(what);
  }

  std::vector<Block> finish() {
    flush();
    if (error_) throw Error(ErrorCode::bad_data, *error_, "give each decision as a page of its own");
    if (has_main_) std::erase_if(blocks_, [](const Placed& b) { return !b.in_main; });
    drop_menu();
    std::vector<Block> out;
    const bool titled = std::any_of(blocks_.begin(), blocks_.end(), [](const Placed& placed) {
      return placed.block.kind == BlockKind::heading && placed.block.level == 1;
    });
    if (!titled && !title_.empty()) out.push_back({BlockKind::heading, title_, "", 1});
    for (Placed& placed : blocks_) out.push_back(std::move(placed.block));
    return out;
  }

 private:
  struct Placed {
    Block block;
    bool in_main = false;
    bool all_links = false;
  };
  static constexpr std::size_t max_class_bytes = 200;

  /// Blocks that are nothing but links and stand before the first heading are a site's menu, made of plain <div>s.
  void drop_menu() {
    const auto heading = std::find_if(blocks_.begin(), blocks_.end(),
                                      [](const Placed& b) { return b.block.kind == BlockKind::heading; });
    if (heading == blocks_.end()) return;
    blocks_.erase(std::remove_if(blocks_.begin(), heading, [](const Placed& b) { return b.all_links; }), heading);
  }

  /// The innermost element that says what a text is: <li><div>x</div></li> is a list item.
  Block shape() const {
    Block block{BlockKind::paragraph, "", stack_.empty() ? std::string() : stack_.back().html_class, 0};
    for (auto element = stack_.rbegin(); element != stack_.rend(); ++element) {
      if (element->kind == Element::heading) {
        block.kind = BlockKind::heading;
        block.level = element->name[1] - '0';
      } else if (element->kind == Element::item) {
        block.kind = BlockKind::list_item;
      } else if (element->kind == Element::cell) {
        block.kind = BlockKind::table_cell;
      } else {
        continue;
      }
      break;
    }
    return block;
  }

  void flush() {
    const std::string text = clean(text_);
    text_.clear();
    const bool all_links = !std::exchange(plain_text_, false);
    if (text.empty() || skipped_ > 0) return;
    const bool in_title = std::any_of(stack_.begin(), stack_.end(), [](auto& e) { return e.kind == Element::title; });
    if (in_title) {
      // "Päätös | Helsingin kaupunki": the site's name is not the document's.
      if (title_.empty()) title_ = std::string(trim(std::string_view(text).substr(0, text.find(" | "))));
      return;
    }
    if (blocks_.size() >= schema::max_document_blocks) {
      fail("more than " + std::to_string(schema::max_document_blocks) + " paragraphs");
      return;
    }
    Block block = shape();
    block.text = block.kind == BlockKind::heading ? collapse_spaces(text) : text;
    blocks_.push_back({std::move(block), main_ > 0, all_links});
  }

  /// Spaces collapsed line by line; the lines are those of <br>.
  static std::string clean(std::string_view text) {
    std::string out;
    for (std::size_t begin = 0; begin <= text.size();) {
      const auto end = std::min(text.find('\n', begin), text.size());
      const std::string line = collapse_spaces(text.substr(begin, end - begin));
      if (!line.empty()) out += (out.empty() ? "" : "\n") + line;
      begin = end + 1;
    }
    return out;
  }

  xmlParserCtxtPtr parser_ = nullptr;
  std::vector<OpenElement> stack_;
  std::vector<Placed> blocks_;
  std::string text_, title_;
  std::size_t total_ = 0, elements_ = 0, depth_ = 0;
  int skipped_ = 0, main_ = 0, links_ = 0;
  bool plain_text_ = false;  ///< what was read since the last block has text outside links
  bool has_main_ = false;
  std::optional<std::string> error_;
};

std::string_view view(const xmlChar* text) {
  return reinterpret_cast<const char*>(text);
}

/// Nothing may be thrown through the C of the library: what is underway there would leak.
template <class Call>
void guard(void* user, Call call) {
  auto& builder = *static_cast<Builder*>(user);
  try {
    call(builder);
  } catch (const Error& error) {
    builder.fail(error.what());
  }
}

void on_open(void* user, const xmlChar* name, const xmlChar** attributes) {
  guard(user, [&](Builder& builder) { builder.open(view(name), attributes); });
}

void on_close(void* user, const xmlChar* name) {
  guard(user, [&](Builder& builder) { builder.close(view(name)); });
}

void on_text(void* user, const xmlChar* text, int length) {
  guard(user, [&](Builder& builder) { builder.add_text(view(text).substr(0, static_cast<std::size_t>(length))); });
}

struct FreeParser {
  void operator()(xmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

}  // namespace

std::vector<Block> html_blocks(std::string_view html) {
  if (html.empty()) return {};
  if (most_attributes(html) > schema::max_html_attributes) {
    throw Error(ErrorCode::bad_data,
                "an HTML element with more than " + std::to_string(schema::max_html_attributes) + " attributes",
                "no page has such elements: save it again from the browser");
  }
  // The library makes its own locks at first use; by two threads at once it makes them twice.
  [[maybe_unused]] static const bool initialised = (xmlInitParser(), true);
  const std::unique_ptr<xmlParserCtxt, FreeParser> parser(
      htmlCreateMemoryParserCtxt(html.data(), static_cast<int>(html.size())));
  if (!parser) throw Error(ErrorCode::unavailable, "no memory for the HTML parser");
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                       HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOBLANKS);
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);

  Builder builder;
  builder.set_parser(parser.get());
  *parser->sax = xmlSAXHandler{};
  parser->sax->startElement = on_open;
  parser->sax->endElement = on_close;
  parser->sax->characters = on_text;
  parser->sax->ignorableWhitespace = on_text;
  parser->sax->cdataBlock = nullptr;  // script and style
  parser->userData = &builder;
  htmlParseDocument(parser.get());
  return builder.finish();
}

}  // namespace pykala::indexer
