#pragma once

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <memory>
#include <span>
#include <sstream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <ssi/day.hpp>
#include <ssi/log.hpp>
#include <ssi/members.hpp>
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

/// Whether both say the same, of the same place.
inline bool same(const MemberLog& a, const MemberLog& b) {
  const auto place = [](const MemberLog& log) {
    const Origin origin = log.origin.value_or(Origin{});
    return std::tuple{log.origin.has_value(), origin.file, origin.position};
  };
  return place(a) == place(b) && a.member == b.member && a.as_of == b.as_of &&
         a.not_measured == b.not_measured && a.timeline == b.timeline && a.readings == b.readings;
}

/// A log that is no file: its name and its text.
struct Text {
  std::string name;
  std::string text;
};

inline Input input_of(const Text& text) {
  return {text.name,
          [&text](Diagnostics&) { return std::make_unique<std::istringstream>(text.text); }};
}

/// What came of reading some logs.
struct MembersRead {
  std::vector<MemberLog> members{};
  Diagnostics diagnostics{};

  [[nodiscard]] std::vector<std::string> said() const {
    std::vector<std::string> lines;
    for (const Diagnostic& d : diagnostics.list()) lines.push_back(to_string(d));
    return lines;
  }
};

inline MembersRead read_inputs(std::span<const Input> inputs, const ReadOptions& options = {}) {
  MembersRead reading;
  read_members(inputs, options, reading.diagnostics,
               [&](std::span<MemberLog> some, Diagnostics& /*diagnostics*/) -> Deliver {
                 using std::make_move_iterator;
                 return [&reading,
                         kept = std::vector<MemberLog>(make_move_iterator(some.begin()),
                                                       make_move_iterator(some.end()))]() mutable {
                   std::ranges::move(kept, std::back_inserter(reading.members));
                 };
               });
  return reading;
}

inline MembersRead read_texts(const std::vector<Text>& texts, const ReadOptions& options = {}) {
  std::vector<Input> inputs;
  for (const Text& text : texts) inputs.push_back(input_of(text));
  return read_inputs(inputs, options);
}

/// The members of a log, which must be faultless.
inline std::vector<MemberLog> members_of(const std::string& log) {
  MembersRead reading = read_texts({{"log", log}});
  for (const std::string& line : reading.said()) FAIL(line);
  return std::move(reading.members);
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
