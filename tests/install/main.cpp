#include <iostream>
#include <sstream>
#include <string>

#include <ssi/render.hpp>
#include <ssi/report.hpp>
#include <ssi/timeline.hpp>

/// Scores a log of two activities through the installed library.
int main() {
  std::istringstream log{R"({"at": "2026-11-20", "type": "share"})"
                         "\n"
                         R"({"at": "2026-11-22", "type": "comment"})"};
  const ssi::ReportSettings settings{.model = ssi::model_v1()};
  const ssi::Format& format = ssi::formats().front();
  ssi::Diagnostics diagnostics;
  std::string out;
  ssi::MemberReader reader{ssi::Strictness::strict, diagnostics, [&](ssi::MemberLog&& member) {
                             const auto report = ssi::make_report(member, settings, diagnostics);
                             format.member(out, report, settings.model, ssi::Style{});
                           }};
  reader.read(log, "log");
  reader.finish();
  for (const auto& diagnostic : diagnostics.list()) std::cerr << to_string(diagnostic) << '\n';
  std::cout << out;
  return out.empty() || !diagnostics.list().empty() ? 1 : 0;
}
