// SPDX-License-Identifier: GPL-2.0-or-later
// Text -> tokens: Unicode word breaks (UAX 29, Finnish tailoring of ICU) with the archive's own tokens kept whole.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "stemmers/token.h"

namespace pykala::stemmers {

/// A token and the hyphens that tell of a suspended part beside it.
struct ScannedToken {
  Token token;
  bool hyphen_after = false;   ///< "ohjaus- ja neuvontapalvelut": ohjaus
  bool hyphen_before = false;  ///< "kaupunginhallitus ja -valtuusto": valtuusto
};

/// Used by one thread at a time.
class Tokenizer {
 public:
  Tokenizer();
  ~Tokenizer();
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;

  /// Replaces the contents of `out`. Positions count from 1; begin and end ascend. Any bytes in; linear time.
  /// Throws std::length_error for a text of 2 GiB or more.
  void tokenize(std::string_view text, std::vector<ScannedToken>& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pykala::stemmers
