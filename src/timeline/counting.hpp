#pragma once

#include <array>
#include <cstddef>

#include <ssi/timeline.hpp>

namespace ssi {

/// The one place that says what an action counts as. Logs are counted into the cells of a timeline,
/// plans and next steps into the record of a day: each has its own sink, and the rules here keep
/// them in agreement. A sink has `count(Counter, Count)`, `present(Section)`, `remove(Section)` and
/// `skills(Count)`.
template <class Sink>
class Counting {
 public:
  explicit Counting(Sink& sink) : sink_{sink} {}

  void operator()(const ProfileEdit& edit) {
    sink_.count(Counter::profile_edits, 1);
    if (edit.action == EditAction::remove) {
      sink_.remove(edit.section);
    } else {
      sink_.present(edit.section);
      if (edit.section == Section::skills && edit.entries) sink_.skills(*edit.entries);
    }
  }
  void operator()(const Endorsement& e) { sink_.count(Counter::endorsements, e.count); }
  void operator()(const Recommendation& r) { sink_.count(Counter::recommendations, r.count); }
  // LinkedIn lists people searches and, as Lead Builder, advanced searches for people or companies.
  // All other searches count for nothing but an active day.
  void operator()(const Search& s) {
    const bool filtered = s.filters > 0;
    if (s.scope == Scope::people) {
      sink_.count(filtered ? Counter::filtered_people_searches : Counter::people_searches, s.count);
    } else if (s.scope == Scope::companies && filtered) {
      sink_.count(Counter::filtered_company_searches, s.count);
    } else {
      sink_.count(Counter::other_searches, s.count);
    }
  }
  void operator()(const ProfileView& v) { sink_.count(Counter::profile_views, v.count); }
  void operator()(const LeadSaved& l) { sink_.count(Counter::leads_saved, l.count); }
  void operator()(const Share& s) {
    constexpr std::array kinds = {Counter::posts, Counter::articles, Counter::reshares};
    sink_.count(kinds[static_cast<std::size_t>(s.kind)], 1);
    sink_.count(Counter::reactions_received, s.reactions);
    sink_.count(Counter::comments_received, s.comments);
    sink_.count(Counter::reshares_received, s.reshares);
  }
  void operator()(const Comment& c) { sink_.count(Counter::comments, c.count); }
  void operator()(const Reaction& r) { sink_.count(Counter::reactions, r.count); }
  void operator()(const Message& m) {
    sink_.count(m.replied ? Counter::messages_answered : Counter::messages_unanswered, m.count);
  }
  // Seniority and company count for connections made or removed, never for open invitations: who
  // has not accepted is not in the network.
  void operator()(const Connection& c) {
    const bool sent = c.direction == Direction::sent;
    const bool removed = c.status == Status::removed;
    if (removed) {
      sink_.count(Counter::connections_removed, 1);
    } else if (c.status == Status::accepted) {
      sink_.count(
          sent ? Counter::invitations_sent_accepted : Counter::invitations_received_accepted, 1);
    } else {
      sink_.count(sent ? Counter::invitations_sent_open : Counter::invitations_received_open, 1);
      return;
    }
    if (c.seniority && *c.seniority >= Seniority::vp) {
      sink_.count(removed ? Counter::decision_makers_removed : Counter::decision_makers_made, 1);
    }
    if (c.coworker) sink_.count(removed ? Counter::coworkers_removed : Counter::coworkers_made, 1);
  }

 private:
  Sink& sink_;
};

}  // namespace ssi
