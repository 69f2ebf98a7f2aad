#include "cli/open_log.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <istream>
#include <span>
#include <sstream>
#include <streambuf>
#include <system_error>

#include <fmt/format.h>

#include "base/gunzip.hpp"
#include "base/read_all.hpp"
#include "base/read_error.hpp"
#include "base/text.hpp"
#include "cli/files.hpp"

namespace ssi {
namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& file) {
  std::error_code ignored;
  return fs::is_directory(file, ignored);
}

// Null, and the reason in `errno`, if it cannot be opened.
std::unique_ptr<std::istream> open_file(const Environment& environment, const std::string& file) {
  if (file == "-") return std::make_unique<std::istream>(environment.in.rdbuf());
  errno = 0;
  auto stream = std::make_unique<std::ifstream>(file, std::ios::binary);
  if (!stream->is_open()) return nullptr;
  return stream;
}

std::unique_ptr<std::istream> open_file(const Environment& environment, const std::string& file,
                                        Diagnostics& diagnostics) {
  auto stream = open_file(environment, file);
  if (!stream) {
    const int why = errno;
    diagnostics.report(
        {.code = Code::io,
         .file = name_of(file),
         .message = std::generic_category().message(why) + (why == ENOENT ? file_hint(file) : "")});
  }
  return stream;
}

// The beginning of a stream, enough to see what it is.
std::string read_start(std::istream& stream) {
  std::string start(std::size_t{4} << 10U, '\0');
  stream.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(stream.gcount()));
  return start;
}

/// A stream whose beginning has been read, from there.
class Resumed : public std::istream {
 public:
  Resumed(std::string start, std::unique_ptr<std::istream> rest)
      : std::istream{nullptr}, buffer_{std::move(start), std::move(rest)} {
    rdbuf(&buffer_);
    exceptions(buffer_.rest().exceptions());
  }

 private:
  class Buffer : public std::streambuf {
   public:
    Buffer(std::string start, std::unique_ptr<std::istream> rest)
        : start_{std::move(start)}, rest_{std::move(rest)} {
      setg(start_.data(), start_.data(), start_.data() + start_.size());
    }
    [[nodiscard]] const std::istream& rest() const { return *rest_; }

   private:
    std::streamsize xsgetn(char* to, std::streamsize wanted) override {
      const auto first = std::min<std::streamsize>(wanted, egptr() - gptr());
      std::copy_n(gptr(), first, to);
      gbump(static_cast<int>(first));
      return first + rest_->rdbuf()->sgetn(to + first, wanted - first);
    }
    int_type underflow() override {
      const int_type next = rest_->rdbuf()->sbumpc();
      if (traits_type::eq_int_type(next, traits_type::eof())) return next;
      start_.assign(1, traits_type::to_char_type(next));
      setg(start_.data(), start_.data(), start_.data() + 1);
      return next;
    }

    std::string start_;
    std::unique_ptr<std::istream> rest_;
  };

  Buffer buffer_;
};

/// A file, unpacked if it was packed with gzip, whose start has been read.
struct Started {
  std::string name{};  // as if it had not been packed
  std::unique_ptr<std::istream> stream{};
  std::string start{};
};

// Without a stream, and with an error in `diagnostics`, if it cannot be opened.
Started open_started(const Environment& environment, const std::string& file,
                     Diagnostics& diagnostics) try {
  Started result{.name = name_of(file), .stream = open_file(environment, file, diagnostics)};
  if (!result.stream) return result;
  result.start = read_start(*result.stream);
  if (!is_gzip(result.start)) return result;
  result.stream =
      gunzip(std::make_unique<Resumed>(std::move(result.start), std::move(result.stream)));
  result.start = read_start(*result.stream);
  if (lowered(result.name).ends_with(".gz")) result.name.resize(result.name.size() - 3);
  return result;
} catch (const ReadError& error) {
  diagnostics.report({.code = error.code, .file = name_of(file), .message = error.what()});
  return {};
}

// A part whose stream can be sought in, for a ZIP is read from its end.
std::optional<ExportPart> part_of(Started started, Diagnostics& diagnostics) {
  started.stream->clear();
  if (started.stream->tellg() < 0 || !started.stream->seekg(0)) {
    started.stream->clear();
    try {
      started.stream =
          std::make_unique<std::istringstream>(started.start + read_all(*started.stream));
    } catch (const ReadError& error) {
      diagnostics.report({.code = error.code, .file = started.name, .message = error.what()});
      return std::nullopt;
    }
  }
  return ExportPart{.name = std::move(started.name), .stream = std::move(started.stream)};
}

void add(ExportTally& tally, const ImportedLog& imported) {
  ++tally.exports;
  for (const FileAccount& file : imported.files) {
    tally.rows += file.rows;
    tally.counted += file.counted;
    tally.unreadable += file.unreadable;
  }
}

// What was imported as a log that was read.
OpenedLog member_log(const ActivityLog& log, const std::string& name, Diagnostics& diagnostics) {
  MemberLog result{.origin = Origin{name, {}},
                   .member = log.member,
                   .as_of = log.as_of,
                   .not_measured = log.not_measured};
  result.timeline.add(log.profile);
  for (const Activity& activity : log.activities) {
    if (result.timeline.add(activity)) continue;
    diagnostics.report(
        {.code = Code::limit, .file = name, .message = "more than 2^62 of something"});
    return nullptr;
  }
  return result;
}

// The log that is made of an export.
OpenedLog import_parts(std::span<ExportPart> parts, const std::string& name,
                       Diagnostics& diagnostics, ExportTally& tally) {
  const auto imported = import_linkedin(parts, Strictness::lenient, diagnostics);
  if (!imported) return nullptr;
  add(tally, *imported);
  if (std::string why = why_no_total(*imported); !why.empty()) {
    diagnostics.report({.severity = Severity::warning,
                        .code = Code::no_total,
                        .file = name,
                        .message = std::move(why)});
  }
  return member_log(imported->log, name, diagnostics);
}

}  // namespace

std::string name_of(const std::string& file) {
  return file == "-" ? "standard input" : file;
}

bool is_export_file(const std::string& file) {
  std::error_code ignored;
  if (is_folder(file)) return true;
  if (file == "-" || !fs::is_regular_file(file, ignored)) return false;
  std::ifstream stream{file, std::ios::binary};
  return is_export(file, read_start(stream));
}

std::optional<ExportPart> open_part(const Environment& environment, const std::string& file,
                                    Diagnostics& diagnostics) {
  if (is_folder(file)) return ExportPart{.name = file, .stream = nullptr};
  Started part = open_started(environment, file, diagnostics);
  if (!part.stream) return std::nullopt;
  return part_of(std::move(part), diagnostics);
}

std::string ExportTally::summary() const {
  return fmt::format("{} of {}: {} counted, {} set aside, {} unreadable; 'ssi import' shows which",
                     ssi::counted(rows, "row", "rows"), ssi::counted(exports, "export", "exports"),
                     counted, rows - counted - unreadable, unreadable);
}

OpenedLog open_exports(const Environment& environment, const std::vector<std::string>& files,
                       Diagnostics& diagnostics, ExportTally& tally) {
  std::vector<ExportPart> parts;
  for (const std::string& file : files) {
    auto part = open_part(environment, file, diagnostics);
    if (!part) return nullptr;
    parts.push_back(std::move(*part));
  }
  return import_parts(parts, parts.front().name, diagnostics, tally);
}

OpenedLog open_log(const Environment& environment, const std::string& file,
                   Diagnostics& diagnostics, ExportTally& tally) {
  if (is_folder(file)) return open_exports(environment, {file}, diagnostics, tally);
  Started log = open_started(environment, file, diagnostics);
  if (!log.stream) return nullptr;
  if (!is_export(log.name, log.start)) {
    return std::make_unique<Resumed>(std::move(log.start), std::move(log.stream));
  }
  auto part = part_of(std::move(log), diagnostics);
  if (!part) return nullptr;
  return import_parts({&*part, 1}, name_of(file), diagnostics, tally);
}

}  // namespace ssi
