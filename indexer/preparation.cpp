// SPDX-License-Identifier: GPL-2.0-or-later
// A piece of a file in, Xapian documents out. Runs on worker threads; what fails costs its own document alone.
#include "indexer/preparation.h"

#include <sys/resource.h>

#include <cerrno>
#include <memory>

#include "indexer/keys.h"
#include "stemmers/analyzer.h"

namespace pykala::indexer {
namespace {

/// The thread that writes goes first: what it finds prepared it takes at once, so that while it commits a batch there
/// is work left to do for the others. Linux knows a priority for each thread, and lets anyone lower it.
void go_after_the_writer() {
  constexpr int steps = 5;
  errno = 0;
  const int own = ::getpriority(PRIO_PROCESS, 0);
  if (errno == 0) ::setpriority(PRIO_PROCESS, 0, own + steps);  // past the lowest one it is that
}

}  // namespace

std::function<Prepared(Task)> make_preparation(const IntakeOptions& options) {
  auto analyzer = std::make_shared<stemmers::Analyzer>();
  auto builder = std::make_shared<DocumentBuilder>(*analyzer);
  go_after_the_writer();
  return [analyzer, builder, options](Task task) {
    Prepared out;
    out.bytes = task.piece.bytes.size();
    if (!task.piece.bytes.empty() || task.piece.first) {
      out.intake = take_in({task.piece.name, task.piece.bytes, task.piece.first_line}, options);
    }
    const std::string key = schema::content_hash(task.file.path);
    std::vector<schema::Decision> built;
    for (schema::Decision& decision : out.intake.decisions) {
      try {
        out.documents.push_back(builder->build(decision, key));
        built.push_back(std::move(decision));
      } catch (const std::exception& error) {
        out.intake.problems.push_back(
            {decision.source, std::string("could not be indexed: ") + error.what(), "please report this file"});
      }
    }
    out.intake.decisions = std::move(built);
    task.piece.bytes.clear();
    task.piece.bytes.shrink_to_fit();
    out.task = std::move(task);
    return out;
  };
}

}  // namespace pykala::indexer
