#include <array>

#include "render/render.hpp"

namespace ssi {
namespace {

constexpr auto no_head = [](std::string& /*out*/, const ReportSettings& /*settings*/) {};
constexpr auto no_tail = [](std::string& /*out*/, std::span<const Diagnostic> /*diagnostics*/) {};

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
    Format{"markdown", "tables for pull requests and job summaries", no_head, markdown_member, "\n",
           no_tail, markdown_team, true},
};

constexpr std::array trend_table = {
    FormatOf<TrendReport>{"text", "a plot for people", text_trend},
    FormatOf<TrendReport>{"json", "one document with every number", json_trend},
    FormatOf<TrendReport>{"csv", "one row a day, week or month, for spreadsheets", csv_trend},
    FormatOf<TrendReport>{"markdown", "tables for pull requests and job summaries", markdown_trend},
};

constexpr std::array plan_table = {
    FormatOf<PlanReport>{"text", "a plan for people", text_plan},
    FormatOf<PlanReport>{"json", "one document with every number and activity", json_plan},
    FormatOf<PlanReport>{"markdown", "tables for pull requests and job summaries", markdown_plan},
};

constexpr std::array explain_table = {
    FormatOf<Explanation>{"text", "a page for people", text_explain},
    FormatOf<Explanation>{"json", "one document with every number", json_explain},
    FormatOf<Explanation>{"markdown", "a page for wikis and pull requests", markdown_explain},
};

constexpr std::array diff_table = {
    FormatOf<DiffReport>{"text", "a report for people", text_diff},
    FormatOf<DiffReport>{"json", "one document with every number", json_diff},
    FormatOf<DiffReport>{"csv", "a row for the total and each pillar and signal", csv_diff},
    FormatOf<DiffReport>{"markdown", "tables for pull requests and job summaries", markdown_diff},
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
