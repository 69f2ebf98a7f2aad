#include "linkedin/owner.hpp"

#include "base/keyed_hash.hpp"

namespace ssi::linkedin {

void Owner::meet(const std::string& profile, int weight) {
  if (profile.empty()) return;
  int& times = met_[KeyedHash{}(profile)];
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
