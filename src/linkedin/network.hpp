#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <ssi/activity.hpp>

#include "base/keyed_hash.hpp"
#include "linkedin/import_row.hpp"
#include "linkedin/owner.hpp"
#include "linkedin/text.hpp"

namespace ssi::linkedin {

/// The notes that went with invitations. LinkedIn lists an accepted one again among the messages,
/// where it must not count a second time.
class Notes {
 public:
  void add(std::string_view text, const std::string& writer, const std::string& reader) {
    notes_[std::string{trimmed(text)}].insert({writer, reader});
  }
  /// All pairs of writer and reader of this text; null if there are none.
  [[nodiscard]] const std::set<std::pair<std::string, std::string>>* find(
      std::string_view text) const {
    const auto found = notes_.find(trimmed(text));
    return found == notes_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] bool empty() const { return notes_.empty(); }

 private:
  HashMap<std::set<std::pair<std::string, std::string>>> notes_;
};

/// A name in one spelling, to compare names from different files: folded, with a blank between
/// first and last.
[[nodiscard]] std::string name_key(std::string_view first, std::string_view last = "");

/// Connections and invitations, joined so that each person counts once: an export has no outcome of
/// an invitation, but lists those that were accepted among the connections.
class Network {
 public:
  void add_connection(ImportRow& row);
  void add_invitation(ImportRow& row, Owner& owner);
  /// Adds the activities. Connections at one of `companies` are coworkers. `own_profile` decides
  /// who sent an invitation; if it is empty, the file's own word does.
  void finish(const std::string& own_profile, const std::set<std::string>& companies,
              std::vector<Activity>& activities);
  /// The notes of all invitations.
  [[nodiscard]] const Notes& notes() const { return notes_; }
  /// Whether it is known of nine invitations in ten or more who sent them. Once finished.
  [[nodiscard]] bool knows_senders() const { return knows_senders_; }

 private:
  struct Contact {
    Day day{};
    std::string profile{};
    std::string name{};
    std::string company{};
    Connection connection{.direction = Direction::received};
    FileAccount* account = nullptr;
    bool is_joined = false;  // an invitation led to it
  };
  struct Side {
    std::string profile{};
    std::string name{};
    auto operator<=>(const Side&) const = default;
  };
  struct Invitation {
    std::optional<Direction> direction{};
    Moment at{};
    Side inviter{};
    Side invitee{};
    FileAccount* account = nullptr;

    [[nodiscard]] const Side& other_side() const {
      return direction == Direction::sent ? invitee : inviter;
    }
  };
  class Contacts;
  void drop_repeated_contacts();
  static void settle(const Invitation& invitation, Contacts& contacts,
                     std::vector<Activity>& activities);

  std::vector<Contact> contacts_;
  std::vector<Invitation> invitations_;
  Notes notes_;
  bool knows_senders_ = true;
};

}  // namespace ssi::linkedin
