#include "linkedin/network.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

#include "base/keyed_hash.hpp"
#include "base/text.hpp"
#include "linkedin/text.hpp"
#include "linkedin/titles.hpp"

namespace ssi::linkedin {
namespace {

using std::chrono::days;
using std::chrono::floor;

std::optional<Direction> direction_of(std::string_view word) {
  const std::string lower = folded(word);
  if (lower == "outgoing") return Direction::sent;
  if (lower == "incoming") return Direction::received;
  return std::nullopt;
}

}  // namespace

std::string name_key(std::string_view first, std::string_view last) {
  std::string name = folded(first);
  if (const std::string rest = folded(last); !rest.empty())
    name += (name.empty() ? "" : " ") + rest;
  return name;
}

void Network::add_connection(ImportRow& row) {
  const auto at = row.utc(column::connected_on);
  if (!at) return;
  Contact contact{.day = floor<days>(*at),
                  .profile = profile_key(row[column::url]),
                  .name = name_key(row[column::given_name], row[column::family_name]),
                  .company = name_key(row[column::company]),
                  .account = &row.account()};
  contact.connection.seniority = seniority_of(row[column::position]);
  contacts_.push_back(std::move(contact));
}

void Network::add_invitation(ImportRow& row, Owner& owner) {
  const auto at = row.pacific(column::sent_at);
  if (!at) return;
  Invitation invitation{.direction = direction_of(row[column::direction]),
                        .at = *at,
                        .inviter = {profile_key(row[column::inviter]), name_key(row[column::from])},
                        .invitee = {profile_key(row[column::invitee]), name_key(row[column::to])},
                        .account = &row.account()};
  const auto& [direction, when, inviter, invitee, account] = invitation;
  // The member is one side of every invitation, and so is met most often. With a single invitation
  // both sides are met once: then the weights decide, by the direction that the file gives.
  owner.meet(inviter.profile, direction == Direction::sent ? 2 : 1);
  owner.meet(invitee.profile, direction == Direction::received ? 2 : 1);
  if (const std::string_view note = row[column::note]; !note.empty()) {
    notes_.add(note, inviter.profile, invitee.profile);
    notes_.add(note, inviter.name, invitee.name);
  }
  invitations_.push_back(std::move(invitation));
}

// Finds the contact that an invitation led to, by profile or by name.
class Network::Contacts {
 public:
  explicit Contacts(std::vector<Contact>& contacts) {
    for (Contact& contact : contacts) {
      if (!contact.profile.empty()) by_profile_.emplace(contact.profile, &contact);
      if (contact.name.empty()) continue;
      Namesakes& namesakes = by_name_[contact.name];
      namesakes.all.list.push_back(&contact);
      if (contact.profile.empty()) namesakes.without_profile.list.push_back(&contact);
    }
  }

  // Names decide only where one of the two has no profile: two people may have the same name. Null
  // if there is no such contact.
  Contact* find(const Side& side) {
    if (!side.profile.empty()) {
      const auto found = by_profile_.find(side.profile);
      if (found != by_profile_.end()) return found->second;
    }
    const auto named = by_name_.find(side.name);
    if (named == by_name_.end()) return nullptr;
    Namesakes& namesakes = named->second;
    return side.profile.empty() ? namesakes.all.next() : namesakes.without_profile.next();
  }
  // Whether this is the first invitation to or from somebody who is not a connection.
  bool is_new(const Side& side) {
    const std::string& key = side.profile.empty() ? side.name : side.profile;
    return key.empty() || unconnected_.insert(key).second;
  }

 private:
  // Contacts of one name, each for one invitation. Contacts that were joined are passed for good,
  // so that many invitations to namesakes take linear time.
  struct Queue {
    std::vector<Contact*> list{};
    std::size_t at = 0;

    // The first contact that is not joined yet, else the last one; null if there are none.
    Contact* next() {
      if (list.empty()) return nullptr;
      while (at + 1 < list.size() && list[at]->is_joined) ++at;
      return list[at];
    }
  };
  struct Namesakes {
    Queue all{};
    Queue without_profile{};
  };

  HashMap<Contact*> by_profile_;
  HashMap<Namesakes> by_name_;
  std::set<std::string> unconnected_;
};

// Of several rows about one profile, the latest connection stays, whatever the order of the rows.
void Network::drop_repeated_contacts() {
  std::ranges::sort(contacts_, std::greater{}, [](const Contact& c) {
    return std::tie(c.profile, c.day, c.company, c.connection, c.name);
  });
  std::vector<Contact> kept;
  kept.reserve(contacts_.size());
  for (Contact& contact : contacts_) {
    if (!kept.empty() && !contact.profile.empty() && kept.back().profile == contact.profile) {
      set_aside(*contact.account, SetAside::same_relation);
    } else {
      kept.push_back(std::move(contact));
    }
  }
  contacts_ = std::move(kept);
}

// An accepted invitation is no activity of its own: it makes its connection a sent or received one.
// Any other counts as pending, since an export does not say more.
void Network::settle(const Invitation& invitation, Contacts& contacts,
                     std::vector<Activity>& activities) {
  const auto direction = invitation.direction;
  FileAccount& account = *invitation.account;
  if (!direction) return set_aside(account, SetAside::unattributed);
  const Side& other = invitation.other_side();
  if (Contact* contact = contacts.find(other)) {
    if (direction == Direction::sent) contact->connection.direction = Direction::sent;
    contact->is_joined = true;
    set_aside(account, SetAside::joined);
  } else if (contacts.is_new(other)) {
    activities.push_back(
        {.day = floor<days>(invitation.at),
         .action = Connection{.direction = *direction, .status = Status::pending}});
    count(account);
  } else {
    set_aside(account, SetAside::same_relation);
  }
}

void Network::finish(const std::string& own_profile, const std::set<std::string>& companies,
                     std::vector<Activity>& activities) {
  drop_repeated_contacts();
  for (Invitation& invitation : invitations_) {
    if (own_profile.empty()) break;
    // Profiles are more reliable than the column for the direction.
    if (invitation.inviter.profile == own_profile) invitation.direction = Direction::sent;
    if (invitation.invitee.profile == own_profile) invitation.direction = Direction::received;
  }
  const auto unknown = std::ranges::count_if(
      invitations_, [](const Invitation& invitation) { return !invitation.direction; });
  knows_senders_ = static_cast<std::size_t>(unknown) * 10 <= invitations_.size();
  // Sent ones first, the latest before all others: if several concern one person, the first that is
  // settled is the one that counts.
  std::ranges::sort(invitations_, [](const Invitation& a, const Invitation& b) {
    return std::tie(a.direction, b.at, a.inviter, a.invitee) <
           std::tie(b.direction, a.at, b.inviter, b.invitee);
  });
  Contacts contacts{contacts_};
  for (const Invitation& invitation : invitations_) settle(invitation, contacts, activities);
  for (Contact& contact : contacts_) {
    contact.connection.coworker = companies.contains(contact.company);
    activities.push_back({.day = contact.day, .action = contact.connection});
    count(*contact.account);
  }
}

}  // namespace ssi::linkedin
