#include <array>

#include <fmt/format.h>

#include "render/render.hpp"

namespace ssi {

void total_member(std::string& out, const Report& report, const Model& /*model*/,
                  const Style& style) {
  if (!report.score.total) {
    out += "-\n";
    return;
  }
  constexpr std::array<std::int32_t, 3> steps = {100, 10, 1};  // rounded down to, in hundredths
  const auto precision = static_cast<std::size_t>(style.precision);
  const Points total = *report.score.total;
  const Points floor{total.hundredths - total.hundredths % steps[precision]};
  const std::string text = to_string(floor);
  const std::size_t dropped = precision == 0 ? 3 : 2 - precision;
  out += text.substr(0, text.size() - dropped);
  out += '\n';
}

}  // namespace ssi
