#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.hpp"
#include "page/parts.hpp"

namespace ssi {
namespace {

using enum Column::Kind;

// What all names start with, up to a slash.
std::string common_start(const std::vector<FileAccount>& files) {
  std::string start = files.front().name;
  for (const FileAccount& file : files) {
    const auto [differs, ignored] = std::ranges::mismatch(start, file.name);
    start.erase(differs, start.end());
  }
  return start.substr(0, start.rfind('/') + 1);
}

// `3 not sent, 1 as spam`
std::string reasons_of(const FileAccount& file) {
  std::vector<std::string> reasons;
  for (std::size_t i = 0; i < file.set_aside.size(); ++i) {
    if (file.set_aside[i] == 0) continue;
    reasons.push_back(fmt::format("{} {}", file.set_aside[i], names_of<SetAside>[i]));
  }
  return fmt::format("{}", fmt::join(reasons, ", "));
}

// The signals that are not measured, by the reason.
std::vector<std::string> gaps_of(const std::vector<Unmeasured>& unmeasured) {
  std::map<std::string_view, std::vector<std::string_view>> by_reason;
  for (const Unmeasured& gap : unmeasured) by_reason[gap.why].push_back(name(gap.signal));
  std::vector<std::string> lines;
  lines.reserve(by_reason.size());
  for (const auto& [why, signals] : by_reason) {
    lines.push_back(fmt::format("{}: {}", why, fmt::join(signals, ", ")));
  }
  return lines;
}

}  // namespace

Page page_of(const ImportedLog& imported) {
  const std::string start = common_start(imported.files);
  Page page{.title = start.empty() ? "Import" : "Import of " + start,
            .context = counted(imported.files.size(), "file", "files")};
  Table table{.title = "Rows",
              .columns = {{"file"},
                          {"set aside", reason},
                          {"in all", number},
                          {"counted", number},
                          {"unreadable", number}}};
  for (const FileAccount& file : imported.files) {
    table.rows.push_back({file.name.substr(start.size()), reasons_of(file), file.rows, file.counted,
                          file.unreadable});
  }
  page.add(std::move(table));
  page.add(list_of("Not measured", gaps_of(imported.unmeasured)));
  page.add(Paragraph{.text = why_no_total(imported), .tone = Tone::bad});
  return page;
}

}  // namespace ssi
