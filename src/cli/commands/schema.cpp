#include <array>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ssi/log.hpp>
#include <ssi/model.hpp>
#include <ssi/render.hpp>

#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"

namespace ssi {
namespace {

struct Schema {
  std::string_view name;
  std::string (*write)();
};
constexpr std::array schemas = {Schema{"log", log_schema},   Schema{"report", report_schema},
                                Schema{"team", team_schema}, Schema{"explain", explain_schema},
                                Schema{"plan", plan_schema}, Schema{"trend", trend_schema},
                                Schema{"diff", diff_schema}, Schema{"model", model_schema}};

}  // namespace

void add_schema(CLI::App& app, const Environment& environment, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("schema", "Print the JSON Schema of a format");
  command->footer("\nExamples:\n  ssi schema log\n  ssi schema report > report.schema.json\n");
  auto wanted = std::make_shared<std::string>();
  command->add_option("NAME", *wanted, "log, report, team, explain, plan, trend, diff or model")
      ->type_name("");
  command->callback([&environment, &chosen, wanted] {
    chosen = [&environment, wanted] {
      std::vector<std::string_view> names;
      for (const Schema& schema : schemas) {
        if (schema.name == *wanted) {
          write_out(environment, schema.write());
          return ExitCode::success;
        }
        names.push_back(schema.name);
      }
      throw CommandError{"schema: " + (wanted->empty()
                                           ? fmt::format("name one of {}", fmt::join(names, ", "))
                                           : not_one_of(visible(*wanted), names))};
    };
  });
}

}  // namespace ssi
