#pragma once

#include <set>
#include <string>
#include <vector>

#include <ssi/activity.hpp>

#include "linkedin/import_row.hpp"
#include "linkedin/owner.hpp"

namespace ssi::linkedin {

/// The sections of the member's profile, and the endorsements and recommendations they received.
class ProfileFacts {
 public:
  void add_profile(ImportRow& row, Owner& owner);
  void add_position(ImportRow& row);
  void add_skill(ImportRow& row);
  /// A row of a section of which only the presence counts.
  void add_section(ImportRow& row, Section section);
  /// A picture or film that the member uploaded; only a cover photo counts.
  void add_medium(ImportRow& row);
  void add_endorsement(ImportRow& row);
  void add_recommendation(ImportRow& row);
  /// Adds endorsements and recommendations, which have dates. Sections have none, and are in
  /// `profile`.
  void finish(std::vector<Activity>& activities);

  [[nodiscard]] const Profile& profile() const { return profile_; }
  /// The companies where the member works now, spelled by `name_key`.
  [[nodiscard]] const std::set<std::string>& companies() const { return companies_; }

 private:
  void add_dated(ImportRow& row, std::size_t column, const Action& action);

  Profile profile_;
  std::set<std::string> skills_;
  std::set<std::string> companies_;
  std::vector<Activity> received_;
};

}  // namespace ssi::linkedin
