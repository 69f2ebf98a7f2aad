#include "cli/progress.hpp"

#include <ostream>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ssi {
namespace {

constexpr double mega = 1e6;

// `84 s`, `12 min`, `3 h`: as exact as a guess can be.
std::string duration(double seconds) {
  constexpr double minute = 60;
  constexpr double hour = 3600;
  if (seconds < 2 * minute) return fmt::format("{:.0f} s", seconds);
  if (seconds < 2 * hour) return fmt::format("{:.0f} min", seconds / minute);
  return fmt::format("{:.0f} h", seconds / hour);
}

}  // namespace

Progress::Progress(const Environment& environment)
    : environment_{environment},
      wanted_{environment.err_is_terminal && environment.variable("TERM") != "dumb" &&
              !environment.is_quiet} {}

void Progress::start(std::uint64_t bytes) {
  if (!wanted_) return;
  size_ = bytes;
  started_ = environment_.now();
  next_ = started_ + std::chrono::seconds{1};
}

void Progress::show(std::uint64_t bytes, std::uint64_t members) {
  if (!wanted_) return;
  const Time now = environment_.now();
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds{100};
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const auto done = static_cast<double>(bytes);
  const auto all = static_cast<double>(size_);
  std::string line = fmt::format("{:.1f} MB", done / mega);
  if (size_ > 0)
    line = fmt::format("{:.0f}%, {:.1f} of {:.1f} MB", 100 * done / all, done / mega, all / mega);
  line += fmt::format(", {}, {:.0f} MB/s", counted(members, "member", "members"),
                      done / mega / seconds);
  if (size_ > bytes && bytes > 0) line += ", " + duration(seconds * (all - done) / done) + " left";
  environment_.err << "\r\033[K" << line << std::flush;
  is_shown_ = true;
}

void Progress::hide() {
  if (!is_shown_) return;
  environment_.err << "\r\033[K" << std::flush;
  is_shown_ = false;
}

}  // namespace ssi
