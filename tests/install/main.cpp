#include <iostream>
#include <memory>
#include <span>
#include <sstream>
#include <string>

#include <ssi/members.hpp>
#include <ssi/render.hpp>
#include <ssi/report.hpp>

/// Scores a log of two activities through the installed library.
int main() {
  const std::string log = R"({"at": "2026-11-20", "type": "share"})"
                          "\n"
                          R"({"at": "2026-11-22", "type": "comment"})";
  const ssi::Input input{
      "log", [&log](ssi::Diagnostics&) { return std::make_unique<std::istringstream>(log); }};
  const ssi::ReportSettings settings{.model = ssi::model_v1()};
  const ssi::Format& format = ssi::formats().front();
  ssi::Diagnostics diagnostics;
  std::string out;
  const auto work = [&](std::span<ssi::MemberLog> members, ssi::Diagnostics& said) -> ssi::Deliver {
    std::string reports;
    for (const ssi::MemberLog& member : members) {
      const auto report = ssi::make_report(member, settings, said);
      format.member(reports, report, settings.model, ssi::Style{});
    }
    return [&out, reports] { out += reports; };
  };
  ssi::read_members({&input, 1}, {.jobs = 2}, diagnostics, work);
  for (const auto& diagnostic : diagnostics.list()) std::cerr << to_string(diagnostic) << '\n';
  std::cout << out;
  return out.empty() || !diagnostics.list().empty() ? 1 : 0;
}
