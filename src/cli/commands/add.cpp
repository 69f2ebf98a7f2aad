#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ssi/members.hpp>
#include <ssi/model.hpp>
#include <ssi/score.hpp>

#include "base/gunzip.hpp"
#include "base/text.hpp"
#include "cli/append.hpp"
#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "log/encode.hpp"
#include "log/typed.hpp"

namespace ssi {
namespace {

constexpr std::size_t help_width = 56;  // beside the names of options on a terminal of 80 columns

// What a record can have, by the table that the reader goes by.
bool is_of_a_record(Field field) {
  return field != Field::type && std::ranges::any_of(shapes_of_line, [=](const Shape& shape) {
           return shape.allowed.contains(field);
         });
}

// The types that have a field, if not all have.
std::string types_with(Field field) {
  std::vector<std::string_view> types;
  for (std::size_t i = 0; i < record_types.size(); ++i) {
    if (shapes_of_line[i].allowed.contains(field)) types.push_back(record_types[i]);
  }
  return types.size() == record_types.size() ? "" : fmt::format("of {}: ", fmt::join(types, ", "));
}

/// An option for a field, or the argument for the type.
struct ActivityOption {
  std::string name;
  std::string help;
};

std::vector<ActivityOption> make_options() {
  std::vector<ActivityOption> options = {
      {"TYPE", fmt::format("What was done: {}; or {}, what LinkedIn showed",
                           fmt::join(activity_types, ", "), reading_type)}};
  for (std::size_t i = 0; i < names_of<Field>.size(); ++i) {
    const auto field = static_cast<Field>(i);
    if (!is_of_a_record(field)) continue;
    options.push_back(
        {fmt::format("--{}", name(field)), types_with(field) + describe_values(field)});
  }
  for (ActivityOption& option : options) option.help = wrapped(option.help, help_width);
  return options;
}

// What was typed of an activity, as `--FIELD VALUE` or `FIELD=VALUE`, and its day: today if none
// was.
std::vector<TypedField> typed_fields(const Arguments& arguments, Day today) {
  std::vector<TypedField> fields;
  for (const Option& option : activity_options()) {
    if (option.is_positional()) continue;
    if (const auto value = arguments.value_of(option.name)) {
      fields.push_back({std::string{option.name.substr(2)}, *value});
    }
  }
  for (const std::string& word : arguments.values("FIELD=VALUE")) {
    const std::size_t equals = word.find('=');
    fields.push_back({word.substr(0, equals), word.substr(equals + 1)});
  }
  if (std::ranges::find(fields, "at", &TypedField::name) == fields.end())
    fields.push_back({"at", "today"});
  for (TypedField& field : fields) {
    if (field.name != "at") continue;
    if (field.value == "today") field.value = to_string(today);
    if (field.value == "yesterday") field.value = to_string(today - std::chrono::days{1});
  }
  return fields;
}

TypedRecord read(const std::string& type, const std::vector<TypedField>& fields) {
  const auto typed = read_typed(type, fields, shapes_of_line);
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
  if (is_gzip(start)) {
    throw CommandError{fmt::format(
        "{0}: packed with gzip, so no line can be added to it; unpack it first: gunzip {0}",
        visible(file))};
  }
  std::istringstream text{start};
  Diagnostics diagnostics;
  bool is_document = false;
  std::optional<std::string> member;
  read_log(text, file, Strictness::strict, diagnostics, [&](const Entry& entry) {
    is_document = std::holds_alternative<Document>(entry);
    if (const auto* line = std::get_if<ActivityLine>(&entry)) member = line->member;
    if (const auto* reading = std::get_if<ReadingLine>(&entry)) member = reading->member;
    if (const auto* profile = std::get_if<ProfileLine>(&entry)) member = profile->log.member.id;
  });
  std::string errors;
  for (const Diagnostic& d : diagnostics.list()) {
    is_document = is_document || d.code == Code::syntax;
    if (d.severity == Severity::error) errors += to_string(d) + '\n';
  }
  if (is_document) {
    throw CommandError{
        fmt::format("{0}: its first line is not an activity, so no line can be added to it; add to "
                    "another file, "
                    "and score both: ssi score --merge {0} log.jsonl",
                    visible(file))};
  }
  if (!errors.empty()) throw CommandError{errors};
  return member;
}

// The log of a member in a file; an empty one where the file, or the member in it, is new. Nothing
// if the file cannot be read.
std::optional<MemberLog> read_member(const std::string& file,
                                     const std::optional<std::string>& id) {
  MemberLog found{.member = {.id = id}};
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) return found;
  const Input input{file, [&](Diagnostics& /*diagnostics*/) -> OpenedLog {
                      return std::make_unique<std::ifstream>(file, std::ios::binary);
                    }};
  Diagnostics diagnostics;
  read_members({&input, 1}, {}, diagnostics,
               [&](std::span<MemberLog> logs, Diagnostics& /*diagnostics*/) -> Deliver {
                 const auto log = std::ranges::find(
                     logs, id, [](const MemberLog& each) { return each.member.id; });
                 if (log != logs.end()) found = std::move(*log);
                 return [] {};
               });
  if (diagnostics.total(Severity::error) > 0) return std::nullopt;
  return found;
}

std::optional<Points> total_of(const MemberLog& log, Day day) {
  return score(log.timeline, log.not_measured.value_or(SignalSet{}), day, model_v1()).total;
}

// How the score moves as an action is added to `log`, both sides as of the same day.
std::string effect_of(Day done, const Action& action, const MemberLog& log) {
  MemberLog edited = log;
  if (!edited.timeline.add({done, action})) return "";
  const Day day = *default_as_of(edited);
  if (done > day) {
    return fmt::format("not counted: the log's as_of is {}, before that day\n", to_string(day));
  }
  const auto before = total_of(log, day);
  const auto after = total_of(edited, day);
  if (!before || !after) return "";
  return fmt::format("score: {} -> {} ({}{})\n", to_string(*before), to_string(*after),
                     *after < *before ? "" : "+", to_string(*after - *before));
}

// A reading moves no score: it is set beside that of its day.
std::string effect_of(Day day, const Reading& /*reading*/, const MemberLog& log) {
  const auto total = total_of(log, day);
  return total ? fmt::format("this log gives {} on that day\n", to_string(*total)) : "";
}

}  // namespace

std::span<const Option> activity_options() {
  static const std::vector<ActivityOption> texts = make_options();
  static const std::vector<Option> options = [] {
    std::vector<Option> made;
    for (const auto& [name, help] : texts) {
      made.emplace_back(name, help, CommandSet{"add"}).takes = Takes::one;
    }
    return made;
  }();
  return options;
}

ExitCode run_add(const Environment& environment, const Arguments& arguments) {
  const CommandError too_little{
      "add: name an activity and a file, as in: ssi add search --filters 3 log.jsonl"};
  const std::string type = arguments.value_of("TYPE").value_or("");
  if (type.empty()) throw too_little;
  const std::vector<TypedField> fields = typed_fields(arguments, environment.today());
  const TypedRecord typed = read(type, fields);
  const std::string file = arguments.value("FILE").value_or("");
  if (file.empty()) throw too_little;
  if (file == "-") throw CommandError{"add: cannot add to '-'; name a file"};
  std::error_code ignored;
  if (file.find('=') != std::string::npos && !std::filesystem::exists(file, ignored)) {
    throw CommandError{fmt::format(
        "add: no file '{}', and the name of a new log cannot have '=' in it", visible(file))};
  }
  const std::string& at = std::ranges::find(fields, "at", &TypedField::name)->value;
  const std::string line = std::visit(
      [&](const auto& record) { return encode_line(typed.member, at, record); }, typed.record);
  const auto log = environment.is_quiet ? std::nullopt : read_member(file, typed.member);
  std::optional<std::string> first;
  append_line(file, line, [&](const std::string& start) { first = check_start(file, start); });
  if (environment.is_quiet) return ExitCode::success;
  if (first && !typed.member) {
    say(environment,
        fmt::format(
            "{}: warning: added without a member, but the first line is from '{}'; see --member",
            visible(file), visible(*first)));
  }
  const auto say_what_it_did = [&](const auto& record) {
    write_out(environment,
              fmt::format("{}: added {} on {}\n{}", visible(file), encode_words(record),
                          to_string(*typed.day),
                          log ? effect_of(*typed.day, record, *log)
                              : fmt::format("not scored: run ssi validate {}\n", visible(file))));
  };
  std::visit(say_what_it_did, typed.record);
  return ExitCode::success;
}

}  // namespace ssi
