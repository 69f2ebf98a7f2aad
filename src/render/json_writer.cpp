#include "render/json_writer.hpp"

#include "base/json_text.hpp"

namespace ssi {
void JsonWriter::add(const FieldPlace& field, const Value& value) {
  if (field.is_absent) return write_absent(field);
  start(field.name);
  const std::string_view text = value.text();
  switch (value.type()) {
    case Value::Type::text:
      out_ += json_string(text);
      break;
    case Value::Type::word:
    case Value::Type::day:
      out_ += '"';
      out_ += text;
      out_ += '"';
      break;
    default:
      out_ += text;
  }
}

bool JsonWriter::open(const FieldPlace& field, char bracket) {
  if (field.is_absent) {
    write_absent(field);
    return false;
  }
  start(field.name);
  out_ += bracket;
  ++level_;
  first_ = true;
  return true;
}

void JsonWriter::close(char bracket) {
  --level_;
  if (indented_ && !first_) new_line();
  out_ += bracket;
  first_ = false;
}

void JsonWriter::write_absent(const FieldPlace& field) {
  if (field.rule->may_be_left_out) return;
  start(field.name);
  out_ += "null";
}

void JsonWriter::start(std::string_view name) {
  if (!first_) out_ += ',';
  if (indented_ && level_ > 0) new_line();
  first_ = false;
  if (name.empty()) return;
  out_ += '"';
  out_ += name;
  out_ += indented_ ? "\": " : "\":";
}

void JsonWriter::new_line() {
  out_.append(1, '\n').append(static_cast<std::size_t>(level_) * 2, ' ');
}

}  // namespace ssi
