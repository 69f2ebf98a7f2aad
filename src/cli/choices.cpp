#include "cli/choices.hpp"

#include <algorithm>
#include <iterator>

#include <ssi/explain.hpp>
#include <ssi/model.hpp>
#include <ssi/team.hpp>
#include <ssi/trend.hpp>

#include "base/name_index.hpp"
#include "log/description.hpp"

namespace ssi {
namespace {

using Words = std::vector<std::string_view>;

template <class Names>
Words words_of(const Names& names) {
  return {std::begin(names), std::end(names)};
}

// What a field of an activity may be: `--scope` is the field `scope`.
Words words_of_field(std::string_view option) {
  constexpr std::array<std::string_view, 2> flags = {"true", "false"};
  const auto field = named<Field>(option.substr(std::min<std::size_t>(2, option.size())));
  if (!field) return {};
  const FieldRule& rule = rule_of(*field);
  if (rule.kind == Kind::flag) return words_of(flags);
  return rule.kind == Kind::word ? words_of(rule.words->names()) : Words{};
}

}  // namespace

std::vector<std::string_view> choices_of(const Command& command, const Option& option) {
  if (option.name == "--format") {
    const std::vector<FormatName> formats = command.formats();
    Words names(formats.size());
    std::ranges::transform(formats, names.begin(), &FormatName::name);
    return names;
  }
  if (option.name == "--color") return words_of(colors);
  if (option.name == "--precision") return words_of(precisions);
  if (option.name == "--by") return words_of(groups);
  if (option.name == "--every") return words_of(names_of<Step>);
  if (option.name == "--sort") return words_of(names_of<SortBy>);
  if (option.name == "COMMAND") return words_of(command_names);
  if (option.name == "TOPIC") return topic_names();
  if (option.name == "TYPE") return words_of(record_types);
  if (option.name == "NAME") return schema_names();
  if (option.name == "SHELL") return words_of(shells);
  if (option.signature.ends_with("DAY")) return {"today", "latest"};
  if (option.signature.ends_with("MODEL")) return {model_v1().name};
  return command.name == "add" ? words_of_field(option.name) : Words{};
}

bool takes_file(const Option& option) {
  return option.name == "TOPIC" || option.signature.ends_with("MODEL") ||
         (option.signature.find("FILE") != std::string_view::npos && option.name != "--format");
}

}  // namespace ssi
