// SPDX-License-Identifier: GPL-2.0-or-later
// A ZIP file in, its entries out, through libzip. The number of entries is read from the end record before libzip makes
// room for them, so that a lying archive cannot take memory.
#include "indexer/zip_archive.h"

#include <unistd.h>
#include <zip.h>

#include <algorithm>

namespace pykala::indexer {

using schema::Error;
using schema::ErrorCode;

namespace {

constexpr std::size_t tail_bytes = 22 + 65535 + 20;  ///< end record, its comment, and the ZIP64 locator before it
constexpr std::string_view end_magic = "PK\x05\x06", locator_magic = "PK\x06\x07";

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorCode::bad_data, "ZIP archive " + what, "pack it again, or give its files unpacked");
}

std::uint64_t little_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[i]);
  return value;
}

/// Bytes [offset, offset + size) of the file, fewer at its end.
using ReadAt = std::string (*)(const void* file, std::uint64_t offset, std::size_t size);

/// The largest number of entries that any end record names (APPNOTE.TXT 4.3.14 to 4.3.16).
std::uint64_t entry_count(const void* file, std::uint64_t file_size, ReadAt read_at) {
  const std::uint64_t from = file_size > tail_bytes ? file_size - tail_bytes : 0;
  const std::string text = read_at(file, from, tail_bytes);
  const std::string_view tail = text;
  std::uint64_t count = 0;
  for (auto at = tail.find(end_magic); at != std::string_view::npos; at = tail.find(end_magic, at + 1)) {
    if (at + 12 > tail.size()) break;
    count = std::max(count, little_endian(tail.substr(at + 10, 2)));
    if (at < 20 || tail.substr(at - 20, 4) != locator_magic) continue;
    const std::string record = read_at(file, little_endian(tail.substr(at - 12, 8)), 40);
    if (record.size() == 40) count = std::max(count, little_endian(std::string_view(record).substr(32, 8)));
  }
  return count;
}

void check_count(std::uint64_t count, const UnpackBudget& budget) {
  if (count > budget.limits().entries) {
    refuse("holds more than " + std::to_string(budget.limits().entries) + " files");
  }
}

}  // namespace

struct ZipArchive::Impl {
  Impl(std::string content, std::shared_ptr<UnpackBudget> shared)
      : bytes(std::move(content)), budget(std::move(shared)) {}
  ~Impl() {
    if (archive != nullptr) zip_discard(archive);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  std::string bytes;
  std::shared_ptr<UnpackBudget> budget;
  zip_t* archive = nullptr;
};

namespace {

class EntryStream : public ByteStream {
 public:
  EntryStream(std::shared_ptr<ZipArchive> archive, zip_file_t* file, std::uint64_t packed,
              std::shared_ptr<UnpackBudget> budget)
      : archive_(std::move(archive)), file_(file), packed_(packed), budget_(std::move(budget)) {}
  ~EntryStream() override { zip_fclose(file_); }

  std::size_t read(char* out, std::size_t size) override {
    const zip_int64_t got = zip_fread(file_, out, size);
    if (got < 0) throw Error(ErrorCode::bad_data, "is damaged inside its ZIP archive", "pack it again");
    unpacked_ += static_cast<std::uint64_t>(got);
    budget_->spend(static_cast<std::size_t>(got), packed_, unpacked_);
    return static_cast<std::size_t>(got);
  }

 private:
  std::shared_ptr<ZipArchive> archive_;
  zip_file_t* file_;
  std::uint64_t packed_, unpacked_ = 0;
  std::shared_ptr<UnpackBudget> budget_;
};

}  // namespace

bool is_zip(std::string_view head) {
  return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06");
}

ZipArchive::ZipArchive(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ZipArchive::~ZipArchive() = default;

std::shared_ptr<ZipArchive> ZipArchive::from_bytes(std::string bytes, std::shared_ptr<UnpackBudget> budget) {
  auto impl = std::make_unique<Impl>(std::move(bytes), std::move(budget));
  const auto read_at = [](const void* file, std::uint64_t offset, std::size_t size) {
    const std::string& content = *static_cast<const std::string*>(file);
    return offset < content.size() ? content.substr(static_cast<std::size_t>(offset), size) : std::string();
  };
  check_count(entry_count(&impl->bytes, impl->bytes.size(), read_at), *impl->budget);
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(impl->bytes.data(), impl->bytes.size(), 0, &error);
  if (source != nullptr) impl->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (impl->archive == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (impl->archive == nullptr) refuse("is damaged");
  return std::make_shared<ZipArchive>(std::move(impl));
}

std::shared_ptr<ZipArchive> ZipArchive::from_descriptor(int descriptor, std::shared_ptr<UnpackBudget> budget) {
  auto impl = std::make_unique<Impl>(std::string(), std::move(budget));
  const off_t end = ::lseek(descriptor, 0, SEEK_END);
  if (end < 0) throw Error(ErrorCode::io, "cannot read the ZIP archive from its end", "give it as a file");
  const auto read_at = [](const void* file, std::uint64_t offset, std::size_t size) {
    std::string out(size, '\0');
    const ssize_t got =
        offset > INT64_MAX ? 0 : ::pread(*static_cast<const int*>(file), out.data(), size, static_cast<off_t>(offset));
    out.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return out;
  };
  check_count(entry_count(&descriptor, static_cast<std::uint64_t>(end), read_at), *impl->budget);
  const int own = ::dup(descriptor);
  int error = 0;
  if (own >= 0) impl->archive = zip_fdopen(own, 0, &error);
  if (impl->archive == nullptr) {
    if (own >= 0) ::close(own);
    refuse("is damaged");
  }
  return std::make_shared<ZipArchive>(std::move(impl));
}

std::size_t ZipArchive::size() const {
  return static_cast<std::size_t>(std::max<zip_int64_t>(zip_get_num_entries(impl_->archive, 0), 0));
}

ZipEntry ZipArchive::entry(std::size_t index) const {
  zip_stat_t status;
  zip_stat_init(&status);
  if (zip_stat_index(impl_->archive, index, ZIP_FL_ENC_GUESS, &status) != 0 || status.name == nullptr) {
    refuse("has an entry without a name");
  }
  ZipEntry entry{status.name, (status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != 0};
  std::replace(entry.name.begin(), entry.name.end(), '\\', '/');
  return entry;
}

std::unique_ptr<ByteStream> ZipArchive::open(std::size_t index) {
  zip_stat_t status;
  zip_stat_init(&status);
  zip_stat_index(impl_->archive, index, 0, &status);
  zip_file_t* file = zip_fopen_index(impl_->archive, index, 0);
  if (file == nullptr) {
    throw Error(ErrorCode::bad_data,
                std::string("cannot be unpacked: ") + zip_error_strerror(zip_get_error(impl_->archive)),
                "pack it again, or give it unpacked");
  }
  return std::make_unique<EntryStream>(shared_from_this(), file, status.comp_size, impl_->budget);
}

std::optional<std::string> ZipArchive::read(const std::string& name, std::size_t limit) {
  const zip_int64_t index = zip_name_locate(impl_->archive, name.c_str(), 0);
  if (index < 0) return std::nullopt;
  const auto stream = open(static_cast<std::size_t>(index));
  std::string out;
  char buffer[1u << 15U];
  while (const std::size_t got = stream->read(buffer, sizeof buffer)) {
    if (out.size() + got > limit) {
      throw Error(ErrorCode::bad_data, name + " in it is larger than " + std::to_string(limit >> 20U) + " MiB",
                  "give the document as PDF or text");
    }
    out.append(buffer, got);
  }
  return out;
}

ZipKind ZipArchive::kind() {
  const auto has = [&](const char* name) { return zip_name_locate(impl_->archive, name, 0) >= 0; };
  if (has("word/document.xml")) return ZipKind::docx;
  if (has("xl/workbook.xml") || has("ppt/presentation.xml")) return ZipKind::other_document;
  constexpr std::size_t max_mimetype = 1024;
  if (!has("mimetype") || !(has("content.xml") || has("META-INF/container.xml"))) return ZipKind::archive;
  const auto type = read("mimetype", max_mimetype);
  return type && type->starts_with("application/vnd.oasis.opendocument.text") ? ZipKind::odt : ZipKind::other_document;
}

std::string ZipArchive::take_bytes() {
  zip_discard(impl_->archive);
  impl_->archive = nullptr;
  return std::move(impl_->bytes);
}

}  // namespace pykala::indexer
