#include <memory>

#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/models.hpp"

namespace ssi {

void add_model(CLI::App& app, const Environment& environment, Chosen& chosen) {
  CLI::App* command =
      app.add_subcommand("model", "Print a scoring model, or check one of your own");
  command->footer(
      "\nExamples:\n  ssi model v1 > my-model.json\n  ssi model my-model.json\n"
      "  ssi score --model my-model.json activity.json\n");
  auto name = std::make_shared<std::string>(model_v1().name);
  command->add_option("MODEL", *name, "A built-in model or a file (default: v1)")->type_name("");
  command->callback([&environment, &chosen, name] {
    chosen = [&environment, name] {
      write_out(environment, model_json(load_model(*name)));
      return ExitCode::success;
    };
  });
}

}  // namespace ssi
