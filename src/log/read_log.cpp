#include <algorithm>
#include <istream>

#include <simdjson.h>

#include <ssi/log.hpp>

#include "log/block_reader.hpp"
#include "log/decode.hpp"
#include "log/locate.hpp"
#include "log/syntax_error.hpp"

namespace ssi {
namespace {

constexpr std::string_view white_space = " \t\r\n";

bool is_blank(std::string_view text) {
  return text.find_first_not_of(white_space) == std::string_view::npos;
}

void skip_byte_order_mark(std::string_view& text) {
  constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
  if (text.starts_with(utf8_mark)) text.remove_prefix(utf8_mark.size());
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    throw ReadError{Code::syntax, "UTF-16 text; save it as UTF-8"};
  }
}

// What is left of a block.
struct Rest {
  std::string_view text{};
  std::uint64_t line = 1;

  // The line comes without its end, so that what is cut short is so at the end of its own line.
  std::string_view take_line() {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view taken = text.substr(0, end);
    if (taken.ends_with('\r')) taken.remove_suffix(1);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line;
    return taken;
  }
};

class LogReader {
 public:
  LogReader(std::istream& in, const std::string& file, Strictness strictness,
            Diagnostics& diagnostics, const std::function<void(Entry&&)>& receive)
      : blocks_{in},
        file_{file},
        strictness_{strictness},
        diagnostics_{diagnostics},
        receive_{receive} {
    // A lack of memory shows again, and is told of, when the first text is parsed.
    [[maybe_unused]] const auto error = parser_.allocate(0, depth_limit);
  }

  void read() try {
    Rest rest = find_start();
    if (rest.text.empty()) {
      say(Code::empty, "no JSON in it; the smallest log is {\"activities\": []}");
      return;
    }
    const Rest start = rest;
    const std::string_view first = rest.take_line();
    simdjson::dom::element root;
    if (parse(first).get(root) == simdjson::SUCCESS) {
      decode(first, start.line, root, line_consequences());
      read_lines(rest);
    } else {
      read_whole(start);
    }
  } catch (const ReadError& error) {
    say(error.code, error.what());
  }

 private:
  void say(Code code, std::string message) {
    diagnostics_.report({.code = code, .file = file_, .message = std::move(message)});
  }

  Severity if_bad() const {
    return strictness_ == Strictness::strict ? Severity::error : Severity::skipped;
  }
  Consequences line_consequences() const { return {.activity = if_bad(), .entry = if_bad()}; }

  // The first block with something in it, from its first line that is not blank.
  Rest find_start() {
    Rest rest{blocks_.next()};
    skip_byte_order_mark(rest.text);
    while (!rest.text.empty()) {
      const Rest here = rest;
      if (!is_blank(rest.take_line())) return here;
      if (rest.text.empty()) rest.text = blocks_.next();
    }
    return rest;
  }

  simdjson::simdjson_result<simdjson::dom::element> parse(std::string_view text) {
    return parser_.parse(text.data(), text.size(), false);
  }

  // Reads `rest` and all that follows as one value over several lines, or else as JSON Lines whose
  // first line is broken.
  void read_whole(Rest rest) {
    rest.text = blocks_.rest(rest.text.size());
    simdjson::dom::element root;
    const auto error = parse(rest.text).get(root);
    const Consequences consequences{.activity = if_bad(), .entry = Severity::error};
    if (error == simdjson::SUCCESS) {
      decode(rest.text, rest.line, root, consequences);
    } else if (has_second_object(rest)) {
      read_lines(rest);
    } else {
      report_unreadable(rest.text, rest.line, error, consequences.entry);
    }
  }

  // Whether the second line is an object by itself, and not the first of a list.
  bool has_second_object(Rest rest) {
    const std::string_view first = rest.take_line();
    if (first.find_last_not_of(white_space) == first.rfind('[')) return false;
    std::string_view second;
    while (!rest.text.empty() && is_blank(second)) second = rest.take_line();
    return second.starts_with('{') && parse(second).error() == simdjson::SUCCESS;
  }

  void read_lines(Rest rest) {
    while (true) {
      while (!rest.text.empty()) {
        const std::uint64_t line = rest.line;
        const std::string_view text = rest.take_line();
        if (!is_blank(text)) read_value(text, line, line_consequences());
      }
      rest.text = blocks_.next();
      if (rest.text.empty()) return;
    }
  }

  void read_value(std::string_view text, std::uint64_t line, Consequences consequences) {
    simdjson::dom::element root;
    const auto error = parse(text).get(root);
    if (error == simdjson::SUCCESS) {
      decode(text, line, root, consequences);
    } else {
      report_unreadable(text, line, error, consequences.entry);
    }
  }

  void decode(std::string_view text, std::uint64_t line, simdjson::dom::element root,
              Consequences consequences) {
    Entry* entry = decoder_.decode(text, line, root, consequences);
    if (entry != nullptr) receive_(std::move(*entry));
  }

  void report_unreadable(std::string_view text, std::uint64_t line, simdjson::error_code error,
                         Severity severity) {
    if (!diagnostics_.count(severity)) return;
    Diagnostic d{.severity = severity, .code = Code::syntax, .file = file_};
    if (const auto broken = find_syntax_error(text)) {
      d.position = position_at(text, broken->offset, line);
      d.message = broken->message;
    } else if (const auto excess = find_excess(text)) {
      d.code = Code::limit;
      d.position = position_at(text, excess->offset, line);
      d.pointer = excess->pointer;
      d.message = excess->message;
    } else {
      d.code = Code::limit;
      d.position = Position{line, 1};
      d.message = simdjson::error_message(error);
    }
    diagnostics_.add(std::move(d));
  }

  BlockReader blocks_;
  const std::string& file_;
  Strictness strictness_;
  Diagnostics& diagnostics_;
  const std::function<void(Entry&&)>& receive_;
  simdjson::dom::parser parser_;
  EntryDecoder decoder_{file_, diagnostics_};
};

}  // namespace

void read_log(std::istream& in, const std::string& file, Strictness strictness,
              Diagnostics& diagnostics, const std::function<void(Entry&&)>& receive) {
  LogReader{in, file, strictness, diagnostics, receive}.read();
}

}  // namespace ssi
