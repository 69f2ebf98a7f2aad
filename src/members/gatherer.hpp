#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <ssi/members.hpp>

namespace ssi {

/// How to report lines and documents of one member that do not go together.
struct Objections {
  Severity severity;
  Diagnostics& diagnostics;

  void raise(const Origin& origin, Code code, std::string message) const;
};

/// Gathers members from lines, and from documents that are to be merged. Each batch of a log has a
/// gatherer of its own, and the results are added up in the order of the input.
class Gatherer {
 public:
  void take(const ActivityLine& line, const std::string& file, const Objections& objections);
  void take(const ReadingLine& line);
  void take(ProfileLine&& line, const Objections& objections);
  void take(const MemberLog& log, const Objections& objections);
  /// Makes `file` the source of all members gathered so far.
  void set_source(const std::string& file);
  /// Adds what was gathered from the next part of the input, and empties `next`.
  void take(Gatherer& next, const Objections& objections);
  /// Lines without an id are of another unnamed member from here on.
  void end_unnamed();
  /// How many members there are so far.
  [[nodiscard]] std::size_t size() const { return members_.size(); }
  /// The members in the order in which they first appeared. Empties the gatherer.
  [[nodiscard]] std::vector<MemberLog> finish(const Objections& objections);

 private:
  struct Gathered {
    MemberLog log{};
    std::optional<MemberLog> profile{};  ///< of the profile line, if there was one yet
  };

  void merge_in(const MemberLog& log, const Objections& objections);
  [[nodiscard]] Gathered& gathered(const std::optional<std::string>& id);
  static void set_profile(Gathered& member, MemberLog&& profile, const Objections& objections);

  std::vector<Gathered> members_;
  // Indices into members_. Not a hash table: a hostile log could choose ids that collide.
  std::map<std::string, std::size_t> by_id_;
  std::optional<std::size_t> unnamed_;  // index of the latest member without an id
  std::uint64_t unnamed_documents_ = 0;
  std::size_t last_ = 0;  // index of the member of the last line
};

}  // namespace ssi
