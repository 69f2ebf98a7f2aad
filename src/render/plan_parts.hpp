#pragma once

#include <string>

#include <ssi/plan.hpp>

// What several formats say alike of a plan.
namespace ssi {

/// What is to be reached, `total 70.00, people 20.00`.
[[nodiscard]] std::string wanted(const PlanTarget& target);

/// `9 h 20 min`.
[[nodiscard]] std::string duration(std::int64_t minutes);

/// How good the plan is, as a sentence.
[[nodiscard]] std::string outcome(const PlanReport& report);

/// `5 of 8 so far`, `1 of 3 assumed`.
[[nodiscard]] std::string in_words(const PlanRate& rate);

}  // namespace ssi
