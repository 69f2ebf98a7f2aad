#pragma once

#include <string>

#include <simdjson.h>

#include <ssi/log.hpp>

#include "log/object_reader.hpp"

namespace ssi {

/// What something bad means: an error, or something to skip.
struct Consequences {
  Severity activity;  ///< of a bad activity in a document
  Severity entry;     ///< of a bad line or document
};

/// Turns the JSON texts of one file into entries.
class EntryDecoder {
 public:
  EntryDecoder(const std::string& file, Diagnostics& diagnostics)
      : context_{.file = file, .diagnostics = diagnostics} {}
  EntryDecoder(const EntryDecoder&) = delete;  // its readers refer to its context
  EntryDecoder& operator=(const EntryDecoder&) = delete;

  /// The entry that `root`, the value of `text`, stands for; null if it is bad, or an activity of
  /// an unknown type, which is no more than a warning. It may be moved from, and lives until the
  /// next.
  [[nodiscard]] Entry* decode(std::string_view text, std::uint64_t first_line,
                              simdjson::dom::element root, Consequences consequences);

 private:
  [[nodiscard]] bool read(simdjson::dom::element root);
  [[nodiscard]] bool read_bare_array(simdjson::dom::array list);
  [[nodiscard]] bool read_document();
  [[nodiscard]] bool read_member(Member& member);
  [[nodiscard]] bool read_profile_object(Profile& profile);
  [[nodiscard]] bool read_activities(const Path& path, simdjson::dom::array list,
                                     std::vector<Activity>& activities);
  [[nodiscard]] bool read_activity_line();
  [[nodiscard]] bool read_profile_line();
  [[nodiscard]] Position position() const { return {.line = context_.first_line}; }

  DecodeContext context_;
  Consequences consequences_{};
  Entry entry_{};
  ObjectReader top_{context_};    // reads the document or line
  ObjectReader inner_{context_};  // reads what stands in it
};

}  // namespace ssi
