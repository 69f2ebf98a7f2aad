#include "cli/temporary.hpp"

#include <array>
#include <atomic>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ssi {
namespace {

namespace fs = std::filesystem;

// What the names of temporaries have behind that of their target. Long enough that no other file is
// taken for one.
constexpr std::string_view infix = ".ssi-";
constexpr std::string_view any_six = "XXXXXX";

// The paths that a signal is to remove. It may come at any moment on any thread, so that they stand
// in memory that is never freed. A run has as many outputs as it has formats, and rarely two.
struct Registered {
  std::atomic<bool> is_taken = false;
  std::atomic<bool> is_whole = false;  // the path is written in full
  std::array<char, PATH_MAX> path{};
};
std::array<Registered, 16> registry;

int enter(const std::string& path) {
  for (std::size_t i = 0; i < registry.size() && path.size() < PATH_MAX; ++i) {
    if (registry[i].is_taken.exchange(true)) continue;
    std::memcpy(registry[i].path.data(), path.c_str(), path.size() + 1);
    registry[i].is_whole = true;
    return static_cast<int>(i);
  }
  return -1;
}

void leave(int index) {
  if (index < 0) return;
  Registered& entry = registry[static_cast<std::size_t>(index)];
  entry.is_whole = false;
  entry.is_taken = false;
}

extern "C" void remove_and_end(int signal) {
  for (const Registered& entry : registry) {
    if (entry.is_whole) (void)unlink(entry.path.data());
  }
  (void)std::signal(signal, SIG_DFL);
  (void)std::raise(signal);
}

// Takes the lock of a file unless another run holds it; -1 if so.
int try_lock(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0) return fd;
  if (fd >= 0) close(fd);
  return -1;
}

bool is_temporary_of(const std::string& target, const std::string& name) {
  return name.size() == target.size() + infix.size() + any_six.size() && name.starts_with(target) &&
         std::string_view{name}.substr(target.size()).starts_with(infix);
}

// Temporaries that nobody holds a lock of were left behind by a run that was killed.
void remove_left_behind(const fs::path& target) {
  std::error_code error;
  const fs::path folder = target.has_parent_path() ? target.parent_path() : ".";
  const std::string name = target.filename().string();
  for (fs::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error)) {
    if (!is_temporary_of(name, at->path().filename().string())) continue;
    const std::string path = at->path().string();
    const int lock = try_lock(path);
    if (lock < 0) continue;
    (void)unlink(path.c_str());
    close(lock);
  }
}

// The rights and the owner that `target` has or would get.
void give_rights(int fd, const fs::path& target) {
  struct stat existing {};
  const mode_t mask = umask(0);
  umask(mask);
  mode_t mode = 0666U & ~mask;
  if (stat(target.c_str(), &existing) == 0) {
    mode = existing.st_mode & 0777U;
    // Only a privileged user can give a file away; others go on to own what they write.
    [[maybe_unused]] const int kept = fchown(fd, existing.st_uid, existing.st_gid);
  }
  (void)fchmod(fd, mode);  // without it the file is more private than asked for, and whole
}

}  // namespace

Temporary::Temporary(const fs::path& target) {
  remove_left_behind(target);
  // Before it has its lock, another run may take a new file for one left behind.
  while (path_.empty()) {
    std::string name = target.string().append(infix).append(any_six);
    lock_ = mkostemp(name.data(), O_CLOEXEC);
    if (lock_ < 0) return;
    registered_ = enter(name);
    struct stat made {};
    if (flock(lock_, LOCK_EX) == 0 && fstat(lock_, &made) == 0 && made.st_nlink > 0) {
      path_ = name;
    } else {
      forget();
    }
  }
  give_rights(lock_, target);
}

Temporary::~Temporary() {
  if (!path_.empty()) (void)unlink(path_.c_str());
  forget();
}

void Temporary::forget() {
  leave(registered_);
  if (lock_ >= 0) close(lock_);
}

bool Temporary::move_to(const fs::path& target) {
  if (std::rename(path_.c_str(), target.c_str()) != 0) return false;
  path_.clear();
  return true;
}

void remove_temporaries_on_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction old {};
    struct sigaction action {};
    action.sa_handler = remove_and_end;
    sigemptyset(&action.sa_mask);
    // Who started the program with a signal ignored, as nohup does, wants it to be.
    if (sigaction(signal, nullptr, &old) == 0 && old.sa_handler != SIG_IGN) {
      (void)sigaction(signal, &action, nullptr);
    }
  }
}

}  // namespace ssi
