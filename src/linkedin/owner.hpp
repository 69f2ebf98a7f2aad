#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace ssi::linkedin {

/// Finds out which profile is the member's own: the one that recurs.
class Owner {
 public:
  void set_name(std::string_view name) { name_ = name; }
  /// Tells of the two sides of an invitation or a message; empty where a side is not known.
  void meet(const std::string& profile, int weight);

  /// Empty where no name is known.
  [[nodiscard]] const std::string& name() const { return name_; }
  /// The profile met most; empty where several were met as often.
  [[nodiscard]] std::string profile() const;

 private:
  std::string name_;
  std::unordered_map<std::string, int> met_;
};

}  // namespace ssi::linkedin
