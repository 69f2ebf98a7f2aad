#include <cstdio>
#include <memory>

#include <ssi/render.hpp>

#include "cli/commands/commands.hpp"
#include "cli/console.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"
#include "render/html.hpp"

namespace ssi {
namespace {

// Of a member among many, without the trend and the plan, which take long. All that there is to
// warn of was said when the log was taken into the tally.
FullReport short_report(const MemberLog& log, const ReportSettings& settings) {
  Diagnostics said;
  return {.report = make_report(log, settings, said),
          .signals = explain(Everything{}, log, settings, said)};
}

FullReport full_report(const MemberLog& log, const ReportSettings& settings) {
  FullReport full = short_report(log, settings);
  if (!full.report.as_of) return full;
  Diagnostics said;
  const Day day = *full.report.as_of;
  const Points target = settings.model.bands.back().from;
  full.trend = make_trend(log, settings.model,
                          {.since = default_since(log, day), .until = day, .target = target}, said);
  const auto& total = full.report.score.total;
  if (total && *total < target && day < last_calendar_day) {
    full.plan = make_plan(log, {.model = settings.model, .from = day, .target = {.total = target}});
  }
  return full;
}

/// Keeps text in a file without a name: the pages of a large class would fill the memory.
class Spool {
 public:
  void write(const std::string& text) {
    if (!file_) file_.reset(std::tmpfile());
    if (!file_ || std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) {
      throw CommandError{"no room for temporary files"};
    }
  }
  void copy_to(Output& output) {
    if (!file_) return;
    std::rewind(file_.get());
    std::string block(std::size_t{1} << 20U, '\0');
    while (const std::size_t size = std::fread(block.data(), 1, block.size(), file_.get())) {
      output.write(block.substr(0, size));
    }
  }

 private:
  struct Close {
    void operator()(std::FILE* file) const { (void)std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
};

/// What was made of some members that follow each other.
struct ReportPart {
  TeamTally tally{};
  std::string pages{};
  std::optional<MemberLog> first{};
};

/// One run: members come in, one page about all of them goes out.
class ReportRun {
 public:
  ReportRun(const Environment& environment, const Arguments& arguments)
      : environment_{environment},
        settings_{parse_settings(environment, arguments)},
        inputs_{environment, input_options(arguments)},
        output_{environment, arguments.value("--output"), files_read(inputs_, arguments)},
        is_muted_{environment.is_quiet && arguments.value("--output").value_or("-") == "-"} {
    settings_.with_last_week = true;
  }

  ExitCode run() {
    inputs_.read([this](std::span<MemberLog> logs, Diagnostics& diagnostics) -> Deliver {
      auto part = std::make_shared<ReportPart>(make_part(logs, diagnostics));
      return [this, part] { take(*part); };
    });
    if (inputs_.are_bad()) return ExitCode::failure;
    if (!first_) {
      say_error(environment_, "nothing to score: no activity or document can be read");
      return ExitCode::failure;
    }
    inputs_.finish();
    inputs_.mention_dropped();
    if (!is_muted_) write();
    return ExitCode::success;
  }

 private:
  // Runs on any thread.
  [[nodiscard]] ReportPart make_part(std::span<MemberLog> logs, Diagnostics& diagnostics) const {
    ReportPart part;
    for (const MemberLog& log : logs) {
      part.tally.take(log, settings_, diagnostics);
      Page page = page_of(short_report(log, settings_));
      // What the numbers are, the page of the class says.
      if (const auto& label = log.member.label(); label && !label->empty()) page.title = *label;
      write_fold(part.pages, page);
    }
    if (!logs.empty()) part.first = std::move(logs.front());
    return part;
  }

  void take(ReportPart& part) {
    if (inputs_.are_bad()) return;
    if (!first_) first_ = std::move(part.first);
    tally_.append(std::move(part.tally));
    pages_.write(part.pages);
  }

  void write() {
    const bool is_one = tally_.members().size() == 1;
    Page page = is_one ? page_of(full_report(*first_, settings_))
                       : class_page_of(tally_.report(settings_, {}));
    std::string text;
    page.add_set_aside(inputs_.diagnostics());
    write_html_head(text, page.title);
    write_article(text, page, 1);
    output_.write(std::move(text));
    if (!is_one) pages_.copy_to(output_);
    std::string tail;
    write_html_tail(tail, inputs_.diagnostics());
    output_.write(std::move(tail));
    output_.commit();
  }

  const Environment& environment_;
  ReportSettings settings_;
  LogInputs inputs_;
  Output output_;
  bool is_muted_;
  TeamTally tally_;
  Spool pages_;
  std::optional<MemberLog> first_;
};

}  // namespace

ExitCode run_report(const Environment& environment, const Arguments& arguments) {
  return ReportRun{environment, arguments}.run();
}

}  // namespace ssi
