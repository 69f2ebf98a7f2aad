#pragma once

#include <string>

#include <ssi/render.hpp>

#include "page/page.hpp"

// One file for each renderer; formats.cpp has the tables that name them.
namespace ssi {

/// Diagnostics that a report repeats, for readers who do not see standard error.
using Notes = const Diagnostics&;

void write_text(std::string& out, const Page& page, const Style& style);
void write_markdown(std::string& out, const Page& page);

void json_head(std::string& out, const ReportSettings& settings);
void json_member(std::string& out, const Report& report, const Model& model, const Style& style);
void json_tail(std::string& out, Notes notes);
void jsonl_member(std::string& out, const Report& report, const Model& model, const Style& style);
void jsonl_team(std::string& out, const TeamReport& report, Notes notes, const Style& style);

void csv_head(std::string& out, const ReportSettings& settings);
void csv_member(std::string& out, const Report& report, const Model& model, const Style& style);
void csv_team(std::string& out, const TeamReport& report, Notes notes, const Style& style);
void csv_trends(std::string& out, const std::vector<TrendReport>& reports, Notes notes,
                const Style& style);
void csv_plans(std::string& out, const std::vector<PlanReport>& reports, Notes notes,
               const Style& style);
void csv_diffs(std::string& out, const std::vector<DiffReport>& reports, Notes notes,
               const Style& style);

}  // namespace ssi
