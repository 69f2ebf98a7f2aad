#include "render/json_writer.hpp"

#include "base/json_text.hpp"
#include "page/value.hpp"
#include "render/inert.hpp"

namespace ssi {

void JsonWriter::open(char bracket) {
  start_item();
  out_ += bracket;
  ++level_;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  --level_;
  if (!first_) new_line();
  out_ += bracket;
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  start_item();
  out_ += '"';
  out_ += name;
  out_ += indented_ ? "\": " : "\":";
  after_key_ = true;
}

void JsonWriter::raw(std::string_view json) {
  start_item();
  out_ += json;
}

void JsonWriter::quoted(std::string_view text) {
  start_item();
  out_ += '"';
  out_ += text;
  out_ += '"';
}

void JsonWriter::write(std::string_view text) {
  const bool has_hashes = text.find("##") != text.npos;
  raw(has_hashes ? without_hashes(json_string(text)) : json_string(text));
}

void JsonWriter::write(const Ratio& ratio) {
  raw(number_of(ratio));
}

// Puts what must stand before a key or a value.
void JsonWriter::start_item() {
  if (!after_key_) {
    if (!first_) out_ += ',';
    if (level_ > 0) new_line();
  }
  first_ = false;
  after_key_ = false;
}

void JsonWriter::new_line() {
  if (indented_) out_.append(1, '\n').append(static_cast<std::size_t>(level_) * 2, ' ');
}

}  // namespace ssi
