#pragma once

#include <set>
#include <string>
#include <vector>

#include <ssi/activity.hpp>

#include "linkedin/import_row.hpp"
#include "linkedin/owner.hpp"

namespace ssi::linkedin {

/// What the member's profile holds, and what others said for it.
class ProfileFacts {
 public:
  void add_profile(ImportRow& row, Owner& owner);
  void add_position(ImportRow& row);
  void add_skill(ImportRow& row);
  /// An row of another section.
  void add_section(ImportRow& row, Section section);
  /// A picture or film that the member uploaded.
  void add_medium(ImportRow& row);
  void add_endorsement(ImportRow& row);
  void add_recommendation(ImportRow& row);
  /// Adds what is dated; what is not is in the profile.
  void finish(std::vector<Activity>& activities);

  [[nodiscard]] const Profile& profile() const { return profile_; }
  /// Where the member works now, as `name_key` spells it.
  [[nodiscard]] const std::set<std::string>& companies() const { return companies_; }

 private:
  void add_dated(ImportRow& row, std::size_t column, const Action& action);

  Profile profile_;
  std::set<std::string> skills_;
  std::set<std::string> companies_;
  std::vector<Activity> received_;
};

}  // namespace ssi::linkedin
