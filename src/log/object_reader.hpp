#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <vector>

#include <simdjson.h>

#include <ssi/diagnostic.hpp>
#include <ssi/log.hpp>

#include "base/day_parser.hpp"
#include "base/json_cursor.hpp"
#include "base/json_place.hpp"
#include "base/name_index.hpp"
#include "log/description.hpp"

namespace ssi {

/// A diagnostic whose line and column are still to be found.
struct Finding {
  JsonPlace place;
  Diagnostic diagnostic;
};

/// The JSON text that is being decoded, and where to report what is wrong with it.
struct DecodeContext {
  std::string_view text{};
  std::uint64_t first_line = 1;  ///< the number of the text's first line in the log
  const std::string* file = nullptr;
  Diagnostics* diagnostics = nullptr;
  std::vector<Finding>* findings = nullptr;  ///< null in the quick decoder, which finds nothing

  [[nodiscard]] Origin origin() const { return {*file, {.line = first_line}}; }
  /// Keeps a diagnostic that `diagnostics` has counted and wants in full.
  void add(Severity severity, Code code, JsonPlace place, std::string message) const;
  /// Passes what was kept on to `diagnostics`, each with its line and column. At the end of a text
  /// and not at once, as finding one place takes as long as finding all of them.
  void report_findings() const;
};

/// The way from the top of a JSON text to a value in it: a linked list on the stack, which costs
/// nothing until something is wrong and a JSON Pointer is needed.
struct Path {
  const Path* parent = nullptr;
  std::string_view key{};
  std::optional<std::size_t> index{};

  [[nodiscard]] std::string pointer() const;
};

/// Reads the fields of one JSON object, checks them, and reports what is wrong. A field that is
/// absent or wrong leaves its target at its default; after a wrong one, `ok` is false.
class ObjectReader {
 public:
  explicit ObjectReader(const DecodeContext& context) : context_{context} {}

  /// Takes in the fields of `value`, a part of the text, and forgets those of the object before. Of
  /// equal keys the last counts. `path` must live as long as the object is read. `severity` is that
  /// of anything wrong with the object. False, and reported as not `wanted`, if `value` is not an
  /// object.
  bool open(const Path& path, std::string_view value, Severity severity,
            std::string_view wanted = "an object");
  /// The severity of what is found wrong from here on.
  void set_severity(Severity severity) { severity_ = severity; }
  /// Checks the object against its shape: a missing field is wrong, an unknown one gets a warning.
  void check(const Shape& shape) {
    const bool known = !odd_keys_ && shape.allowed.contains_all(present_);
    if (!known || !present_.contains_all(shape.required) || lacks_all(shape.one_of)) explain(shape);
  }
  /// Whether nothing that was read or checked so far was wrong.
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool has(Field field) const { return present_.contains(field); }
  /// The value of a field, as it stands in the text; `has` must be true for it.
  [[nodiscard]] std::string_view value(Field field) const {
    return values_[static_cast<std::size_t>(field)];
  }
  /// Whether it is a profile line, as far as its type says.
  [[nodiscard]] bool is_profile() {
    return has(Field::type) && value(Field::type).starts_with('"') &&
           scalars_.text(value(Field::type)) == profile_type;
  }
  [[nodiscard]] Path path_of(Field field) const { return {path_, ssi::name(field), {}}; }

  /// Sets `text` to the string in `field`, until another field is read. False if the field is
  /// absent, or, reported, not a string.
  [[nodiscard]] bool text(Field field, std::string_view& text) {
    return has(field) && text_of(path_of(field), value(field), text);
  }

  void read(Field field, Day& target);
  void read(Field field, Count& target) {
    if (!has(field)) return;
    const FieldRule& rule = rule_of(field);
    const std::string_view text = value(field);
    const char* const behind = text.data() + text.size();
    Count number = 0;
    const auto [end, error] = std::from_chars(text.data(), behind, number);
    if (error == std::errc{} && end == behind && number >= rule.least && number <= rule.most) {
      target = number;
    } else {
      read_odd_number(field, target);
    }
  }
  void read(Field field, Thousandths& target);
  void read(Field field, bool& target);
  void read(Field field, std::string& target);
  template <class Enum>
  requires std::is_enum_v<Enum>
  void read(Field field, Enum& target) {
    std::string_view text;
    if (!this->text(field, text)) return;
    const auto found = named<Enum>(text);
    if (!found) return fail_word(path_of(field), text, names_of<Enum>);
    target = *found;
  }
  template <class T>
  void read(Field field, std::optional<T>& target) {
    if (has(field)) read(field, target.emplace());
  }
  /// The words of a list, as a set.
  template <std::size_t Size>
  void read(Field field, std::bitset<Size>& target) {
    for_each_word(field, [&](std::size_t word) { target.set(word); });
  }
  /// The list in `field`. Nothing if the field is absent, or, reported, not a list.
  [[nodiscard]] std::optional<std::string_view> list(Field field);

  /// Reports the value at `path` as wrong.
  void fail(const Path& path, Code code, std::string message);
  /// Reports that a value is not what is wanted, such as "a string".
  void fail_type(const Path& path, std::string_view wanted, std::string_view value);
  /// Warns of a field without making the object wrong. `say` returns the message; it is called only
  /// if the warning is among the first of its file.
  template <class Say>
  void warn(Field field, Code code, const Say& say) const {
    if (!context_.diagnostics->count(Severity::warning)) return;
    context_.add(Severity::warning, code, {path_of(field).pointer()}, say());
  }

 private:
  [[nodiscard]] bool lacks_all(FieldSet one_of) const {
    return !one_of.is_empty() && !present_.overlaps(one_of);
  }
  [[nodiscard]] bool text_of(const Path& path, std::string_view value, std::string_view& text);
  void read_odd_number(Field field, Count& target);
  void for_each_word(Field field, const std::function<void(std::size_t word)>& receive);
  void fail_range(Field field);
  void fail_day(Field field, std::string_view text);
  void fail_word(const Path& path, std::string_view word, std::span<const std::string_view> words);
  void explain(const Shape& shape);
  void warn_of_keys(const Shape& shape);
  [[nodiscard]] std::size_t count_before(std::string_view token, const std::string& key);

  const DecodeContext& context_;
  Severity severity_{};
  const Path* path_ = nullptr;
  DayParser days_;
  JsonScalars scalars_;
  std::string_view object_;
  std::array<std::string_view, names_of<Field>.size()> values_{};
  FieldSet present_{};
  bool odd_keys_ = false;  // some key is unknown to the format, or repeated
  bool ok_ = true;
};

}  // namespace ssi
