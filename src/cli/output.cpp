#include "cli/output.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "base/text.hpp"
#include "cli/console.hpp"
#include "cli/files.hpp"

namespace ssi {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t buffer_limit = std::size_t{4} << 20U;  // bytes

// Whether `path` names something open already, such as /dev/stderr, rather than a file of its own.
bool is_stream(const fs::path& path) {
  const std::string text = path.string();
  return text.starts_with("/dev/") || text.starts_with("/proc/");
}

bool lies_in(const fs::path& file, const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return false;
  const fs::path from_there = fs::relative(file, folder, error);
  return !error && !from_there.empty() && *from_there.begin() != "..";
}

}  // namespace

Output::Output(const Environment& environment, const std::optional<std::string>& path,
               const std::vector<std::string>& inputs)
    : environment_{environment} {
  constexpr std::array<std::string_view, 4> standard_output = {"-", "/dev/stdout", "/dev/fd/1",
                                                               "/proc/self/fd/1"};
  if (!path || std::ranges::find(standard_output, *path) != standard_output.end()) return;
  if (path->empty()) throw CommandError{"--output needs the name of a file"};
  target_ = is_stream(*path) ? fs::path{*path} : follow_links(*path);
  std::error_code ignored;
  const bool is_there = fs::is_regular_file(target_, ignored);
  for (std::size_t i = 0; is_there && i < inputs.size(); ++i) {
    if (fs::equivalent(target_, inputs[i], ignored)) {
      throw CommandError{
          fmt::format("cannot write {}: it is one of the files to read", visible(*path))};
    }
    if (lies_in(target_, inputs[i])) {
      throw CommandError{
          fmt::format("cannot write {}: it is in {}, a folder to read; name a new file",
                      visible(*path), visible(inputs[i]))};
    }
  }
  if (fs::is_directory(target_, ignored)) {
    errno = EISDIR;
    fail();
  }
  const fs::path folder = target_.has_parent_path() ? target_.parent_path() : ".";
  if (access(replaces() ? folder.c_str() : target_.c_str(), W_OK) != 0) fail();
}

void Output::fail() const {
  throw CommandError{
      fmt::format("{}: {}", visible(target_.string()), std::generic_category().message(errno))};
}

// Whether the result takes the place of the target. What is no file, a pipe or /dev/null, is
// written to as it is.
bool Output::replaces() const {
  if (is_stream(target_)) return false;
  std::error_code ignored;
  const fs::file_status status = fs::status(target_, ignored);
  return !fs::exists(status) || fs::is_regular_file(status);
}

void Output::open() {
  errno = 0;
  if (!replaces()) {
    file_.open(target_, std::ios::binary | std::ios::app);
  } else {
    temporary_.emplace(target_);
    if (!temporary_->path().empty()) file_.open(temporary_->path(), std::ios::binary);
  }
  if (!file_.is_open()) fail();
}

void Output::write(std::string text) {
  buffered_bytes_ += text.size();
  buffer_.push_back(std::move(text));
  if (is_streaming_ || buffered_bytes_ >= buffer_limit) flush();
}

bool Output::would_print(std::size_t size) const {
  return target_.empty() && environment_.out_is_terminal &&
         (is_streaming_ || buffered_bytes_ + size >= buffer_limit);
}

// Writes what is held back.
void Output::flush() {
  if (!target_.empty() && !file_.is_open()) open();
  for (const std::string& text : buffer_) {
    errno = 0;
    if (target_.empty()) {
      pipe_is_closed_ = pipe_is_closed_ || !write_out(environment_, text);
    } else if (!file_.write(text.data(), static_cast<std::streamsize>(text.size()))) {
      fail();
    }
  }
  is_streaming_ = true;
  buffer_.clear();
}

void Output::commit() {
  flush();
  if (target_.empty()) return;
  errno = 0;
  file_.close();
  if (!file_) fail();
  if (temporary_ && !temporary_->move_to(target_)) fail();
}

}  // namespace ssi
