#include "render/render.hpp"

namespace ssi {

static std::string rounded(std::optional<Points> total, int precision) {
  if (!total) return "-";
  // Rounds down: 69.99 must not read as 70. Without decimals the point goes, too.
  const std::size_t dropped = precision == 0 ? 3 : 2 - static_cast<std::size_t>(precision);
  const std::string text = to_string(*total);
  return text.substr(0, text.size() - dropped);
}

void total_member(std::string& out, const Report& report, const Model& /*model*/,
                  const Style& style) {
  out += rounded(report.score.total, style.precision);
  if (report.what_if) out += ' ' + rounded(report.what_if->score.total, style.precision);
  out += '\n';
}

}  // namespace ssi
