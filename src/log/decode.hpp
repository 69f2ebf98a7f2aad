#pragma once

#include <functional>
#include <string>
#include <vector>

#include <ssi/log.hpp>

#include "log/object_reader.hpp"

namespace ssi {

/// How to report what is bad: as an error, or as left out if the rest may count without it.
struct Consequences {
  Severity activity;  ///< of a bad activity, in a document or as a line
  Severity log;       ///< of a bad document, and of what may have been one
};

[[nodiscard]] inline Consequences consequences_of(Strictness strictness) {
  if (strictness == Strictness::strict) return {Severity::error, Severity::error};
  return {.activity = Severity::skipped, .log = Severity::set_aside};
}

/// Turns JSON values into entries, and reports everything that is wrong with them. QuickDecoder has
/// given up on the text: here a good message matters more than speed.
class EntryDecoder {
 public:
  EntryDecoder() = default;
  EntryDecoder(const EntryDecoder&) = delete;  // its readers refer to its context
  EntryDecoder& operator=(const EntryDecoder&) = delete;

  using Receive = std::function<void(Entry&&)>;

  /// Passes to `receive` the entry in the text of `context`, which must be valid JSON with
  /// simdjson's padding behind it, or each entry that it lists. Nothing if it is bad, or if it is
  /// an activity of an unknown type, which only gets a warning.
  void decode(const DecodeContext& context, Consequences consequences, const Receive& receive);

 private:
  [[nodiscard]] bool holds_documents(std::string_view root);
  [[nodiscard]] bool read(std::string_view root);
  void read_documents(std::string_view list, const Receive& receive);
  [[nodiscard]] bool read_bare_array(std::string_view list);
  [[nodiscard]] bool read_document();
  [[nodiscard]] bool read_member(Member& member);
  [[nodiscard]] bool read_profile_object(Timeline& timeline);
  [[nodiscard]] bool read_activities(const Path& path, std::string_view list, bool is_all,
                                     MemberLog& log);
  [[nodiscard]] bool read_record_line();
  [[nodiscard]] bool read_profile_line();

  DecodeContext context_;
  std::vector<Finding> findings_;
  Consequences consequences_{};
  Entry entry_{};
  ObjectReader top_{context_};    // for the document or line
  ObjectReader inner_{context_};  // for the objects in it, one after the other
};

}  // namespace ssi
