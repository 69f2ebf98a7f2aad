#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>  // NOLINT(modernize-deprecated-headers): newlocale, of POSIX
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/app.hpp"
#include "cli/temporary.hpp"

namespace {

std::optional<std::string> variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::nullopt : std::optional<std::string>{value};
}

// The date on this machine's calendar.
ssi::Day today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return std::chrono::year_month_day{std::chrono::year{local.tm_year + 1900},
                                     std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
                                     std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
}

// Whether the locale's text is UTF-8 by its name: `de_DE.UTF-8`, `en_US.utf8`.
bool is_utf8_by_name() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const std::string locale = variable(name).value_or("");
    if (!locale.empty())
      return locale.find("UTF-8") != locale.npos || locale.find("utf8") != locale.npos;
  }
  return false;
}

// Whether the locale's text is UTF-8. The locale itself is left alone: nothing may depend on it.
// One that is not installed here, but where the terminal is, has only its name to go by.
bool is_utf8() {
  const locale_t locale = newlocale(LC_CTYPE_MASK, "", nullptr);
  if (locale == nullptr) return is_utf8_by_name();
  const bool result = std::string_view{nl_langinfo_l(CODESET, locale)} == "UTF-8";
  freelocale(locale);
  return result;
}

// The columns of the terminal that a stream writes to; 0 where there is none.
std::size_t columns_of(int stream) {
  winsize size{};
  return ioctl(stream, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

// Opens the standard streams that are closed, so that no file takes their place. Each opens the
// wrong way round: using it fails, as it should.
void open_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) == -1) {
      (void)open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  open_standard_streams();
  std::signal(SIGPIPE, SIG_IGN);  // writing to a closed pipe fails with EPIPE instead
  std::signal(SIGXFSZ, SIG_IGN);  // and so is a file that may grow no further
  ssi::remove_temporaries_on_signals();
  std::ios::sync_with_stdio(false);
  return ssi::run({argv + 1, argv + argc}, {.in = std::cin,
                                            .out = std::cout,
                                            .err = std::cerr,
                                            .in_is_terminal = isatty(STDIN_FILENO) == 1,
                                            .out_is_terminal = isatty(STDOUT_FILENO) == 1,
                                            .err_is_terminal = isatty(STDERR_FILENO) == 1,
                                            .is_utf8 = is_utf8(),
                                            .out_columns = columns_of(STDOUT_FILENO),
                                            .err_columns = columns_of(STDERR_FILENO),
                                            .variable = variable,
                                            .today = today,
                                            .now = std::chrono::steady_clock::now});
}
