#pragma once

#include <filesystem>

namespace ssi {

/// A file beside another that is to take its place, and is removed unless it does: also when the
/// program is interrupted (see `remove_temporaries_on_signals`). What a killed run left behind
/// goes with the next temporary for the same file.
class Temporary {
 public:
  /// Creates an empty file beside `target`, with the rights and the owner that `target` has or
  /// would get. Where that cannot be done `path` is empty, and `errno` says why.
  explicit Temporary(const std::filesystem::path& target);
  ~Temporary();
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Takes the place of `target`. False, with the reason in `errno`, where that cannot be done.
  [[nodiscard]] bool move_to(const std::filesystem::path& target);

 private:
  void forget();

  std::filesystem::path path_;
  int lock_ = -1;        // held as long as the file is wanted: one without is left over
  int registered_ = -1;  // for the signals
};

/// Makes SIGINT, SIGTERM and SIGHUP remove the temporaries before they end the program.
void remove_temporaries_on_signals();

}  // namespace ssi
