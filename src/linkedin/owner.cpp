#include "linkedin/owner.hpp"

#include <functional>

namespace ssi::linkedin {

void Owner::meet(const std::string& profile, int weight) {
  if (profile.empty()) return;
  int& times = met_[std::hash<std::string>{}(profile)];
  times += weight;
  if (times > most_) {
    most_ = times;
    most_met_ = profile;
    is_tied_ = false;
  } else if (times == most_) {
    is_tied_ = true;
  }
}

}  // namespace ssi::linkedin
