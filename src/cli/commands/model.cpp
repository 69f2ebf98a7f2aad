#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/models.hpp"

namespace ssi {

ExitCode run_model(const Environment& environment, const Arguments& arguments) {
  write_out(environment, model_json(load_model(*arguments.value("MODEL"))));
  return ExitCode::success;
}

}  // namespace ssi
