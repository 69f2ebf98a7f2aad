#include "support/log_cases.hpp"

#include <fstream>
#include <stdexcept>

namespace ssi::test {
namespace {

std::string path_of(std::string_view table) {
  return std::string{SSI_SOURCE_DIR "/tests/fixtures/log/"}.append(table) + ".txt";
}

std::string unescaped(std::string_view written) {
  std::string text;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] == '\n') continue;
    if (written[i] != '\\') {
      text += written[i];
      continue;
    }
    switch (written.at(++i)) {
      case 'n':
        text += '\n';
        break;
      case 'r':
        text += '\r';
        break;
      case 't':
        text += '\t';
        break;
      case '\\':
        text += '\\';
        break;
      case 'x':
        text += static_cast<char>(std::stoi(std::string{written.substr(i + 1, 2)}, nullptr, 16));
        i += 2;
        break;
      default:
        throw std::runtime_error{"not an escape: " + std::string{written.substr(i - 1)}};
    }
  }
  return text;
}

}  // namespace

std::string LogCase::log() const {
  return name.ends_with(" (escaped)") ? unescaped(written) : written;
}

std::vector<LogCase> log_cases(std::string_view table) {
  std::ifstream in{path_of(table), std::ios::binary};
  std::vector<LogCase> cases;
  bool in_log = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("== ")) {
      cases.push_back({.name = line.substr(3)});
      in_log = true;
    } else if (line == "--") {
      in_log = false;
    } else if (in_log) {
      cases.back().written += line + '\n';
    } else if (!line.empty()) {  // one parts the cases
      cases.back().said += line + '\n';
    }
  }
  if (cases.empty()) throw std::runtime_error{"no cases in " + path_of(table)};
  return cases;
}

void write_log_cases(std::string_view table, const std::vector<LogCase>& cases) {
  std::ofstream out{path_of(table), std::ios::binary};
  for (const LogCase& each : cases) {
    if (&each != &cases.front()) out << '\n';
    out << "== " << each.name << '\n' << each.written << "--\n" << each.said;
  }
}

}  // namespace ssi::test
