#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/append.hpp"
#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"

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
    "  1. Open it and fill in the profile, as it is on LinkedIn today. Sections may\n"
    "     be photo, cover, headline, about, location, industry, experience, education,\n"
    "     featured and custom_url, as in \"sections\": [\"photo\", \"headline\"].\n"
    "  2. Add what you do:  ssi add comment --count 3 {0}\n"
    "  3. See your score:   ssi score {0}\n";

}  // namespace

ExitCode run_init(const Environment& environment, const Arguments& arguments) {
  const std::string file = *arguments.value("FILE");
  if (file == "-" || file.empty())
    throw CommandError{fmt::format("init: '{}' is not a file", file)};
  if (!create_with_line(file, empty_profile)) {
    throw CommandError{fmt::format("{}: exists already, and stays as it is", visible(file))};
  }
  if (!arguments.has("--quiet")) {
    write_out(environment, fmt::format(next_steps_text, visible(file)));
  }
  return ExitCode::success;
}

}  // namespace ssi
