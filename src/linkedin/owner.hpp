#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>

namespace ssi::linkedin {

/// Finds out which profile is the member's own. No file gives its address, but it is the one that
/// takes part in every invitation and every message.
class Owner {
 public:
  /// A name from a file Profile.
  void add_name(const std::string& name, const std::string& file) { names_.emplace(name, file); }
  /// Counts a profile on one side of an invitation or a message, with a weight above 0. An empty
  /// one is ignored.
  void meet(const std::string& profile, int weight);

  /// The member's name; empty if it is not known.
  [[nodiscard]] std::string name() const { return names_.empty() ? "" : names_.begin()->first; }
  /// All names, and a file that has each. Several names mean exports of several members.
  [[nodiscard]] const std::map<std::string, std::string>& names() const { return names_; }
  /// The profile met most often; empty on a tie, as a wrong guess would turn the messages of
  /// somebody else into the member's.
  [[nodiscard]] std::string profile() const { return is_tied_ ? "" : most_met_; }

 private:
  std::map<std::string, std::string> names_;
  std::unordered_map<std::size_t, int> met_;  // weights added up, by the hash of the profile
  std::string most_met_;
  int most_ = 0;
  bool is_tied_ = false;
};

}  // namespace ssi::linkedin
