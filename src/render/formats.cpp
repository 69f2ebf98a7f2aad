#include <array>

#include "render/describe.hpp"
#include "render/html.hpp"
#include "render/render.hpp"
#include "render/verdicts.hpp"

namespace ssi {
namespace {

constexpr std::string_view tables = "tables for pull requests and job summaries";

constexpr auto no_head = [](std::string& /*out*/, const ReportSettings& /*settings*/) {};
constexpr auto no_tail = [](std::string& /*out*/, std::span<const Diagnostic> /*diagnostics*/) {};

void text_member(std::string& out, const Report& report, const Model& model, const Style& style) {
  write_text(out, page_of(report, model, style.details), style);
}

void markdown_member(std::string& out, const Report& report, const Model& model,
                     const Style& style) {
  write_markdown(out, page_of(report, model, style.details));
}

void text_team(std::string& out, const TeamReport& report, const Model& model,
               std::span<const Diagnostic> /*diagnostics*/, const Style& style) {
  write_text(out, page_of(report, model), style);
}

void markdown_team(std::string& out, const TeamReport& report, const Model& model,
                   std::span<const Diagnostic> /*diagnostics*/, const Style& /*style*/) {
  write_markdown(out, page_of(report, model));
}

void html_head(std::string& out, const ReportSettings& /*settings*/) {
  write_html_head(out, "Social Selling Index");
}

// A page has room for every signal.
void html_member(std::string& out, const Report& report, const Model& model,
                 const Style& /*style*/) {
  write_article(out, page_of(report, model, true), 1);
}

void html_page(std::string& out, const Page& page, std::span<const Diagnostic> diagnostics) {
  write_html_head(out, page.title);
  write_article(out, page, 1);
  write_html_tail(out, diagnostics);
}

void html_team(std::string& out, const TeamReport& report, const Model& model,
               std::span<const Diagnostic> diagnostics, const Style& /*style*/) {
  html_page(out, page_of(report, model), diagnostics);
}

void junit_head(std::string& out, const ReportSettings& /*settings*/) {
  write_junit_head(out);
}

void junit_tail(std::string& out, std::span<const Diagnostic> /*diagnostics*/) {
  write_junit_tail(out);
}

void github_tail(std::string& out, std::span<const Diagnostic> diagnostics) {
  write_github(out, diagnostics);
}

// A document for build servers alone.
void junit_document(std::string& out, const Verdicts& verdicts,
                    std::span<const Diagnostic> /*diagnostics*/) {
  write_junit_head(out);
  write_junit(out, verdicts);
  write_junit_tail(out);
}

void github_document(std::string& out, const Verdicts& verdicts,
                     std::span<const Diagnostic> diagnostics) {
  std::string text;
  write_github(text, verdicts);
  write_github(text, diagnostics);
  GithubLimit limit;
  limit.take(text);
  out += text + limit.rest();
}

using WriteVerdicts = void (*)(std::string& out, const Verdicts& verdicts);
template <WriteVerdicts Write>
void document(std::string& out, const Verdicts& verdicts,
              std::span<const Diagnostic> /*diagnostics*/) {
  Write(out, verdicts);
}

template <WriteVerdicts Write>
void verdicts_member(std::string& out, const Report& report, const Model& model,
                     const Style& /*style*/) {
  Write(out, verdicts_of(report, model));
}

template <auto Write>
void verdicts_team(std::string& out, const TeamReport& report, const Model& model,
                   std::span<const Diagnostic> diagnostics, const Style& /*style*/) {
  Write(out, verdicts_of(report, model), diagnostics);
}

template <auto Write>
void verdicts_diff(std::string& out, const DiffReport& report,
                   std::span<const Diagnostic> diagnostics, const Style& /*style*/) {
  Write(out, verdicts_of(report), diagnostics);
}

constexpr std::string_view junit = "XML for Jenkins, GitLab and others: a case a gate";
constexpr std::string_view github = "annotations by GitHub's workflow commands";
constexpr std::string_view badge = "an SVG with the total";
constexpr std::string_view shields = "the same for the endpoint of shields.io";

constexpr std::array format_table = {
    Format{"text", "a report for people", no_head, text_member, "\n", no_tail, text_team, true},
    Format{"total", "the whole points earned, a line a member", no_head, total_member, "", no_tail,
           nullptr},
    Format{"json", "one document with every number", json_head, json_member, ",", json_tail,
           json_team},
    Format{"jsonl", "one JSON object a line a member", no_head, jsonl_member, "", no_tail,
           jsonl_team},
    Format{"csv", "one row a member, for spreadsheets", csv_head, csv_member, "", no_tail,
           csv_team},
    Format{"markdown", tables, no_head, markdown_member, "\n", no_tail, markdown_team, true},
    Format{"html", "a page for browsers, and to print", html_head, html_member, "", write_html_tail,
           html_team, true},
    Format{"junit", junit, junit_head, verdicts_member<write_junit>, "", junit_tail,
           verdicts_team<junit_document>},
    Format{"github", github, no_head, verdicts_member<write_github>, "", github_tail,
           verdicts_team<github_document>},
    Format{"badge", badge, no_head, verdicts_member<write_badge>, "", no_tail,
           verdicts_team<document<write_badge>>, false, true},
    Format{"shields", shields, no_head, verdicts_member<write_shields>, "", no_tail,
           verdicts_team<document<write_shields>>, false, true},
};

// The formats that are made of pages, for each other kind of report.
template <class R>
constexpr FormatOf<R> text_of(std::string_view summary) {
  return {"text", summary,
          [](std::string& out, const R& report, std::span<const Diagnostic> /*diagnostics*/,
             const Style& style) { write_text(out, page_of(report), style); }};
}

template <class R>
constexpr FormatOf<R> markdown_of(std::string_view summary) {
  return {"markdown", summary,
          [](std::string& out, const R& report, std::span<const Diagnostic> /*diagnostics*/,
             const Style& /*style*/) { write_markdown(out, page_of(report)); }};
}

template <class R>
constexpr FormatOf<R> html_of() {
  return {"html", "a page for browsers, and to print",
          [](std::string& out, const R& report, std::span<const Diagnostic> diagnostics,
             const Style& /*style*/) { html_page(out, page_of(report), diagnostics); }};
}

template <class R>
constexpr FormatOf<R> json_of(std::string_view summary = "one document with every number") {
  return {"json", summary,
          [](std::string& out, const R& report, std::span<const Diagnostic> diagnostics,
             const Style& /*style*/) {
            write_json(out,
                       document(diagnostics, [&](Fields& fields) { describe(fields, report); }));
          }};
}

constexpr std::array trend_table = {
    text_of<TrendReport>("a plot for people"),
    json_of<TrendReport>(),
    FormatOf<TrendReport>{"csv", "one row a day, week or month, for spreadsheets", csv_trend},
    markdown_of<TrendReport>(tables),
    html_of<TrendReport>(),
};

constexpr std::array plan_table = {
    text_of<PlanReport>("a plan for people"),
    json_of<PlanReport>("one document with every number and activity"),
    markdown_of<PlanReport>(tables),
    html_of<PlanReport>(),
};

constexpr std::array explain_table = {
    text_of<Explanation>("a page for people"),
    json_of<Explanation>(),
    markdown_of<Explanation>("a page for wikis and pull requests"),
    html_of<Explanation>(),
};

constexpr std::array diff_table = {
    text_of<DiffReport>("a report for people"),
    json_of<DiffReport>(),
    FormatOf<DiffReport>{"csv", "a row for the total and each pillar and signal", csv_diff},
    markdown_of<DiffReport>(tables),
    html_of<DiffReport>(),
    FormatOf<DiffReport>{"junit", junit, verdicts_diff<junit_document>},
    FormatOf<DiffReport>{"github", github, verdicts_diff<github_document>},
    FormatOf<DiffReport>{"badge", badge, verdicts_diff<document<write_badge>>},
    FormatOf<DiffReport>{"shields", shields, verdicts_diff<document<write_shields>>},
};

}  // namespace

std::span<const FormatOf<Explanation>> explain_formats() {
  return explain_table;
}

std::span<const Format> formats() {
  return format_table;
}

std::span<const FormatOf<TrendReport>> trend_formats() {
  return trend_table;
}

std::span<const FormatOf<PlanReport>> plan_formats() {
  return plan_table;
}

std::span<const FormatOf<DiffReport>> diff_formats() {
  return diff_table;
}

std::string_view version() {
  return SSI_VERSION;
}

}  // namespace ssi
