// SPDX-License-Identifier: GPL-2.0-or-later
// fork, setrlimit, exec; then both pipes are read until they end or a limit is met. Between fork and exec only calls
// that are safe in a program of many threads.
#include "indexer/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>

#include "indexer/error.h"

namespace pykala::indexer {
namespace {

using schema::Error;
using schema::ErrorCode;

constexpr std::size_t max_error_bytes = 4096;
constexpr int missing_status = 127;  ///< as a shell says it
constexpr rlim_t max_open_files = 64;

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return number_; }
  void reset(int number) {
    close();
    number_ = number;
  }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

struct Pipe {
  Descriptor read, write;
  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw Error(ErrorCode::unavailable, "no pipe for a child process");
    read.reset(ends[0]);
    write.reset(ends[1]);
  }
};

/// `bytes` as a file without a name: programs that seek in their input can.
void fill_file(Descriptor& file, std::string_view bytes) {
  file.reset(::memfd_create("document", MFD_CLOEXEC));
  for (std::size_t at = 0; file.get() >= 0 && at < bytes.size();) {
    const ssize_t written = ::write(file.get(), bytes.data() + at, bytes.size() - at);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) throw Error(ErrorCode::unavailable, "no memory for a child process");
    at += static_cast<std::size_t>(written);
  }
  if (file.get() < 0 || ::lseek(file.get(), 0, SEEK_SET) < 0) {
    throw Error(ErrorCode::unavailable, "no memory for a child process");
  }
}

void limit(int what, rlim_t value) {
  const rlimit both{value, value};
  ::setrlimit(static_cast<__rlimit_resource>(what), &both);
}

[[noreturn]] void become(char* const* arguments, char* const* environment, const std::array<int, 3>& streams,
                         const ChildLimits& limits) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (int i = 0; i < 3; ++i) {
    if (::dup2(streams[static_cast<std::size_t>(i)], i) < 0) ::_exit(missing_status);
  }
  limit(RLIMIT_CPU, limits.seconds);
  limit(RLIMIT_AS, limits.memory_bytes);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, max_open_files);
  limit(RLIMIT_CORE, 0);
  ::execvpe(arguments[0], arguments, environment);
  ::_exit(missing_status);
}

/// Reads both pipes. `end` is set when a limit stopped it.
class Listener {
 public:
  Listener(int output, int errors, const ChildLimits& limits, ChildResult& result)
      : polled_{pollfd{output, POLLIN, 0}, pollfd{errors, POLLIN, 0}},
        limits_(limits),
        result_(result),
        deadline_(std::chrono::steady_clock::now() + std::chrono::seconds(limits.seconds)) {}

  void run() {
    using std::chrono::milliseconds;
    while (polled_[0].fd >= 0 || polled_[1].fd >= 0) {
      const auto left = std::chrono::duration_cast<milliseconds>(deadline_ - std::chrono::steady_clock::now()).count();
      if (left <= 0) return stop(ChildEnd::timed_out);
      const int ready = ::poll(polled_.data(), polled_.size(), static_cast<int>(left));
      if (ready < 0 && errno != EINTR) return stop(ChildEnd::crashed);
      if (ready <= 0) continue;
      take(polled_[0], result_.output, limits_.output_bytes + 1);
      take(polled_[1], result_.errors, max_error_bytes);
      if (result_.output.size() > limits_.output_bytes) return stop(ChildEnd::too_long);
    }
  }
  [[nodiscard]] bool stopped() const { return stopped_; }

 private:
  void stop(ChildEnd end) {
    result_.end = end;
    stopped_ = true;
  }

  /// What is past `keep` bytes is read and forgotten, so that the child is not held up by a full pipe.
  static void take(pollfd& polled, std::string& text, std::size_t keep) {
    if (polled.fd < 0 || polled.revents == 0) return;
    std::array<char, 1u << 15U> buffer;
    const ssize_t got = ::read(polled.fd, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) return;
    if (got <= 0) polled.fd = -1;
    if (got > 0 && text.size() < keep) {
      text.append(buffer.data(), std::min(static_cast<std::size_t>(got), keep - text.size()));
    }
  }

  std::array<pollfd, 2> polled_;
  const ChildLimits& limits_;
  ChildResult& result_;
  std::chrono::steady_clock::time_point deadline_;
  bool stopped_ = false;
};

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

ChildResult run_child(const std::vector<std::string>& arguments, std::string_view input, const ChildLimits& limits) {
  Descriptor file;
  fill_file(file, input);
  Pipe output, errors;
  std::vector<char*> argv;
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  std::string locale = "LC_ALL=C.UTF-8";
  const std::array<char*, 2> environment{locale.data(), nullptr};

  const pid_t child = ::fork();
  if (child < 0) throw Error(ErrorCode::unavailable, "no child process can be made", "is the machine out of memory?");
  if (child == 0) {
    become(argv.data(), environment.data(), {file.get(), output.write.get(), errors.write.get()}, limits);
  }
  output.write.close();
  errors.write.close();
  ChildResult result;
  Listener listener(output.read.get(), errors.read.get(), limits, result);
  listener.run();
  if (listener.stopped()) ::kill(child, SIGKILL);
  const int status = wait_for(child);
  if (listener.stopped()) return result;
  if (WIFSIGNALED(status)) {
    result.end = ChildEnd::crashed;
  } else {
    result.status = WEXITSTATUS(status);
    if (result.status == missing_status) result.end = ChildEnd::missing;
  }
  return result;
}

}  // namespace pykala::indexer
