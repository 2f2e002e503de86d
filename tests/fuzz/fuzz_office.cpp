// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as the XML inside a DOCX and inside an ODT, and as a DOCX's styles.
#include "indexer/office_xml.h"

#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pykala;
  const std::string xml(fuzz::view(data, size));
  for (const int way : {0, 1, 2}) {
    try {
      indexer::RawDocument document;
      document.source = "input";
      document.blocks = way == 0   ? indexer::docx_blocks(xml, "")
                        : way == 1 ? indexer::odt_blocks(xml)
                                   : indexer::docx_blocks("<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr></w:p>", xml);
      for (const indexer::Block& block : document.blocks) fuzz::require(stemmers::is_valid_utf8(block.text));
      fuzz::check_decision(document);
    } catch (const schema::Error& error) {
      fuzz::require(!error.hint.empty());
    }
  }
  return 0;
}
