// Finds the tables of an export in whatever people hand over: the ZIP, several ZIPs, a folder of
// files as unpacked or all in one place, one CSV file, the JSON of the API in one file or many.
// Most files are read only when their turn comes.

#include "linkedin/sources.hpp"

#include <algorithm>
#include <filesystem>
#include <istream>
#include <set>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "base/read_all.hpp"
#include "base/text.hpp"
#include "linkedin/api_pages.hpp"
#include "linkedin/archive.hpp"
#include "linkedin/dates.hpp"
#include "linkedin/text.hpp"
#include "linkedin/workbook.hpp"

namespace ssi::linkedin {
namespace {

constexpr std::string_view zip_mark = "PK\x03\x04";
constexpr std::string_view empty_zip_mark = "PK\x05\x06";

bool is_zip(std::string_view start) {
  return start.starts_with(zip_mark) || start.starts_with(empty_zip_mark);
}

// Reads a file, whatever its encoding. LinkedIn itself has used UTF-8 and UTF-16; spreadsheets save
// Latin-1, and some save a workbook under the old name.
void read_file(const ArchiveFile& file, const std::string& name, const KindInfo& kind,
               const ReceiveRow& receive, Diagnostics& diagnostics) {
  std::string text = file.read();
  if (kind.framing == Framing::workbook) return read_analytics(std::move(text), receive);
  if (is_zip(text)) {
    throw TableError{Code::wrong_type, "an Excel workbook, not CSV; nothing in it counts"};
  }
  if (to_utf8(text) == Encoding::latin1) {
    diagnostics.report({.severity = Severity::warning,
                        .code = Code::syntax,
                        .file = name,
                        .message = "not UTF-8, read as Latin-1; words may be misread"});
  }
  // Files of old Macs have lines that end in a carriage return alone.
  if (text.find('\n') == text.npos) std::ranges::replace(text, '\r', '\n');
  if (text.find('\0') != text.npos) {
    throw TableError{Code::wrong_type, "not text; nothing in it counts"};
  }
  if (kind.framing == Framing::page) return read_page(text, receive);
  read_table(text, kind, receive);
}

// Whether an HTML file is an article: by its folder, or if somebody has put all files in one place,
// by its content. A page that cannot be read may be anything, and is no error here.
bool is_article(const ArchiveFile& file) {
  if (lowered(file.path).find("articles/") != std::string::npos) return true;
  try {
    return file.read().find(page_mark) != std::string::npos;
  } catch (const ReadError&) {
    return false;
  }
}

std::string folder_of(std::string_view path) {
  return std::string{path.substr(0, path.find_last_of("/\\") + 1)};
}

// Whether JSON has `snapshotDomain` or `snapshotData` where the API has them: in an object at the
// top, in lists, and below `elements`. By hand, as `text` is only the start of a file and may be
// cut anywhere. The same word deeper down, in the name of a member, makes no export of a log.
bool is_api_json(std::string_view text) {
  std::vector<bool> may_hold;  // for each open object and list: whether the API's keys may be in it
  bool next_may_hold = true;
  bool after_string = false;
  std::string_view word;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      const std::size_t start = i + 1;
      for (++i; i < text.size() && text[i] != '"'; ++i)
        if (text[i] == '\\') ++i;
      word = text.substr(start, std::min(i, text.size()) - start);
      after_string = true;
      continue;
    }
    if (c == ':' && after_string && !may_hold.empty()) {
      const bool is_mark = word == "snapshotDomain" || word == "snapshotData";
      if (is_mark && may_hold.back()) return true;
      next_may_hold = may_hold.back() && word == "elements";
    } else if (c == '{' || c == '[') {
      may_hold.push_back(next_may_hold);
      next_may_hold = next_may_hold && c == '[';
    } else if (c == '}' || c == ']') {
      if (!may_hold.empty()) may_hold.pop_back();
      next_may_hold = may_hold.empty() || may_hold.back();
    }
    after_string = after_string && c <= ' ';
  }
  return false;
}

/// A file with the JSON of the API.
struct ApiFile {
  std::string name{};
  std::shared_ptr<const ApiPages> pages;
};

// Goes through the files of a part, and through the ZIPs among them, as LinkedIn may send two and
// people keep both in a folder.
class PartReader {
 public:
  PartReader(const std::string& name, std::vector<Source>& sources, Diagnostics& diagnostics)
      : sources_{sources}, diagnostics_{diagnostics} {
    facts_.named = date_in_name(std::filesystem::path{name}.filename().string());
  }

  void add_folder(const std::string& name) {
    const std::vector<ArchiveFile> files = files_of_folder(name);
    std::error_code ignored;  // the folder has just been read
    facts_.named = date_in_name(std::filesystem::canonical(name, ignored).filename().string());
    // A folder with one of these is taken for a whole archive: LinkedIn packs both every time.
    facts_.is_whole |= std::ranges::any_of(files, [](const ArchiveFile& file) {
      const std::string base = plain_name(file.path.substr(folder_of(file.path).size()));
      return base.ends_with(".csv") &&
             (base.starts_with("registration") || base.starts_with("profile"));
    });
    add_files(files, name);
  }
  void add_zip(std::unique_ptr<std::istream> stream, const std::string& name) {
    facts_.is_whole = true;
    add_files(files_of_zip(std::move(stream)), name);
  }
  void add_single(std::string text, const std::string& name) {
    const ArchiveFile file{name, [text = std::move(text)] { return text; }};
    const auto about = file_name(name);
    if (!about) {
      throw ReadError{Code::missing,
                      "no file of a LinkedIn export has this name; name it as LinkedIn does, such "
                      "as Connections.csv"};
    }
    add_file(file, about->kind, name);
  }
  // The pages of one domain are one table, in however many files they are.
  void add_api_files(const std::vector<ApiFile>& files, const std::string& part) {
    std::set<Kind> present;
    for (const ApiFile& file : files) present.merge(file.pages->kinds());
    for (const Kind kind : present) {
      const std::string name = fmt::format("{}/{}", part, info(kind).domain);
      sources_.push_back({kind, name, name,
                          [files, kind](const ReceiveRow& receive, Diagnostics& /*diagnostics*/) {
                            for (const ApiFile& file : files) {
                              const std::string place =
                                  fmt::format("{}/{}", file.name, info(kind).domain);
                              file.pages->read(kind, place, receive);
                            }
                          }});
    }
  }
  [[nodiscard]] const PartFacts& facts() const { return facts_; }

 private:
  void add_files(const std::vector<ArchiveFile>& files, const std::string& part) {
    // A copy counts only if the original is not beside it: both together would count twice.
    std::set<std::pair<std::string, Kind>> originals;
    for (const ArchiveFile& file : files) {
      facts_.named = std::max(facts_.named, date_in_name(file.path));
      facts_.packed = std::max(facts_.packed, file.packed_on);
      const auto about = file_name(file.path);
      if (about && !about->is_copy) originals.emplace(folder_of(file.path), about->kind);
    }
    std::vector<ApiFile> api_files;
    for (const ArchiveFile& file : files) {
      const std::string name = fmt::format("{}/{}", part, file.path);
      const auto about = file_name(file.path);
      if (!about) {
        add_nested(file, name, api_files);
      } else if (about->is_copy && originals.contains({folder_of(file.path), about->kind})) {
        diagnostics_.report({.severity = Severity::warning,
                             .code = Code::set_aside,
                             .file = name,
                             .message = fmt::format("a copy, not read: {}.csv is next to it",
                                                    info(about->kind).file)});
      } else if (about->kind != Kind::articles || is_article(file)) {
        add_file(file, about->kind, name);
      }
    }
    std::ranges::sort(api_files, {}, &ApiFile::name);
    add_api_files(api_files, part);
  }

  void add_file(const ArchiveFile& file, Kind kind, const std::string& name) {
    std::string account = name;
    if (kind == Kind::articles) account.replace(name.rfind('/') + 1, name.npos, "*.html");
    sources_.push_back(
        {kind, name, std::move(account),
         [file, name, &kind = info(kind)](const ReceiveRow& receive, Diagnostics& diagnostics) {
           read_file(file, name, kind, receive, diagnostics);
         }});
  }

  // Reads what would be an export by itself: the JSON of the API, and a ZIP in a folder or in
  // another ZIP, but none within that: a bomb may nest for ever.
  // NOLINTNEXTLINE(misc-no-recursion)
  void add_nested(const ArchiveFile& file, const std::string& name,
                  std::vector<ApiFile>& api_files) {
    constexpr int deepest = 1;
    if (file.path.find("__MACOSX/") != std::string::npos) return;
    const std::string path = lowered(file.path);
    try {
      if (path.ends_with(".json") || path.ends_with(".jsonl")) {
        std::string text = file.read();
        (void)to_utf8(text);
        if (!is_api_json(text)) return;
        api_files.push_back({name, std::make_shared<ApiPages>(std::move(text))});
      } else if (path.ends_with(".zip") && depth_ < deepest) {
        ++depth_;
        add_zip(std::make_unique<std::istringstream>(file.read()), name);
        --depth_;
      }
    } catch (const ReadError& error) {
      throw ReadError{error.code, fmt::format("{}: {}", visible(file.path), error.what())};
    }
  }

  std::vector<Source>& sources_;
  Diagnostics& diagnostics_;
  PartFacts facts_;
  int depth_ = 0;
};

// Whether a file is named as a single one that an export may hold.
bool is_single_name(std::string_view name) {
  const std::string small = lowered(name);
  return small.ends_with(".csv") || small.ends_with(".xlsx");
}

}  // namespace

PartFacts add_sources(ExportPart& part, std::vector<Source>& sources, Diagnostics& diagnostics) {
  PartReader reader{part.name, sources, diagnostics};
  if (!part.stream) {
    reader.add_folder(part.name);
  } else if (is_single_name(part.name)) {
    reader.add_single(read_all(*part.stream), part.name);
  } else if (part.stream->peek() == zip_mark.front()) {
    reader.add_zip(std::move(part.stream), part.name);
  } else {
    reader.add_api_files({{part.name, std::make_shared<ApiPages>(read_all(*part.stream))}},
                         part.name);
  }
  return reader.facts();
}

}  // namespace ssi::linkedin

namespace ssi {

bool is_export_folder(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  for (fs::directory_iterator at{path, error}, end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (lowered(name).ends_with(".csv") && linkedin::file_name(name)) return true;
  }
  return false;
}

bool is_export(std::string_view name, std::string_view start) {
  if (linkedin::is_zip(start)) return true;
  std::string text{start};
  (void)linkedin::to_utf8(text);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  const bool is_json = first < text.size() && (text[first] == '{' || text[first] == '[');
  return is_json ? linkedin::is_api_json(text) : linkedin::is_single_name(name);
}

}  // namespace ssi
