// Reads ZIPs with minizip, and never trusts what they declare: sizes are limited before anything is
// unpacked, and entries that share their bytes, as in a ZIP bomb, are refused.

#include <algorithm>
#include <array>
#include <istream>

#include <fmt/format.h>
#include <minizip/unzip.h>

#include "base/limits.hpp"
#include "base/read_error.hpp"
#include "base/text.hpp"
#include "linkedin/archive.hpp"

namespace ssi::linkedin {
namespace {

// Functions for minizip to read from a stream, which need not be a file.
std::istream& stream_of(voidpf stream) {
  return *static_cast<std::istream*>(stream);
}

zlib_filefunc64_def functions_for(std::istream& stream) {
  return {.zopen64_file = [](voidpf opaque, const void*, int) { return opaque; },
          .zread_file = [](voidpf, voidpf in, void* buffer, uLong size) -> uLong {
            stream_of(in).read(static_cast<char*>(buffer), static_cast<std::streamsize>(size));
            return static_cast<uLong>(stream_of(in).gcount());
          },
          .zwrite_file = [](voidpf, voidpf, const void*, uLong) -> uLong { return 0; },
          .ztell64_file = [](voidpf, voidpf in) -> ZPOS64_T {
            return static_cast<ZPOS64_T>(stream_of(in).tellg());
          },
          .zseek64_file = [](voidpf, voidpf in, ZPOS64_T offset, int origin) -> long {
            constexpr std::array ways = {std::ios::beg, std::ios::cur, std::ios::end};
            stream_of(in).clear();
            stream_of(in).seekg(static_cast<std::streamoff>(offset),
                                ways.at(static_cast<std::size_t>(origin)));
            return stream_of(in) ? 0 : -1;
          },
          .zclose_file = [](voidpf, voidpf) { return 0; },
          .zerror_file = [](voidpf, voidpf in) { return stream_of(in).bad() ? 1 : 0; },
          .opaque = &stream};
}

// The date of an entry; nothing if it is not in the calendar, as in ZIPs without dates, which have
// zeros there.
std::optional<Day> day_of(const tm_unz& packed) {
  using namespace std::chrono;
  const year_month_day date{year{static_cast<int>(packed.tm_year)}, month{packed.tm_mon + 1},
                            day{packed.tm_mday}};
  return date.ok() ? std::optional<Day>{date} : std::nullopt;
}

class Zip {
 public:
  explicit Zip(std::unique_ptr<std::istream> stream) : stream_{std::move(stream)} {
    stream_->seekg(0, std::ios::end);
    bytes_ = static_cast<std::uint64_t>(std::max<std::streamoff>(stream_->tellg(), 0));
    zlib_filefunc64_def functions = functions_for(*stream_);
    file_ = unzOpen2_64("", &functions);
    if (file_ == nullptr)
      throw ReadError{Code::syntax, "not a complete ZIP: its directory is missing"};
  }
  ~Zip() { unzClose(file_); }
  Zip(const Zip&) = delete;
  Zip& operator=(const Zip&) = delete;

  struct Entry {
    std::string path{};
    unz64_file_pos place{};
    unz_file_info64 info{};
  };
  [[nodiscard]] std::vector<Entry> entries() {
    std::vector<Entry> all;
    for (int at = unzGoToFirstFile(file_); at != UNZ_END_OF_LIST_OF_FILE;
         at = unzGoToNextFile(file_)) {
      if (at != UNZ_OK)
        throw ReadError{Code::syntax, "not a complete ZIP: its directory is broken"};
      all.push_back(entry());
      if (all.size() > export_file_limit) {
        throw ReadError{Code::limit, fmt::format("more than {} entries", export_file_limit)};
      }
    }
    return all;
  }

  // Unpacks an entry and checks its size and checksum. minizip returns an entry packed by a method
  // that it does not know as it is, so the method is checked first.
  [[nodiscard]] std::string read(const Entry& entry) {
    if ((entry.info.flag & 1U) != 0) {
      throw ReadError{Code::io, "encrypted; unpack it and name the folder"};
    }
    constexpr std::array<std::uint64_t, 2> methods = {0, Z_DEFLATED};
    if (std::ranges::find(methods, entry.info.compression_method) == methods.end()) {
      throw ReadError{
          Code::io,
          fmt::format(
              "packed with method {}, which LinkedIn does not use; unpack it and name the folder",
              entry.info.compression_method)};
    }
    if (unzGoToFilePos64(file_, &entry.place) != UNZ_OK || unzOpenCurrentFile(file_) != UNZ_OK) {
      throw ReadError{Code::syntax, "cannot be unpacked: its entry is damaged"};
    }
    std::string text;
    int got = 1;
    while (got > 0) {
      constexpr std::size_t some = std::size_t{1} << 16U;
      const std::size_t size = text.size();
      text.resize(size + some);
      got = unzReadCurrentFile(file_, &text[size], static_cast<unsigned>(some));
      text.resize(size + static_cast<std::size_t>(std::max(got, 0)));
    }
    const bool is_whole = got == 0 && text.size() == entry.info.uncompressed_size;
    const int closed = unzCloseCurrentFile(file_);
    if (closed == UNZ_CRCERROR) {
      throw ReadError{Code::syntax, "damaged: its checksum (CRC) is wrong"};
    }
    if (!is_whole) throw ReadError{Code::syntax, "cannot be unpacked: its content is damaged"};
    return text;
  }

 private:
  [[nodiscard]] Entry entry() {
    Entry entry;
    std::array<char, 4096> name{};
    if (unzGetCurrentFileInfo64(file_, &entry.info, name.data(), name.size(), nullptr, 0, nullptr,
                                0) != UNZ_OK ||
        unzGetFilePos64(file_, &entry.place) != UNZ_OK) {
      throw ReadError{Code::syntax, "not a complete ZIP: its directory is broken"};
    }
    entry.path.assign(name.data(), std::min<std::size_t>(entry.info.size_filename, name.size()));
    check(entry);
    return entry;
  }

  void check(const Entry& entry) {
    const std::uint64_t size = entry.info.uncompressed_size;
    in_all_ += size;
    const bool swells =
        size > any_ratio_size && size / zip_ratio_limit > entry.info.compressed_size;
    if (size > export_file_size_limit || in_all_ > export_size_limit || swells) {
      throw ReadError{
          Code::limit,
          fmt::format("'{}' claims to hold {} bytes packed into {}, which no export has",
                      visible(entry.path), size, entry.info.compressed_size)};
    }
    packed_ += entry.info.compressed_size;
    if (packed_ > bytes_) {
      throw ReadError{Code::limit, "its entries overlap, which no export has"};
    }
  }

  std::unique_ptr<std::istream> stream_;
  unzFile file_ = nullptr;
  std::uint64_t bytes_ = 0;   // size of the ZIP
  std::uint64_t packed_ = 0;  // sum of the entries' sizes in it
  std::uint64_t in_all_ = 0;  // sum of their sizes when unpacked
};

}  // namespace

std::vector<ArchiveFile> files_of_zip(std::unique_ptr<std::istream> stream) {
  const auto zip = std::make_shared<Zip>(std::move(stream));
  std::vector<ArchiveFile> files;
  for (const Zip::Entry& entry : zip->entries()) {
    files.push_back(
        {entry.path, [zip, entry] { return zip->read(entry); }, day_of(entry.info.tmu_date)});
  }
  return files;
}

}  // namespace ssi::linkedin
