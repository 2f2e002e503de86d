// SPDX-License-Identifier: GPL-2.0-or-later
// Reads one file in pieces of bounded size, whatever is in it. In: a SourceFile; out: pieces and a hash of all bytes.
// Long because the state of one reading (file, document in it, line) is read together.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "indexer/error.h"
#include "indexer/file_stream.h"
#include "indexer/limits.h"
#include "indexer/readers.h"
#include "indexer/sources.h"
#include "indexer/unpacker.h"

namespace pykala::indexer {
namespace {

using schema::Error;
using schema::ErrorCode;

constexpr std::size_t piece_bytes = 1u << 20;
constexpr std::size_t read_bytes = 1u << 16;

bool is_json_lines(const PackedDocument& document, bool standard_input) {
  return standard_input || is_exchange({document.name, document.head});
}

}  // namespace

struct SourceReader::Impl {
  explicit Impl(SourceFile source) : file(std::move(source)), hash_state(XXH3_createState()) {
    XXH3_128bits_reset(hash_state);
  }
  ~Impl() {
    unpacker.reset();
    XXH3_freeState(hash_state);
    if (descriptor > 0) ::close(descriptor);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  SourceFile file;
  XXH3_state_t* hash_state;
  int descriptor = -1;
  struct stat status {};  ///< of the open file, when it was opened
  bool opened = false;
  bool ended = false;  ///< the file has no more documents
  std::optional<Unpacker> unpacker;

  // The document that is being read.
  std::string name;
  std::unique_ptr<ByteStream> stream;  ///< nullptr at its end
  bool in_document = false, by_lines = false, told = false;
  bool first = true;          ///< no piece of it has been given out
  bool skipping = false;      ///< inside a line that is too long
  std::size_t next_line = 1;  ///< number of the line that `rest` begins with
  std::string rest;           ///< read but not given out
  std::size_t searched = 0;   ///< bytes of `rest` without a newline, so that a long line is looked through once

  void fail(std::vector<Problem>& problems, const std::string& reason, const std::string& hint) {
    problems.push_back({file.name, reason, hint});
    ended = true;
  }

  bool open(std::vector<Problem>& problems) {
    opened = true;
    if (file.path == "-") {
      descriptor = STDIN_FILENO;
    } else {
      // O_NONBLOCK: a FIFO put in the file's place since it was found must not block.
      descriptor = ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
      if (descriptor < 0 || ::fstat(descriptor, &status) != 0) {
        fail(problems, std::string("cannot read: ") + std::strerror(errno),
             errno == ENOENT ? "the file vanished while reading; run update again" : "check the permissions");
        return false;
      }
      if (!S_ISREG(status.st_mode)) {
        fail(problems, "is no longer a file", "run update again");
        return false;
      }
    }
    unpacker.emplace(
        file.name,
        std::make_unique<FileStream>(
            descriptor, [this](const char* bytes, std::size_t size) { XXH3_128bits_update(hash_state, bytes, size); }),
        file.path == "-" ? -1 : descriptor);
    return true;
  }

  /// Half an old file and half a new one is neither: true (and told) when it changed since it was opened.
  bool changed_while_read(std::vector<Problem>& problems) {
    struct stat now {};
    if (file.path == "-" || ::fstat(descriptor, &now) != 0) return false;
    if (now.st_size == status.st_size && now.st_mtim.tv_sec == status.st_mtim.tv_sec &&
        now.st_mtim.tv_nsec == status.st_mtim.tv_nsec) {
      return false;
    }
    fail(problems, "changed while it was read", "run update again when it is complete");
    return true;
  }

  bool next_document(std::vector<Problem>& problems) {
    auto document = unpacker->next(problems);
    if (!document) {
      if (unpacker->unpacked()) changed_while_read(problems);
      ended = true;
      return false;
    }
    by_lines = is_json_lines(*document, file.path == "-" && !unpacker->unpacked());
    name = std::move(document->name);
    rest = std::move(document->head);
    stream = std::move(document->rest);
    in_document = first = true;
    told = skipping = false;
    next_line = 1;
    searched = 0;
    return true;
  }

  /// Appends what the document gives to `rest`; false at its end.
  bool fill() {
    if (!stream) return false;
    const std::size_t before = rest.size();
    rest.resize(before + read_bytes);
    std::size_t got = 0;
    try {
      got = stream->read(rest.data() + before, read_bytes);
    } catch (const Error&) {
      rest.resize(before);
      stream.reset();
      throw;
    }
    rest.resize(before + got);
    if (got == 0) stream.reset();
    return got > 0;
  }

  /// A piece of this document, which ends with it where `end`.
  Piece give(std::string bytes, bool end) {
    Piece piece{std::move(bytes), next_line, end && !unpacker->unpacked(), first && !told, name};
    first = false;
    if (end) {
      in_document = false;
      ended = piece.last;
    }
    return piece;
  }

  void tell(std::vector<Problem>& problems, const Problem& problem) {
    problems.push_back(problem);
    told = true;
  }

  std::optional<Piece> whole(std::vector<Problem>& problems) {
    while (fill()) {
      if (rest.size() > schema::max_source_bytes) {
        tell(problems, {name, "is larger than " + std::to_string(schema::max_source_bytes >> 20) + " MiB",
                        "split it, or feed it as JSON Lines (.jsonl)"});
        in_document = false;
        ended = !unpacker->unpacked();
        return std::nullopt;
      }
    }
    if (!unpacker->unpacked() && changed_while_read(problems)) return std::nullopt;
    return give(std::move(rest), true);
  }

  /// Drops the rest of a line that is too long. False when the file ended inside it.
  bool skip_line() {
    while (true) {
      const auto newline = rest.find('\n');
      if (newline != std::string::npos) {
        rest.erase(0, newline + 1);
        searched = 0;
        ++next_line;
        skipping = false;
        return true;
      }
      rest.clear();
      searched = 0;
      if (!fill()) return false;
    }
  }

  std::optional<Piece> lines(std::vector<Problem>& problems) {
    bool more = true;
    while (true) {
      if (skipping && !skip_line()) return give({}, true);
      while (more && rest.size() < piece_bytes) more = fill();
      if (!more) {
        if (!unpacker->unpacked()) changed_while_read(problems);  // its lines are whole; it is read again next time
        return give(std::move(rest), true);
      }
      const auto newline = std::string_view(rest).substr(searched).rfind('\n');
      if (newline != std::string_view::npos) {
        const std::size_t end = searched + newline + 1;
        Piece piece = give(rest.substr(0, end), false);
        rest.erase(0, end);
        searched = rest.size();
        next_line += static_cast<std::size_t>(std::count(piece.bytes.begin(), piece.bytes.end(), '\n'));
        return piece;
      }
      searched = rest.size();
      if (rest.size() > schema::max_line_bytes) {
        tell(problems, {name + "#" + std::to_string(next_line),
                        "line is longer than " + std::to_string(schema::max_line_bytes >> 20) + " MiB",
                        "one decision stands on one line"});
        skipping = true;
      } else {
        more = fill();
      }
    }
  }

  /// The next piece of this document; an error of its container ends it.
  std::optional<Piece> piece(std::vector<Problem>& problems) {
    try {
      return by_lines ? lines(problems) : whole(problems);
    } catch (const Error& error) {
      if (error.code == ErrorCode::io) throw;
      tell(problems, {name, error.what(), error.hint});
      in_document = false;
      return std::nullopt;
    }
  }
};

SourceReader::SourceReader(SourceFile file) : impl_(std::make_unique<Impl>(std::move(file))) {}
SourceReader::~SourceReader() = default;

std::optional<Piece> SourceReader::next(std::vector<Problem>& problems) {
  if (!impl_->opened && !impl_->open(problems)) return std::nullopt;
  try {
    while (!impl_->ended) {
      if (!impl_->in_document && !impl_->next_document(problems)) break;
      if (auto piece = impl_->piece(problems)) return piece;
    }
  } catch (const Error& error) {
    impl_->fail(problems, error.what(), error.hint);
  }
  return std::nullopt;
}

std::string SourceReader::hash() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(impl_->hash_state);
  char text[33];
  std::snprintf(text, sizeof text, "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return text;
}

}  // namespace pykala::indexer
