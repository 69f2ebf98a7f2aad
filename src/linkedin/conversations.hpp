#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <ssi/activity.hpp>

#include "base/keyed_hash.hpp"
#include "linkedin/import_row.hpp"
#include "linkedin/network.hpp"
#include "linkedin/owner.hpp"

namespace ssi::linkedin {

/// Messages: which of them the member sent, and which were answered.
class Conversations {
 public:
  /// `notes` are those of all invitations.
  void add_message(ImportRow& row, Owner& owner, const Notes& notes);
  /// Adds the messages that the member sent. A message is answered if the next one in its
  /// conversation is by somebody else; of several in a row, only the last is. False, and nothing
  /// added, if nothing says which of the senders the member is.
  [[nodiscard]] bool finish(const Owner& owner, std::vector<Activity>& activities);

 private:
  struct Message {
    Moment at{};
    // Numbers instead of texts, which only have to be compared: there may be 100,000 messages.
    std::uint32_t conversation = 0;
    std::uint32_t sender = 0;  // of the profile; 0 if it is not known
    std::uint32_t sender_name = 0;
    FileAccount* account = nullptr;
  };
  /// The same number for the same text, from 1 on; 0 for an empty one.
  [[nodiscard]] std::uint32_t number_of(const std::string& text);

  HashMap<std::uint32_t> numbers_;
  std::vector<Message> messages_;
};

}  // namespace ssi::linkedin
