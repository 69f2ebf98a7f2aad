// What a member wrote under their own shares is not engagement with others, and must not count. The
// links of comments and reactions name a share by a number, but often not by the one in Shares.csv:
// a share and its "activity" have different numbers. The time in both brings them together.

#include "linkedin/content.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "linkedin/text.hpp"

namespace ssi::linkedin {
namespace {

// A reaction to a comment is engagement with the comment's writer, even under the member's own
// share.
bool is_on_comment(std::string_view link) {
  return link.find("commentUrn=") != link.npos;
}

using Milliseconds = std::chrono::sys_time<std::chrono::milliseconds>;

// When LinkedIn made the number of a share or an activity. From bit 22 up it holds milliseconds
// since 1970: so found in real exports, not documented.
Milliseconds made_at(std::uint64_t key) {
  return Milliseconds{std::chrono::milliseconds{key >> 22U}};
}

// How long before its publication a share may have been written, as scheduled posts are.
constexpr std::chrono::days most_ahead{100};

}  // namespace

std::optional<Moment> Content::add(ImportRow& row, std::size_t column, const Action& action) {
  const auto at = row.utc(column);
  if (!at) return at;
  published_.push_back({.day = std::chrono::floor<std::chrono::days>(*at), .action = action});
  row.count();
  return at;
}

void Content::add_share(ImportRow& row) {
  const auto at = add(row, column::published_at, Share{});
  const std::uint64_t key = share_key(row[column::link]);
  if (!at || key == 0) return;
  const std::size_t share = published_.size() - 1;
  shares_.emplace(key, share);
  // A number that does not fit the date of its share is not a time at all.
  if (made_at(key) > *at - most_ahead && made_at(key) < *at + std::chrono::days{1}) {
    made_at_.push_back({made_at(key), share});
  }
}

void Content::add_repost(ImportRow& row) {
  add(row, column::published_at, Share{.kind = ShareKind::reshare});
}

void Content::add_article(ImportRow& row) {
  const std::string_view published = row[column::published_at];
  const bool is_draft = published.starts_with("Not published") || published.starts_with("---");
  if (is_draft) return row.set_aside(SetAside::unpublished);
  add(row, column::published_at, Share{.kind = ShareKind::article});
}

void Content::add_comment(ImportRow& row) {
  const auto at = row.utc(column::published_at);
  if (!at) return;
  comments_.push_back({.day = std::chrono::floor<std::chrono::days>(*at),
                       .share = share_key(row[column::link]),
                       .account = &row.account()});
}

void Content::add_reaction(ImportRow& row) {
  const auto at = row.utc(column::published_at);
  if (!at) return;
  const std::string_view link = row[column::link];
  reactions_.push_back({.day = std::chrono::floor<std::chrono::days>(*at),
                        .share = is_on_comment(link) ? 0 : share_key(link),
                        .account = &row.account()});
}

void Content::add_metric(ImportRow& row) {
  const auto at = row.utc(column::post_date);
  if (!at) return;
  const Day day = std::chrono::floor<std::chrono::days>(*at);
  if (row[column::post_url].empty()) {
    first_covered_ = std::min(first_covered_.value_or(day), day);
    last_covered_ = std::max(last_covered_.value_or(day), day);
    return row.count();
  }
  std::string digits{row[column::engagements]};
  std::erase(digits, ',');
  Metric metric{.day = day, .share = share_key(row[column::post_url]), .account = &row.account()};
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), metric.engagements);
  if (error != std::errc{} || metric.engagements < 0) {
    return row.reject(Code::wrong_type, fmt::format("'{}' is not a number", shortened(digits)));
  }
  metrics_.push_back(metric);
}

// Analytics cover the score if they start no later than the window, and if no share came after they
// end.
std::string Content::why_not_received(Day as_of) const {
  constexpr std::chrono::days window{90};  // that of v1
  if (!first_covered_) return "only in LinkedIn's creator analytics";
  const bool starts_late = *first_covered_ > as_of - window + std::chrono::days{1};
  const bool ends_early = std::ranges::any_of(
      published_, [&](const Activity& a) { return a.day > *last_covered_ && a.day <= as_of; });
  if (!starts_late && !ends_early) return "";
  return fmt::format("creator analytics cover {} to {} only", to_string(*first_covered_),
                     to_string(*last_covered_));
}

// The share with this number, or the one made within a second of it: the number may be that of the
// share's activity. In real exports the two are less than a second apart, and the next share is
// more than two seconds away.
std::optional<std::size_t> Content::find_share(std::uint64_t key) const {
  constexpr std::chrono::seconds apart{1};
  if (key == 0) return std::nullopt;
  const auto found = shares_.find(key);
  if (found != shares_.end()) return found->second;
  const auto near = std::ranges::lower_bound(made_at_, made_at(key) - apart, {}, &MadeAt::at);
  if (near == made_at_.end() || near->at > made_at(key) + apart) return std::nullopt;
  return near->share;
}

// Analytics give one number for reactions, comments and reshares. All count as reactions, which
// are worth least: never too much. A post whose number is not known can still be joined by its day
// if there was one share on it.
void Content::join_metrics() {
  std::map<Day, std::vector<std::size_t>> of_day;
  for (const auto& [key, share] : shares_) of_day[published_[share].day].push_back(share);
  for (const Metric& metric : metrics_) {
    auto share = find_share(metric.share);
    const auto& others = of_day[metric.day];
    if (!share && others.size() == 1) share = others.front();
    if (!share) {
      set_aside(*metric.account, SetAside::of_no_share);
      continue;
    }
    auto& reactions = std::get<Share>(published_[*share].action).reactions;
    reactions = std::max(reactions, metric.engagements);
    count(*metric.account);
  }
}

void Content::settle(const std::vector<Engagement>& engagements, const Action& action,
                     std::vector<Activity>& activities) const {
  for (const Engagement& engagement : engagements) {
    if (find_share(engagement.share)) {
      set_aside(*engagement.account, SetAside::own_content);
    } else {
      activities.push_back({.day = engagement.day, .action = action});
      count(*engagement.account);
    }
  }
}

void Content::finish(std::vector<Activity>& activities) {
  std::ranges::sort(made_at_);
  join_metrics();
  activities.insert(activities.end(), published_.begin(), published_.end());
  settle(comments_, Comment{}, activities);
  settle(reactions_, Reaction{}, activities);
}

}  // namespace ssi::linkedin
