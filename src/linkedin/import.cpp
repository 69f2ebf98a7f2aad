// An export becomes a log in two steps. First all rows are read, file by file; second, what was
// gathered is put together: whose profile it is, which invitation made which connection, what was
// written under own shares. So the result depends neither on the order of files nor on that of
// rows.

#include <algorithm>
#include <array>
#include <istream>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ssi/linkedin.hpp>

#include "base/read_error.hpp"
#include "base/text.hpp"
#include "linkedin/archive.hpp"
#include "linkedin/content.hpp"
#include "linkedin/conversations.hpp"
#include "linkedin/dates.hpp"
#include "linkedin/network.hpp"
#include "linkedin/profile.hpp"
#include "linkedin/searches.hpp"
#include "linkedin/sources.hpp"
#include "linkedin/text.hpp"

namespace ssi {

using namespace linkedin;

namespace {

/// All rows read so far, by what they are about. Kinds are read in their order, so that some may
/// rest on earlier ones: messages on the notes of invitations.
struct Gathered {
  Owner owner{};
  ProfileFacts profile{};
  Network network{};
  Conversations conversations{};
  Searches searches{};
  Content content{};

  void add(Kind kind, ImportRow& row) {
    switch (kind) {
      case Kind::profile:
        return profile.add_profile(row, owner);
      case Kind::positions:
        return profile.add_position(row);
      case Kind::education:
        return profile.add_section(row, Section::education);
      case Kind::skills:
        return profile.add_skill(row);
      case Kind::certifications:
        return profile.add_section(row, Section::certifications);
      case Kind::projects:
        return profile.add_section(row, Section::projects);
      case Kind::languages:
        return profile.add_section(row, Section::languages);
      case Kind::media:
        return profile.add_medium(row);
      case Kind::endorsements:
        return profile.add_endorsement(row);
      case Kind::recommendations:
        return profile.add_recommendation(row);
      case Kind::connections:
        return network.add_connection(row);
      case Kind::invitations:
        return network.add_invitation(row, owner);
      case Kind::messages:
        return conversations.add_message(row, owner, network.notes());
      case Kind::alerts:
        return searches.add_alert(row);
      case Kind::searches:
        return searches.add_search(row);
      case Kind::shares:
        return content.add_share(row);
      case Kind::articles:
        return content.add_article(row);
      case Kind::reposts:
        return content.add_repost(row);
      case Kind::comments:
        return content.add_comment(row);
      case Kind::reactions:
        return content.add_reaction(row);
      case Kind::analytics:
        return content.add_metric(row);
    }
  }
};

/// The files that a signal is counted from. Without one of those `needed`, the signal is not
/// measured. A file in `extra` may be absent, as it only completes or corrects the count. If one of
/// either is unreadable, the signal is not measured. For a signal that needs no file, no export has
/// any data.
struct Evidence {
  SignalId signal;
  std::initializer_list<Kind> needed;
  std::initializer_list<Kind> extra = {};
};
constexpr std::array<Evidence, signal_count> evidence = {{
    {SignalId::completeness, {Kind::profile}, {Kind::positions, Kind::education, Kind::skills}},
    {SignalId::showcase, {}},
    {SignalId::endorsements, {Kind::endorsements}, {Kind::recommendations}},
    {SignalId::articles, {Kind::articles}},
    {SignalId::upkeep, {}},
    {SignalId::searches, {Kind::searches}, {Kind::alerts}},
    {SignalId::filtered_searches, {}},
    {SignalId::profile_views, {}},
    {SignalId::saved_leads, {}},
    {SignalId::prospecting_days, {Kind::searches}, {Kind::alerts}},
    {SignalId::shares, {Kind::shares}, {Kind::reposts}},
    {SignalId::engagement_given, {Kind::comments, Kind::reactions}, {Kind::shares}},
    {SignalId::engagement_received, {Kind::shares}, {Kind::analytics}},
    {SignalId::conversations, {Kind::messages}},
    {SignalId::insight_days, {Kind::shares, Kind::comments, Kind::reactions}, {Kind::reposts}},
    {SignalId::network, {Kind::connections}},
    {SignalId::new_connections, {Kind::connections}},
    {SignalId::acceptance, {Kind::connections, Kind::invitations}},
    {SignalId::decision_makers, {Kind::connections}},
    {SignalId::coworkers, {Kind::connections, Kind::positions}},
}};
static_assert([] {
  for (std::size_t i = 0; i < signal_count; ++i) {
    if (evidence[i].signal != static_cast<SignalId>(i)) return false;
  }
  return true;
}());

/// Files that only the larger of LinkedIn's two archives has.
constexpr std::array only_in_the_larger = {Kind::searches, Kind::shares, Kind::comments,
                                           Kind::reactions};

/// What became of the files of a kind.
enum class Presence { absent, read, unreadable };

// Sorts activities, and joins equal ones into one with a count where their type has one. A log is
// then short, and importing again gives the same bytes.
void settle(std::vector<Activity>& activities) {
  constexpr Count most_alike = 1'000'000;  // as the log format allows
  std::ranges::sort(activities);
  std::vector<Activity> kept;
  Activity last;  // the one before, without what was added to its count
  for (const Activity& activity : activities) {
    const bool joined = !kept.empty() && activity == last &&
                        std::visit(
                            [&](auto& action) {
                              if constexpr (requires { action.count; }) {
                                return action.count < most_alike && ++action.count > 0;
                              } else {
                                return false;
                              }
                            },
                            kept.back().action);
    if (!joined) kept.push_back(activity);
    last = activity;
  }
  activities = std::move(kept);
}

/// Finds rows that another file of the same kind had already, as two parts of one export may. Equal
/// rows within one file are different activities: of a row that one file has twice and another
/// three times, three count.
class Repeats {
 public:
  bool is_repeated(const Row& row, const KindInfo& kind, const Source& source) {
    if (&kind != kind_) known_.clear();
    kind_ = &kind;
    Times& times = known_[identity_of(row, kind)];
    if (times.source != &source) times = {times.known, 0, &source};
    if (++times.here <= times.known) return true;
    ++times.known;
    return false;
  }

 private:
  struct Times {
    std::uint64_t known = 0;         // the most that any file has had
    std::uint64_t here = 0;          // in the current file so far
    const Source* source = nullptr;  // the current file
  };

  // What identifies a row, however its file was saved. In minutes, as spreadsheets drop seconds.
  static std::string identity_of(const Row& row, const KindInfo& kind) {
    if (kind.identity == 0 || row.is_broken) return std::string{row.text};
    const auto at = parse_moment(row[0], row.order);
    std::string identity =
        at ? fmt::format("{}", at->time_since_epoch() / std::chrono::minutes{1}) : folded(row[0]);
    for (std::size_t i = 1; i < kind.identity; ++i) {
      const bool is_link = row[i].starts_with("http");
      identity += '\n' + folded(is_link ? percent_decoded(row[i]) : row[i]);
    }
    return identity;
  }

  const KindInfo* kind_ = nullptr;
  std::map<std::string, Times> known_;
};

/// The rows of a file that cannot be read for one reason: the first, and how many more. A column
/// saved in a wrong way spoils thousands of rows, and one message says it all.
struct Trouble {
  Diagnostic first{};
  std::uint64_t more = 0;
};

/// A file, or all articles of a folder: each of those is a file with one row.
struct File {
  Kind kind{};
  FileAccount account{};
  std::map<Code, Trouble> troubles{};

  /// The first row with the most frequent trouble.
  [[nodiscard]] const Diagnostic& most_frequent() const {
    const auto by_number = [](const auto& a, const auto& b) {
      return a.second.more < b.second.more;
    };
    return std::ranges::max_element(troubles, by_number)->second.first;
  }
  /// Whether more than a tenth of the rows cannot be read. What is left would pass for a low count.
  [[nodiscard]] bool is_unreadable() const { return account.unreadable * 10 > account.rows; }
};

class Importer {
 public:
  Importer(Strictness strictness, Diagnostics& diagnostics)
      : if_bad_{strictness == Strictness::strict ? Severity::error : Severity::skipped},
        diagnostics_{diagnostics} {}

  // Sorted, so that the order in which parts were named makes no difference. Rows are compared only
  // where a kind has several files, as that costs time.
  void read(std::vector<Source>& sources) {
    std::ranges::sort(sources, {}, [](const Source& s) { return std::tie(s.kind, s.name); });
    struct Files {
      std::size_t count = 0;
      std::optional<Day> newest{};
    };
    std::array<Files, kind_count> of_kind{};
    for (const Source& source : sources) {
      auto& [count, newest] = of_kind[static_cast<std::size_t>(source.kind)];
      ++count;
      newest = std::max(newest, date_in_name(source.name));
    }
    for (const Source& source : sources) {
      const auto& [count, newest] = of_kind[static_cast<std::size_t>(source.kind)];
      const auto made = date_in_name(source.name);
      const bool is_outdated = is_state(source.kind) && made && made < newest;
      read(source, is_outdated ? Among::newer : count > 1 ? Among::others : Among::none);
    }
    for (const auto& [name, file] : files_) report_troubles(file);
    check_member();
  }

  ImportedLog finish(const PartFacts& facts) {
    ImportedLog result;
    ActivityLog& log = result.log;
    gathered_.profile.finish(log.activities);
    gathered_.network.finish(gathered_.owner.profile(), gathered_.profile.companies(),
                             log.activities);
    has_owner_ = gathered_.conversations.finish(gathered_.owner, log.activities);
    gathered_.searches.finish(log.activities);
    gathered_.content.finish(log.activities);
    settle(log.activities);
    log.as_of = as_of_ = facts.named ? facts.named : std::max(facts.packed, newest_);
    log.profile = gathered_.profile.profile();
    // No export shows whether there is a photo.
    log.profile.unknown_sections.set(static_cast<std::size_t>(Section::photo));
    log.not_measured.emplace();
    is_complete_ = is_complete(facts);
    result.unmeasured = unmeasured();
    for (const Kind kind : only_in_the_larger) {
      if (!is_complete_ && presence_of(kind) == Presence::absent)
        result.lacking.push_back(info(kind).file);
    }
    for (const Unmeasured& gap : result.unmeasured) {
      log.not_measured->set(static_cast<std::size_t>(gap.signal));
    }
    for (auto& [name, file] : files_) result.files.push_back(std::move(file.account));
    return result;
  }

 private:
  /// Which other files of its kind a file is among.
  enum class Among { none, others, newer };

  void read(const Source& source, Among among) {
    File& file = files_[source.account];
    file.kind = source.kind;
    file.account.name = source.account;
    Presence& presence = presence_of(source.kind);
    try {
      source.read(
          [&](const Row& cells) {
            ++file.account.rows;
            ImportRow row{cells, file.account, newest_};
            if (cells.is_broken) {
              row.reject(Code::syntax, "cannot be split into fields; is a closing quote missing?");
            } else if (among == Among::newer) {
              row.set_aside(SetAside::outdated);
            } else if (among == Among::others &&
                       repeats_.is_repeated(cells, info(source.kind), source)) {
              row.set_aside(SetAside::repeated);
            } else {
              gathered_.add(source.kind, row);
            }
            if (row.problem()) note_trouble(file, cells, *row.problem(), source.name);
          },
          diagnostics_);
      if (presence == Presence::absent) presence = Presence::read;
    } catch (const TableError& error) {
      report(if_bad_, Code::unreadable, error, source.name);
      presence = Presence::unreadable;
    } catch (const ReadError& error) {
      report(Severity::error, error.code, error, source.name);
    }
  }

  [[nodiscard]] Presence& presence_of(Kind kind) {
    return presence_[static_cast<std::size_t>(kind)];
  }
  [[nodiscard]] Presence presence_of(Kind kind) const {
    return presence_[static_cast<std::size_t>(kind)];
  }

  void note_trouble(File& file, const Row& row, const ImportRow::Problem& problem,
                    const std::string& name) const {
    ++file.account.unreadable;
    const auto [trouble, is_first] = file.troubles.try_emplace(problem.code);
    if (!is_first) {
      ++trouble->second.more;
      return;
    }
    trouble->second.first = {.severity = if_bad_,
                             .code = problem.code,
                             .file = row.file.empty() ? name : std::string{row.file},
                             .position = row.position,
                             .pointer = row.pointer,
                             .message = problem.text};
  }

  // One line for each trouble of a file; a single one if the whole file is of no use.
  void report_troubles(const File& file) {
    const FileAccount& account = file.account;
    if (file.is_unreadable()) {
      presence_of(file.kind) = Presence::unreadable;
      Diagnostic d = file.most_frequent();
      d.code = Code::unreadable;
      d.message += fmt::format(
          "; {} of {} cannot be read, so nothing that needs this file is measured: use the file as "
          "LinkedIn sent it, not as a spreadsheet saved it",
          account.unreadable, counted(account.rows, "row", "rows"));
      diagnostics_.report(std::move(d));
      return;
    }
    for (const auto& [code, trouble] : file.troubles) {
      Diagnostic d = trouble.first;
      if (trouble.more > 0) {
        d.message += fmt::format("; and {} like it", counted(trouble.more, "row", "rows"));
      }
      diagnostics_.report(std::move(d));
    }
  }

  // Exports of two members would make one log of both: an error, not a guess.
  void check_member() {
    const auto& names = gathered_.owner.names();
    if (names.size() < 2) return;
    std::vector<std::string_view> files;
    files.reserve(names.size());
    for (const auto& [name, file] : names) files.push_back(file);
    std::ranges::sort(files);
    files.erase(std::unique(files.begin(), files.end()), files.end());
    constexpr std::size_t most_files = 20;
    const bool has_more = files.size() > most_files;
    if (has_more) files.resize(most_files);
    diagnostics_.report({.code = Code::repeated_member,
                         .message = fmt::format(
                             "these are exports of {} members: {}{}; name one member's at a time",
                             names.size(), fmt::join(files, ", "), has_more ? ", ..." : "")});
  }

  // Whether a file that is absent means that there is none of its kind, instead of not measured.
  // LinkedIn packs no file without rows; but that holds only for a whole archive, and the smaller
  // one lacks some files in any case.
  [[nodiscard]] bool is_complete(const PartFacts& facts) const {
    return facts.is_whole && std::ranges::any_of(only_in_the_larger, [this](Kind kind) {
             return presence_of(kind) != Presence::absent;
           });
  }

  // Why a signal is not measured; nothing if it is.
  [[nodiscard]] std::optional<Unmeasured> gap(const Evidence& of) const {
    if (of.needed.size() == 0) return Unmeasured{of.signal, "no export holds it"};
    for (const auto kinds : {of.needed, of.extra}) {
      for (const Kind kind : kinds) {
        if (presence_of(kind) != Presence::unreadable) continue;
        return Unmeasured{of.signal, fmt::format("{} cannot be read", info(kind).file)};
      }
    }
    for (const Kind kind : of.needed) {
      if (is_complete_ || presence_of(kind) != Presence::absent) continue;
      return Unmeasured{of.signal, fmt::format("no {} in it", info(kind).file)};
    }
    if (of.signal == SignalId::conversations && !has_owner_) {
      return Unmeasured{of.signal, "nothing shows which messages are the member's"};
    }
    if (of.signal == SignalId::acceptance && !gathered_.network.knows_senders()) {
      return Unmeasured{of.signal, "nothing shows which invitations the member sent"};
    }
    if (of.signal == SignalId::coworkers && gathered_.profile.companies().empty()) {
      return Unmeasured{of.signal, "no current employer in Positions"};
    }
    if (of.signal == SignalId::engagement_received) {
      std::string why = gathered_.content.why_not_received(as_of_.value_or(Day{}));
      if (!why.empty()) return Unmeasured{of.signal, std::move(why)};
    }
    return std::nullopt;
  }

  [[nodiscard]] std::vector<Unmeasured> unmeasured() const {
    std::vector<Unmeasured> gaps;
    for (const Evidence& of : evidence) {
      if (auto found = gap(of)) gaps.push_back(std::move(*found));
    }
    return gaps;
  }

  void report(Severity severity, Code code, const ReadError& error, const std::string& file) {
    diagnostics_.report(
        {.severity = severity, .code = code, .file = file, .message = error.what()});
  }

  Severity if_bad_;
  Diagnostics& diagnostics_;
  Gathered gathered_;
  Repeats repeats_;
  std::map<std::string, File> files_;
  std::array<Presence, kind_count> presence_{};
  bool has_owner_ = false;
  bool is_complete_ = false;  // what is absent is none
  std::optional<Day> newest_;
  std::optional<Day> as_of_;
};

}  // namespace

std::optional<ImportedLog> import_linkedin(std::span<ExportPart> parts, Strictness strictness,
                                           Diagnostics& diagnostics) {
  const std::uint64_t errors_before = diagnostics.total(Severity::error);
  std::vector<Source> sources;
  PartFacts facts;
  for (ExportPart& part : parts) {
    const std::size_t count = sources.size();
    const bool is_folder = !part.stream;
    try {
      const PartFacts of_part = add_sources(part, sources, diagnostics);
      facts = {std::max(facts.named, of_part.named), std::max(facts.packed, of_part.packed),
               facts.is_whole || of_part.is_whole};
      if (sources.size() == count) {
        throw ReadError{Code::missing,
                        is_folder ? "there is no log and no file of a LinkedIn export in it"
                                  : "there is no file of a LinkedIn export in it; unpack it to "
                                    "score the logs in it"};
      }
    } catch (const ReadError& error) {
      diagnostics.report({.code = error.code, .file = part.name, .message = error.what()});
    }
  }
  Importer importer{strictness, diagnostics};
  importer.read(sources);
  ImportedLog log = importer.finish(facts);
  if (diagnostics.total(Severity::error) > errors_before) return std::nullopt;
  return log;
}

std::string why_no_total(const ImportedLog& imported) {
  const SignalSet unmeasured = imported.log.not_measured.value_or(SignalSet{});
  std::vector<std::string_view> pillars;
  for (std::size_t i = 0; i < pillar_count; ++i) {
    const auto pillar = static_cast<PillarId>(i);
    bool is_measured = false;
    for (std::size_t n = 0; n < signals_in[i]; ++n) {
      is_measured |= !unmeasured.test(first_signal(pillar) + n);
    }
    if (!is_measured) pillars.push_back(name(pillar));
  }
  if (pillars.empty() || imported.lacking.empty()) return "";
  return fmt::format(
      "no total: nothing of {} is measured, because the export has no {}. Ask LinkedIn for the "
      "larger archive: Me, Settings & Privacy, Data privacy, Get a copy of your data, Download "
      "larger data archive",
      fmt::join(pillars, ", "), fmt::join(imported.lacking, ", "));
}

}  // namespace ssi
