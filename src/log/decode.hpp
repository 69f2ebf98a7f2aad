#pragma once

#include <optional>

#include <simdjson.h>

#include <ssi/log.hpp>

#include "log/object_reader.hpp"

namespace ssi {

/// What something bad means: an error, or something to skip.
struct Consequences {
  Severity activity;  ///< of a bad activity in a document
  Severity entry;     ///< of a bad line or document
};

/// Turns the JSON value `root` of `context.text` into an entry; nothing if it is bad, or if it is
/// an activity of an unknown type, which is no more than a warning.
[[nodiscard]] std::optional<Entry> decode_entry(const DecodeContext& context,
                                                simdjson::dom::element root,
                                                Consequences consequences);

}  // namespace ssi
