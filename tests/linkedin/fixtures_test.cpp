// The exports in tests/fixtures/export, one for each way in which LinkedIn has written them. Beside
// each folder stands the log that is made of it, and of one of them the summary:
//
//   SSI_RENEW=1 ssi_tests "[exports]"
//
// writes them anew. Read the difference before it is kept. Whatever in them is private contains
// `-secret-`.

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include <ssi/linkedin.hpp>

#include "support/catch.hpp"
#include "support/golden.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

namespace fs = std::filesystem;

const fs::path fixtures = fs::path{SSI_SOURCE_DIR} / "tests/fixtures/export";

struct Sample {
  std::string name;
  std::string path;  // within the fixtures

  [[nodiscard]] std::string full_path() const { return fixtures / path; }
};

const std::vector<Sample> samples = {
    {"2018", "2018/Complete_LinkedInDataExport_06-14-2018"},
    {"2021", "2021/Complete_LinkedInDataExport_02-20-2024"},
    {"2024", "2024/Complete_LinkedInDataExport_09-03-2024"},
    {"2025", "2025/Complete_LinkedInDataExport_06-20-2025"},
    {"2026", "2026/Complete_LinkedInDataExport_11-22-2026"},
    {"basic", "basic/Basic_LinkedInDataExport_11-22-2025"},
    {"flattened", "flattened/Complete_LinkedInDataExport_12-05-2024"},
    {"newcomer", "newcomer/Complete_LinkedInDataExport_09-03-2024"},
    {"api-array", "api/array/snapshot.json"},
    {"api-lines", "api/lines/snapshot.jsonl"},
};

ExportPart part_of(const Sample& sample) {
  ExportPart part{.name = sample.full_path(), .stream = nullptr};
  if (!fs::is_directory(part.name)) part.stream = std::make_unique<std::ifstream>(part.name);
  return part;
}

ImportedLog imported(const Sample& sample, std::size_t times = 1) {
  std::vector<ExportPart> parts;
  for (; times > 0; --times) parts.push_back(part_of(sample));
  Diagnostics diagnostics;
  auto result = import_linkedin(parts, Strictness::lenient, diagnostics);
  INFO(sample.name);
  REQUIRE(result);
  return std::move(*result);
}

TEST_CASE("an export of each dialect becomes the log beside it, byte by byte", "[exports]") {
  for (const Sample& sample : samples) {
    require_same_text("tests/fixtures/export/" + sample.name + ".json",
                      to_document(imported(sample).log));
  }
}

TEST_CASE("no dialect is without a log", "[exports]") {
  std::vector<std::string> folders;
  for (const auto& entry : fs::directory_iterator{fixtures}) {
    if (entry.is_directory()) folders.push_back(entry.path().filename());
  }
  CHECK_FALSE(folders.empty());
  for (const std::string& folder : folders) {
    INFO(folder);
    CHECK(std::ranges::any_of(
        samples, [&](const Sample& sample) { return sample.path.starts_with(folder + "/"); }));
  }
}

TEST_CASE("nothing private reaches a log, and there is something that could", "[exports]") {
  std::size_t secrets = 0;
  for (const auto& entry : fs::recursive_directory_iterator{fixtures}) {
    if (!entry.is_regular_file()) continue;
    secrets += contains(read_file(fs::relative(entry, SSI_SOURCE_DIR)), "-secret-") ? 1U : 0U;
  }
  CHECK(secrets > 100);
  for (const Sample& sample : samples) {
    const Outcome outcome = run_app({"import", sample.full_path()});
    INFO(sample.name);
    CHECK(outcome.code == 0);
    CHECK_FALSE(contains(outcome.out, "secret"));
    for (const std::string_view name : {"Ottilie", "Quillfern", "Nordwind", "http", "@"}) {
      INFO(name);
      CHECK_FALSE(contains(outcome.out, name));
    }
    CHECK_FALSE(contains(outcome.err, "-secret-"));
  }
}

TEST_CASE("every row counts, is set aside, or is unreadable", "[exports]") {
  for (const Sample& sample : samples) {
    for (const std::size_t times : {1U, 2U}) {
      const ImportedLog log = imported(sample, times);
      CHECK_FALSE(log.files.empty());
      for (const FileAccount& file : log.files) {
        INFO(file.name);
        CHECK(file.rows == std::accumulate(file.set_aside.begin(), file.set_aside.end(),
                                           file.counted + file.unreadable));
      }
    }
  }
}

TEST_CASE("unreadable rows are reported with their file and the line of the first", "[exports]") {
  for (const Sample& sample : samples) {
    std::vector<ExportPart> parts;
    parts.push_back(part_of(sample));
    Diagnostics diagnostics;
    const auto log = import_linkedin(parts, Strictness::lenient, diagnostics);
    REQUIRE(log);
    std::uint64_t unreadable = 0;
    for (const FileAccount& file : log->files) unreadable += file.unreadable;
    INFO(sample.name);
    CHECK((diagnostics.total(Severity::skipped) > 0) == (unreadable > 0));
    CHECK(diagnostics.total(Severity::skipped) <= unreadable);
    CHECK((unreadable > 0) == (sample.name != "newcomer"));
    for (const Diagnostic& d : diagnostics.list()) {
      CHECK(d.file.starts_with(sample.full_path()));
      CHECK(d.position);
    }
  }
}

TEST_CASE("an export named twice is one export", "[exports]") {
  for (const Sample& sample : samples) {
    INFO(sample.name);
    CHECK(to_document(imported(sample, 2).log) == to_document(imported(sample).log));
  }
}

TEST_CASE("the summary of an export tells of every file and of what is not measured", "[exports]") {
  const Sample& sample = samples[2];
  // By a relative path: how a long one is wrapped depends on where the source tree lies.
  const fs::path before = fs::current_path();
  fs::current_path(fixtures);
  const Outcome outcome = run_app({"import", sample.path});
  fs::current_path(before);
  require_same_text("tests/fixtures/export/" + sample.name + ".summary", outcome.err);
}

TEST_CASE("strictness makes of each unreadable row an error, and no log", "[exports]") {
  for (const Sample& sample : samples) {
    const Outcome lenient = run_app({"import", sample.full_path()});
    const Outcome strict = run_app({"import", "--strict", sample.full_path()});
    INFO(sample.name);
    const bool is_clean = sample.name == "newcomer";
    CHECK(strict.code == (is_clean ? 0 : 2));
    CHECK(strict.out == (is_clean ? lenient.out : ""));
    CHECK_FALSE(contains(strict.err, "skipped"));
  }
}

}  // namespace
}  // namespace ssi::test
