#include "cli/files.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

#include <sys/stat.h>
#include <unistd.h>

namespace ssi {

namespace fs = std::filesystem;

fs::path create_beside(const fs::path& target) {
  std::string name = target.string() + ".XXXXXX";
  const int fd = mkstemp(name.data());
  if (fd < 0) return {};
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
  close(fd);
  return name;
}

fs::path follow_links(fs::path path) {
  constexpr int most_links = 40;
  std::error_code error;
  for (int i = 0; i < most_links && fs::is_symlink(path, error); ++i) {
    path = path.parent_path() / fs::read_symlink(path, error);
  }
  return path;
}

}  // namespace ssi
