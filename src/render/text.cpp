#include "base/text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "render/render.hpp"
#include "render/value.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

constexpr std::size_t page_width = 80;
constexpr std::string_view bold = "1";
constexpr std::string_view dim = "2";
constexpr std::string_view red = "31";
constexpr std::string_view bold_red = "1;31";
constexpr std::string_view green = "32";
constexpr std::string_view yellow = "33";

// Columns that `text` takes on a terminal: it is padded by fmt, which knows of wide characters.
std::size_t width_of(std::string_view text) {
  constexpr std::size_t wide_enough = 4096;
  const bool is_ascii = std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
  if (is_ascii || text.size() > wide_enough) return text.size();
  // Padding fills up to the width asked for, so what it adds tells the width there was.
  return wide_enough - (fmt::formatted_size("{:<{}}", text, wide_enough) - text.size());
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t taken = width_of(text);
  return std::string{text} + std::string(width > taken ? width - taken : 0, ' ');
}

class TextWriter {
 public:
  TextWriter(std::string& out, const Report& report, const Model& model, const Style& style)
      : out_{out}, report_{report}, model_{model}, style_{style} {}

  void write() {
    write_title();
    write_total();
    for (const PillarScore& pillar : report_.score.pillars) write_pillar(pillar);
    write_next_steps();
  }

 private:
  std::string colored(std::string_view text, std::string_view color) const {
    return style_.color ? fmt::format("\033[{}m{}\033[0m", color, text) : std::string{text};
  }

  // `left` and `right` on one line if they fit, else on two.
  void write_ends(std::string_view left, std::string_view left_color, std::string_view right) {
    const std::size_t left_width = width_of(left);
    const std::size_t right_width = width_of(right);
    out_ += colored(left, left_color);
    if (left_width + 2 + right_width <= page_width) {
      out_ += std::string(page_width - left_width - right_width, ' ');
    } else {
      out_ += "\n  ";
    }
    out_ += colored(right, dim) + '\n';
  }

  void write_title() {
    const Member& member = report_.member;
    const auto& name = member.label();
    const std::string title = "Social Selling Index" + (name ? ": " + visible(*name) : "");
    const std::string day = report_.as_of ? "as of " + to_string(*report_.as_of) : "no date";
    write_ends(title, bold, fmt::format("{}, model {}", day, visible(model_.name)));
    if (model_.sha256)
      out_ += colored(fmt::format("  model sha256 {}", *model_.sha256), dim) + '\n';
    out_ += '\n';
  }

  void write_total() {
    const Score& score = report_.score;
    if (!score.total) {
      out_ += colored("   no total: a pillar has nothing measured", bold) + "\n\n";
      return;
    }
    const std::string total = fmt::format("{:>8}", to_string(*score.total));
    const std::string band = visible(model_.bands[*score.band].name);
    const std::string rest = visible(to_go(*score.total, *score.band, model_));
    const std::string left = fmt::format(" / {}  ", total_max.hundredths / 100);
    const std::size_t taken = total.size() + left.size() + width_of(band) + width_of(rest);
    out_ += colored(total, bold) + left + colored(band, band_color());
    if (!rest.empty())
      out_ += std::string(taken < page_width ? page_width - taken : 1, ' ') + colored(rest, dim);
    out_ += '\n';
    if (score.assessable < total_max) {
      out_ += fmt::format("           measured on {} of {} points\n", to_string(score.assessable),
                          to_string(total_max));
    }
    out_ += '\n';
  }

  std::string_view band_color() const {
    const std::size_t band = *report_.score.band;
    return band + 1 == model_.bands.size() ? green : band == 0 ? red : yellow;
  }

  // A cell a point; eighths of a cell where the terminal has them.
  std::string bar(Points score, std::string_view color) const {
    constexpr std::array<std::string_view, 8> eighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const auto full = static_cast<std::size_t>(score.hundredths / 100);
    const auto part = static_cast<std::size_t>(score.hundredths % 100 * 8 / 100);
    std::string filled;
    for (std::size_t i = 0; i < full; ++i) filled += style_.unicode ? "█" : "#";
    const bool has_part = style_.unicode && part > 0;
    if (has_part) filled += eighths[part];
    std::string empty;
    const std::size_t cells = static_cast<std::size_t>(pillar_max.hundredths) / 100;
    for (std::size_t i = full + (has_part ? 1 : 0); i < cells; ++i)
      empty += style_.unicode ? "·" : ".";
    return (filled.empty() ? "" : colored(filled, color)) +
           (empty.empty() ? "" : colored(empty, dim));
  }

  void write_pillar(const PillarScore& pillar) {
    const std::string title = padded(info(pillar.id).title, 33);
    out_ += "  " + (pillar.weakest ? colored(title, bold) : title) + "  ";
    if (!pillar.score) {
      out_ += colored("    -  not measured", dim) + '\n';
    } else {
      const std::string_view color = pillar.weakest ? bold_red : pillar.weak ? yellow : green;
      const std::string_view arrow = style_.unicode ? "◀ " : "< ";
      out_ += colored(fmt::format("{:>5}", to_string(*pillar.score)), color) + "  ";
      out_ += bar(*pillar.score, color);
      if (pillar.weak) {
        out_ +=
            "  " + colored(fmt::format("{}{}", arrow, pillar.weakest ? "weakest" : "weak"), color);
      }
      out_ += '\n';
      if (pillar.assessable < pillar_max) {
        const std::string measured =
            fmt::format("    {} earned, measured on {} of {} points", to_string(pillar.earned),
                        to_string(pillar.assessable), to_string(pillar_max));
        out_ += colored(measured, dim) + '\n';
      }
    }
    if (style_.details) write_signals(pillar);
  }

  void write_signals(const PillarScore& pillar) {
    for (const SignalScore& signal : pillar.signals) {
      const SignalInfo& about = info(signal.id);
      out_ += fmt::format("    {:<20} ", name(signal.id));
      if (!signal.value) {
        out_ += colored("not measured", dim) + '\n';
        continue;
      }
      const std::string amount = fmt::format("{} of {}", show_value(*signal.value, about.unit),
                                             show_value(model_.rule(signal.id).target, about.unit));
      const std::string unit = about.unit == "ratio" ? "" : fmt::format(" {}", about.unit);
      out_ += fmt::format("{:<36} {:>5} / {}\n", amount + unit, to_string(signal.points),
                          to_string(signal.max));
    }
  }

  void write_next_steps() {
    out_ += '\n' + colored("Next steps", bold) + '\n';
    if (report_.next_steps.empty()) {
      out_ += report_.score.total == total_max
                  ? "  none: every signal has reached its target\n"
                  : "  none: no single kind of action adds to the lowest pillar\n";
    }
    for (const NextStep& step : report_.next_steps) {
      out_ += fmt::format("  {:<14}  {:<46}  ", name(step.pillar), step.advice) +
              colored("+" + to_string(step.gain), green) + '\n';
    }
  }

  std::string& out_;
  const Report& report_;
  const Model& model_;
  const Style& style_;
};

}  // namespace

void text_member(std::string& out, const Report& report, const Model& model, const Style& style) {
  TextWriter{out, report, model, style}.write();
}

}  // namespace ssi
