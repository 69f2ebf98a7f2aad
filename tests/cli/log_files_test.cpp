#include "cli/log_files.hpp"

#include <cstdio>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <zlib.h>

#include "support/catch.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

using Lines = std::vector<std::string>;

const std::string connections =
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ann,One,https://www.linkedin.com/in/ann-one,,Acme,CEO,16 Dec 2025\n";

std::string search_by(const std::string& id) {
  return R"({"member": {"id": ")" + id +
         R"("}, "as_of": "2026-11-22", "activities": [{"at": "2026-11-02", "type": "search"}]})"
         "\n";
}

const std::string search = R"({"activities": [{"at": "2026-11-02", "type": "search"}]})";

void write_gzip(const std::string& path, const std::string& text, const char* mode = "wb") {
  gzFile file = gzopen(path.c_str(), mode);
  REQUIRE(file != nullptr);
  REQUIRE(gzwrite(file, text.data(), static_cast<unsigned>(text.size())) ==
          static_cast<int>(text.size()));
  REQUIRE(gzclose(file) == Z_OK);
}

// A column of the CSV of scores, without its title.
Lines column(const std::string& csv, std::size_t index) {
  Lines cells;
  for (const std::string& line : lines_of(csv)) {
    std::string rest = line;
    for (std::size_t i = 0; i < index; ++i) rest = rest.substr(rest.find(',') + 1);
    cells.push_back(rest.substr(0, rest.find(',')));
  }
  cells.erase(cells.begin());
  return cells;
}

}  // namespace

TEST_CASE("a folder of logs is read in the order of names, an export in it as one log") {
  const Folder folder;
  for (const char* sub : {"class/anna", "class/bo", "class/nested/deeper", "class/__MACOSX"}) {
    std::filesystem::create_directories(folder.path(sub));
  }
  folder.write("class/b.json", search);
  folder.write("class/a.jsonl", search_by("x") + search_by("y"));
  write_gzip(folder.path("class/c.json.gz"), search);
  folder.write("class/anna/Connections.csv", connections);
  folder.write("class/bo/Connections (1).csv", connections);
  folder.write("class/nested/deeper/D.JSON", search);
  folder.write("class/__MACOSX/e.json", search);
  folder.write("class/.hidden.json", search);
  folder.write("class/notes.txt", "hello");
  folder.write("class/class.html", "<p>");
  const std::string path = folder.path("class");
  const Outcome outcome = run_app({"score", "-f", "csv", path});
  REQUIRE(outcome.code == 0);
  CHECK(column(outcome.out, 0) == Lines{"x", "y", "", "", "", "", ""});
  CHECK(column(outcome.out, 1) == Lines{"", "", "anna", "b", "bo", "c", "D"});
  const Lines sources = column(outcome.out, 3);
  CHECK(sources[0] == path + "/a.jsonl");
  CHECK(sources[1] == path + "/a.jsonl");
  CHECK(sources[2] == path + "/anna");
  CHECK(sources[5] == path + "/c.json.gz");
  CHECK(contains(outcome.err, "ignored 2 files that are not logs: " + path + "/class.html, " +
                                  path + "/notes.txt\n"));
}

TEST_CASE("a file's name stands in for a member's that is missing, but not in a merged log") {
  const Folder folder;
  const std::string file = folder.write("amina.k.json", search);
  CHECK(contains(run_app({"score", file}).out, "Social Selling Index: amina.k "));
  CHECK(contains(run_app({"score", "-f", "jsonl", file}).out,
                 R"("id":null,"name":"amina.k","team":null,"source":")" + file + '"'));
  CHECK(contains(run_app_on(search, {"score", "-f", "jsonl"}).out,
                 R"("name":null,"team":null,"source":null)"));
  CHECK_FALSE(contains(run_app({"merge", file}).out, "amina"));
  const std::string lines = folder.write("diary.jsonl", R"({"at": "2026-11-02", "type": "share"})");
  CHECK(contains(run_app({"score", lines}).out, "Social Selling Index: diary "));
  const std::string other = folder.write("b.jsonl", folder.read("diary.jsonl"));
  CHECK(contains(run_app({"score", lines, other}).out, "Social Selling Index: diary "));
  CHECK_FALSE(contains(run_app({"score", "--merge", lines, other}).out, "diary"));
}

TEST_CASE("LinkedIn's own name for an export is no name where a folder around it has one") {
  const Lines named = {"class", "other.zip"};
  const std::vector<std::pair<std::string, std::string>> names = {
      {"class/anna/Complete_LinkedInDataExport_11-22-2026.zip", "anna"},
      {"class/anna/Basic_LinkedInDataExport_11-22-2026", "anna"},
      {"class/anna/", "anna"},
      {"class/bo.zip", "bo"},
      {"class/Complete_LinkedInDataExport_11-22-2026.zip",
       "Complete_LinkedInDataExport_11-22-2026"},
      {"other.zip", "other"},
      {"a.b/c.d.jsonl", "c.d"},
      {"x.JSON.GZ", "x"},
      {"plain", "plain"},
  };
  for (const auto& [file, name] : names) {
    INFO(file);
    CHECK(member_name_of(file, named) == name);
  }
}

TEST_CASE("a link back to a folder around it is passed over") {
  namespace fs = std::filesystem;
  const Folder folder;
  fs::create_directories(folder.path("class/emea"));
  fs::create_directories(folder.path("class/amer"));
  folder.write("class/a.json", search);
  folder.write("class/emea/b.json", search);
  fs::create_directory_symlink("..", folder.path("class/emea/up"));
  fs::create_directory_symlink(folder.path("class/emea"), folder.path("class/emea/self"));
  fs::create_directory_symlink("../emea", folder.path("class/amer/over"));
  const Outcome outcome = run_app({"score", "-f", "csv", folder.path("class")});
  CHECK(outcome.code == 0);
  CHECK(column(outcome.out, 1) == Lines{"a", "b", "b"});
  CHECK(contains(outcome.err, "warning: ignored 4 files that are not logs: "));
}

TEST_CASE("a log packed with gzip is read, and what is damaged is an error") {
  const Folder folder;
  const std::string path = folder.path("log.json.gz");
  std::string lines;
  std::mt19937_64 random;  // ids that do not pack well
  for (int i = 0; i < 8'000; ++i) lines += search_by(std::to_string(random()));
  write_gzip(path, lines);
  const std::string packed = folder.read("log.json.gz");
  REQUIRE(packed.size() > std::size_t{64} << 10U);  // more than is read at once
  CHECK(lines_of(run_app({"score", "-f", "total", path}).out).size() == 8'000);
  CHECK(lines_of(run_app_on(packed, {"score", "-f", "total"}).out).size() == 8'000);
  write_gzip(path, search_by("last"), "ab");  // two packed files in a row
  CHECK(lines_of(run_app({"score", "-f", "total", path}).out).size() == 8'001);
  const std::vector<std::pair<std::string, std::string>> bad = {
      {packed.substr(0, packed.size() - 1), "packed with gzip, and cut off"},
      {packed.substr(0, packed.size() / 2), "packed with gzip, and cut off"},
      {packed.substr(0, 2), "packed with gzip, and cut off"},
      {packed + "x", "packed with gzip, and cut off"},
      {packed.substr(0, packed.size() - 8) + "checksum", "packed with gzip, and damaged"},
  };
  for (const auto& [text, reason] : bad) {
    const Outcome outcome = run_app({"score", "-f", "total", folder.write("bad.gz", text)});
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(contains(outcome.err, "bad.gz: " + reason + '\n'));
  }
}

TEST_CASE("no output replaces a file that lies in a folder to read") {
  const Folder folder;
  std::filesystem::create_directories(folder.path("class/anna"));
  folder.write("class/a.json", search);
  folder.write("class/anna/Connections.csv", connections);
  folder.write("class/notes.txt", "hello");
  const std::string path = folder.path("class");
  for (const char* file : {"a.json", "anna/Connections.csv", "notes.txt"}) {
    for (const char* command : {"score", "team", "merge"}) {
      const Outcome outcome = run_app({command, path, "-o", path + "/" + file});
      CHECK(outcome.code == 2);
      CHECK(contains(outcome.err, "ssi: cannot write " + path + "/" + file));
    }
  }
  CHECK(run_app({"import", path + "/anna", "-o", path + "/anna/Connections.csv"}).code == 2);
  CHECK(run_app({"score", path + "/a.json", "-q", "-o", path + "/notes.txt"}).code == 0);
  CHECK(run_app({"team", path, "-f", "csv", "-o", path + "/class.csv"}).code == 0);
  CHECK(run_app({"score", path + "/a.json", "-f", "total", "-o", path + "/notes.txt"}).code == 0);
}

}  // namespace ssi::test
