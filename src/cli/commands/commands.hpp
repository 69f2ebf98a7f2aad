#pragma once

#include <functional>

#include <CLI/CLI.hpp>

#include "cli/app.hpp"
#include "cli/exit_code.hpp"

// A command a file, and a row a command in app.cpp.
namespace ssi {

/// What the command line asks for, once it is parsed.
using Chosen = std::function<ExitCode()>;

/// Each adds its command to `app`, and sets `chosen` when it is the one called for.
void add_score(CLI::App& app, const Environment& environment, Chosen& chosen);
void add_team(CLI::App& app, const Environment& environment, Chosen& chosen);
void add_plan(CLI::App& app, const Environment& environment, Chosen& chosen);
void add_diff(CLI::App& app, const Environment& environment, Chosen& chosen);
void add_trend(CLI::App& app, const Environment& environment, Chosen& chosen);
void add_merge(CLI::App& app, const Environment& environment, Chosen& chosen);
void add_import(CLI::App& app, const Environment& environment, Chosen& chosen);
void add_validate(CLI::App& app, const Environment& environment, Chosen& chosen);
void add_model(CLI::App& app, const Environment& environment, Chosen& chosen);
void add_schema(CLI::App& app, const Environment& environment, Chosen& chosen);
void add_explain(CLI::App& app, const Environment& environment, Chosen& chosen);
void add_add(CLI::App& app, const Environment& environment, Chosen& chosen);

}  // namespace ssi
