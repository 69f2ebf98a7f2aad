#pragma once

#include <chrono>
#include <cstdint>

#include "cli/app.hpp"

namespace ssi {

/// A line on standard error that shows how far a long run has come: on a terminal only, and only
/// once it has taken a second.
class Progress {
 public:
  explicit Progress(const Environment& environment);

  /// Starts the clock. `bytes`: how many there are to be read, 0 if that is not known.
  void start(std::uint64_t bytes);
  /// Shows what has been read so far, ten times a second at the most.
  void show(std::uint64_t bytes, std::uint64_t members);
  /// Takes the line off the screen.
  void hide();

 private:
  using Time = std::chrono::steady_clock::time_point;

  const Environment& environment_;
  bool wanted_;
  bool is_shown_ = false;
  std::uint64_t size_ = 0;
  Time started_{};
  Time next_{};
};

}  // namespace ssi
