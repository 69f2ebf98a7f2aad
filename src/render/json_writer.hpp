#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <ssi/report.hpp>

#include "log/encode.hpp"
#include "render/field.hpp"

namespace ssi {

/// Writes objects as JSON, field by field: see field.hpp.
class JsonWriter {
 public:
  /// `indented`: two spaces a level, starting at `level`; else all on one line.
  explicit JsonWriter(std::string& out, bool indented, int level = 0)
      : out_{out}, indented_{indented}, level_{level} {}

  template <class T>
  void field(std::string_view name, const T& value, const Rule& /*rule*/ = {}) {
    key(name);
    write(value);
  }
  template <class T>
  void field_if_any(std::string_view name, const std::optional<T>& value, const Rule& rule = {}) {
    if (value) field(name, *value, rule);
  }
  template <class Items>
  void values(std::string_view name, const Items& items, const Rule& /*rule*/ = {}) {
    key(name);
    open('[');
    for (const auto& item : items) write(item);
    close(']');
  }
  template <class Describe>
  void object(std::string_view name, const Describe& describe, const Rule& /*rule*/ = {}) {
    key(name);
    item(describe);
  }
  template <class T, class Describe>
  void object_or_null(std::string_view name, const std::optional<T>& value,
                      const Describe& describe, const Rule& /*rule*/ = {}) {
    key(name);
    if (!value) return raw("null");
    item([&](auto& out) { describe(out, *value); });
  }
  template <class T, class Describe>
  void object_if_any(std::string_view name, const std::optional<T>& value, const Describe& describe,
                     const Rule& rule = {}) {
    if (value) object_or_null(name, value, describe, rule);
  }
  template <class Items, class Describe>
  void list(std::string_view name, const Items& items, const Describe& describe,
            const Rule& /*rule*/ = {}) {
    open_list(name);
    for (const auto& each : items) {
      item([&](auto& out) { describe(out, each); });
    }
    close(']');
  }

  /// An object that has no name, alone or in a list.
  template <class Describe>
  void item(const Describe& describe) {
    open('{');
    describe(*this);
    close('}');
  }
  /// For an object or a list that is written in parts, by several writers.
  void open(char bracket);
  void open_list(std::string_view name) {
    key(name);
    open('[');
  }
  void resume() { first_ = false; }
  void close(char bracket);

 private:
  void key(std::string_view name);
  /// `json` as it stands, after a key.
  void raw(std::string_view json);
  void quoted(std::string_view text);
  void start_item();
  void new_line();

  void write(Word word) { quoted(word.text); }
  void write(std::string_view text);
  void write(Points points) { raw(to_string(points)); }
  void write(Day day) { quoted(to_string(day)); }
  void write(const Ratio& ratio);
  void write(const Action& action) { raw(encode(action)); }
  void write(const Activity& activity) { raw(encode(activity)); }
  // As it would stand in a log, without a day where none was named.
  void write(const Supposed& supposed) {
    raw(supposed.day ? encode(Activity{*supposed.day, supposed.action}) : encode(supposed.action));
  }
  template <class T>
  void write(const std::optional<T>& value) {
    if (value) {
      write(*value);
    } else {
      raw("null");
    }
  }
  template <class T>
  requires std::is_enum_v<T>
  void write(T value) { quoted(name(value)); }
  void write(std::same_as<bool> auto value) { raw(value ? "true" : "false"); }
  template <std::integral T>
  requires(!std::same_as<T, bool>) void write(T value) { raw(std::to_string(value)); }

  std::string& out_;
  bool indented_;
  int level_;
  bool first_ = true;  // in the innermost object or list
  bool after_key_ = false;
};

}  // namespace ssi
