#include <string>
#include <string_view>

#include <fmt/format.h>

#include <ssi/render.hpp>

#include "cli/help.hpp"
#include "cli/options.hpp"
#include "cli/shells.hpp"

namespace ssi {
namespace {

// Text as roff reads it: no character of it is taken for a request or an escape.
std::string roff(std::string_view text) {
  std::string result;
  bool starts_line = true;
  for (const char c : text) {
    if (starts_line && (c == '.' || c == '\'')) result += "\\&";
    if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else if (c == '\'') {
      result += "\\(aq";
    } else {
      result += c;
    }
    starts_line = c == '\n';
  }
  return result;
}

std::string options_part(const Command& command) {
  std::string part;
  for (const Option& option : options_of(command)) {
    std::string about;
    for (const char c : roff(help_of(command, option))) {
      about += c;
      // Each format has a line of its own; other breaks are for the columns of the help.
      if (c == '\n' && option.name == "--format") about += ".br\n";
    }
    part += fmt::format(".TP\n.B {}\n{}\n", roff(option.signature), about);
  }
  return part;
}

std::string examples_part(const Command& command) {
  return fmt::format(".PP\n.nf\n{}\n.fi\n", roff(command.examples));
}

constexpr std::string_view end_of_page =
    ".SH EXIT STATUS\n"
    ".TP\n.B 0\nDone, and every gate is met.\n"
    ".TP\n.B 1\nDone, and a gate is missed, or no plan reaches its target.\n"
    ".TP\n.B 2\nNo trustworthy result: wrong usage, input or model, or an I/O error.\n"
    ".SH ENVIRONMENT\n"
    ".TP\n.B NO_COLOR\nIf not empty, use no colors.\n"
    ".TP\n.B FORCE_COLOR, CLICOLOR_FORCE\nIf neither empty nor 0, use colors even if the output is "
    "not a terminal.\n";

}  // namespace

std::string man_page() {
  std::string page = fmt::format(
      ".TH SSI 1 \"\" \"ssi {}\" \"User Commands\"\n"
      ".SH NAME\n"
      "ssi \\- compute a Social Selling Index from a log of activity\n"
      ".SH SYNOPSIS\n"
      ".B ssi\n"
      ".I COMMAND\n"
      "[\\fIOPTION\\fR...] [\\fIFILE\\fR...]\n"
      ".SH DESCRIPTION\n"
      "{}\n"
      ".SH EXAMPLES\n"
      "{}"
      ".SH COMMANDS\n",
      version(), roff(no_command.summary), examples_part(no_command));
  for (const Command& command : command_table) {
    page += fmt::format(".SS {}\n{}.\n{}{}", full_name(command), roff(command.summary),
                        examples_part(command), options_part(command));
  }
  return page.append(end_of_page);
}

}  // namespace ssi
