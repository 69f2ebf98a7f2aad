#include <ssi/model.hpp>

#include "signals/catalog.hpp"

namespace ssi {

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
    return v1;
  }();
  return model;
}

}  // namespace ssi
