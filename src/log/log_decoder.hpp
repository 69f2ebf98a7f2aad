#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <simdjson.h>

#include <ssi/log.hpp>

#include "log/batch.hpp"
#include "log/decode.hpp"
#include "log/json.hpp"
#include "log/quick_decode.hpp"

namespace ssi {

/// Turns batches into entries, one after the other, of one log or of many.
class LogDecoder {
 public:
  using Receive = std::function<void(Entry&&)>;

  /// Passes on the good entries of `batch`, which is of the log called `file`, in their order, and
  /// says in `diagnostics` what is wrong with the others.
  void decode(const Batch& batch, const std::string& file, Strictness strictness,
              Diagnostics& diagnostics, const Receive& receive);

 private:
  struct Task;
  struct Rest;
  void decode_log(const Task& task, Rest rest);
  void decode_whole(const Task& task, const Rest& whole);
  void decode_lines(const Task& task, const Batch& batch);
  void decode_lines(const Task& task, Rest rest);
  void decode_line(const Task& task, std::string_view text, std::uint64_t line, Tokens& tokens);
  [[nodiscard]] bool has_second_object(Rest rest);
  [[nodiscard]] simdjson::error_code decode_value(const Task& task, std::string_view text,
                                                  std::uint64_t line, Consequences consequences,
                                                  Tokens& tokens);

  Tokenizer tokenizer_;
  simdjson::dom::parser parser_ = make_parser();
  EntryDecoder decoder_;
  QuickDecoder quick_decoder_;
};

}  // namespace ssi
