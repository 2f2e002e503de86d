// SPDX-License-Identifier: GPL-2.0-or-later
// A file in, the documents inside it out. What a file is, its first bytes say. Names of entries are only shown and
// stored, never opened; one that leads out of its archive is refused all the same, for its id would be another file's.
#include "indexer/unpacker.h"

#include <algorithm>

#include "indexer/gzip_stream.h"
#include "indexer/zip_archive.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace {

using schema::Error;
using schema::ErrorCode;

/// Appends up to `limit` bytes of `stream` to `out`; false when there is more.
bool read_up_to(ByteStream* stream, std::string& out, std::size_t limit) {
  char buffer[1u << 15U];  // not the end of `out`, which would be filled with zeros first
  while (stream != nullptr) {
    const std::size_t before = out.size();
    if (before > limit) return false;
    const std::size_t got = stream->read(buffer, std::min(sizeof buffer, limit + 1 - before));
    out.append(buffer, got);
    if (got == 0) return true;
  }
  return true;
}

void skip_rest(ByteStream& stream) {
  char buffer[1u << 15U];
  while (stream.read(buffer, sizeof buffer) > 0) {
  }
}

/// "a/../../b", "/etc/passwd", "C:/x".
bool leads_out(std::string_view name) {
  if (name.starts_with('/') || (name.size() > 1 && name[1] == ':')) return true;
  for (std::size_t begin = 0; begin <= name.size();) {
    const auto end = std::min(name.find('/', begin), name.size());
    if (name.substr(begin, end - begin) == "..") return true;
    begin = end + 1;
  }
  return false;
}

/// As in folders: what begins with a point is passed over, and what macOS adds to its archives.
bool is_hidden(std::string_view name) {
  return name.starts_with('.') || name.find("/.") != std::string_view::npos || name.starts_with("__MACOSX/");
}

std::string shown(const std::string& name) {
  std::string out = stemmers::repair_utf8(name);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
  return stemmers::to_nfc(out);
}

}  // namespace

Unpacker::Unpacker(std::string name, std::unique_ptr<ByteStream> file, int descriptor, const UnpackLimits& limits)
    : file_(PackedDocument{std::move(name), {}, std::move(file)}),
      descriptor_(descriptor),
      budget_(std::make_shared<UnpackBudget>(limits)) {}
Unpacker::~Unpacker() = default;

std::optional<PackedDocument> Unpacker::next(std::vector<Problem>& problems) {
  if (file_) {
    PackedDocument document = std::move(*file_);
    file_.reset();
    const std::string name = document.name;
    try {
      if (auto opened = open(std::move(document), 0)) return opened;
    } catch (const Error& error) {
      if (error.code == ErrorCode::io) throw;
      problems.push_back({name, error.what(), error.hint});
    }
  }
  while (!archives_.empty()) {
    if (auto document = next_entry(problems)) return document;
  }
  return std::nullopt;
}

std::optional<PackedDocument> Unpacker::open(PackedDocument document, std::size_t depth) {
  while (true) {
    const bool more = !read_up_to(document.rest.get(), document.head, head_bytes);
    if (!more) document.rest.reset();
    if (is_zip(document.head)) return open_zip(std::move(document), depth);
    if (!is_gzip(document.head)) return document;
    if (depth++ == budget_->limits().depth) {
      throw Error(ErrorCode::bad_data, "is packed more than " + std::to_string(budget_->limits().depth) + " times",
                  "unpack it first");
    }
    unpacked_ = true;
    document = {document.name, {}, open_gzip(std::move(document.rest), std::move(document.head), budget_)};
  }
}

std::optional<PackedDocument> Unpacker::open_zip(PackedDocument document, std::size_t depth) {
  std::shared_ptr<ZipArchive> archive;
  const bool in_memory = read_up_to(document.rest.get(), document.head, schema::max_source_bytes);
  if (in_memory) {
    document.rest.reset();
    archive = ZipArchive::from_bytes(std::move(document.head), budget_);
  } else {
    const std::string limit = std::to_string(schema::max_source_bytes >> 20U) + " MiB";
    if (depth > 0 || descriptor_ < 0) {
      throw Error(ErrorCode::bad_data, "a ZIP archive larger than " + limit + " inside another file or a pipe",
                  "give it as a file of its own");
    }
    document.head = {};
    skip_rest(*document.rest);  // so that whoever watches the file's bytes has seen all of them
    archive = ZipArchive::from_descriptor(descriptor_, budget_);
  }
  if (archive->kind() != ZipKind::archive) {
    if (!in_memory) throw Error(ErrorCode::bad_data, "a document larger than 64 MiB", "give it as PDF or text");
    return PackedDocument{document.name, archive->take_bytes(), nullptr};
  }
  if (depth == budget_->limits().depth) {
    throw Error(ErrorCode::bad_data, "is packed more than " + std::to_string(budget_->limits().depth) + " times",
                "unpack it first");
  }
  unpacked_ = true;
  if (archive->size() == 0) throw Error(ErrorCode::bad_data, "ZIP archive with nothing in it", "pack it again");
  archives_.push_back({document.name, std::move(archive), depth + 1, 0});
  return std::nullopt;
}

std::optional<PackedDocument> Unpacker::next_entry(std::vector<Problem>& problems) {
  OpenArchive& current = archives_.back();
  if (current.next == current.archive->size() || budget_->is_spent()) {
    archives_.pop_back();
    return std::nullopt;
  }
  const std::shared_ptr<ZipArchive> archive = current.archive;
  const std::size_t index = current.next++;
  std::string name = current.name + "#" + std::to_string(index + 1);
  try {
    const ZipEntry entry = archive->entry(index);
    if (entry.name.ends_with('/')) return std::nullopt;
    name = current.name + "/" + shown(entry.name);
    if (leads_out(entry.name)) {
      throw Error(ErrorCode::bad_data, "the entry's name leads out of its archive", "pack it again with plain names");
    }
    if (is_hidden(entry.name)) return std::nullopt;
    if (entry.encrypted) {
      throw Error(ErrorCode::bad_data, "is locked with a password", "pack it again without one");
    }
    return open({name, {}, archive->open(index)}, archives_.back().depth);
  } catch (const Error& error) {
    if (error.code == ErrorCode::io) throw;
    problems.push_back({name, error.what(), error.hint});
    return std::nullopt;
  }
}

}  // namespace pykala::indexer
