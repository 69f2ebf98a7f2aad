#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace ssi::linkedin {

/// Finds out which profile is the member's own: the one that recurs.
class Owner {
 public:
  void set_name(std::string_view name) { name_ = name; }
  /// Tells of a side of an invitation or a message, with a weight above 0; empty where it is not
  /// known.
  void meet(const std::string& profile, int weight);

  /// Empty where no name is known.
  [[nodiscard]] const std::string& name() const { return name_; }
  /// The profile met most; empty where several were met as often.
  [[nodiscard]] std::string profile() const { return is_tied_ ? "" : most_met_; }

 private:
  std::string name_;
  std::unordered_map<std::size_t, int> met_;  // how often each was, by its hash
  std::string most_met_;
  int most_ = 0;
  bool is_tied_ = false;
};

}  // namespace ssi::linkedin
