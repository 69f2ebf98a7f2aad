#pragma once

#include <string>
#include <vector>

#include <ssi/activity.hpp>
#include <ssi/score.hpp>
#include <ssi/signal.hpp>

namespace ssi::test {

/// Model v1 once more, as slow and as plain as it can be written, from its description alone: a
/// loop over the whole log for every signal, and nothing shared with the library but the types.
[[nodiscard]] Score naive_score(const Profile& profile, const std::vector<Activity>& activities,
                                const SignalSet& not_measured, Day as_of);

/// Everything that a score says, a line a signal, values in lowest terms: equal scores read alike.
[[nodiscard]] std::string describe(const Score& score);

}  // namespace ssi::test
