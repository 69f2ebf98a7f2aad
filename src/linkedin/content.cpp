#include "linkedin/content.hpp"

#include <algorithm>

#include "linkedin/text.hpp"

namespace ssi::linkedin {
namespace {

// A reaction to a comment is one to what its writer said, whoever's share it is under.
bool is_on_comment(std::string_view link) {
  return link.find("commentUrn=") != link.npos;
}

using Milliseconds = std::chrono::sys_time<std::chrono::milliseconds>;

// When LinkedIn made a number of a share or an activity: from bit 22 up it is a time.
Milliseconds made_at(std::uint64_t key) {
  return Milliseconds{std::chrono::milliseconds{key >> 22U}};
}

// A share may be written so long before it is published.
constexpr std::chrono::days most_ahead{100};

}  // namespace

std::optional<Moment> Content::add(Item& item, std::size_t column, const Action& action) {
  const auto at = item.utc(column);
  if (!at) return at;
  published_.push_back({.day = std::chrono::floor<std::chrono::days>(*at), .action = action});
  item.count();
  return at;
}

void Content::add_share(Item& item) {
  const auto at = add(item, column::published_at, Share{});
  const std::uint64_t key = share_key(item[column::link]);
  if (!at || key == 0) return;
  own_shares_.insert(key);
  if (made_at(key) > *at - most_ahead && made_at(key) < *at + std::chrono::days{1}) {
    own_times_.push_back(made_at(key));
  }
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

// A share and its activity have numbers of their own, made within a second.
bool Content::is_own(std::uint64_t key) const {
  constexpr std::chrono::seconds apart{1};
  if (key == 0) return false;
  if (own_shares_.contains(key)) return true;
  const auto near = std::ranges::lower_bound(own_times_, made_at(key) - apart);
  return near != own_times_.end() && *near <= made_at(key) + apart;
}

void Content::settle(const std::vector<Engagement>& engagements, const Action& action,
                     std::vector<Activity>& activities) const {
  for (const Engagement& engagement : engagements) {
    if (is_own(engagement.share)) {
      set_aside(*engagement.account, SetAside::own_content);
    } else {
      activities.push_back({.day = engagement.day, .action = action});
      count(*engagement.account);
    }
  }
}

void Content::finish(std::vector<Activity>& activities) {
  std::ranges::sort(own_times_);
  activities.insert(activities.end(), published_.begin(), published_.end());
  settle(comments_, Comment{}, activities);
  settle(reactions_, Reaction{}, activities);
}

}  // namespace ssi::linkedin
