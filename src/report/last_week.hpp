#pragma once

#include <ssi/report.hpp>

namespace ssi {

/// What the week before `as_of` did to the total; nothing where there is none, or the log is
/// younger.
[[nodiscard]] std::optional<LastWeek> last_week(const MemberLog& log, Day as_of,
                                                const Model& model);

}  // namespace ssi
