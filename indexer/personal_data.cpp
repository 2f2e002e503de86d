// SPDX-License-Identifier: GPL-2.0-or-later
// Text in, the same text with "***" out. Each kind of data has one matcher that says how many bytes it takes at a
// place; the matchers look a bounded way ahead and back, so a text is gone through in linear time.
// Long because the matchers share their scanning of digits.
#include "indexer/personal_data.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "indexer/parsing_rules.h"
#include "indexer/text_scan.h"
#include "indexer/word_tests.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t max_mail_name = 64;  ///< bytes before the @ (RFC 5321)
constexpr std::size_t max_mail_domain = 255;
constexpr std::size_t max_label_distance = 24;
constexpr std::size_t max_list_distance = 80;
constexpr std::size_t max_phone_groups = 8;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// Begins a letter of two bytes (U+00C0..U+017F: å ä ö š).
bool leads_letter(char c) {
  return c == '\xC3' || c == '\xC4' || c == '\xC5';
}
/// Where a word or number begins or goes on.
bool is_word(char c) {
  return is_digit(c) || is_letter(c) || leads_letter(c);
}
bool ends_word(std::string_view text) {
  return !text.empty() && (is_digit(text.back()) || ends_with_letter(text));
}
char at(std::string_view text, std::size_t i) {
  return i < text.size() ? text[i] : '\0';
}

/// Bytes of a hyphen or dash: '-', U+2010..2015, U+2212.
std::size_t dash_length(std::string_view rest) {
  if (rest.starts_with('-')) return 1;
  if (rest.starts_with("\xE2\x88\x92")) return 3;
  return rest.starts_with("\xE2\x80") && rest.size() > 2 && rest[2] >= '\x90' && rest[2] <= '\x95' ? 3 : 0;
}

int two_digits(std::string_view text, std::size_t i) {
  return (text[i] - '0') * 10 + (text[i + 1] - '0');
}

/// "010190-123A"
std::size_t identity_code(std::string_view rest) {
  constexpr std::string_view centuries = "+ABCDEFUVWXYabcdefuvwxy";
  constexpr std::string_view checks = "0123456789ABCDEFHJKLMNPRSTUVWXYabcdefhjklmnprstuvwxy";
  if (rest.size() < 11 || !std::all_of(rest.begin(), rest.begin() + 6, is_digit)) return 0;
  const int day = two_digits(rest, 0);
  const int month = two_digits(rest, 2);
  if (day < 1 || day > 31 || month < 1 || month > 12) return 0;
  // "010190 -123A", "010190 123A": a slip of the pen; without a sign, only letters tell it from a row of numbers.
  const std::size_t space = rest[6] == ' ' ? 1 : 0;
  std::size_t sign = dash_length(rest.substr(6 + space));
  if (sign == 0 && space == 0 && centuries.find(rest[6]) != std::string_view::npos) sign = 1;
  const bool signless = sign == 0 && space == 1;
  sign += space;
  if (sign > space && at(rest, 6 + sign) == ' ') ++sign;
  if (sign == 0 || rest.size() < 10 + sign) return 0;
  const std::string_view end = rest.substr(6 + sign, 4);
  if (!std::all_of(end.begin(), end.begin() + 3, is_digit) || checks.find(end[3]) == std::string_view::npos) return 0;
  if (signless && !is_letter(end[3])) return 0;
  return is_word(at(rest, 10 + sign)) ? 0 : 10 + sign;
}

/// A run of digits in groups, as telephone numbers are written.
struct Groups {
  std::vector<std::size_t> sizes;
  std::vector<std::size_t> ends;    ///< bytes up to the end of each group
  std::vector<std::size_t> totals;  ///< digits up to there
  std::vector<char> separators;     ///< after each group but the last: ' ', '-', '.' or '/'
  bool hyphen_after_first = false;
};

/// Bytes of what may stand between two groups: space, no-break space, hyphen, point, slash, ") ".
std::size_t separator_length(std::string_view rest) {
  std::size_t length = rest.starts_with(')') ? 1 : 0;
  if (at(rest, length) == ' ' || at(rest, length) == '-') return length + 1;
  if (length == 0 && (at(rest, 0) == '.' || at(rest, 0) == '/')) return is_digit(at(rest, 1)) ? 1 : 0;
  if (rest.substr(std::min(length, rest.size())).starts_with("\xC2\xA0")) return length + 2;
  return length;
}

Groups scan_groups(std::string_view rest, std::size_t begin) {
  Groups out;
  std::size_t i = begin;
  std::size_t total = 0;
  while (is_digit(at(rest, i)) && out.sizes.size() < max_phone_groups) {
    const std::size_t start = i;
    while (is_digit(at(rest, i)) && i - start < 16) ++i;
    total += i - start;
    out.sizes.push_back(i - start);
    out.ends.push_back(i);
    out.totals.push_back(total);
    const std::size_t separator = separator_length(rest.substr(i));
    if (separator == 0) break;
    const char mark = rest[i + separator - 1];
    out.separators.push_back(std::string_view("-./").find(mark) == std::string_view::npos ? ' ' : mark);
    if (out.sizes.size() == 1) out.hyphen_after_first = mark == '-';
    i += separator;
  }
  return out;
}

/// Points part the groups of "040.123.4567" and those of dates and sums, a slash "040/1234567" and "0405/2019": they
/// are a telephone number's after an area code, where what follows is long.
bool has_phone_marks(const Groups& groups, std::size_t n) {
  for (std::size_t i = 0; i + 1 < n; ++i) {
    const char mark = groups.separators[i];
    if (mark == '/' && (i > 0 || groups.sizes[0] > 3 || groups.totals[n - 1] - groups.sizes[0] < 5)) return false;
    if (mark == '.' && (groups.sizes[0] > 3 || groups.sizes[i + 1] < 3 || n < 3)) return false;
  }
  return true;
}

/// "091-405-5-36": municipality, quarter, block and unit of a property.
bool is_property(std::string_view rest, const Groups& groups) {
  constexpr std::size_t parts = 4;
  if (groups.sizes.size() < parts || groups.sizes[0] > 3 || groups.sizes[1] > 3) return false;
  // "050-123-45-67": a mobile telephone's area code, and pairs.
  const bool pairs = groups.sizes[0] == 3 && groups.sizes[1] == 3 && groups.sizes[2] == 2 && groups.sizes[3] == 2;
  if (pairs && (rest.starts_with("04") || rest.starts_with("050")) && !rest.starts_with("049")) return false;
  return std::all_of(groups.separators.begin(), groups.separators.begin() + parts - 1, [](char c) { return c == '-'; });
}

/// The longest run of whole groups with so many digits that no word, decimals or date go on from.
std::size_t number_end(std::string_view rest, const Groups& groups, std::size_t least, std::size_t most) {
  for (std::size_t n = groups.ends.size(); n > 0; --n) {
    const std::size_t end = groups.ends[n - 1];
    const std::size_t digits = groups.totals[n - 1];
    if (digits < least || digits > most || is_word(at(rest, end)) || !has_phone_marks(groups, n)) continue;
    if (at(rest, end) == '/' && is_digit(at(rest, end + 1))) continue;
    if ((at(rest, end) == '.' || at(rest, end) == ',') && is_digit(at(rest, end + 1))) continue;
    // "00 01 06": a classification is groups of two; the groups of a telephone number are longer.
    if (std::any_of(groups.sizes.begin(), groups.sizes.begin() + static_cast<std::ptrdiff_t>(n),
                    [](std::size_t size) { return size > 2; })) {
      return end;
    }
  }
  return 0;
}

/// True when what stands before `i` says that the number is one of another kind, perhaps with other numbers between:
/// "kustannuspaikka 0912345 ja 0405060".
bool is_of_another_kind(std::string_view text, std::size_t i) {
  const ParsingRules& rules = ParsingRules::builtin();
  const std::size_t limit = i > max_list_distance ? i - max_list_distance : 0;
  for (std::size_t end = i; end > limit;) {
    while (end > limit && std::string_view(" .:,(").find(text[end - 1]) != std::string_view::npos) --end;
    std::size_t begin = end;
    while (begin > limit && std::string_view(" .:,(\n").find(text[begin - 1]) == std::string_view::npos) --begin;
    const std::string_view word = text.substr(begin, end - begin);
    if (word.empty() || rules.has("phone_label", word)) return false;
    const bool number = std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == '-'; });
    if (!number && !rules.has("number_joint", word)) {
      return rules.has_part("number_label", word) || rules.has("number_word", word);
    }
    end = begin;
  }
  return false;
}

/// True when the word before `i` announces a telephone number: "puh.", "GSM:".
bool is_labelled(std::string_view text, std::size_t i) {
  std::size_t end = i;
  const std::size_t limit = i > max_label_distance ? i - max_label_distance : 0;
  while (end > limit && (text[end - 1] == ' ' || text[end - 1] == '.' || text[end - 1] == ':')) --end;
  std::size_t begin = end;
  while (begin > limit && is_letter(text[begin - 1])) --begin;
  return begin < end && ParsingRules::builtin().has("phone_label", text.substr(begin, end - begin));
}

std::size_t phone_number(std::string_view text, std::size_t i) {
  const std::string_view rest = text.substr(i);
  const std::size_t open = rest.starts_with('(') ? 1 : 0;
  const char first = at(rest, open);
  if (first == '+') {
    // "+358 (0)9 310 1691"
    std::size_t optional_zero = rest.substr(0, 12).find("(0)");
    if (optional_zero != std::string_view::npos) {
      const Groups groups = scan_groups(rest, optional_zero + 3);
      return number_end(rest, groups, 6, 13);
    }
    return number_end(rest, scan_groups(rest, open + 1), 8, 15);
  }
  if (first == '0' && at(rest, open + 1) == ' ') {
    // "0 40 123 4567"
    const Groups groups = scan_groups(rest, open);
    const bool mobile =
        groups.sizes.size() > 2 && groups.sizes[1] == 2 && (rest[open + 2] == '4' || rest[open + 2] == '5');
    return mobile && !is_of_another_kind(text, i) ? number_end(rest, groups, 9, 11) : 0;
  }
  if (first == '0' && at(rest, open + 1) >= '1' && at(rest, open + 1) <= '9') {
    const Groups groups = scan_groups(rest, open);
    if (!is_labelled(text, i) && (is_property(rest.substr(open), groups) || is_of_another_kind(text, i))) return 0;
    const bool business_id = groups.sizes.size() > 1 && groups.sizes[0] == 7 && groups.sizes[1] == 1;
    if (business_id && groups.hyphen_after_first) return 0;  // "0201256-6"
    if (groups.sizes[0] > 4 && groups.sizes[0] < 7) return 0;
    return number_end(rest, groups, 7, 11);
  }
  if (first == '0' && rest.substr(open).starts_with("00358")) return number_end(rest, scan_groups(rest, open), 11, 17);
  if (open == 0 && is_digit(first) && is_labelled(text, i)) return number_end(rest, scan_groups(rest, 0), 5, 12);
  return 0;
}

bool is_mail_character(char c) {
  return is_word(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}

bool is_public_domain(std::string_view domain) {
  for (std::size_t dot = 0; dot != std::string_view::npos;) {
    if (ParsingRules::builtin().has("public_mail", domain)) return true;
    dot = domain.find('.');
    if (dot != std::string_view::npos) domain.remove_prefix(dot + 1);
  }
  return false;
}

/// Bytes of an @ written as a word of its own.
std::size_t spoken_sign(std::string_view rest) {
  for (const std::string_view word : {" at ", " ät ", " AT ", " miukumauku "})
    if (rest.starts_with(word)) return word.size();
  return 0;
}

/// Bytes of what is written for an @ to keep machines off: "(at)", " [at] ", "(a)", "(ät)", "(@)".
std::size_t written_sign(std::string_view rest) {
  const std::size_t before = rest.starts_with(' ') ? 1 : 0;
  const char open = at(rest, before);
  if (open != '(' && open != '[' && open != '{') return 0;
  const char shut = open == '(' ? ')' : open == '[' ? ']' : '}';
  for (const std::string_view word : {"at", "a", "ät", "@", "AT", "At", "A", "miukumauku", "snabel-a"}) {
    if (!rest.substr(before + 1).starts_with(word)) continue;
    const std::size_t end = before + 1 + word.size();
    if (at(rest, end) != shut) continue;
    return end + 1 + (at(rest, end + 1) == ' ' ? 1 : 0);
  }
  return 0;
}

/// "x.y@gmail.com", "x.y(at)gmail.com"
std::size_t mail_address(std::string_view rest) {
  std::size_t i = 0;
  while (i <= max_mail_name && i < rest.size() && is_mail_character(rest[i])) i += leads_letter(rest[i]) ? 2 : 1;
  if (i == 0 || i > max_mail_name || i > rest.size()) return 0;
  std::size_t sign = 0;
  const bool plain = at(rest, i) == '@';
  sign = plain ? 1 : written_sign(rest.substr(i));
  const bool spoken = sign == 0;
  if (spoken) sign = spoken_sign(rest.substr(i));
  if (sign == 0) return 0;
  const std::size_t domain = i + sign;
  std::size_t end = domain;
  while (end < rest.size() && end - domain < max_mail_domain &&
         (is_word(rest[end]) || rest[end] == '-' || (rest[end] == '.' && is_word(at(rest, end + 1))))) {
    end += leads_letter(rest[end]) ? 2 : 1;
  }
  end = std::min(end, rest.size());
  const std::string_view name = rest.substr(domain, end - domain);
  if (name.find('.') == std::string_view::npos || is_public_domain(name)) return 0;
  // "at" is a word: a sign only before a mail service of private persons.
  if (spoken && !ParsingRules::builtin().has("private_mail", fold_case(name))) return 0;
  // "kohta (a) 1.2" is a list's letter.
  if (!plain && !is_letter(name.back())) return 0;
  return end;
}

std::size_t personal_data(std::string_view text, std::size_t i) {
  const char before = i == 0 ? '\0' : text[i - 1];
  const char c = text[i];
  const std::string_view rest = text.substr(i);
  if (!is_mail_character(c) && c != '(') return 0;
  const bool in_word = ends_word(text.substr(0, i));
  if (is_mail_character(c) && !in_word && !is_mail_character(before)) {
    if (const std::size_t length = mail_address(rest); length > 0) return length;
  }
  // "1.1.050…", "12,050 …", "5-050…": inside a date, a sum or a range.
  const bool inside =
      in_word || (i > 1 && is_digit(text[i - 2]) && (before == '.' || before == ',' || before == '-' || before == '/'));
  if (inside || !(is_digit(c) || c == '+' || c == '(')) return 0;
  if (const std::size_t length = identity_code(rest); length > 0) return length;
  return phone_number(text, i);
}

void mask(std::string& text) {
  if (text.find_first_of("0123456789@([{") == std::string::npos) return;
  text = mask_personal_data(text);
}

void mask(std::optional<std::string>& text) {
  if (text) mask(*text);
}

}  // namespace

std::string mask_personal_data(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t length = personal_data(text, i); length > 0) {
      out += mask_text;
      i += length;
    } else {
      out += text[i++];
    }
  }
  return out;
}

void mask_personal_data(schema::Decision& decision) {
  mask(decision.title);
  for (schema::Part& part : decision.parts) {
    mask(part.heading);
    mask(part.text);
  }
  for (schema::Funder& funder : decision.funders) mask(funder.quote);
  for (schema::Amount& amount : decision.amounts) mask(amount.quote);
  for (std::string& organisation : decision.organisations) mask(organisation);
  for (schema::Citation& cite : decision.cites) mask(cite.title);
  for (schema::Attachment& attachment : decision.attachments) mask(attachment.title);
}

}  // namespace pykala::indexer
