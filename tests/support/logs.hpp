#pragma once

#include <chrono>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <ssi/day.hpp>
#include <ssi/log.hpp>
#include <ssi/timeline.hpp>

#include "support/catch.hpp"

namespace ssi::test {

/// The day at which tests score.
inline constexpr Day today =
    Day{std::chrono::year{2026} / std::chrono::November / std::chrono::day{22}};

/// The bytes of a file, named from the root of the source tree.
inline std::string read_file(const std::string& path) {
  std::ifstream in{std::string{SSI_SOURCE_DIR} + "/" + path, std::ios::binary};
  INFO("reading " << path);
  REQUIRE(in);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

/// The members of a log, which must be faultless.
inline std::vector<MemberLog> members_of(const std::string& log) {
  Diagnostics diagnostics;
  std::vector<MemberLog> members;
  MemberReader reader{Strictness::strict, diagnostics,
                      [&](MemberLog&& member) { members.push_back(std::move(member)); }};
  std::istringstream in{log};
  reader.read(in, "log");
  reader.finish();
  for (const Diagnostic& diagnostic : diagnostics.list()) FAIL(to_string(diagnostic));
  return members;
}

/// The one member of a log.
inline MemberLog member_of(const std::string& log) {
  std::vector<MemberLog> members = members_of(log);
  REQUIRE(members.size() == 1);
  return std::move(members.front());
}

inline Timeline timeline_of(const std::vector<Activity>& activities, const Profile& profile = {}) {
  Timeline timeline;
  timeline.add(profile);
  for (const Activity& activity : activities) REQUIRE(timeline.add(activity));
  return timeline;
}

}  // namespace ssi::test
