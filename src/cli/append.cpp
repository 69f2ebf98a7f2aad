#include "cli/append.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <fstream>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.hpp"
#include "cli/console.hpp"
#include "cli/files.hpp"
#include "cli/temporary.hpp"

namespace ssi {
namespace {

namespace fs = std::filesystem;

/// An open file. Closing it gives up its lock.
class File {
 public:
  File(const fs::path& path, int flags) : fd_{open(path.c_str(), flags | O_CLOEXEC)} {}
  ~File() {
    if (is_open()) close(fd_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  [[nodiscard]] bool is_open() const { return fd_ >= 0; }
  [[nodiscard]] int fd() const { return fd_; }

 private:
  int fd_;
};

/// One addition to one file. Functions that return false have left their reason in `errno`.
class Addition {
 public:
  Addition(fs::path target, std::string_view line) : target_{std::move(target)}, line_{line} {}

  // False where there is a file already.
  [[nodiscard]] bool create() const {
    const Temporary fresh{target_};
    if (fresh.path().empty() || !write(fresh.path(), nullptr)) fail();
    if (link(fresh.path().c_str(), target_.c_str()) == 0) return true;
    if (errno != EEXIST) fail();
    return false;
  }

  void replace(const File& old) const {
    Temporary fresh{target_};
    if (fresh.path().empty() || !write(fresh.path(), &old)) fail();
    if (!fresh.move_to(target_)) fail();
  }

  // Waits until nobody else adds to the file. False if it is no longer the one of that name.
  [[nodiscard]] bool lock(const File& file) const {
    constexpr std::chrono::seconds patience{10};
    constexpr std::chrono::milliseconds pause{5};
    const auto end = std::chrono::steady_clock::now() + patience;
    while (flock(file.fd(), LOCK_EX | LOCK_NB) != 0) {
      if (errno != EINTR && errno != EWOULDBLOCK) fail();
      if (std::chrono::steady_clock::now() > end) {
        throw CommandError{
            fmt::format("{}: nothing was added: another program has held the lock of this file for "
                        "{} seconds",
                        visible(target_.string()), patience.count())};
      }
      std::this_thread::sleep_for(pause);
    }
    struct stat locked {};
    struct stat named {};
    return fstat(file.fd(), &locked) == 0 && stat(target_.c_str(), &named) == 0 &&
           locked.st_dev == named.st_dev && locked.st_ino == named.st_ino;
  }

  [[noreturn]] void fail() const {
    throw CommandError{
        fmt::format("{}: {}", visible(target_.string()), std::generic_category().message(errno))};
  }

 private:
  [[nodiscard]] bool write(const fs::path& path, const File* old) const {
    const File fresh{path, O_WRONLY};
    if (!fresh.is_open()) return false;
    char last = '\n';
    if (old != nullptr && !copy(*old, fresh, last)) return false;
    const std::string end = last == '\n' ? "" : "\n";
    return put(fresh, end + std::string{line_} + '\n') && fsync(fresh.fd()) == 0;
  }

  [[nodiscard]] static bool copy(const File& from, const File& to, char& last) {
    std::array<char, 1U << 16U> buffer{};
    while (true) {
      const ssize_t size = read(from.fd(), buffer.data(), buffer.size());
      if (size < 0 && errno == EINTR) continue;
      if (size <= 0) return size == 0;
      const std::string_view text{buffer.data(), static_cast<std::size_t>(size)};
      if (!put(to, text)) return false;
      last = text.back();
    }
  }

  [[nodiscard]] static bool put(const File& to, std::string_view text) {
    while (!text.empty()) {
      const ssize_t size = ::write(to.fd(), text.data(), text.size());
      if (size >= 0) {
        text.remove_prefix(static_cast<std::size_t>(size));
      } else if (errno != EINTR) {
        return false;
      }
    }
    return true;
  }

  fs::path target_;
  std::string_view line_;
};

// The first lines of a file, up to the first that is not blank.
std::string first_lines(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  std::string start;
  for (std::string line; std::getline(file, line);) {
    start += line + '\n';
    if (line.find_first_not_of(" \t\r") != std::string::npos) return start;
  }
  return {};
}

}  // namespace

void append_line(const std::string& path, std::string_view line,
                 const std::function<void(const std::string& start)>& check) {
  const fs::path target = follow_links(path);
  const Addition addition{target, line};
  while (true) {
    const File log{target, O_RDWR};  // for reading only, but who may not write to it may not add
    if (!log.is_open()) {
      if (errno != ENOENT) addition.fail();
      if (addition.create()) return;
      continue;
    }
    std::error_code ignored;
    if (!fs::is_regular_file(target, ignored)) {
      throw CommandError{fmt::format("{}: no regular file", visible(target.string()))};
    }
    if (!addition.lock(log)) continue;
    const std::string start = first_lines(target);
    if (!start.empty()) check(start);
    return addition.replace(log);
  }
}

bool create_with_line(const std::string& path, std::string_view line) {
  return Addition{follow_links(path), line}.create();
}

}  // namespace ssi
