#pragma once

#include <string>
#include <string_view>

#include "render/fields.hpp"

namespace ssi {

/// How JSON is laid out: all of it on a line, or with two spaces a level.
enum class Layout { line, indented };

/// Writes described objects as JSON, straight into a string and without a tree of values: a cohort
/// may have millions of lines.
class JsonWriter final : public Fields {
 public:
  /// Starts at `level` of indentation.
  explicit JsonWriter(std::string& out, Layout layout, int level = 0)
      : out_{out}, indented_{layout == Layout::indented}, level_{level} {}

  /// An object without a name: a document, or an item of a list.
  template <class Describe>
  void item(const Describe& describe) {
    open({}, '{');
    describe(*this);
    close('}');
  }
  /// For a document that is written in parts by several writers, such as one with a list of
  /// members: one writer opens it, another closes it.
  bool open(const FieldPlace& field, char bracket) override;
  void close(char bracket) override;
  /// Goes on with an object or a list that already has something in it.
  void resume() { first_ = false; }

 private:
  void add(const FieldPlace& field, const Value& value) override;
  void write_absent(const FieldPlace& field);
  /// Writes what stands before a value: a comma, a new line, its name.
  void start(std::string_view name);
  void new_line();

  std::string& out_;
  bool indented_;
  int level_;
  bool first_ = true;  // nothing is in the innermost object or list yet
};

/// Writes what `describe` names as an indented document, or on one line, ending in a newline.
template <class Describe>
void write_json(std::string& out, const Describe& describe) {
  JsonWriter{out, Layout::indented}.item(describe);
  out += '\n';
}
template <class Describe>
void write_json_line(std::string& out, const Describe& describe) {
  JsonWriter{out, Layout::line}.item(describe);
  out += '\n';
}

}  // namespace ssi
