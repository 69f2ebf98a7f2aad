#include "render/render.hpp"

namespace ssi {

void total_member(std::string& out, const Report& report, const Model& /*model*/,
                  const Style& style) {
  if (!report.score.total) {
    out += "-\n";
    return;
  }
  // To drop decimals rounds down, and without decimals the point goes, too.
  const std::size_t dropped =
      style.precision == 0 ? 3 : 2 - static_cast<std::size_t>(style.precision);
  const std::string text = to_string(*report.score.total);
  out += text.substr(0, text.size() - dropped);
  out += '\n';
}

}  // namespace ssi
