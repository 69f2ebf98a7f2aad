#pragma once

#include <set>
#include <string>
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
    Activity activity{};
    std::string share{};  // that it is on; empty where that is not known
    FileAccount* account = nullptr;
  };
  void add(Item& item, std::size_t column, const Action& action);

  std::vector<Activity> published_;
  std::set<std::string> own_shares_;
  std::vector<Engagement> engagements_;
};

}  // namespace ssi::linkedin
