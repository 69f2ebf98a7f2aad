#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <ssi/activity.hpp>

#include "linkedin/import_row.hpp"
#include "linkedin/owner.hpp"
#include "linkedin/text.hpp"

namespace ssi::linkedin {

/// Notes that went with invitations, by who wrote them to whom.
class Notes {
 public:
  void add(std::string_view text, const std::string& writer, const std::string& reader) {
    notes_[std::string{trimmed(text)}].insert({writer, reader});
  }
  /// All who wrote this text to somebody, and to whom. Null where nobody did.
  [[nodiscard]] const std::set<std::pair<std::string, std::string>>* find(
      std::string_view text) const {
    const auto found = notes_.find(std::string{trimmed(text)});
    return found == notes_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] bool empty() const { return notes_.empty(); }

 private:
  std::unordered_map<std::string, std::set<std::pair<std::string, std::string>>> notes_;
};

/// A name as it is compared: folded, with a blank between first and last.
[[nodiscard]] std::string name_key(std::string_view first, std::string_view last = "");

/// Connections and invitations, joined so that each relation is one activity.
class Network {
 public:
  void add_connection(ImportRow& row);
  void add_invitation(ImportRow& row, Owner& owner);
  /// Adds the activities; a connection at one of the `companies` is a coworker's. `own_profile` may
  /// be empty.
  void finish(const std::string& own_profile, const std::set<std::string>& companies,
              std::vector<Activity>& activities);
  /// The notes of all invitations.
  [[nodiscard]] const Notes& notes() const { return notes_; }

 private:
  struct Contact {
    Day day{};
    std::string profile{};
    std::string name{};
    std::string company{};
    Connection connection{.direction = Direction::received};
    FileAccount* account = nullptr;
    bool is_joined = false;
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
};

}  // namespace ssi::linkedin
