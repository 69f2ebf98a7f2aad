#include "linkedin/owner.hpp"

namespace ssi::linkedin {

void Owner::meet(const std::string& profile, int weight) {
  if (!profile.empty()) met_[profile] += weight;
}

std::string Owner::profile() const {
  std::string own;
  int most = 0;
  for (const auto& [profile, times] : met_) {
    if (times == most) own.clear();
    if (times <= most) continue;
    own = profile;
    most = times;
  }
  return own;
}

}  // namespace ssi::linkedin
