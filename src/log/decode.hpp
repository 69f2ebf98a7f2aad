#pragma once

#include <functional>
#include <string>
#include <vector>

#include <simdjson.h>

#include <ssi/log.hpp>

#include "log/object_reader.hpp"

namespace ssi {

/// What something bad means: an error, or something to skip.
struct Consequences {
  Severity activity;  ///< of a bad activity in a document
  Severity entry;     ///< of a bad line or document
};

/// Turns JSON values into entries, and says what is wrong with them.
class EntryDecoder {
 public:
  EntryDecoder() = default;
  EntryDecoder(const EntryDecoder&) = delete;  // its readers refer to its context
  EntryDecoder& operator=(const EntryDecoder&) = delete;

  using Receive = std::function<void(Entry&&)>;

  /// Passes on the entry that `root`, the value of the text in `context`, stands for, or those that
  /// it lists. None if it is bad, or an activity of an unknown type, which is no more than a
  /// warning.
  void decode(const DecodeContext& context, simdjson::dom::element root, Consequences consequences,
              const Receive& receive);

 private:
  [[nodiscard]] bool read(simdjson::dom::element root);
  void read_documents(simdjson::dom::array list, const Receive& receive);
  [[nodiscard]] bool read_bare_array(simdjson::dom::array list);
  [[nodiscard]] bool read_document();
  [[nodiscard]] bool read_member(Member& member);
  [[nodiscard]] bool read_profile_object(Timeline& timeline);
  [[nodiscard]] bool read_activities(const Path& path, simdjson::dom::array list,
                                     Timeline& timeline);
  [[nodiscard]] bool read_activity_line();
  [[nodiscard]] bool read_profile_line();

  DecodeContext context_;
  std::vector<Finding> findings_;
  Consequences consequences_{};
  Entry entry_{};
  ObjectReader top_{context_};    // reads the document or line
  ObjectReader inner_{context_};  // reads what stands in it
};

}  // namespace ssi
