#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <vector>

#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

namespace ssi {

/// Fills slots one after the other with `next`, which returns false when there is no more, works on
/// them with `work`, several at a time on `jobs` threads, and passes them to `done` one after the
/// other in the order in which they were filled. A slot is used again once it is done.
template <class Slot, class Next, class WorkOn, class Done>
void in_order(unsigned jobs, const Next& next, const WorkOn& work, const Done& done) {
  assert(jobs > 0);
  if (jobs == 1) {
    Slot slot;
    while (next(slot)) {
      work(slot);
      done(slot);
    }
    return;
  }
  // So many are under way that no thread waits for the oldest. They end in order, so that a slot is
  // free when its turn comes round.
  std::vector<Slot> slots(std::size_t{2} * jobs);
  std::size_t count = 0;
  const auto start = [&](tbb::flow_control& flow) -> Slot* {
    Slot& slot = slots[count++ % slots.size()];
    if (next(slot)) return &slot;
    flow.stop();
    return nullptr;
  };
  const auto proceed = [&](Slot* slot) {
    work(*slot);
    return slot;
  };
  const auto finish = [&](Slot* slot) { done(*slot); };
  // TBB warns on standard error of more threads than there are cores.
  const int cores = tbb::info::default_concurrency();
  tbb::task_arena arena{std::min(static_cast<int>(jobs), cores)};
  arena.execute([&] {
    using tbb::filter_mode;
    tbb::parallel_pipeline(slots.size(),
                           tbb::make_filter<void, Slot*>(filter_mode::serial_in_order, start) &
                               tbb::make_filter<Slot*, Slot*>(filter_mode::parallel, proceed) &
                               tbb::make_filter<Slot*, void>(filter_mode::serial_in_order, finish));
  });
}

}  // namespace ssi
