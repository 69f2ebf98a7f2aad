#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <ssi/members.hpp>

namespace ssi {

/// How to report what a member is told twice or too much of.
struct Objections {
  Severity severity;
  Diagnostics& diagnostics;

  void raise(const Origin& origin, Code code, std::string message) const;
};

/// Gathers the lines of members, and documents that are to be merged. What is gathered in parts
/// adds up.
class Gatherer {
 public:
  void take(const ActivityLine& line, const std::string& file, const Objections& objections);
  void take(ProfileLine&& line, const Objections& objections);
  void take(const MemberLog& log, const Objections& objections);
  /// Says that all that was gathered so far is from this file.
  void set_source(const std::string& file);
  /// Takes in what was gathered of what follows in the input, and leaves nothing there.
  void take(Gatherer& next, const Objections& objections);
  [[nodiscard]] std::size_t size() const { return members_.size(); }
  /// The members in the order in which they first appeared. They are gone from here.
  [[nodiscard]] std::vector<MemberLog> finish(const Objections& objections);

 private:
  struct Gathered {
    MemberLog log{};
    std::optional<MemberLog> profile{};  ///< of the profile line, of which there is one at the most
  };

  void merge_in(const MemberLog& log, const Objections& objections);
  [[nodiscard]] Gathered& gathered(const std::optional<std::string>& id);
  static void set_profile(Gathered& member, MemberLog&& profile, const Objections& objections);

  std::vector<Gathered> members_;
  std::map<std::string, std::size_t> by_id_;  // no hashes, which ids could be chosen for to collide
  std::optional<std::size_t> unnamed_;
  std::uint64_t unnamed_documents_ = 0;
  std::size_t last_ = 0;  // index of the member last gathered
};

}  // namespace ssi
