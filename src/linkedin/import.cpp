#include <algorithm>
#include <array>
#include <bitset>
#include <istream>
#include <map>
#include <unordered_map>

#include <fmt/format.h>

#include <ssi/linkedin.hpp>

#include "base/read_error.hpp"
#include "base/text.hpp"
#include "linkedin/archive.hpp"
#include "linkedin/content.hpp"
#include "linkedin/conversations.hpp"
#include "linkedin/network.hpp"
#include "linkedin/profile.hpp"
#include "linkedin/searches.hpp"
#include "linkedin/sources.hpp"
#include "linkedin/text.hpp"

namespace ssi {

using namespace linkedin;

namespace {

/// All that was read, by what it is about.
struct Gathered {
  Owner owner{};
  ProfileFacts profile{};
  Network network{};
  Conversations conversations{};
  Searches searches{};
  Content content{};

  void add(Kind kind, Item& item) {
    switch (kind) {
      case Kind::profile:
        return profile.add_profile(item, owner);
      case Kind::positions:
        return profile.add_position(item);
      case Kind::education:
        return profile.add_section(item, Section::education);
      case Kind::skills:
        return profile.add_skill(item);
      case Kind::certifications:
        return profile.add_section(item, Section::certifications);
      case Kind::projects:
        return profile.add_section(item, Section::projects);
      case Kind::languages:
        return profile.add_section(item, Section::languages);
      case Kind::media:
        return profile.add_medium(item);
      case Kind::endorsements:
        return profile.add_endorsement(item);
      case Kind::recommendations:
        return profile.add_recommendation(item);
      case Kind::connections:
        return network.add_connection(item);
      case Kind::invitations:
        return network.add_invitation(item, owner);
      case Kind::messages:
        return conversations.add_message(item, owner, network.notes());
      case Kind::alerts:
        return searches.add_alert(item);
      case Kind::searches:
        return searches.add_search(item);
      case Kind::shares:
        return content.add_share(item);
      case Kind::articles:
        return content.add_article(item);
      case Kind::reposts:
        return content.add_repost(item);
      case Kind::comments:
        return content.add_comment(item);
      case Kind::reactions:
        return content.add_reaction(item);
    }
  }
};

using Kinds = std::bitset<kind_count>;

/// The files that a signal is counted from; none where no export tells it.
struct Evidence {
  SignalId signal;
  std::initializer_list<Kind> kinds;
};
constexpr std::array<Evidence, signal_count> evidence = {{
    {SignalId::completeness, {Kind::profile, Kind::positions, Kind::education, Kind::skills}},
    {SignalId::showcase, {}},
    {SignalId::endorsements, {Kind::endorsements, Kind::recommendations}},
    {SignalId::articles, {Kind::articles}},
    {SignalId::upkeep, {}},
    {SignalId::searches, {Kind::searches}},
    {SignalId::filtered_searches, {}},
    {SignalId::profile_views, {}},
    {SignalId::saved_leads, {}},
    {SignalId::prospecting_days, {Kind::searches}},
    {SignalId::shares, {Kind::shares}},
    {SignalId::engagement_given, {Kind::comments, Kind::reactions}},
    {SignalId::engagement_received, {}},
    {SignalId::conversations, {Kind::messages}},
    {SignalId::insight_days, {Kind::shares, Kind::comments, Kind::reactions}},
    {SignalId::network, {Kind::connections}},
    {SignalId::new_connections, {Kind::connections}},
    {SignalId::acceptance, {Kind::connections, Kind::invitations}},
    {SignalId::decision_makers, {Kind::connections}},
    {SignalId::coworkers, {Kind::connections, Kind::positions}},
}};

// Puts activities in order, those alike on one day as one.
void settle(std::vector<Activity>& activities) {
  constexpr Count most_alike = 1'000'000;
  std::ranges::sort(activities);
  std::vector<Activity> kept;
  Activity last;  // as it was before others were added
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

class Importer {
 public:
  Importer(Strictness strictness, Diagnostics& diagnostics)
      : if_bad_{strictness == Strictness::strict ? Severity::error : Severity::skipped},
        diagnostics_{diagnostics} {}

  void read(std::vector<Source>& sources) {
    std::ranges::sort(sources, {}, [](const Source& s) { return std::tie(s.kind, s.name); });
    std::array<std::size_t, kind_count> of_kind{};
    for (const Source& source : sources) ++of_kind[static_cast<std::size_t>(source.kind)];
    for (const Source& source : sources) {
      read(source, of_kind[static_cast<std::size_t>(source.kind)] > 1);
    }
  }

  ImportedLog finish(const PartDate& date) {
    ImportedLog result;
    ActivityLog& log = result.log;
    gathered_.profile.finish(log.activities);
    gathered_.network.finish(gathered_.owner.profile(), gathered_.profile.companies(),
                             log.activities);
    const bool has_owner = gathered_.conversations.finish(gathered_.owner, log.activities);
    if (!has_owner) held_.reset(static_cast<std::size_t>(Kind::messages));
    gathered_.searches.finish(log.activities);
    gathered_.content.finish(log.activities);
    settle(log.activities);
    log.as_of = date.named ? date.named : std::max(date.packed, newest_);
    log.profile = gathered_.profile.profile();
    log.not_measured.emplace();
    result.unmeasured = unmeasured();
    for (const Unmeasured& gap : result.unmeasured) {
      log.not_measured->set(static_cast<std::size_t>(gap.signal));
    }
    for (auto& [name, account] : accounts_) result.files.push_back(std::move(account));
    return result;
  }

 private:
  void read(const Source& source, bool may_repeat) {
    FileAccount& account = accounts_[source.account];
    account.name = source.account;
    std::unordered_map<std::size_t, std::uint64_t> met;  // rows, by their hash
    try {
      source.read(
          [&](const Row& row) {
            ++account.rows;
            Item item{row, account, newest_};
            if (row.is_broken) {
              item.reject(Code::syntax, "cannot be taken apart; is a quote not closed?");
            } else if (may_repeat && is_repeated(source.kind, row, met)) {
              item.set_aside(SetAside::repeated);
            } else {
              gathered_.add(source.kind, item);
            }
            if (!item.problem()) return;
            ++account.unreadable;
            reject(row, *item.problem(), source.name);
          },
          diagnostics_);
      held_.set(static_cast<std::size_t>(source.kind));
    } catch (const TableError& error) {
      report(if_bad_, error, source.name);
    } catch (const ReadError& error) {
      report(Severity::error, error, source.name);
    }
  }

  [[nodiscard]] std::vector<Unmeasured> unmeasured() const {
    const auto is_missing = [&](Kind kind) { return !held_.test(static_cast<std::size_t>(kind)); };
    std::vector<Unmeasured> gaps;
    for (const auto& [signal, kinds] : evidence) {
      const auto* lacking = std::ranges::find_if(kinds, is_missing);
      if (kinds.size() == 0) {
        gaps.push_back({.signal = signal});
      } else if (lacking != kinds.end()) {
        gaps.push_back({signal, info(*lacking).file});
      }
    }
    return gaps;
  }

  // Whether an earlier file holds this row as often as it was met in this one.
  bool is_repeated(Kind kind, const Row& row, std::unordered_map<std::size_t, std::uint64_t>& met) {
    const std::size_t hash =
        std::hash<std::string_view>{}(row.text) + static_cast<std::size_t>(kind);
    std::uint64_t& known = known_[hash];
    if (++met[hash] <= known) return true;
    ++known;
    return false;
  }

  void reject(const Row& row, const Item::Problem& problem, const std::string& file) {
    diagnostics_.report({.severity = if_bad_,
                         .code = problem.code,
                         .file = file,
                         .position = row.position,
                         .pointer = row.pointer,
                         .message = problem.text});
  }

  void report(Severity severity, const ReadError& error, const std::string& file) {
    diagnostics_.report(
        {.severity = severity, .code = error.code, .file = file, .message = error.what()});
  }

  Severity if_bad_;
  Diagnostics& diagnostics_;
  Gathered gathered_;
  std::map<std::string, FileAccount> accounts_;
  std::unordered_map<std::size_t, std::uint64_t> known_;  // rows of all files, by their hash
  Kinds held_;
  std::optional<Day> newest_;
};

}  // namespace

std::optional<ImportedLog> import_linkedin(std::span<ExportPart> parts, Strictness strictness,
                                           Diagnostics& diagnostics) {
  const std::uint64_t errors_before = diagnostics.total(Severity::error);
  std::vector<Source> sources;
  PartDate date;
  for (ExportPart& part : parts) {
    const std::size_t count = sources.size();
    try {
      const auto [named, packed] = add_sources(part, sources);
      date = {std::max(date.named, named), std::max(date.packed, packed)};
      if (sources.size() == count) {
        throw ReadError{Code::missing, "no file of a LinkedIn export in it"};
      }
    } catch (const ReadError& error) {
      diagnostics.report({.code = error.code, .file = part.name, .message = error.what()});
    }
  }
  Importer importer{strictness, diagnostics};
  importer.read(sources);
  ImportedLog log = importer.finish(date);
  if (diagnostics.total(Severity::error) > errors_before) return std::nullopt;
  return log;
}

}  // namespace ssi
