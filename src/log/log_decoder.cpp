// Decodes each value with the quick decoder first. Only if that gives up is the value checked, and
// read by the full decoder, which finds out what is wrong.

#include "log/log_decoder.hpp"

#include <algorithm>

#include "base/json_place.hpp"
#include "log/json.hpp"

namespace ssi {

/// What one call of `decode` was given, for the functions below it.
struct LogDecoder::Task {
  const std::string& file;
  Consequences consequences;
  Diagnostics& diagnostics;
  const Receive& receive;

  // Reports why a text cannot be read.
  void report(Refusal&& why, std::string_view text, std::uint64_t line) const {
    if (!diagnostics.count(consequences.log)) return;
    diagnostics.add({.severity = consequences.log,
                     .code = why.code,
                     .file = file,
                     .position = position_at(text, why.offset, line),
                     .pointer = std::move(why.pointer),
                     .message = std::move(why.message)});
  }
};

/// The part of a batch that is still to be decoded.
struct LogDecoder::Rest {
  std::string_view text{};
  std::uint64_t line = 1;  ///< the number of its first line

  std::string_view take_line() {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view taken = without_return(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line;
    return taken;
  }
};

void LogDecoder::decode(const Batch& batch, const std::string& file, Strictness strictness,
                        Diagnostics& diagnostics, const Receive& receive) {
  const Task task{file, consequences_of(strictness), diagnostics, receive};
  if (batch.kind == Batch::Kind::lines) {
    decode_lines(task, batch);
  } else if (!is_blank(batch.text)) {
    decode_log(task, {batch.text, batch.first_line});
  } else {
    diagnostics.report(
        {.severity = task.consequences.log,
         .code = Code::empty,
         .file = file,
         .message = "there is no JSON in it; the smallest log is {\"activities\": []}"});
  }
}

// A log whose first line is valid JSON by itself is JSON Lines. A document on one line is the
// special case of that with nothing behind it.
void LogDecoder::decode_log(const Task& task, Rest rest) {
  const Rest whole = rest;
  const std::string_view first = rest.take_line();
  Tokens tokens;
  if (!decode_value(task, first, whole.line, tokens)) return decode_lines(task, rest);
  decode_whole(task, whole);
}

// One value over several lines. If that is not valid JSON, the text may also be JSON Lines whose
// first line is broken: each line is then decoded by itself, so that only the broken ones are
// reported.
void LogDecoder::decode_whole(const Task& task, const Rest& whole) {
  Tokens tokens;
  auto refusal = decode_value(task, whole.text, whole.line, tokens);
  if (!refusal) return;
  if (has_second_object(whole)) return decode_lines(task, whole);
  task.report(std::move(*refusal), whole.text, whole.line);
}

// Whether the second line is an object by itself: a sign of JSON Lines. Not if the first line ends
// in a bracket, as then it is the first element of a list with one element on each line.
bool LogDecoder::has_second_object(Rest rest) {
  const std::string_view first = rest.take_line();
  if (first.find_last_not_of(white_space) == first.rfind('[')) return false;
  std::string_view second;
  while (!rest.text.empty() && is_blank(second)) second = rest.take_line();
  return second.starts_with('{') && !find_refusal(parser_, second);
}

void LogDecoder::decode_lines(const Task& task, const Batch& batch) {
  // Most lines are short, and simdjson is fast only on long texts: finding the tokens of the whole
  // batch at once is much faster than line by line.
  Tokens tokens = tokenizer_.tokens_of(batch.text);
  std::size_t start = 0;
  std::uint64_t line = batch.first_line;
  for (const std::size_t end : batch.line_ends) {
    decode_line(task, without_return(batch.text.substr(start, end - start)), line++, tokens);
    start = end + 1;
  }
  decode_line(task, batch.text.substr(start), line, tokens);
}

void LogDecoder::decode_lines(const Task& task, Rest rest) {
  Tokens tokens;
  while (!rest.text.empty()) {
    const std::uint64_t line = rest.line;
    decode_line(task, rest.take_line(), line, tokens);
  }
}

void LogDecoder::decode_line(const Task& task, std::string_view text, std::uint64_t line,
                             Tokens& tokens) {
  if (is_blank(text)) return;
  auto refusal = decode_value(task, text, line, tokens);
  if (refusal) task.report(std::move(*refusal), text, line);
}

// Decodes one value and reports what is wrong with it. If it cannot be read, it returns why and
// leaves the report to the caller, who may try the text in another way. `tokens` may hold the
// tokens of a whole batch, with those of `text` among them; if they are used up, they are found
// anew.
std::optional<Refusal> LogDecoder::decode_value(const Task& task, std::string_view text,
                                                std::uint64_t line, Tokens& tokens) {
  tokens.go_to(text.data());
  if (tokens.empty()) tokens = tokenizer_.tokens_of(text);
  const DecodeContext context{text, line, &task.file, &task.diagnostics};
  if (Entry* entry = quick_decoder_.decode(context, tokens)) {
    task.receive(std::move(*entry));
    return std::nullopt;
  }
  if (auto refusal = find_refusal(parser_, text)) return refusal;
  decoder_.decode(context, task.consequences, task.receive);
  return std::nullopt;
}

}  // namespace ssi
