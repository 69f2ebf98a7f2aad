#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ssi/log.hpp>
#include <ssi/model.hpp>
#include <ssi/render.hpp>

#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/values.hpp"

namespace ssi {
namespace {

struct Schema {
  std::string_view name;
  std::string (*write)();
};
constexpr std::array schemas = {Schema{"log", log_schema},    Schema{"report", report_schema},
                                Schema{"team", team_schema},  Schema{"explain", explain_schema},
                                Schema{"plan", plan_schema},  Schema{"trend", trend_schema},
                                Schema{"diff", diff_schema},  Schema{"calibrate", calibrate_schema},
                                Schema{"model", model_schema}};

}  // namespace

std::vector<std::string_view> schema_names() {
  std::vector<std::string_view> names;
  names.reserve(schemas.size());
  for (const Schema& schema : schemas) names.push_back(schema.name);
  return names;
}

ExitCode run_schema(const Environment& environment, const Arguments& arguments) {
  const std::string wanted = arguments.value("NAME").value_or("");
  const std::vector<std::string_view> names = schema_names();
  if (wanted.empty()) {
    throw CommandError{fmt::format("schema: name one of {}", fmt::join(names, ", "))};
  }
  write_out(environment, schemas[parse_choice("schema", wanted, names)].write());
  return ExitCode::success;
}

}  // namespace ssi
