#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>

#include <ssi/points.hpp>

namespace ssi {

/// Writes JSON key by key, so that numbers keep their two decimals and keys their order.
class JsonWriter {
 public:
  /// `indented`: two spaces a level, starting at `level`; else all on one line.
  explicit JsonWriter(std::string& out, bool indented, int level = 0)
      : out_{out}, indented_{indented}, level_{level} {}

  /// Goes on after a key that is written already.
  void key_is_written() { after_key_ = true; }
  void open(char bracket);
  void close(char bracket);
  void key(std::string_view key);
  /// `json` as it stands, in an array or after a key.
  void raw(std::string_view json);

  void text(std::string_view value);
  /// Text that needs no escape, such as an id.
  void plain(std::string_view value);
  void text_or_null(const std::optional<std::string>& value);
  void points(Points value) { raw(to_string(value)); }
  void points_or_null(std::optional<Points> value) { raw(value ? to_string(*value) : "null"); }
  /// A key and its whole number.
  void number(std::string_view name, std::integral auto value) {
    key(name);
    raw(std::to_string(value));
  }
  void boolean(bool value) { raw(value ? "true" : "false"); }

 private:
  void start_item();
  void new_line();

  std::string& out_;
  bool indented_;
  int level_;
  bool first_ = true;  // in the innermost object or array
  bool after_key_ = false;
};

}  // namespace ssi
