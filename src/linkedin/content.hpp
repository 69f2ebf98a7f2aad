#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include <ssi/activity.hpp>

#include "linkedin/item.hpp"

namespace ssi::linkedin {

/// What the member published, and what they said and felt about what others did.
class Content {
 public:
  void add_share(Item& item);
  void add_repost(Item& item);
  void add_article(Item& item);
  void add_comment(Item& item);
  void add_reaction(Item& item);
  /// Adds all that was published, and the comments and reactions that are not on shares of the
  /// member.
  void finish(std::vector<Activity>& activities);

 private:
  struct Engagement {
    Day day{};
    std::uint64_t share = 0;  // that it is on; 0 where that is not known
    FileAccount* account = nullptr;
  };
  std::optional<Moment> add(Item& item, std::size_t column, const Action& action);
  [[nodiscard]] bool is_own(std::uint64_t key) const;
  void settle(const std::vector<Engagement>& engagements, const Action& action,
              std::vector<Activity>& activities) const;

  std::vector<Activity> published_;
  std::unordered_set<std::uint64_t> own_shares_;
  std::vector<std::chrono::sys_time<std::chrono::milliseconds>> own_times_;  // when those were made
  std::vector<Engagement> comments_;
  std::vector<Engagement> reactions_;
};

}  // namespace ssi::linkedin
