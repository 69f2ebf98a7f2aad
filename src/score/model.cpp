#include <ssi/model.hpp>

#include "signals/catalog.hpp"

namespace ssi {
namespace {

// Minutes, estimated for somebody who knows the platform.
constexpr Effort v1_effort = [] {
  Effort minutes{};
  const auto set = [&minutes](Task task, int n) { minutes[static_cast<std::size_t>(task)] = n; };
  set(Task::photo, 15);
  set(Task::cover, 15);
  set(Task::headline, 10);
  set(Task::about, 45);
  set(Task::location, 2);
  set(Task::industry, 2);
  set(Task::experience, 30);
  set(Task::education, 10);
  set(Task::skills, 10);
  set(Task::featured, 15);
  set(Task::custom_url, 5);
  set(Task::profile_edit, 10);
  set(Task::article, 120);
  set(Task::recommendation_request, 15);
  set(Task::endorsement_request, 3);
  set(Task::search, 2);
  set(Task::filtered_search, 4);
  set(Task::profile_view, 1);
  set(Task::lead, 1);
  set(Task::post, 20);
  set(Task::reshare, 5);
  set(Task::comment, 4);
  set(Task::reaction, 1);
  set(Task::message, 6);
  set(Task::invitation, 3);
  set(Task::decision_maker_invitation, 6);
  set(Task::coworker_invitation, 3);
  return minutes;
}();
static_assert([] {
  for (const int minutes : v1_effort) {
    if (minutes == 0) return false;
  }
  return true;
}());

}  // namespace

const Model& model_v1() {
  static const Model model = [] {
    Model v1{.name = "v1",
             .window_days = 90,
             .weak_below = {1750},
             .bands = {{"starting", Points::whole(0)},
                       {"building", Points::whole(40)},
                       {"good", Points::whole(70)}}};
    for (const SignalInfo& signal : signal_catalog) {
      v1.signals[static_cast<std::size_t>(signal.id)] = {
          .points = v1_signal_points, .curve = signal.curve, .target = signal.target};
    }
    v1.effort = v1_effort;
    return v1;
  }();
  return model;
}

}  // namespace ssi
