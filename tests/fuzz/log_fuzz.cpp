// Any bytes as a log. A log without an error holds the same members when bad lines may be left out,
// and each of them has a score.

#include <span>
#include <vector>

#include <ssi/members.hpp>
#include <ssi/model.hpp>
#include <ssi/score.hpp>

#include "fuzz/fuzz.hpp"

namespace ssi::fuzz {
namespace {

struct MembersRead {
  std::vector<MemberLog> members{};
  std::uint64_t errors = 0;
};

MembersRead read(const std::string& text, Strictness strictness) {
  MembersRead result;
  Diagnostics diagnostics;
  const Input input{"log", [&](Diagnostics&) { return stream_of(text); }};
  read_members({&input, 1}, {.strictness = strictness}, diagnostics,
               [&](std::span<MemberLog> members, Diagnostics&) -> Deliver {
                 result.members.insert(result.members.end(), members.begin(), members.end());
                 return [] {};
               });
  result.errors = diagnostics.total(Severity::error);
  return result;
}

}  // namespace
}  // namespace ssi::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ssi;
  const std::string text = fuzz::text_of(data, size);
  const fuzz::MembersRead strict = fuzz::read(text, Strictness::strict);
  const fuzz::MembersRead lenient = fuzz::read(text, Strictness::lenient);
  if (strict.errors > 0) return 0;
  fuzz::hold(strict.members.size() == lenient.members.size());
  for (std::size_t i = 0; i < strict.members.size(); ++i) {
    const MemberLog& log = strict.members[i];
    fuzz::hold(log.timeline == lenient.members[i].timeline);
    const std::optional<Day> as_of = default_as_of(log);
    if (!as_of) continue;
    const Score scored =
        score(log.timeline, log.not_measured.value_or(SignalSet{}), *as_of, model_v1());
    fuzz::hold(scored.total.value_or(Points{}) <= total_max);
  }
  return 0;
}
