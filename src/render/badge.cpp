// Badges for README files: an SVG of our own, and the JSON from which shields.io draws one.

#include "base/text.hpp"
#include "render/html.hpp"
#include "render/inert.hpp"
#include "render/json_writer.hpp"
#include "render/verdicts.hpp"

namespace ssi {
namespace {

// The colours of the pages, dark enough for white text on them.
std::string_view background_of(Tone tone) {
  if (tone == Tone::good) return "#1a7f37";
  if (tone == Tone::fair) return "#9a6700";
  return tone == Tone::bad ? "#c2202b" : "#57606a";
}

}  // namespace

void write_badge(std::string& out, const Verdicts& verdicts) {
  // About the width of a letter of Verdana at 11 px. `textLength` makes any other font fit.
  constexpr std::size_t letter = 7;
  constexpr std::size_t label = 34;  // the width of the left half, with `SSI` in it
  const std::size_t text = width_of(inert(verdicts.total)) * letter;
  const std::string total = html_text(verdicts.total);
  put(out,
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"20\" role=\"img\" "
      "aria-label=\"SSI: {1}\"><title>SSI: {1}</title>\n"
      "<rect width=\"{0}\" height=\"20\" rx=\"3\" fill=\"#24292f\"/>\n"
      "<path d=\"M{2} 0h{3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-{3}z\" fill=\"{4}\"/>\n"
      "<g fill=\"#fff\" font-family=\"Verdana,DejaVu Sans,sans-serif\" font-size=\"11\">"
      "<text x=\"6\" y=\"14\">SSI</text><text x=\"{5}\" y=\"14\" "
      "textLength=\"{6}\">{1}</text></g>\n"
      "</svg>\n",
      label + text + 12, total, label, text + 9, background_of(verdicts.tone), label + 6, text);
}

void write_shields(std::string& out, const Verdicts& verdicts) {
  write_json_line(out, [&](Fields& fields) {
    fields.field("schemaVersion", 1);
    fields.field("label", Word{"SSI"});
    fields.field("message", verdicts.total);
    fields.field("color", Word{background_of(verdicts.tone)});
  });
}

}  // namespace ssi
