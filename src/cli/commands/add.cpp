#include <array>
#include <memory>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.hpp"
#include "cli/append.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "log/encode.hpp"
#include "log/typed.hpp"

namespace ssi {
namespace {

constexpr std::size_t help_width = 56;  // beside the names of options on a terminal of 80 columns

struct AddOptions {
  std::string type{};
  std::string file{};
  std::array<std::optional<std::string>, names_of<Field>.size()> fields{};
};

// What an activity can have, by the table that the reader goes by.
bool is_of_an_activity(Field field) {
  return field != Field::type && std::ranges::any_of(shapes_of_line, [=](const Shape& shape) {
           return shape.allowed.contains(field);
         });
}

// The types that have a field, if not all have.
std::string types_with(Field field) {
  std::vector<std::string_view> types;
  for (std::size_t i = 0; i < activity_types.size(); ++i) {
    if (shapes_of_line[i].allowed.contains(field)) types.push_back(activity_types[i]);
  }
  return types.size() == activity_types.size() ? ""
                                               : fmt::format("of {}: ", fmt::join(types, ", "));
}

std::string values_of(Field field) {
  switch (const FieldRule& rule = rule_of(field); rule.kind) {
    case Kind::word:
      return fmt::format("{}", fmt::join(rule.words, ", "));
    case Kind::flag:
      return "true or false";
    case Kind::whole:
      return fmt::format("a number from {}", rule.least);
    case Kind::date_or_time:
      return "the date, or a timestamp (default: today)";
    default:
      return "the id of the member whose activity it is";
  }
}

TypedActivity read_options(const AddOptions& options) {
  std::vector<TypedField> fields;
  for (std::size_t i = 0; i < options.fields.size(); ++i) {
    if (options.fields[i]) fields.push_back({std::string{names_of<Field>[i]}, *options.fields[i]});
  }
  const auto typed = read_typed(options.type, fields, shapes_of_line);
  if (typed) return typed.value();
  std::string lines;
  for (const Diagnostic& d : typed.error()) {
    const bool is_of_option = !d.pointer.empty() && d.code != Code::unknown_type;
    lines += fmt::format("{}: {}\n", is_of_option ? "--" + d.pointer.substr(1) : "add",
                         visible(d.message));
  }
  throw CommandError{lines};
}

// Refuses a file to which a line cannot be added, by its first line. Returns the member that the
// line is of.
std::optional<std::string> check_start(const std::string& file, const std::string& start) {
  std::istringstream text{start};
  Diagnostics diagnostics;
  bool is_document = false;
  std::optional<std::string> member;
  read_log(text, file, Strictness::strict, diagnostics, [&](const Entry& entry) {
    is_document = std::holds_alternative<Document>(entry);
    if (const auto* line = std::get_if<ActivityLine>(&entry)) member = line->member;
    if (const auto* profile = std::get_if<ProfileLine>(&entry)) member = profile->log.member.id;
  });
  std::string errors;
  for (const Diagnostic& d : diagnostics.list()) {
    is_document = is_document || d.code == Code::syntax;
    if (d.severity == Severity::error) errors += to_string(d) + '\n';
  }
  if (is_document) {
    throw CommandError{fmt::format(
        "{0}: its first line is no activity, so it is no log to add lines to; add to another file, "
        "and score both: ssi score --merge {0} log.jsonl",
        visible(file))};
  }
  if (!errors.empty()) throw CommandError{errors};
  return member;
}

ExitCode add_activity(const Environment& environment, const AddOptions& options) {
  if (options.type.empty() || options.file.empty()) {
    throw CommandError{
        "add: name an activity and a file, as in: ssi add search --filters 3 log.jsonl"};
  }
  if (options.file == "-") throw CommandError{"add: '-' is no file to add a line to"};
  const TypedActivity typed = read_options(options);
  const auto& at = options.fields[static_cast<std::size_t>(Field::at)];
  const std::string line =
      encode_line(typed.member, at.value_or(to_string(environment.today())), typed.action);
  std::optional<std::string> first;
  append_line(options.file, line,
              [&](const std::string& start) { first = check_start(options.file, start); });
  if (first && !typed.member) {
    say(environment,
        fmt::format("{}: warning: added of no member, while the first line is of '{}'; "
                    "see --member",
                    visible(options.file), visible(*first)));
  }
  return ExitCode::success;
}

}  // namespace

void add_add(CLI::App& app, const Environment& environment, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("add", "Add an activity to a log of JSON Lines");
  command->footer(
      "\nExamples:\n"
      "  ssi add search --filters 3 --count 2 log.jsonl\n"
      "  ssi add profile_edit --section about log.jsonl\n"
      "  ssi add message --replied true --at 2026-11-20 --member amina log.jsonl\n");
  auto options = std::make_shared<AddOptions>();
  command
      ->add_option(
          "TYPE", options->type,
          wrapped(fmt::format("What was done: {}", fmt::join(activity_types, ", ")), help_width))
      ->type_name("");
  command->add_option("FILE", options->file, "The log; it is created where there is none")
      ->type_name("");
  for (std::size_t i = 0; i < options->fields.size(); ++i) {
    const auto field = static_cast<Field>(i);
    if (!is_of_an_activity(field)) continue;
    add_value(*command, fmt::format("--{}", name(field)), options->fields[i],
              wrapped(types_with(field) + values_of(field), help_width), "");
  }
  command->callback([&environment, &chosen, options] {
    chosen = [&environment, options] { return add_activity(environment, *options); };
  });
}

}  // namespace ssi
