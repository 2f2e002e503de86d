// SPDX-License-Identifier: GPL-2.0-or-later
// A DOCX or ODT in, its paragraphs as one RawDocument out. Only the XML of the text itself is unpacked, up to a limit;
// pictures, macros and headers of pages are never touched.
#include "indexer/error.h"
#include "indexer/limits.h"
#include "indexer/office_xml.h"
#include "indexer/readers.h"
#include "indexer/zip_archive.h"

namespace pykala::indexer {
namespace {

using schema::Error;
using schema::ErrorCode;

std::vector<Block> office_blocks(const Source& source) {
  const auto archive =
      ZipArchive::from_bytes(std::string(source.bytes), std::make_shared<UnpackBudget>(UnpackLimits{}));
  const bool docx = archive->kind() == ZipKind::docx;
  auto text = archive->read(docx ? "word/document.xml" : "content.xml", schema::max_office_xml_bytes);
  if (!text) throw Error(ErrorCode::bad_data, "a document with no text in it", "save it again from its program");
  if (!docx) return odt_blocks(std::move(*text));
  auto styles = archive->read("word/styles.xml", schema::max_office_xml_bytes);
  return docx_blocks(std::move(*text), std::move(styles).value_or(""));
}

}  // namespace

ReadResult read_office(const Source& source) {
  try {
    RawDocument document;
    document.source = source.name;
    document.blocks = office_blocks(source);
    if (document.blocks.empty()) {
      throw Error(ErrorCode::bad_data, "a document without text", "it may hold only pictures: give it as text");
    }
    return {{std::move(document)}, {}};
  } catch (const Error& error) {
    return {{}, {{source.name, error.what(), error.hint}}};
  }
}

}  // namespace pykala::indexer
