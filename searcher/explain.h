// SPDX-License-Identifier: GPL-2.0-or-later
// Explain: a query at every stage, and what each hit's score is made of. For people who tune or doubt the ranking.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "searcher/index.h"
#include "searcher/request.h"
#include "searcher/response.h"

namespace pykala::searcher {

struct ExplainedWord {
  std::string text;
  std::string terms;  ///< "fi: rahoitushaku (rahoitus, haku); sv: rahoitushaku"
};

struct ExplainedHit {
  Hit hit;
  std::vector<std::pair<std::string, double>> parts;  ///< part of the query -> what it adds to the score, most first
  double closeness = 0;  ///< what was added to their sum for words that stand close together
};

struct Explanation {
  std::string tree;                  ///< the typed query as a tree
  std::vector<ExplainedWord> words;  ///< what the analyser makes of its words, in each language of the index
  std::string matched;  ///< the query of the index: Zx lemma x, ZSx the same in the title, x the word itself
  Response response;
  std::vector<ExplainedHit> hits;
};

/// Answers the request and explains it. Throws as search does. Reads the index once more for each hit and part.
[[nodiscard]] Explanation explain(Index& index, const Request& request);

}  // namespace pykala::searcher
