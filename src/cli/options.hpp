#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands/commands.hpp"

// The options of all commands. To add one, add a row: parser and help go by this table.
namespace ssi {

/// Some of the commands. A name that is none of theirs does not compile.
class CommandSet {
 public:
  consteval CommandSet(std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
      bits_ |= bit_of(command_table.at(command_index(name)));
  }
  /// All commands, and the program where none is named.
  static consteval CommandSet all() {
    CommandSet set{};
    set.bits_ = ~std::uint32_t{0};
    return set;
  }
  [[nodiscard]] constexpr bool contains(const Command& command) const {
    return (bits_ & bit_of(command)) != 0;
  }
  [[nodiscard]] constexpr bool overlaps(CommandSet other) const {
    return (bits_ & other.bits_) != 0;
  }
  friend consteval CommandSet operator|(CommandSet a, CommandSet b) {
    a.bits_ |= b.bits_;
    return a;
  }

 private:
  static_assert(command_table.size() < 32);
  static constexpr std::uint32_t bit_of(const Command& command) {
    return std::uint32_t{1} << command_index(command.name);
  }
  std::uint32_t bits_ = 0;
};

/// How many values an option takes: a flag none, `--fail-on-drop [N]` one or none. Of one value the
/// last given counts, of several each.
enum class Takes { none, optional, one, several };

/// An option, or a positional argument.
struct Option {
  std::string_view signature{};   ///< as help shows it: `-f, --format FORMAT`, `FILE ...`
  std::string_view other_name{};  ///< `-f`, `--as-of` of `--as-of, --until DAY`, or empty
  std::string_view name{};        ///< `--format`, or `FILE` of a positional argument
  Takes takes = Takes::one;
  std::string_view help{};  ///< `{}` in it is the default value
  CommandSet commands{};
  /// The value where the option is not given; where its value is optional, if that is left out.
  /// Empty: none.
  std::string_view default_value{};
  /// Of a row that stands for options which are known at run time only: they.
  std::span<const Option> (*stands_for)() = nullptr;

  constexpr Option(std::string_view shown, std::string_view help_text, CommandSet of,
                   std::string_view otherwise = "")
      : signature{shown}, help{help_text}, commands{of}, default_value{otherwise} {
    name = signature;
    if (const std::size_t comma = name.find(", "); comma != name.npos) {
      other_name = name.substr(0, comma);
      name.remove_prefix(comma + 2);
    }
    const std::size_t end_of_names = name.find(' ');
    name = name.substr(0, end_of_names);
    if (signature.ends_with(" ...")) {
      takes = Takes::several;
    } else if (signature.ends_with(']')) {
      takes = Takes::optional;
    } else if (end_of_names == signature.npos && !is_positional()) {
      takes = Takes::none;
    }
  }
  constexpr Option(CommandSet of, std::span<const Option> (*options)())
      : commands{of}, stands_for{options} {}

  /// Whether `word` is one of its names.
  [[nodiscard]] constexpr bool is_called(std::string_view word) const {
    return !word.empty() && (word == name || word == other_name);
  }
  [[nodiscard]] constexpr bool is_positional() const { return !name.starts_with('-'); }
  /// Whether it is a positional argument for words such as `count=3`, which no other one takes
  /// then.
  [[nodiscard]] constexpr bool is_field() const { return name.find('=') != name.npos; }
};

/// The type and the fields of an activity, as the log's format describes them.
[[nodiscard]] std::span<const Option> activity_options();

inline constexpr CommandSet report_commands = {"score", "explain", "plan",     "trend",
                                               "diff",  "team",    "calibrate"};

/// The same with the command that makes pages only.
inline constexpr CommandSet page_commands = report_commands | CommandSet{"report"};

/// All options, in the order of help. Where the help of one differs between commands it has a row
/// for each.
inline constexpr auto option_table = std::to_array<Option>({
    {"-h, --help", "Show this help", CommandSet::all()},
    {"TOPIC",
     "A pillar, a signal, an activity type, window, bands,\nmodel or linkedin (default: an "
     "overview)",
     {"explain"}},
    {"FILE ...",
     "Logs, exports or folders of them; - is standard input",
     {"score", "plan", "trend", "team", "calibrate", "report", "merge", "validate"}},
    {"FILE ...", "Logs of a member, to show where they stand", {"explain"}},
    {"FILE ...",
     "The log or folder before and the one after, or just one;\n- is standard input",
     {"diff"}},
    {"FILE ...",
     "Parts of one export: ZIPs, folders, CSV or JSON files;\n- is standard input",
     {"import"}},
    {"MODEL", "A built-in model or a file (default: {})", {"model"}, "v1"},
    {"NAME", "log, report, team, explain, plan, trend, diff, calibrate\nor model", {"schema"}},
    {"COMMAND", "The command to explain (default: a list of all)", {"help"}},
    {"--man", "Print the man page, for man or groff", {"help"}},
    {"SHELL", "bash, zsh or fish", {"completions"}},
    {{"add"}, activity_options},
    {"FIELD=VALUE ...", "Another way to write --FIELD VALUE", {"add"}},
    {"FILE", "The log to add to; created if it does not exist", {"add"}},
    {"FILE", "The log to create (default: {})", {"init"}, "log.jsonl"},
    {"-f, --format FORMAT[:FILE] ...", "The format: one of", report_commands},
    {"-o, --output FILE",
     "Write the result to this file, whole or not at all",
     {"score", "explain", "plan", "trend", "diff", "team", "report", "merge", "import"}},
    {"-o, --output FILE",
     "Write the fitted model to this file, whole or not at all",
     {"calibrate"}},
    {"--member-id ID", "The id of the member, for the log", {"import"}},
    {"--name NAME", "The name of the member, for the log", {"import"}},
    {"--strict", "Fail if a row cannot be read", {"import"}},
    {"--model MODEL", "A built-in model or a model file (default: {})", page_commands, "v1"},
    {"--color WHEN", "Use color: auto, always or never", report_commands, "auto"},
    {"--lenient", "Skip what cannot be read, say so, and score the rest",
     page_commands | CommandSet{"merge"}},
    {"--merge", "Add up documents with the same member id, and those\nwithout an id",
     page_commands | CommandSet{"validate"}},
    {"-j, --jobs N",
     "Threads to use (default: one per core); the result is\nthe same for any number",
     page_commands | CommandSet{"merge", "validate"}},
    {"-q, --quiet",
     "Print only errors and missed gates: no report, summary\nor warnings; logs and files are "
     "still written",
     page_commands | CommandSet{"init", "add", "merge", "import", "validate"}},
    {"--member ID",
     "The id or name of the member to look at, if the logs\nhold several (default: all)",
     {"plan", "trend", "diff", "calibrate"}},
    {"--member ID",
     "The id or name of the member to look at, if the logs\nhold several",
     {"explain"}},
    {"--as-of DAY",
     "Score at the end of this day: a date, today, or latest,\nthe day of a log's last "
     "activity (default: the day that\nthe log names, else latest)",
     {"score", "team", "report"}},
    {"--as-of DAY", "The day of the score: a date, today or latest", {"explain"}},
    {"--contributions",
     "Show how many points each activity type, month and\nsingle activity brings",
     {"explain"}},
    {"--fail-under [PILLAR=]N ...",
     "Exit with 1 if a total is below N, or a pillar is\nbelow its N; repeatable",
     {"score", "team"}},
    {"--strictly",
     "Let gates judge what a score would be if all that is\nnot measured were nothing",
     {"score", "team"}},
    {"--require-complete", "Exit with 1 if a signal is not measured", {"score", "team"}},
    {"--details", "Show all signals (text and markdown)", {"score"}},
    {"--precision N", "Decimals of the total format: 0, 1 or 2", {"score"}, "0"},
    {"--what-if ACTIVITY ...",
     "Also show the score with this activity added: a type\nand its fields, dated the day of the "
     "score unless\nat=DATE is among them; repeatable",
     {"score"}},
    {"--fail-under-mean N", "Exit with 1 if the mean of the totals is below N", {"team"}},
    {"--fail-under-share P%=N",
     "Exit with 1 if fewer than P percent of the members\nhave a total of N or more",
     {"team"}},
    {"--by GROUP", "team: compare teams; csv and jsonl then have one row\nper team", {"team"}},
    {"--sort KEY", "Sort the leaderboard by total, a pillar or name", {"team"}, "total"},
    {"--top N",
     "Show only the first N of the leaderboard, or all\n(default: 10 in text and markdown, else "
     "all)",
     {"team"}},
    {"--bottom N", "Show the last N of the leaderboard, besides --top", {"team"}},
    {"--since DATE", "Show how the group changed since the end of this day", {"team"}},
    {"--before FILE ...",
     "Show how the group changed since these earlier logs of\nits members, scored at --since or "
     "on their own days",
     {"team"}},
    {"--every STEP", "Score each day, week or month (default: {})", {"trend"}, "week"},
    {"--since DATE",
     "First day (default: a year before the last, or the\nfirst activity)",
     {"trend"}},
    {"--as-of, --until DAY",
     "Last day before the forecast: a date, today or latest\n(default: the day that the "
     "log names, else latest)",
     {"trend"}},
    {"--target N", "Say when the total falls below this (default: {})", {"trend"}, "70"},
    {"--target N",
     "The total to reach (default: where the next band\nbegins; in the highest, to stay there)",
     {"plan"}},
    {"--target-pillar PILLAR=N ...", "A pillar's score to reach; repeatable", {"plan"}},
    {"--days N", "Length of the plan in days (default: {})", {"plan"}, "30"},
    {"--minutes-per-day N", "Time to spend per day, on average (default: {})", {"plan"}, "30"},
    {"--without TASK ...", "A task to leave out, such as post; repeatable", {"plan"}},
    {"--account TYPE",
     "sales-navigator, or free to leave out what needs Sales\nNavigator (default: {})",
     {"plan"},
     "sales-navigator"},
    {"--as-of DAY",
     "Plan from this day on: a date, today or latest\n(default: the day that the log "
     "names, else latest)",
     {"plan"}},
    {"--from DAY",
     "Day of the score before: a date, today or latest\n(default: the day that the log names, else "
     "latest)",
     {"diff"}},
    {"--to DAY", "Day of the score after, likewise", {"diff"}},
    {"--to-model MODEL", "Model of the score after (default: that of --model)", {"diff"}},
    {"--fail-on-drop [N]",
     "Exit with 1 if the total drops, or drops by more\nthan N points",
     {"diff"},
     "0"},
    {"-V, --version", "Show the version", CommandSet::all()},
});

static_assert(
    [] {
      for (const Option& a : option_table) {
        for (const Option& b : option_table) {
          const bool clash = a.is_called(b.name) || a.is_called(b.other_name);
          if (&a != &b && clash && a.commands.overlaps(b.commands)) return false;
        }
      }
      return true;
    }(),
    "a command has two options of one name");

/// The name of an option. One that is not in the table does not compile.
struct OptionName {
  consteval OptionName(const char* name)  // NOLINT: a name is what it stands for
      : text{std::ranges::find(option_table, std::string_view{name}, &Option::name)->name} {}
  std::string_view text;
};

/// The options of a command.
[[nodiscard]] std::vector<Option> options_of(const Command& command);

/// What help says of an option, in lines of 56 columns at the most.
[[nodiscard]] std::string help_of(const Command& command, const Option& option);

}  // namespace ssi
