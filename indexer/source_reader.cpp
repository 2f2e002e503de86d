// SPDX-License-Identifier: GPL-2.0-or-later
// Reads one file in pieces of bounded size, whatever is in it. In: a SourceFile; out: pieces and a hash of all bytes.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "indexer/interrupt.h"
#include "indexer/limits.h"
#include "indexer/sources.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t piece_bytes = 1u << 20;
constexpr std::size_t read_bytes = 1u << 16;

bool is_json_lines(const SourceFile& file) {
  return file.path == "-" || file.name.ends_with(".jsonl") || file.name.ends_with(".ndjson");
}

}  // namespace

struct SourceReader::Impl {
  explicit Impl(SourceFile source) : file(std::move(source)), hash_state(XXH3_createState()) {
    XXH3_128bits_reset(hash_state);
  }
  ~Impl() {
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
  bool ended = false;
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
      return true;
    }
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
    if (!is_json_lines(file) && status.st_size > static_cast<off_t>(schema::max_source_bytes)) {
      too_large(problems);
      return false;
    }
    return true;
  }

  void too_large(std::vector<Problem>& problems) {
    fail(problems, "is larger than " + std::to_string(schema::max_source_bytes >> 20) + " MiB",
         "split it, or feed it as JSON Lines (.jsonl)");
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

  /// Appends what the file gives to `rest`; false at its end or on an error (then `ended`).
  bool fill(std::vector<Problem>& problems) {
    const std::size_t before = rest.size();
    rest.resize(before + read_bytes);
    ssize_t got = 0;
    do {
      got = ::read(descriptor, rest.data() + before, read_bytes);
    } while (got < 0 && errno == EINTR && interrupted() == 0);
    rest.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0 && errno == EINTR) {
      ended = true;
    } else if (got < 0)
      fail(problems, std::string("reading failed: ") + std::strerror(errno), "check the disk, run update again");
    if (got <= 0) return false;
    XXH3_128bits_update(hash_state, rest.data() + before, static_cast<std::size_t>(got));
    return true;
  }

  std::optional<Piece> whole(std::vector<Problem>& problems) {
    while (fill(problems)) {
      if (rest.size() > schema::max_source_bytes) {
        too_large(problems);
        return std::nullopt;
      }
    }
    if (ended || changed_while_read(problems)) return std::nullopt;
    ended = true;
    return Piece{std::move(rest), 1, true};
  }

  /// Drops the rest of a line that is too long. False when the file ended inside it.
  bool skip_line(std::vector<Problem>& problems) {
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
      if (!fill(problems)) return false;
    }
  }

  std::optional<Piece> lines(std::vector<Problem>& problems) {
    bool more = true;
    while (true) {
      if (skipping && !skip_line(problems)) {
        ended = true;
        return Piece{{}, next_line, true};
      }
      while (more && rest.size() < piece_bytes) more = fill(problems);
      if (!more) {
        if (ended) return std::nullopt;  // an error of reading, told already
        changed_while_read(problems);    // its lines are whole; the file is read again next time
        ended = true;
        return Piece{std::move(rest), next_line, true};
      }
      const auto newline = std::string_view(rest).substr(searched).rfind('\n');
      if (newline != std::string_view::npos) {
        const std::size_t end = searched + newline + 1;
        Piece piece{rest.substr(0, end), next_line, false};
        rest.erase(0, end);
        searched = rest.size();
        next_line += static_cast<std::size_t>(std::count(piece.bytes.begin(), piece.bytes.end(), '\n'));
        return piece;
      }
      searched = rest.size();
      if (rest.size() > schema::max_line_bytes) {
        problems.push_back({file.name + "#" + std::to_string(next_line),
                            "line is longer than " + std::to_string(schema::max_line_bytes >> 20) + " MiB",
                            "one decision stands on one line"});
        skipping = true;
      } else {
        more = fill(problems);
      }
    }
  }
};

SourceReader::SourceReader(SourceFile file) : impl_(std::make_unique<Impl>(std::move(file))) {}
SourceReader::~SourceReader() = default;

std::optional<Piece> SourceReader::next(std::vector<Problem>& problems) {
  if (impl_->ended) return std::nullopt;
  if (!impl_->opened && !impl_->open(problems)) return std::nullopt;
  return is_json_lines(impl_->file) ? impl_->lines(problems) : impl_->whole(problems);
}

std::string SourceReader::hash() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(impl_->hash_state);
  char text[33];
  std::snprintf(text, sizeof text, "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return text;
}

}  // namespace pykala::indexer
