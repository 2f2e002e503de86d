// SPDX-License-Identifier: GPL-2.0-or-later
// Text -> tokens. Unicode says where words begin and end; then segments are joined over hyphens, colons and plus signs,
// and the archive's own tokens are matched in the bytes. Private: the joining.
#include "stemmers/tokenizer.h"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>

#include "stemmers/archive_token.h"
#include "stemmers/scan.h"
#include "stemmers/unicode.h"
#include "stemmers/word_breaks.h"
#include "stemmers/word_edges.h"
#include "stemmers/word_form.h"

namespace pykala::stemmers {
namespace {

bool is_zero_width_space(std::string_view text, std::size_t at) {
  constexpr std::string_view space = "\u200B";
  return at < text.size() && text[at] == space[0] && text.substr(at, space.size()) == space;
}

// One text on its way to tokens.
class Scanner {
 public:
  Scanner(std::string_view text, const std::vector<Segment>& segments, std::vector<ScannedToken>& out)
      : text_(text), segments_(segments), out_(out), at_sign_(text.find('@')) {}

  void run() {
    while (index_ < segments_.size()) {
      const Segment& segment = segments_[index_];
      const std::size_t begin = skip_to_word(std::max(segment.begin, at_), segment.end);
      if (begin >= segment.end) {
        ++index_;
        continue;
      }
      take(begin, segment);
    }
    out_.resize(count_);
  }

 private:
  // A segment may begin with underscores or with what a number before it has left, even a combining mark.
  std::size_t skip_to_word(std::size_t at, std::size_t end) const {
    while (at < end && !is_letter_or_digit(text_, at) && section_sign_at(text_, at) == 0)
      at = next_character(text_, at);
    return at;
  }

  // A quick look before match_address: an '@' not far on, or the first letter of http, ftp, www.
  bool can_be_address(std::size_t begin) {
    if (at_sign_ < begin) at_sign_ = text_.find('@', begin);
    if (at_sign_ != std::string_view::npos && at_sign_ - begin <= max_term_bytes) return true;
    const char first = text_[begin];
    return (first == 'h' || first == 'H' || first == 'f' || first == 'F' || first == 'w' || first == 'W');
  }

  void take(std::size_t begin, const Segment& segment) {
    if (can_be_address(begin)) {
      if (const std::size_t end = match_address(text_, begin); end > begin) {
        normal_word(text_.substr(begin, end - begin), slot().token.text);
        emit(begin, end, TokenKind::word);
        return;
      }
    }
    const bool first_letter = !is_digit(text_, begin) && section_sign_at(text_, begin) == 0;
    auto archive = first_letter ? match_case_number(text_, begin) : match_numeric_token(text_, begin);
    if (archive) {
      archive->text.resize(std::min(archive->text.size(), max_term_bytes));
      slot().token.text = std::move(archive->text);
      emit(begin, archive->end, archive->kind);
    } else if (section_sign_at(text_, begin) > 0) {
      at_ = segment.end;  // a section sign without a number
    } else {
      take_word(begin, word_end(begin, segment));
    }
  }

  void take_word(std::size_t begin, std::size_t end) {
    std::string& word = slot().token.text;
    normal_word(text_.substr(begin, end - begin), word);
    // Underscores and U+02BC count as letters to UAX 29.
    while (word.ends_with('\'') || word.ends_with('_')) word.pop_back();
    while (word.starts_with('\'') || word.starts_with('_')) word.erase(0, 1);
    if (word.empty()) {
      at_ = std::max(end, begin + 1);
      return;
    }
    emit(begin, end, TokenKind::word);
  }

  // Where the next token is written, over one of an earlier text: its string keeps its memory.
  ScannedToken& slot() { return count_ < out_.size() ? out_[count_] : out_.emplace_back(); }

  // The token whose text stands in the slot.
  void emit(std::size_t begin, std::size_t end, TokenKind kind) {
    ScannedToken& scanned = slot();
    ++count_;
    scanned.token.begin = static_cast<std::uint32_t>(begin);
    scanned.token.end = static_cast<std::uint32_t>(end);
    scanned.token.position = static_cast<std::uint32_t>(count_);
    scanned.token.kind = kind;
    scanned.hyphen_after = kind == TokenKind::word && has_hyphen_after(text_, end);
    scanned.hyphen_before = kind == TokenKind::word && has_hyphen_before(text_, begin);
    at_ = end;
  }

  // End of the word that begins in `segment`, joined with what is tied to it by - : + & or a zero-width space.
  std::size_t word_end(std::size_t begin, const Segment& segment) {
    std::size_t end = cut_at_point(text_, begin, segment.end);
    if (end < segment.end) return end;
    if (has_colon(begin, end)) return cut_at_colon(text_, begin, end);  // nothing follows an ending
    while (true) {
      std::size_t next = end;
      if (const std::size_t hyphen = hyphen_at(text_, end);
          hyphen > 0 && hyphen_joins(text_, begin, end, end + hyphen)) {
        next = end + hyphen;
      } else if (is_zero_width_space(text_, end) && is_letter(text_, end + 3)) {
        next = end + 3;
      } else if (end < text_.size() && text_[end] == '&' && is_letter(text_, end + 1)) {
        next = end + 1;  // "H&M"
      }
      const std::size_t longer = next > end ? segment_end(next) : end;
      if (longer <= next) break;
      end = cut_at_point(text_, next, longer);
      if (has_colon(next, end)) return cut_at_colon(text_, next, end);
      if (end < longer) return end;
    }
    return with_plus(end);
  }

  bool has_colon(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin).find(':') != std::string_view::npos;
  }

  // "ESR+", "ESR+:n", but not the first half of "a+b".
  std::size_t with_plus(std::size_t end) const {
    std::size_t last = end - 1;
    while (last > 0 && (static_cast<unsigned char>(text_[last]) & 0xC0) == 0x80) --last;
    if (end < text_.size() && text_[end] == '+' && is_letter(text_, last)) {
      std::size_t behind = end + 1;
      if (behind < text_.size() && text_[behind] == '+') ++behind;
      const std::size_t hyphen = hyphen_at(text_, behind);
      if (hyphen > 0 && is_letter(text_, behind + hyphen)) return std::max(segment_end_or(behind + hyphen), behind);
      if (!is_letter(text_, behind) && !is_digit(text_, behind)) end = behind;
    }
    return skip_colon_ending(text_, end);
  }

  // End of the segment that begins at `at`, moving there; `at` when none does.
  std::size_t segment_end(std::size_t at) {
    while (index_ < segments_.size() && segments_[index_].end <= at) ++index_;
    return segment_end_or(at);
  }
  std::size_t segment_end_or(std::size_t at) const {
    std::size_t i = index_;
    while (i < segments_.size() && segments_[i].end <= at) ++i;
    return i < segments_.size() && segments_[i].begin <= at ? segments_[i].end : at;
  }

  std::string_view text_;
  const std::vector<Segment>& segments_;
  std::vector<ScannedToken>& out_;
  std::size_t at_sign_;    // next '@', npos when none follows
  std::size_t index_ = 0;  // segment at hand
  std::size_t at_ = 0;     // bytes before it are used up
  std::size_t count_ = 0;  // tokens written
};

}  // namespace

struct Tokenizer::Impl {
  WordBreaks breaks;
  std::vector<Segment> segments;
};

Tokenizer::Tokenizer() : impl_(new Impl) {}
Tokenizer::~Tokenizer() = default;

void Tokenizer::tokenize(std::string_view text, std::vector<ScannedToken>& out) {
  if (text.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
    throw std::length_error("a text of 2 GiB or more cannot be cut into words");
  }
  impl_->breaks.find(text, impl_->segments);
  Scanner(text, impl_->segments, out).run();
}

}  // namespace pykala::stemmers
