#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include <ssi/activity.hpp>

#include "linkedin/import_row.hpp"

namespace ssi::linkedin {

/// Shares, articles and reposts of the member, their comments and reactions on the content of
/// others, and the engagement that their shares received.
class Content {
 public:
  void add_share(ImportRow& row);
  void add_repost(ImportRow& row);
  void add_article(ImportRow& row);
  void add_comment(ImportRow& row);
  void add_reaction(ImportRow& row);
  /// A row of creator analytics: the engagement of a post, or a day that the analytics cover.
  void add_metric(ImportRow& row);
  /// Why the engagement received in the 90 days up to `as_of` is not known; empty if it is.
  [[nodiscard]] std::string why_not_received(Day as_of) const;
  /// Adds all that was published, and the comments and reactions that are not on the member's own
  /// shares.
  void finish(std::vector<Activity>& activities);

 private:
  struct Engagement {
    Day day{};
    std::uint64_t share = 0;  // the number in its link; 0 if there is none
    FileAccount* account = nullptr;
  };
  std::optional<Moment> add(ImportRow& row, std::size_t column, const Action& action);
  [[nodiscard]] std::optional<std::size_t> find_share(std::uint64_t key) const;
  void join_metrics();
  void settle(const std::vector<Engagement>& engagements, const Action& action,
              std::vector<Activity>& activities) const;

  struct Metric {
    Day day{};                // of the post
    std::uint64_t share = 0;  // the number in the post's link
    Count engagements = 0;
    FileAccount* account = nullptr;
  };
  struct MadeAt {
    std::chrono::sys_time<std::chrono::milliseconds> at{};
    std::size_t share = 0;
    auto operator<=>(const MadeAt&) const = default;
  };

  std::vector<Activity> published_;
  std::map<std::uint64_t, std::size_t> shares_;  // indices in `published_`, by number
  std::vector<MadeAt> made_at_;                  // the times in those numbers, sorted
  std::vector<Metric> metrics_;
  std::optional<Day> first_covered_;  // by creator analytics
  std::optional<Day> last_covered_;
  std::vector<Engagement> comments_;
  std::vector<Engagement> reactions_;
};

}  // namespace ssi::linkedin
