#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <vector>

#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

namespace ssi {

/// A pipeline that works in parallel and delivers in order. `next` fills slots, one at a time,
/// until it returns false. `work` runs on several slots at a time, on `jobs` threads. `done` gets
/// the slots one at a time, in the order in which `next` filled them, so that no output depends on
/// the number of threads. A slot is used again once it is done: memory stays bounded, and what a
/// slot has allocated is kept.
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
  // Two slots a thread: while the oldest is slow, the other threads have something to go on with.
  // Slots end in order, and no more than this number are under way, so the next one is always free.
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
  // More threads than cores make TBB print a warning on standard error, which belongs to the user.
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
