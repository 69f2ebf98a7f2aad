#include "linkedin/sources.hpp"

#include <algorithm>
#include <filesystem>
#include <istream>

#include <fmt/format.h>

#include "base/read_all.hpp"
#include "base/text.hpp"
#include "linkedin/archive.hpp"
#include "linkedin/dates.hpp"
#include "linkedin/text.hpp"
#include "linkedin/twin.hpp"

namespace ssi::linkedin {
namespace {

constexpr std::string_view zip_mark = "PK\x03\x04";
constexpr std::string_view empty_zip_mark = "PK\x05\x06";

bool is_zip(std::string_view start) {
  return start.starts_with(zip_mark) || start.starts_with(empty_zip_mark);
}

void read_file(const ArchiveFile& file, const std::string& name, const KindInfo& kind,
               const ReceiveRow& receive, Diagnostics& diagnostics) {
  std::string text = file.read();
  if (is_zip(text)) {
    throw TableError{Code::wrong_type, "an Excel workbook, not CSV; nothing of it counts"};
  }
  if (to_utf8(text) == Encoding::latin1) {
    diagnostics.report({.severity = Severity::warning,
                        .code = Code::syntax,
                        .file = name,
                        .message = "not UTF-8, read as Latin-1; words may be misread"});
  }
  if (text.find('\0') != text.npos) {
    throw TableError{Code::wrong_type, "no text; nothing of it counts"};
  }
  if (kind.framing == Framing::page) return read_page(text, receive);
  read_table(text, kind, receive);
}

// An article lies in a folder of that name, unless the folders were taken away.
bool is_in_articles(std::string_view path) {
  return lowered(path).find("articles/") != std::string::npos;
}

void add_files(const std::vector<ArchiveFile>& files, const std::string& part,
               std::vector<Source>& sources) {
  for (const ArchiveFile& file : files) {
    const auto kind = kind_of_file(file.path);
    if (!kind) continue;
    if (*kind == Kind::articles && !is_in_articles(file.path) &&
        file.read().find(page_mark) == std::string::npos) {
      continue;  // some other page
    }
    std::string name = fmt::format("{}/{}", part, file.path);
    std::string account = name;
    if (*kind == Kind::articles) account.replace(name.rfind('/') + 1, name.npos, "*.html");
    sources.push_back(
        {*kind, name, std::move(account),
         [file, name, &kind = info(*kind)](const ReceiveRow& receive, Diagnostics& diagnostics) {
           read_file(file, name, kind, receive, diagnostics);
         }});
  }
}

void add_twin(std::string text, const std::string& part, std::vector<Source>& sources) {
  const auto twin = std::make_shared<Twin>(std::move(text));
  for (const Kind kind : twin->kinds()) {
    const std::string name = fmt::format("{}/{}", part, info(kind).domain);
    sources.push_back(
        {kind, name, name, [twin, kind](const ReceiveRow& receive, Diagnostics& /*diagnostics*/) {
           twin->read(kind, receive);
         }});
  }
}

// The date that a folder or a file has in its own name.
std::optional<Day> date_of(const std::filesystem::path& path) {
  return date_in_name(path.filename().string());
}

}  // namespace

PartDate add_sources(ExportPart& part, std::vector<Source>& sources) {
  std::vector<ArchiveFile> files;
  PartDate date{.named = date_of(part.name)};
  if (!part.stream) {
    files = files_of_folder(part.name);
    std::error_code ignored;  // the folder has just been read
    date.named = date_of(std::filesystem::canonical(part.name, ignored));
  } else if (part.stream->peek() == zip_mark.front()) {
    files = files_of_zip(std::move(part.stream));
  } else {
    add_twin(read_all(*part.stream), part.name, sources);
  }
  for (const ArchiveFile& file : files) {
    date.named = std::max(date.named, date_in_name(file.path));
    date.packed = std::max(date.packed, file.packed_on);
  }
  add_files(files, part.name, sources);
  return date;
}

}  // namespace ssi::linkedin

namespace ssi {

bool is_export(std::string_view start) {
  return linkedin::is_zip(start) || start.find("\"snapshotDomain\"") != start.npos ||
         start.find("\"snapshotData\"") != start.npos;
}

}  // namespace ssi
