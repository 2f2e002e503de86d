// SPDX-License-Identifier: GPL-2.0-or-later
// A PDF in, its text as line blocks out, read twice by pdftotext (poppler-utils) as a child process: in reading order,
// and with the page's layout kept. Which of the two parses better is the parser's to say.
#include "indexer/child_process.h"
#include "indexer/document_text.h"
#include "indexer/error.h"
#include "indexer/limits.h"
#include "indexer/readers.h"

namespace pykala::indexer {
namespace {

using schema::Error;
using schema::ErrorCode;

constexpr ChildLimits pdf_limits{schema::max_pdf_seconds, schema::max_pdf_memory, schema::max_pdf_text_bytes};

[[noreturn]] void refuse_exit(const ChildResult& result) {
  if (result.errors.find("Incorrect password") != std::string::npos) {
    throw Error(ErrorCode::bad_data, "a PDF locked with a password", "save it again without one");
  }
  throw Error(ErrorCode::bad_data, "a PDF that pdftotext cannot read", "the file is cut or damaged: fetch it again");
}

std::string pdf_text(std::string_view bytes, bool layout) {
  std::vector<std::string> command{"pdftotext", "-enc", "UTF-8", "-eol", "unix"};
  if (layout) command.emplace_back("-layout");
  command.insert(command.end(), {"-", "-"});
  const ChildResult result = run_child(command, bytes, pdf_limits);
  switch (result.end) {
    case ChildEnd::exited:
      if (result.status != 0) refuse_exit(result);
      return result.output;
    case ChildEnd::missing:
      throw Error(ErrorCode::bad_data, "a PDF, and pdftotext is not installed",
                  "install poppler-utils, then run update again");
    case ChildEnd::timed_out:
      throw Error(ErrorCode::bad_data,
                  "a PDF that takes more than " + std::to_string(schema::max_pdf_seconds) + " s to read",
                  "give it as text, or in parts");
    case ChildEnd::too_long:
      throw Error(ErrorCode::bad_data,
                  "a PDF of more than " + std::to_string(schema::max_pdf_text_bytes >> 20U) + " MiB of text",
                  "give it in parts");
    case ChildEnd::crashed:
      break;
  }
  throw Error(ErrorCode::bad_data, "a PDF at which pdftotext fell over its limits of memory or time",
              "give it as text, or in parts");
}

/// Form feeds and spaces only: pictures of pages.
bool is_scan(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

}  // namespace

ReadResult read_pdf(const Source& source) {
  try {
    const std::string plain = pdf_text(source.bytes, false);
    if (is_scan(plain)) {
      throw Error(ErrorCode::bad_data, "a PDF without text: its pages are pictures",
                  "run text recognition (OCR) on it, or give the document as text");
    }
    RawDocument document;
    document.source = source.name;
    document.blocks = text_blocks(document_text({source.name, plain, 1}));
    const std::string layout = pdf_text(source.bytes, true);
    document.other_reading = text_blocks(document_text({source.name, layout, 1}));
    return {{std::move(document)}, {}};
  } catch (const Error& error) {
    return {{}, {{source.name, error.what(), error.hint}}};
  }
}

}  // namespace pykala::indexer
