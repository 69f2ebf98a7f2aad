#include <memory>

#include <ssi/calibrate.hpp>
#include <ssi/render.hpp>

#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/member_logs.hpp"
#include "cli/models.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"

namespace ssi {
namespace {

// The model takes the place of the report where both would go to standard output.
std::vector<Wanted<FormatOf<CalibrationReport>>> parse_wanted(
    const Environment& environment, const Arguments& arguments,
    const std::optional<std::string>& model_file) {
  auto wanted = parse_formats(environment, arguments, calibrate_formats(), std::nullopt);
  for (auto& each : wanted) {
    if (model_file == "-" && each.file.value_or("-") == "-") each.is_muted = true;
    if (model_file && model_file != "-" && each.file == model_file) {
      throw CommandError{"-o: the report and the model would both be written to one file"};
    }
  }
  return wanted;
}

}  // namespace

ExitCode run_calibrate(const Environment& environment, const Arguments& arguments) {
  const auto model_file = arguments.value("--output");
  const auto wanted = parse_wanted(environment, arguments, model_file);
  const Model base = load_model(*arguments.value("--model"));
  LogInputs inputs{environment, input_options(arguments)};
  const std::vector<std::string> files = files_read(inputs, arguments);
  const auto sinks = open_sinks(environment, wanted, files);
  std::unique_ptr<Output> model_output;
  if (model_file) model_output = std::make_unique<Output>(environment, model_file, files);
  const auto logs = read_member_logs(inputs, arguments.value("--member"));
  if (!logs) return ExitCode::failure;
  const auto report = calibrate(*logs, base);
  if (!report) {
    throw CommandError{
        "no reading of LinkedIn's own number in the logs; add one with: ssi add "
        "linkedin_ssi --brand 18.5 --people 6.4 log.jsonl"};
  }
  inputs.finish();
  inputs.mention_dropped();
  if (model_output) model_output->write(model_json(report->model));
  write_report(sinks, *report, inputs.diagnostics());
  if (model_output) model_output->commit();
  return ExitCode::success;
}

}  // namespace ssi
