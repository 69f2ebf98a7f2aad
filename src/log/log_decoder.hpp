#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <simdjson.h>

#include <ssi/log.hpp>

#include "log/batch.hpp"
#include "log/decode.hpp"
#include "log/json.hpp"
#include "log/quick_decode.hpp"

namespace ssi {

/// Turns batches into entries. One decoder can serve many batches and logs, and keeps what it has
/// allocated.
class LogDecoder {
 public:
  using Receive = std::function<void(Entry&&)>;

  /// Passes the good entries of `batch` to `receive`, in their order, and reports in `diagnostics`
  /// what is wrong with the others. `file` is the name of the log.
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
  [[nodiscard]] std::optional<Refusal> decode_value(const Task& task, std::string_view text,
                                                    std::uint64_t line, Tokens& tokens);

  Tokenizer tokenizer_;
  simdjson::dom::parser parser_ = make_parser();
  EntryDecoder decoder_;
  QuickDecoder quick_decoder_;
};

}  // namespace ssi
