// The tables of formats, one for each kind of report. Help, completions and the command line read
// them, so that a format exists for a report exactly if it has a row here.

#include <array>
#include <span>
#include <utility>
#include <vector>

#include "render/describe.hpp"
#include "render/html.hpp"
#include "render/render.hpp"
#include "render/verdicts.hpp"

namespace ssi {
namespace {

const std::string html_title = "Social Selling Index";  // of pages about several members

// One report, or each of several.
template <class R>
std::span<const R> each_of(const R& report) {
  return {&report, 1};
}
template <class R>
std::span<const R> each_of(const std::vector<R>& reports) {
  return reports;
}

void line_tail(std::string& out, Notes notes) {
  if (const std::string said = set_aside(notes); !said.empty()) out += '\n' + said + '\n';
}

// Each format made from the page of a report, from its description, or from its verdicts.

template <class R, class Write>
void write_pages(std::string& out, const R& report, Notes notes, const Write& write) {
  std::string_view separator;
  for (const auto& each : each_of(report)) {
    out += std::exchange(separator, "\n");
    write(page_of(each));
  }
  line_tail(out, notes);
}

template <class R>
void text(std::string& out, const R& report, Notes notes, const Style& style) {
  write_pages(out, report, notes, [&](const Page& page) { write_text(out, page, style); });
}

template <class R>
void markdown(std::string& out, const R& report, Notes notes, const Style& /*style*/) {
  write_pages(out, report, notes, [&](const Page& page) { write_markdown(out, page); });
}

template <class R>
void html(std::string& out, const R& report, Notes notes, const Style& /*style*/) {
  const auto all = each_of(report);
  Page first = page_of(all.front());
  first.add_set_aside(notes);
  write_html_head(out, all.size() == 1 ? first.title : html_title);
  write_article(out, first, 1);
  for (const auto& each : all.subspan(1)) write_article(out, page_of(each), 1);
  write_html_tail(out, notes);
}

template <class R>
void json(std::string& out, const R& report, Notes notes, const Style& /*style*/) {
  write_json(out, document(notes, [&](Fields& fields) { describe(fields, report); }));
}

template <class R>
void jsonl(std::string& out, const std::vector<R>& reports, Notes /*notes*/,
           const Style& /*style*/) {
  for (const R& report : reports) write_json_line(out, line_of(report));
}

template <class R>
void junit(std::string& out, const R& report, Notes notes, const Style& /*style*/) {
  write_junit_head(out);
  for (const auto& each : each_of(report)) write_junit(out, verdicts_of(each));
  write_junit_tail(out, notes);
}

template <class R>
void github(std::string& out, const R& report, Notes notes, const Style& /*style*/) {
  std::string commands;
  for (const auto& each : each_of(report)) write_github(commands, verdicts_of(each));
  write_github(commands, notes);
  GithubLimit limit;
  limit.take(commands);
  out += commands + limit.rest();
}

template <class R>
void badge(std::string& out, const R& report, Notes /*notes*/, const Style& /*style*/) {
  write_badge(out, verdicts_of(each_of(report).front()));
}

template <class R>
void shields(std::string& out, const R& report, Notes /*notes*/, const Style& /*style*/) {
  write_shields(out, verdicts_of(each_of(report).front()));
}

// The same for one member among others: head and tail are written once for all.

Detail detail_of(const Style& style) {
  return style.details ? Detail::signals : Detail::pillars;
}

void text_member(std::string& out, const Report& report, const Model& model, const Style& style) {
  write_text(out, page_of(report, model, detail_of(style)), style);
}

void markdown_member(std::string& out, const Report& report, const Model& model,
                     const Style& style) {
  write_markdown(out, page_of(report, model, detail_of(style)));
}

// A page for browsers has room for every signal.
void html_member(std::string& out, const Report& report, const Model& model,
                 const Style& /*style*/) {
  write_article(out, page_of(report, model, Detail::signals), 1);
}

// A total with so many decimals.
std::string rounded(std::optional<Points> total, int precision) {
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

template <void (*write)(std::string& out, const Verdicts& verdicts)>
void verdicts_member(std::string& out, const Report& report, const Model& model,
                     const Style& /*style*/) {
  write(out, verdicts_of(report, model));
}

constexpr std::string_view numbers = "one document with every number";
constexpr std::string_view lines_of_json = "one line of JSON per member";
constexpr std::string_view tables = "tables for pull requests and job summaries";
constexpr std::string_view webpage = "a page for browsers and printers";
constexpr std::string_view cases = "XML for Jenkins and GitLab: one case per gate";
constexpr std::string_view commands = "annotations for GitHub Actions";
constexpr std::string_view picture = "an SVG image with the total";
constexpr std::string_view endpoint = "the same as JSON for shields.io";

constexpr auto format_table = std::to_array<Format>({
    {.name = "text",
     .summary = "a report for people",
     .member = text_member,
     .separator = "\n",
     .tail = line_tail,
     .is_for_people = true},
    {.name = "total",
     .summary = "the total in whole points, one line per member",
     .member = total_member},
    {.name = "json",
     .summary = numbers,
     .member = json_member,
     .separator = ",",
     .head = json_head,
     .tail = json_tail},
    {.name = "jsonl", .summary = lines_of_json, .member = jsonl_member},
    {.name = "csv",
     .summary = "one row per member, for spreadsheets",
     .member = csv_member,
     .head = csv_head},
    {.name = "markdown",
     .summary = tables,
     .member = markdown_member,
     .separator = "\n",
     .tail = line_tail,
     .is_for_people = true},
    {.name = "html",
     .summary = webpage,
     .member = html_member,
     .head = [](auto& out, const auto&) { write_html_head(out, html_title); },
     .tail = write_html_tail,
     .is_for_people = true},
    {.name = "junit",
     .summary = cases,
     .member = verdicts_member<write_junit>,
     .head = [](auto& out, const auto&) { write_junit_head(out); },
     .tail = write_junit_tail},
    {.name = "github",
     .summary = commands,
     .member = verdicts_member<write_github>,
     .tail = write_github},
    {.name = "badge",
     .summary = picture,
     .member = verdicts_member<write_badge>,
     .is_of_one = true},
    {.name = "shields",
     .summary = endpoint,
     .member = verdicts_member<write_shields>,
     .is_of_one = true},
});

constexpr auto team_table = std::to_array<FormatOf<TeamReport>>({
    {"text", "a report for people", text, true},
    {"json", numbers, json},
    {"jsonl", lines_of_json, jsonl_team},
    {"csv", "one row per member, for spreadsheets", csv_team},
    {"markdown", tables, markdown, true},
    {"html", webpage, html},
    {"junit", cases, junit},
    {"github", commands, github},
    {"badge", picture, badge},
    {"shields", endpoint, shields},
});

constexpr auto trend_table = std::to_array<FormatOf<std::vector<TrendReport>>>({
    {"text", "a plot for people", text},
    {"json", numbers, json},
    {"jsonl", lines_of_json, jsonl},
    {"csv", "one row per member and day, week or month, for spreadsheets", csv_trends},
    {"markdown", tables, markdown},
    {"html", webpage, html},
});

constexpr auto plan_table = std::to_array<FormatOf<std::vector<PlanReport>>>({
    {"text", "a plan for people", text},
    {"json", "one document with every number and activity", json},
    {"jsonl", lines_of_json, jsonl},
    {"csv", "one row per member, day and task, for spreadsheets", csv_plans},
    {"markdown", tables, markdown},
    {"html", webpage, html},
});

constexpr auto explain_table = std::to_array<FormatOf<Explanation>>({
    {"text", "a page for people", text},
    {"json", numbers, json},
    {"markdown", "a page for wikis and pull requests", markdown},
    {"html", webpage, html},
});

constexpr auto diff_table = std::to_array<FormatOf<std::vector<DiffReport>>>({
    {"text", "a report for people", text},
    {"json", numbers, json},
    {"jsonl", lines_of_json, jsonl},
    {"csv", "one row each for the total, the pillars and the signals of a member", csv_diffs},
    {"markdown", tables, markdown},
    {"html", webpage, html},
    {"junit", cases, junit},
    {"github", commands, github},
    {.name = "badge", .summary = picture, .write = badge, .is_of_one = true},
    {.name = "shields", .summary = endpoint, .write = shields, .is_of_one = true},
});

constexpr auto calibrate_table = std::to_array<FormatOf<CalibrationReport>>({
    {"text", "a report for people", text},
    {"json", numbers, json},
    {"markdown", tables, markdown},
    {"html", webpage, html},
});

}  // namespace

std::span<const Format> formats() {
  return format_table;
}

std::span<const FormatOf<TeamReport>> team_formats() {
  return team_table;
}

std::span<const FormatOf<std::vector<TrendReport>>> trend_formats() {
  return trend_table;
}

std::span<const FormatOf<std::vector<PlanReport>>> plan_formats() {
  return plan_table;
}

std::span<const FormatOf<Explanation>> explain_formats() {
  return explain_table;
}

std::span<const FormatOf<std::vector<DiffReport>>> diff_formats() {
  return diff_table;
}

std::span<const FormatOf<CalibrationReport>> calibrate_formats() {
  return calibrate_table;
}

std::string summary_of(const ImportedLog& imported, const Style& style) {
  std::string text;
  write_text(text, page_of(imported), style);
  return text;
}

std::string_view version() {
  return SSI_VERSION;
}

}  // namespace ssi
