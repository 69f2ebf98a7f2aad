#include "support/exports.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "support/run_app.hpp"

namespace ssi::test {
namespace {

std::uint32_t crc32(std::string_view text) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : text) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ (0xEDB88320U & (0U - (crc & 1U)));
  }
  return ~crc;
}

// A number in so many bytes, the lowest first.
std::string number(std::uint64_t value, int bytes) {
  std::string out;
  for (; bytes > 0; --bytes, value >>= 8U) out += static_cast<char>(value & 0xFFU);
  return out;
}

std::string without(std::string text, std::string_view part) {
  for (std::size_t at = 0; (at = text.find(part)) != text.npos;) text.erase(at, part.size());
  return text;
}

}  // namespace

std::string zip_of(const std::vector<ZipFile>& files) {
  constexpr std::uint64_t version = 20;
  constexpr std::uint64_t sizes_follow = 0x0808;  // in a data descriptor; names in UTF-8
  constexpr std::uint64_t noon = 0x6000;
  constexpr std::uint64_t date = (2024 - 1980) << 9U | 1U << 5U | 1U;
  std::string zip;
  std::string directory;
  for (const ZipFile& file : files) {
    const std::string about = number(sizes_follow | (file.is_encrypted ? 1U : 0U), 2) +
                              number(0, 2) + number(noon, 2) + number(date, 2);
    const std::string crc = number(crc32(file.text) ^ file.crc_error, 4);
    const std::string sizes =
        number(file.text.size(), 4) + number(file.declared.value_or(file.text.size()), 4);
    const std::string name = number(file.path.size(), 2) + number(0, 2);
    directory += "PK\x01\x02" + number(version, 2) + number(version, 2) + about + crc + sizes +
                 name + number(0, 10) + number(zip.size(), 4) + file.path;
    zip += "PK\x03\x04" + number(version, 2) + about + number(0, 12) + name + file.path +
           file.text + "PK\x07\x08" + crc + sizes;
  }
  return zip + directory + "PK\x05\x06" + number(0, 4) + number(files.size(), 2) +
         number(files.size(), 2) + number(directory.size(), 4) + number(zip.size(), 4) +
         number(0, 2);
}

const ActivityLog& Imported::log() const {
  if (!result) throw std::runtime_error{fmt::format("refused: {}", fmt::join(said, "\n"))};
  return result->log;
}

std::vector<std::string> Imported::activities() const {
  std::vector<std::string> list;
  for (std::string line : lines_of(to_document(log()))) {
    if (line.find(R"({"at": )") == line.npos) continue;
    for (const std::string_view part : {R"("at": )", R"("type": )", "\"", "{", "}", "    "}) {
      line = without(std::move(line), part);
    }
    if (line.ends_with(',')) line.pop_back();
    list.push_back(std::move(line));
  }
  return list;
}

std::string Imported::rows_of(std::string_view file) const {
  (void)log();  // there has to be one
  const auto found = std::ranges::find_if(
      result->files, [&](const FileAccount& account) { return account.name.ends_with(file); });
  if (found == result->files.end()) return "unknown";
  std::vector<std::string> parts;
  const auto add = [&](std::uint64_t n, std::string_view what) {
    if (n > 0) parts.push_back(fmt::format("{} {}", n, what));
  };
  add(found->counted, "counted");
  for (std::size_t i = 0; i < found->set_aside.size(); ++i) {
    add(found->set_aside[i], names_of<SetAside>[i]);
  }
  add(found->unreadable, "unreadable");
  return fmt::format("{} rows: {}", found->rows, fmt::join(parts, ", "));
}

bool Imported::measures(SignalId signal) const {
  return !log().not_measured->test(static_cast<std::size_t>(signal));
}

Imported import_parts(const std::vector<std::string>& parts, Strictness strictness) {
  std::vector<ExportPart> streams;
  for (const std::string& part : parts) {
    streams.push_back({.name = fmt::format("part {}", streams.size() + 1),
                       .stream = std::make_unique<std::istringstream>(part)});
  }
  Diagnostics diagnostics;
  Imported imported{.result = import_linkedin(streams, strictness, diagnostics)};
  diagnostics.end_file("");
  for (const Diagnostic& d : diagnostics.list()) imported.said.push_back(to_string(d));
  return imported;
}

Imported import_export(const std::vector<ZipFile>& files, Strictness strictness) {
  return import_parts({zip_of(files)}, strictness);
}

}  // namespace ssi::test
