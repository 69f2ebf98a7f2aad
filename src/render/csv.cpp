#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.hpp"
#include "render/render.hpp"

namespace ssi {
namespace {

constexpr std::string_view line_end = "\r\n";  // RFC 4180

// Whether a spreadsheet would run `cell`. Some do so for the full-width signs as well.
bool is_formula(std::string_view cell) {
  constexpr std::array<std::string_view, 8> signs = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  return std::ranges::any_of(signs, [&](std::string_view sign) { return cell.starts_with(sign); });
}

// One row, cell by cell.
class Row {
 public:
  explicit Row(std::string& out) : out_{out} {}

  void text(std::string_view cell) {
    std::string shown = visible(cell);
    if (is_formula(shown)) shown.insert(0, 1, '\'');
    start_cell();
    if (shown.find_first_of(",\"") == std::string::npos) {
      out_ += shown;
      return;
    }
    out_ += '"';
    for (const char c : shown) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }
  void text_or_empty(const std::optional<std::string>& cell) { text(cell ? *cell : ""); }
  void points(std::optional<Points> points) {
    start_cell();
    if (points) out_ += to_string(*points);
  }
  void end() { out_ += line_end; }

 private:
  void start_cell() {
    if (!first_) out_ += ',';
    first_ = false;
  }

  std::string& out_;
  bool first_ = true;
};

}  // namespace

void csv_head(std::string& out, const Model& /*model*/) {
  Row row{out};
  for (const std::string_view column : {"id", "name", "team", "as_of", "model", "model_sha256",
                                        "total", "assessable", "band", "weakest"}) {
    row.text(column);
  }
  for (const std::string_view pillar : names_of<PillarId>) {
    for (const std::string_view column : {"", "_earned", "_assessable"}) {
      row.text(fmt::format("{}{}", pillar, column));
    }
  }
  for (const std::string_view signal : names_of<SignalId>) row.text(signal);
  row.end();
}

void csv_member(std::string& out, const Report& report, const Model& model,
                const Style& /*style*/) {
  const Score& score = report.score;
  Row row{out};
  row.text_or_empty(report.member.id);
  row.text_or_empty(report.member.name);
  row.text_or_empty(report.member.team);
  row.text(report.as_of ? to_string(*report.as_of) : "");
  row.text(model.name);
  row.text_or_empty(model.sha256);
  row.points(score.total);
  row.points(score.assessable);
  row.text(score.band ? std::string_view{model.bands[*score.band].name} : "");
  std::vector<std::string_view> weakest;
  for (const PillarScore& pillar : score.pillars) {
    if (pillar.weakest) weakest.push_back(name(pillar.id));
  }
  row.text(fmt::format("{}", fmt::join(weakest, " ")));
  for (const PillarScore& pillar : score.pillars) {
    row.points(pillar.score);
    row.points(pillar.earned);
    row.points(pillar.assessable);
  }
  for (const PillarScore& pillar : score.pillars) {
    for (const SignalScore& signal : pillar.signals) {
      row.points(signal.value ? std::optional{signal.points} : std::nullopt);
    }
  }
  row.end();
}

}  // namespace ssi
