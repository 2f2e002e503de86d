// SPDX-License-Identifier: GPL-2.0-or-later
// Sources: the files behind the SOURCE arguments, found in a fixed order and read in pieces of bounded size.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/raw_document.h"

namespace pykala::indexer {

/// One file to read.
struct SourceFile {
  std::string path;  ///< absolute, to open it; "-" for standard input
  std::string name;  ///< relative to the SOURCE argument, as shown and stored
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;  ///< since the epoch
};

/// The files of one SOURCE argument: the file itself, or every file below a folder in order of name. Hidden files and
/// folders are passed over; links to folders, and to files outside it, are not followed inside a folder (a note). What
/// cannot be read becomes a Problem. Throws Error{usage} when `argument` does not exist.
void find_sources(const std::string& argument, const std::function<void(const SourceFile&)>& found,
                  std::vector<Problem>& problems);

/// True for a folder below which there is no file that find_sources would look at: an unmounted disk looks so.
[[nodiscard]] bool is_empty_folder(const std::string& argument);

/// Throws Error{usage} when the SOURCE argument does not exist.
void check_source(const std::string& argument);

/// A piece of a document: all of it, or a run of whole lines of JSON Lines.
struct Piece {
  std::string bytes;
  std::size_t first_line = 1;
  bool last = false;   ///< nothing follows in the file; of an archive's pieces none says so
  bool first = false;  ///< of its document, and nothing was wrong with it so far
  std::string name;    ///< of the document: the file's, or "vuosi.zip/2019/17.txt"
};

/// Reads a file piece by piece, and the documents inside .gz and ZIP one after the other. JSON Lines (told by the
/// name's ending, by content, or standard input) come in runs of whole lines of about `piece_bytes`; other documents in
/// one piece of at most max_source_bytes.
class SourceReader {
 public:
  explicit SourceReader(SourceFile file);
  ~SourceReader();
  SourceReader(const SourceReader&) = delete;
  SourceReader& operator=(const SourceReader&) = delete;

  /// The next piece; nothing after the last one. Problems of reading (too large, a line too long, vanished,
  /// changed meanwhile, no permission) are added to `problems`. Nothing and no problem before the last piece: a signal
  /// ended the reading (interrupt.h).
  std::optional<Piece> next(std::vector<Problem>& problems);

  /// content_hash of everything read so far, in one number for the whole file.
  [[nodiscard]] std::string hash() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pykala::indexer
