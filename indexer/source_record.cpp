// SPDX-License-Identifier: GPL-2.0-or-later
// Record in, lines of text out, and back. The path stands last, for it may hold any byte, also newlines.
#include "indexer/source_record.h"

#include <charconv>
#include <sstream>
#include <string_view>

#include "data/embedded.h"
#include "indexer/error.h"
#include "indexer/keys.h"

namespace pykala::indexer {
namespace {

/// Raise it whenever a reader, the parser or an extractor makes something else of the same bytes.
constexpr int parser_version = 3;

constexpr std::size_t version_digits = 16;

class Fields {
 public:
  explicit Fields(std::string_view text) : rest_(text) {}
  std::string_view line() { return until('\n'); }
  template <class Number>
  Number number() {
    const std::string_view digits = until(' ');
    Number value{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) fail();
    return value;
  }
  std::vector<std::string> words() {
    std::istringstream in{std::string(line())};
    std::vector<std::string> out;
    for (std::string word; in >> word;) out.push_back(word);
    return out;
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view until(char mark) {
    const auto end = rest_.find(mark);
    if (end == std::string_view::npos) fail();
    const std::string_view out = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return out;
  }
  [[noreturn]] static void fail() {
    throw schema::Error(schema::ErrorCode::bad_data, "the index's record of a file is damaged", schema::make_index_anew);
  }
  std::string_view rest_;
};

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace

std::string to_text(const SourceRecord& r) {
  return std::to_string(r.size) + ' ' + std::to_string(r.modified_ns) + ' ' + std::to_string(r.documents) + ' ' +
         std::to_string(r.purged) + ' ' + (r.clean ? "1" : "0") + " \n" + r.hash + '\n' + r.reading + '\n' + r.expires +
         '\n' + joined(r.covers) + '\n' + joined(r.withheld) + '\n' + r.path;
}

SourceRecord source_record_from(const std::string& text) {
  Fields fields(text);
  SourceRecord out;
  out.size = fields.number<std::uint64_t>();
  out.modified_ns = fields.number<std::int64_t>();
  out.documents = fields.number<std::size_t>();
  out.purged = fields.number<std::size_t>();
  out.clean = fields.number<int>() != 0;
  fields.line();
  out.hash = fields.line();
  out.reading = fields.line();
  out.expires = fields.line();
  out.covers = fields.words();
  out.withheld = fields.words();
  out.path = fields.rest();
  return out;
}

std::string reading_version(bool masked) {
  static const std::string version = [] {
    std::string all = std::to_string(parser_version);
    for (const char* file :
         {"parsing/rules.tsv", "authority/offices.tsv", "authority/classification.tsv", "authority/funders.tsv",
          "authority/organisations.tsv", "authority/maker_abbreviations.tsv"}) {
      all += schema::content_hash(data::embedded_file(file));
    }
    return schema::content_hash(all).substr(0, version_digits);
  }();
  return masked ? version + "-masked" : version;
}

}  // namespace pykala::indexer
