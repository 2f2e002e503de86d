// SPDX-License-Identifier: GPL-2.0-or-later
// An explanation in, terminal text out. In English: it speaks of the machine.
#include <iomanip>
#include <ostream>

#include "searcher/format.h"
#include "searcher/render_pieces.h"

namespace pykala::searcher {

void render_explanation(const Explanation& explanation, const Request& request, const TextStyle& style,
                        std::ostream& out) {
  const auto heading = [&](const char* text) { out << '\n' << styled(text, bold, style) << '\n'; };
  out << styled("typed", bold, style) << '\n';
  write_wrapped(printable(request.query), style.width, "  ", out);
  heading("read as");
  write_wrapped(printable(explanation.tree), style.width, "  ", out);
  heading("words: lemmas (parts), by language");
  for (const ExplainedWord& word : explanation.words) {
    write_wrapped(printable(word.text + " -> " + word.terms), style.width, "  ", out);
  }
  heading("matched as: Zx lemma x, ZSx lemma in the title, x the word itself, XF:x and the like a field");
  write_wrapped(printable(explanation.matched), style.width, "  ", out);
  if (explanation.response.suggestion) {
    heading("suggestion");
    write_wrapped(printable(*explanation.response.suggestion), style.width, "  ", out);
  }
  for (const std::string& note : explanation.response.notes) {
    heading("note");
    write_wrapped(printable(note), style.width, "  ", out);
  }
  heading("found");
  out << "  " << explanation.response.total << '\n';
  out << std::fixed << std::setprecision(3);
  std::size_t number = request.offset;
  for (const ExplainedHit& explained : explanation.hits) {
    out << '\n'
        << ++number << ". " << styled(printable(explained.hit.decision.id), bold, style) << "  " << explained.hit.score
        << '\n';
    write_wrapped(printable(explained.hit.title), style.width, "   ", out);
    for (const auto& [part, score] : explained.parts) {
      out << std::setw(10) << score << "  ";
      out << printable(part) << '\n';
    }
    constexpr double nothing = 1e-6;
    if (explained.closeness > nothing) out << std::setw(10) << explained.closeness << "  words close together\n";
  }
}

}  // namespace pykala::searcher
