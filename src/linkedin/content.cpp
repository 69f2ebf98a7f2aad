#include "linkedin/content.hpp"

#include "linkedin/text.hpp"

namespace ssi::linkedin {
namespace {

// A reaction to a comment is one to what its writer said, whoever's share it is under.
bool is_on_comment(std::string_view link) {
  return link.find("commentUrn=") != link.npos;
}

}  // namespace

void Content::add(Item& item, std::size_t column, const Action& action) {
  const auto at = item.utc(column);
  if (!at) return;
  published_.push_back({.day = std::chrono::floor<std::chrono::days>(*at), .action = action});
  item.count();
}

void Content::add_share(Item& item) {
  add(item, column::published_at, Share{});
  own_shares_.insert(share_key(item[column::link]));
}

void Content::add_repost(Item& item) {
  add(item, column::published_at, Share{.kind = ShareKind::reshare});
}

void Content::add_article(Item& item) {
  const std::string_view published = item[column::published_at];
  const bool is_draft = published.starts_with("Not published") || published.starts_with("---");
  if (is_draft) return item.set_aside(SetAside::unpublished);
  add(item, column::published_at, Share{.kind = ShareKind::article});
}

void Content::add_comment(Item& item) {
  const auto at = item.utc(column::published_at);
  if (!at) return;
  comments_.push_back({.day = std::chrono::floor<std::chrono::days>(*at),
                       .share = share_key(item[column::link]),
                       .account = &item.account()});
}

void Content::add_reaction(Item& item) {
  const auto at = item.utc(column::published_at);
  if (!at) return;
  const std::string_view link = item[column::link];
  reactions_.push_back({.day = std::chrono::floor<std::chrono::days>(*at),
                        .share = is_on_comment(link) ? 0 : share_key(link),
                        .account = &item.account()});
}

void Content::settle(const std::vector<Engagement>& engagements, const Action& action,
                     std::vector<Activity>& activities) const {
  for (const Engagement& engagement : engagements) {
    if (engagement.share != 0 && own_shares_.contains(engagement.share)) {
      set_aside(*engagement.account, SetAside::own_content);
    } else {
      activities.push_back({.day = engagement.day, .action = action});
      count(*engagement.account);
    }
  }
}

void Content::finish(std::vector<Activity>& activities) {
  activities.insert(activities.end(), published_.begin(), published_.end());
  settle(comments_, Comment{}, activities);
  settle(reactions_, Reaction{}, activities);
}

}  // namespace ssi::linkedin
