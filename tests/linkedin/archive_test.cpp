#include "linkedin/archive.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "base/read_error.hpp"
#include "support/catch.hpp"
#include "support/exports.hpp"
#include "support/run_app.hpp"

namespace ssi::linkedin::test {
namespace {

using namespace std::string_literals;
using ssi::test::Folder;
using ssi::test::zip_of;
using ssi::test::ZipFile;
namespace fs = std::filesystem;

std::vector<ArchiveFile> open_zip(const std::string& zip) {
  return files_of_zip(std::make_unique<std::istringstream>(zip));
}

std::vector<std::string> paths_of(const std::vector<ArchiveFile>& files) {
  std::vector<std::string> paths;
  for (const ArchiveFile& file : files) paths.push_back(file.path);
  std::ranges::sort(paths);
  return paths;
}

// Why something cannot be read; empty where it can.
template <class Do>
std::string refusal(const Do& act) {
  try {
    act();
    return "";
  } catch (const ReadError& error) {
    return std::string{name(error.code)} + ": " + error.what();
  }
}

TEST_CASE("a ZIP gives its files by its central directory") {
  const auto files =
      open_zip(zip_of({{"a.csv", "one\n"}, {"Jobs/b c.csv", ""}, {"ü.csv", "\0x"s}}));
  CHECK(paths_of(files) == std::vector<std::string>{"Jobs/b c.csv", "a.csv", "ü.csv"});
  CHECK(files[0].read() == "one\n");
  CHECK(files[1].read().empty());
  CHECK(files[2].read() == "\0x"s);
  CHECK(files[0].read() == "one\n");  // as often as wanted
}

TEST_CASE("a large file of a ZIP comes out whole") {
  std::string text;
  for (int i = 0; text.size() < 300'000; ++i) text += std::to_string(i) + "\n";
  CHECK(open_zip(zip_of({{"a.csv", text}}))[0].read() == text);
}

TEST_CASE("a ZIP cut short anywhere is refused, unless all its files are found") {
  const std::string zip = zip_of({{"a.csv", "one\n"}, {"b.csv", "two\n"}});
  constexpr std::size_t end_size = 22;  // of the record that says where the directory is
  for (std::size_t size = 0; size < zip.size(); ++size) {
    std::string all;
    const std::string refused = refusal([&] {
      for (const ArchiveFile& file : open_zip(zip.substr(0, size))) all += file.read();
    });
    INFO(size);
    CHECK((!refused.empty() || (size > zip.size() - end_size && all == "one\ntwo\n")));
  }
}

TEST_CASE("an entry that is damaged, encrypted or lies is refused when it is read") {
  const auto refused = [](const ZipFile& file) {
    const auto files = open_zip(zip_of({file, {"b.csv", "two\n"}}));
    CHECK(files.at(1).read() == "two\n");
    return refusal([&] { (void)files[0].read(); });
  };
  using Catch::Matchers::Contains;
  CHECK_THAT(refused({.path = "a", .text = "one", .crc_error = 1}), Contains("CRC"));
  CHECK_THAT(refused({.path = "a", .text = "one", .is_encrypted = true}), Contains("encrypted"));
  CHECK_THAT(refused({.path = "a", .text = "one", .declared = 2}), Contains("damaged"));
  CHECK_THAT(refused({.path = "a", .text = "one", .declared = 4}), Contains("damaged"));
}

TEST_CASE("a ZIP that declares more than any export holds is refused before it is read") {
  constexpr std::uint32_t mib = 1U << 20U;
  const auto refused = [](const std::vector<ZipFile>& files) {
    return refusal([&] { (void)open_zip(zip_of(files)); });
  };
  const std::string tenth(mib / 10, 'x');
  const auto declaring = [&](std::uint32_t size, const std::string& text) {
    return ZipFile{.path = "a.csv", .text = text, .declared = size};
  };
  // more than 200 times what it takes, unless that is little
  CHECK(refused({declaring(16 * mib, "")}).empty());
  CHECK(refused({declaring(16 * mib + 1, "")}).starts_with("limit: "));
  CHECK(refused({declaring(20 * mib, tenth)}).empty());
  CHECK(refused({declaring(22 * mib, tenth)}).starts_with("limit: "));
  // 1 GiB in one entry
  const std::string much(6 * std::size_t{mib}, 'x');
  CHECK(refused({declaring(1024 * mib, much)}).empty());
  CHECK(refused({declaring(1024 * mib + 1, much)}).starts_with("limit: "));
  // 4 GiB in all
  const std::vector<ZipFile> four(4, declaring(1024 * mib, much));
  CHECK(refused(four).empty());
  std::vector<ZipFile> more = four;
  more.push_back({.path = "b.csv", .text = "x"});
  CHECK(refused(more).starts_with("limit: "));
}

TEST_CASE("a ZIP may have many entries") {
  const std::vector<ZipFile> files(60'000);
  CHECK(open_zip(zip_of(files)).size() == files.size());
}

TEST_CASE("a folder gives its files, and those of the folders in it") {
  const Folder folder;
  fs::create_directories(folder.path("Articles/Articles"));
  folder.write("a.csv", "one\n");
  folder.write("Articles/Articles/b.html", "");
  fs::create_directory_symlink(folder.path("."), folder.path("loop"));
  fs::create_symlink(folder.path("nowhere"), folder.path("dangling.csv"));
  fs::create_symlink(folder.path("own.csv"), folder.path("own.csv"));
  fs::create_symlink(folder.path("a.csv"), folder.path("link.csv"));
  const auto files = files_of_folder(folder.path(""));
  CHECK(paths_of(files) ==
        std::vector<std::string>{"Articles/Articles/b.html", "a.csv", "link.csv"});
  for (const ArchiveFile& file : files) {
    CHECK(file.read() == (file.path.ends_with(".csv") ? "one\n" : ""));
  }
}

TEST_CASE("folders may nest 16 deep") {
  const Folder folder;
  std::string deep;
  for (std::size_t i = 0; i < folder_depth_limit; ++i) deep += "x/";
  fs::create_directories(folder.path(deep));
  folder.write(deep + "a.csv", "");
  CHECK(paths_of(files_of_folder(folder.path(""))) == std::vector<std::string>{deep + "a.csv"});
  fs::create_directories(folder.path(deep + "x"));
  folder.write(deep + "x/a.csv", "");
  CHECK(refusal([&] { (void)files_of_folder(folder.path("")); }) ==
        "limit: more than 16 folders deep");
}

TEST_CASE("a file that is gone, or a folder that is none, is an error") {
  const Folder folder;
  folder.write("a.csv", "one\n");
  const auto files = files_of_folder(folder.path("."));
  fs::remove(folder.path("a.csv"));
  CHECK(refusal([&] { (void)files.at(0).read(); }) == "io: No such file or directory");
  CHECK(refusal([&] { (void)files_of_folder(folder.path("nowhere")); }) ==
        "io: No such file or directory");
}

}  // namespace
}  // namespace ssi::linkedin::test
