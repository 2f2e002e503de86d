// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers of a run in, lines on a stream out. What there is to do is counted by a thread that only looks at sizes.
#include "indexer/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

#include "indexer/error.h"
#include "indexer/printable.h"
#include "indexer/sources.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr auto bar_interval = milliseconds(100);
constexpr auto line_interval = seconds(30);
constexpr auto count_after = seconds(1);  ///< a run that is over sooner needs no forecast
constexpr auto window = seconds(15);      ///< of which the rate is taken
constexpr auto sample_interval = seconds(1);
constexpr std::size_t bar_columns = 20;
constexpr std::size_t usual_width = 80;

struct Stopped {};  ///< ends the counting of sources from inside

std::size_t terminal_width() {
  winsize size{};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual_width;
  return size.ws_col;
}

std::string duration(std::uint64_t total_seconds) {
  const auto two = [](std::uint64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  const std::string minutes_seconds = two(total_seconds / 60 % 60) + ":" + two(total_seconds % 60);
  if (total_seconds < 3600) return minutes_seconds.front() == '0' ? minutes_seconds.substr(1) : minutes_seconds;
  return std::to_string(total_seconds / 3600) + ":" + minutes_seconds;
}

}  // namespace

std::string grouped(std::size_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3;) {
    at -= 3;
    out.insert(at, " ");
  }
  return out;
}

std::string progress_line(const ProgressState& state, std::uint64_t total, double decisions_rate, double bytes_rate,
                          bool bar, std::size_t width) {
  std::string out =
      grouped(state.decisions) + " decisions  " + grouped(static_cast<std::size_t>(decisions_rate)) + "/s";
  if (total > 0) {
    const std::uint64_t done = std::min(state.bytes, total);
    const std::uint64_t percent = done * 100 / total;
    out += "  " + std::to_string(percent) + " %";
    if (bytes_rate >= 1) {
      out += "  " + duration(static_cast<std::uint64_t>(static_cast<double>(total - done) / bytes_rate)) + " left";
    }
    const std::size_t filled = static_cast<std::size_t>(percent) * bar_columns / 100;
    if (bar) out = "[" + std::string(filled, '#') + std::string(bar_columns - filled, '.') + "]  " + out;
  }
  const std::string source = schema::printable(state.source);
  if (out.size() + 12 < width) out += "  " + std::string(stemmers::cut_utf8(source, width - out.size() - 3));
  return out.substr(0, width > 0 ? width - 1 : 0);
}

Progress::Progress(std::ostream& out, ProgressStyle style, std::vector<std::string> sources)
    : out_(out), style_(style), sources_(std::move(sources)) {
  samples_.push_back({begin_, 0, 0});
}

Progress::~Progress() {
  stop_ = true;
  if (counter_.joinable()) counter_.join();
  clear();
}

void Progress::count() {
  std::vector<Problem> ignored;  // told by the run itself
  const auto add = [this](const SourceFile& file) {
    if (stop_) throw Stopped();
    counted_ += file.size;
  };
  try {
    for (const std::string& source : sources_) find_sources(source, add, ignored);
    all_counted_ = true;
  } catch (const Stopped&) {  // the run is over
    return;
  } catch (const schema::Error&) {  // gone meanwhile: no forecast
    return;
  }
}

void Progress::sample(const ProgressState& state, Clock::time_point now) {
  if (now - samples_.back().time < sample_interval) return;
  samples_.push_back({now, state.bytes, state.decisions});
  while (samples_.size() > 2 && now - samples_.front().time > window) samples_.pop_front();
}

void Progress::clear() {
  if (bar_shown_) out_ << "\r\x1b[K" << std::flush;
  bar_shown_ = false;
}

void Progress::show(const ProgressState& state) {
  if (style_ == ProgressStyle::none) return;
  const auto now = Clock::now();
  sample(state, now);
  const bool from_pipe = std::find(sources_.begin(), sources_.end(), "-") != sources_.end();
  if (!counter_.joinable() && !from_pipe && now - begin_ > count_after) counter_ = std::thread([this] { count(); });
  const bool bar = style_ == ProgressStyle::bar;
  if (now - shown_ < (bar ? Clock::duration(bar_interval) : Clock::duration(line_interval))) return;
  shown_ = now;
  const Sample& first = samples_.front();
  const double span = std::max(0.1, std::chrono::duration<double>(now - first.time).count());
  const std::string line = progress_line(
      state, all_counted_ ? counted_.load() : 0, static_cast<double>(state.decisions - first.decisions) / span,
      static_cast<double>(state.bytes - first.bytes) / span, bar, bar ? terminal_width() : usual_width + usual_width);
  if (bar) {
    out_ << "\r\x1b[K" << line << std::flush;
    bar_shown_ = true;
  } else {
    out_ << line << '\n' << std::flush;
  }
}

}  // namespace pykala::indexer
