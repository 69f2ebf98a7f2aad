#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ssi/activity.hpp>

#include "base/text.hpp"
#include "cli/append.hpp"
#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

// JSON has no comments: data/README.md says what each field means.
constexpr std::string_view empty_profile =
    R"({"type": "profile", "sections": [], "skills": 0, "endorsements": 0, "recommendations": 0, )"
    R"("connections": 0, "decision_makers": 0, "coworkers": 0})";

constexpr std::string_view next_steps_text =
    "{0}: a new log, with an empty profile\n"
    "\n"
    "Next:\n"
    "  1. Open it and fill in your profile, as it is on LinkedIn today. List the\n"
    "     sections that you have, as in \"sections\": [\"photo\", \"headline\"]:\n"
    "     {1},\n"
    "     {2}\n"
    "  2. Add what you do:  ssi add comment --count 3 {0}\n"
    "  3. See your score:   ssi score {0}\n";

// Without skills, which have a number of their own.
std::string names_of_sections(std::span<const Section> sections) {
  std::vector<std::string_view> names;
  names.reserve(sections.size());
  for (const Section section : sections) {
    if (section != Section::skills) names.push_back(name(section));
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

ExitCode run_init(const Environment& environment, const Arguments& arguments) {
  const std::string file = *arguments.value("FILE");
  if (file == "-" || file.empty())
    throw CommandError{fmt::format("init: cannot write to '{}'; name a file", file)};
  if (!create_with_line(file, empty_profile)) {
    throw CommandError{fmt::format("{}: already exists, and was not changed", visible(file))};
  }
  if (!environment.is_quiet) {
    write_out(environment,
              fmt::format(next_steps_text, visible(file), names_of_sections(completeness_sections),
                          names_of_sections(showcase_sections)));
  }
  return ExitCode::success;
}

}  // namespace ssi
