// SPDX-License-Identifier: GPL-2.0-or-later
// Swedish or English word -> stem. The only file of this folder that names Xapian.
#include "stemmers/snowball_stemmer.h"

#include <xapian.h>

#include <stdexcept>

namespace pykala::stemmers {
namespace {

Xapian::Stem make_stem(const char* language) {
  try {
    return Xapian::Stem(language);
  } catch (const Xapian::InvalidArgumentError& error) {
    throw std::invalid_argument(error.get_msg());
  }
}

}  // namespace

std::string snowball_id() {
  return std::string("snowball-") + Xapian::version_string();
}

struct SnowballStemmer::Impl {
  Xapian::Stem stem;
};

SnowballStemmer::SnowballStemmer(const char* language) : impl_(new Impl{make_stem(language)}) {}
SnowballStemmer::~SnowballStemmer() = default;
SnowballStemmer::SnowballStemmer(SnowballStemmer&&) noexcept = default;

std::string SnowballStemmer::stem(std::string_view word) const {
  std::string stem = impl_->stem(std::string(word));
  return stem.empty() ? std::string(word) : stem;
}

}  // namespace pykala::stemmers
