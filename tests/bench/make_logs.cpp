// make_logs documents|lines oldest|newest|any MEMBERS ACTIVITIES: writes logs to measure with, the
// same on every machine. Documents: one member a line. Lines: one activity a line, member after
// member. Activities come with the oldest first, the newest first, or in any order.

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "support/random_log.hpp"

namespace {

constexpr int days = 365;

void write_lines(const ssi::test::RandomLog& log) {
  for (const std::string& line : ssi::test::to_json_lines(log)) std::cout << line << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view shape = argc == 5 ? argv[1] : "";
  const std::string_view order = argc == 5 ? argv[2] : "";
  if ((shape != "documents" && shape != "lines") ||
      (order != "oldest" && order != "newest" && order != "any")) {
    std::cerr << "usage: make_logs documents|lines oldest|newest|any MEMBERS ACTIVITIES\n";
    return 2;
  }
  std::ios::sync_with_stdio(false);
  const std::uint64_t members = std::strtoull(argv[3], nullptr, 10);
  const std::size_t activities = std::strtoull(argv[4], nullptr, 10);
  ssi::test::Random random{1};
  for (std::uint64_t member = 1; member <= members; ++member) {
    ssi::test::RandomLog log = ssi::test::steady_log(member, activities, days);
    log.head.not_measured = {};  // for each member to have a total
    log.head.member.id = "member-" + std::to_string(member);
    if (order == "newest") std::ranges::reverse(log.activities);
    if (order == "any") random.shuffle(log.activities);
    if (shape == "lines") {
      write_lines(log);
    } else {
      std::cout << ssi::test::to_json(log) << '\n';
    }
  }
  return std::cout.flush() ? 0 : 1;
}
