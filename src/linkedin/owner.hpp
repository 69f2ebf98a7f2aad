#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>

namespace ssi::linkedin {

/// Finds out which profile is the member's own: the one that recurs.
class Owner {
 public:
  /// The name in a Profile, and the file that has it.
  void add_name(const std::string& name, const std::string& file) { names_.emplace(name, file); }
  /// Tells of a side of an invitation or a message, with a weight above 0; empty where it is not
  /// known.
  void meet(const std::string& profile, int weight);

  /// Empty where no name is known.
  [[nodiscard]] std::string name() const { return names_.empty() ? "" : names_.begin()->first; }
  /// All names that were told, and a file that has each: more than one where there are exports of
  /// several members.
  [[nodiscard]] const std::map<std::string, std::string>& names() const { return names_; }
  /// The profile met most; empty where several were met as often.
  [[nodiscard]] std::string profile() const { return is_tied_ ? "" : most_met_; }

 private:
  std::map<std::string, std::string> names_;
  std::unordered_map<std::size_t, int> met_;  // how often each was, by its hash
  std::string most_met_;
  int most_ = 0;
  bool is_tied_ = false;
};

}  // namespace ssi::linkedin
