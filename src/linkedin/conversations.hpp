#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <ssi/activity.hpp>

#include "linkedin/item.hpp"
#include "linkedin/network.hpp"
#include "linkedin/owner.hpp"

namespace ssi::linkedin {

/// Messages: which of them the member sent, and which were answered.
class Conversations {
 public:
  /// `notes` are those of all invitations.
  void add_message(Item& item, Owner& owner, const Notes& notes);
  /// Adds the messages that the member sent. One is answered if the next in its conversation is of
  /// somebody else: of several in a row, the last. False, and nothing added, where the messages do
  /// not tell who of them the member is.
  [[nodiscard]] bool finish(const Owner& owner, std::vector<Activity>& activities);

 private:
  struct Message {
    Moment at{};
    std::size_t conversation = 0;  // hashed, as all that only has to be told apart
    std::size_t sender = 0;
    std::size_t sender_name = 0;
    bool has_sender = false;  // by the profile
    FileAccount* account = nullptr;
  };

  std::vector<Message> messages_;
};

}  // namespace ssi::linkedin
