#include "timeline/actions_of.hpp"

#include <algorithm>

namespace ssi {
namespace {

// The largest `count` that the log format allows in one activity.
constexpr Count most_alike = 1'000'000;

// Goes through the counters of a day. Its calls mirror the rules of Counting: counting the result
// must give the record back, which a test checks.
class ActionLister {
 public:
  explicit ActionLister(const DayRecord& record) : record_{record} {}

  std::vector<Action> list() {
    add_edits();
    add_alike(Counter::endorsements, Endorsement{});
    add_alike(Counter::recommendations, Recommendation{});
    add_alike(Counter::people_searches, Search{});
    add_alike(Counter::filtered_people_searches, Search{.filters = 1});
    add_alike(Counter::filtered_company_searches, Search{.scope = Scope::companies, .filters = 1});
    add_alike(Counter::other_searches, Search{.scope = Scope::other});
    add_alike(Counter::profile_views, ProfileView{});
    add_alike(Counter::leads_saved, LeadSaved{});
    add_shares();
    add_alike(Counter::comments, Comment{});
    add_alike(Counter::reactions, Reaction{});
    add_alike(Counter::messages_unanswered, Message{});
    add_alike(Counter::messages_answered, Message{.replied = true});
    add_connections();
    return std::move(actions_);
  }

 private:
  [[nodiscard]] Count count(Counter counter) const { return record_.counts[counter]; }

  template <class Counted>
  void add_alike(Counter counter, Counted action) {
    for (Count left = count(counter); left > 0; left -= action.count) {
      action.count = std::min(left, most_alike);
      actions_.emplace_back(action);
    }
  }

  // One edit for each section that was changed, and one for each that was removed. If more edits
  // were counted, some section was edited several times; repeating the first edit makes up the
  // number and changes nothing else, as edits of a day do not depend on order.
  void add_edits() {
    std::vector<ProfileEdit> edits;
    for (std::size_t i = 0; i < record_.present.size(); ++i) {
      const auto section = static_cast<Section>(i);
      const auto entries = section == Section::skills ? record_.skills : std::nullopt;
      if (record_.present.test(i)) edits.push_back({.section = section, .entries = entries});
      if (record_.removed.test(i)) {
        edits.push_back({.section = section, .action = EditAction::remove});
      }
    }
    const auto all = static_cast<std::size_t>(count(Counter::profile_edits));
    if (all > edits.size()) edits.resize(all, ProfileEdit{edits.front()});
    actions_.insert(actions_.end(), edits.begin(), edits.end());
  }

  // The record does not say which share received what, and no signal asks. The first share gets
  // all, whatever its kind.
  void add_shares() {
    Share share{.reactions = count(Counter::reactions_received),
                .comments = count(Counter::comments_received),
                .reshares = count(Counter::reshares_received)};
    const auto add = [&](ShareKind kind, Counter counter) {
      for (Count left = count(counter); left > 0; --left) {
        share.kind = kind;
        actions_.emplace_back(share);
        share = {};
      }
    };
    add(ShareKind::post, Counter::posts);
    add(ShareKind::article, Counter::articles);
    add(ShareKind::reshare, Counter::reshares);
  }

  // Nor does the record say which connections are decision makers or coworkers. The first ones are,
  // so that some may be both.
  void add_connections() {
    Count decision_makers = count(Counter::decision_makers_made);
    Count coworkers = count(Counter::coworkers_made);
    const auto add = [&](Direction direction, Status status, Counter counter) {
      for (Count left = count(counter); left > 0; --left) {
        Connection connection{.direction = direction, .status = status};
        if (decision_makers-- > 0) connection.seniority = Seniority::vp;
        connection.coworker = coworkers-- > 0;
        actions_.emplace_back(connection);
      }
    };
    add(Direction::sent, Status::accepted, Counter::invitations_sent_accepted);
    add(Direction::received, Status::accepted, Counter::invitations_received_accepted);
    decision_makers = count(Counter::decision_makers_removed);
    coworkers = count(Counter::coworkers_removed);
    add(Direction::sent, Status::removed, Counter::connections_removed);
    decision_makers = 0;
    coworkers = 0;
    add(Direction::sent, Status::pending, Counter::invitations_sent_open);
    add(Direction::received, Status::pending, Counter::invitations_received_open);
  }

  const DayRecord& record_;
  std::vector<Action> actions_;
};

}  // namespace

std::vector<Action> actions_of(const DayRecord& record) {
  return ActionLister{record}.list();
}

}  // namespace ssi
