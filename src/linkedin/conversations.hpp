#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include <ssi/activity.hpp>

#include "linkedin/import_row.hpp"
#include "linkedin/network.hpp"
#include "linkedin/owner.hpp"

namespace ssi::linkedin {

/// Messages: which of them the member sent, and which were answered.
class Conversations {
 public:
  /// `notes` are those of all invitations.
  void add_message(ImportRow& row, Owner& owner, const Notes& notes);
  /// Adds the messages that the member sent. One is answered if the next in its conversation is of
  /// somebody else: of several in a row, the last. False, and nothing added, where the messages do
  /// not tell who of them the member is.
  [[nodiscard]] bool finish(const Owner& owner, std::vector<Activity>& activities);

 private:
  struct Message {
    Moment at{};
    std::uint32_t conversation = 0;  // numbered, as all that only has to be told apart
    std::uint32_t sender = 0;        // by the profile; 0 where it is not known
    std::uint32_t sender_name = 0;
    FileAccount* account = nullptr;
  };
  /// A number for a text, from 1; 0 for none.
  [[nodiscard]] std::uint32_t number_of(const std::string& text);

  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<Message> messages_;
};

}  // namespace ssi::linkedin
