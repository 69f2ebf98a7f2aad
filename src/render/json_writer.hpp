#pragma once

#include <string>
#include <string_view>

#include "render/fields.hpp"

namespace ssi {

/// Writes objects as JSON.
class JsonWriter final : public Fields {
 public:
  /// `indented`: two spaces a level, starting at `level`; else all on one line.
  explicit JsonWriter(std::string& out, bool indented, int level = 0)
      : out_{out}, indented_{indented}, level_{level} {}

  /// An object that has no name, alone or in a list.
  template <class Describe>
  void item(const Describe& describe) {
    open({}, '{');
    describe(*this);
    close('}');
  }
  /// For an object or a list that is written in parts, by several writers.
  bool open(const FieldPlace& field, char bracket) override;
  void close(char bracket) override;
  void resume() { first_ = false; }

 private:
  void add(const FieldPlace& field, const Value& value) override;
  void write_absent(const FieldPlace& field);
  /// What stands before a value: a comma, a new line, its name.
  void start(std::string_view name);
  void new_line();

  std::string& out_;
  bool indented_;
  int level_;
  bool first_ = true;  // in the innermost object or list
};

/// Writes a document, or a line, of what `describe` names.
template <class Describe>
void write_json(std::string& out, const Describe& describe) {
  JsonWriter{out, true}.item(describe);
  out += '\n';
}
template <class Describe>
void write_json_line(std::string& out, const Describe& describe) {
  JsonWriter{out, false}.item(describe);
  out += '\n';
}

}  // namespace ssi
