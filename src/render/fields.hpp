#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include <ssi/report.hpp>

#include "log/encode.hpp"
#include "page/value.hpp"

// How reports are described to programs. Each object is described once: a function
// `describe(Fields&, object)` names its fields. From that description JsonWriter writes the values,
// SchemaWriter their schema, and CsvRow a row or its header, so that none of them can forget a
// field that another has.
namespace ssi {

/// What the schema says about a field beyond its type.
struct Rule {
  Points most = total_max;       ///< the maximum, for points
  bool may_be_less = false;      ///< points may be negative, down to -`most`
  std::int64_t least = 0;        ///< the minimum, for whole numbers
  std::size_t fewest = 0;        ///< the fewest items, for lists
  std::size_t most_items = 0;    ///< the most items, for lists; 0: any number
  bool may_be_left_out = false;  ///< an absent field is left out; without this it is null
  std::string_view about{};      ///< a sentence for the reader of the schema
};

inline constexpr Rule by_type{};
inline constexpr Rule of_pillar{.most = pillar_max};
inline constexpr Rule change_of_total{.may_be_less = true};
inline constexpr Rule change_of_pillar{.most = pillar_max, .may_be_less = true};

/// Text that needs no escape in JSON, such as a unit. Anything from a log is a plain string_view.
struct Word {
  std::string_view text{};
};

/// The value of a field: its text, ready to be written, and the type for the schema. Texts of a log
/// are referred to and not copied.
class Value {
 public:
  enum class Type { boolean, integer, number, points, day, word, text, activity };

  explicit Value(std::same_as<bool> auto value)
      : type_{Type::boolean}, shown_{value ? "true" : "false"} {}
  template <std::integral T>
  requires(!std::same_as<T, bool>) explicit Value(T number)
      : type_{Type::integer}, made_{std::to_string(number)} {}
  template <class T>
  requires std::is_enum_v<T>
  explicit Value(T value) : type_{Type::word}, shown_{name(value)}, choices_{names_of<T>} {}
  explicit Value(Word word) : type_{Type::word}, shown_{word.text} {}
  explicit Value(std::string_view text) : type_{Type::text}, shown_{text} {}
  explicit Value(const Ratio& value) : type_{Type::number}, made_{number_of(value)} {}
  explicit Value(Points points) : type_{Type::points}, made_{to_string(points)} {}
  explicit Value(Thousandths number) : type_{Type::number}, made_{to_string(number)} {}
  explicit Value(Day day) : type_{Type::day}, made_{to_string(day)} {}
  explicit Value(const Action& action) : type_{Type::activity}, made_{encode(action)} {}
  explicit Value(const Activity& activity) : type_{Type::activity}, made_{encode(activity)} {}
  /// As it would stand in a log, without a day if none was named.
  explicit Value(const Supposed& each)
      : type_{Type::activity},
        made_{each.day ? encode(Activity{*each.day, each.action}) : encode(each.action)} {}

  [[nodiscard]] Type type() const { return type_; }
  [[nodiscard]] std::string_view text() const { return made_.empty() ? shown_ : made_; }
  /// The words that it may be; empty if any text is allowed.
  [[nodiscard]] std::span<const std::string_view> choices() const { return choices_; }

 private:
  Type type_;
  std::string_view shown_{};  // the text, if it exists elsewhere
  std::string made_{};        // the text, if it had to be made
  std::span<const std::string_view> choices_{};
};

/// The field that a value is for.
struct FieldPlace {
  std::string_view name{};  ///< empty in a list
  const Rule* rule = &by_type;
  bool may_be_absent = false;  ///< the type is an optional
  bool is_absent = false;      ///< it has no value: the value given has only the right type
};

/// Describes an object by the overload of `describe` for its type. An object that is a function
/// describes itself.
struct ByType {
  template <class Out, class T>
  void operator()(Out& out, const T& object) const {
    if constexpr (std::invocable<const T&, Out&>) {
      object(out);
    } else {
      describe(out, object);
    }
  }
};

/// Takes an object field by field. A rule adds what the type does not say; a field whose value is
/// an optional may be absent. Virtual functions and not a template, so that each description is
/// compiled once.
class Fields {
 public:
  Fields() = default;
  virtual ~Fields() = default;
  Fields(const Fields&) = delete;
  Fields& operator=(const Fields&) = delete;

  /// A field with a single value.
  template <class T>
  void field(std::string_view name, const T& value, const Rule& rule = by_type) {
    const auto& [given, field] = taken(name, value, rule);
    add(field, Value{given});
  }
  /// A field with a list of values.
  template <class Items>
  void values(std::string_view name, const Items& items, const Rule& rule = by_type) {
    each(name, items, rule, [&](const auto& item) { add({}, Value{item}); });
  }
  /// A field with an object, whose fields `describe` names.
  template <class T, class Describe = ByType>
  void object(std::string_view name, const T& value, const Describe& describe = {},
              const Rule& rule = by_type) {
    const auto& [given, field] = taken(name, value, rule);
    put(field, given, describe);
  }
  /// A field with a list of such objects.
  template <class Items, class Describe = ByType>
  void list(std::string_view name, const Items& items, const Describe& describe = {},
            const Rule& rule = by_type) {
    each(name, items, rule, [&](const auto& item) { put({}, item, describe); });
  }

 private:
  virtual void add(const FieldPlace& field, const Value& value) = 0;
  /// Begins an object or a list. Returns whether its content is wanted.
  virtual bool open(const FieldPlace& field, char bracket) = 0;
  virtual void close(char bracket) = 0;
  /// Whether a list gets one item made by default instead of its own, to show the type of all.
  [[nodiscard]] virtual bool wants_types() const { return false; }

  template <class T>
  static std::pair<const T&, FieldPlace> taken(std::string_view name, const T& value,
                                               const Rule& rule) {
    return {value, {name, &rule}};
  }
  template <class T>
  static std::pair<const T&, FieldPlace> taken(std::string_view name, const std::optional<T>& value,
                                               const Rule& rule) {
    static const T by_default{};
    return {value ? *value : by_default, {name, &rule, true, !value}};
  }

  template <class T, class Describe>
  void put(const FieldPlace& field, const T& object, const Describe& describe) {
    if (!open(field, '{')) return;
    describe(*this, object);
    close('}');
  }

  template <class Items, class Put>
  void each(std::string_view name, const Items& items, Rule rule, const Put& put_item) {
    if constexpr (requires { std::tuple_size<Items>::value; }) {
      rule.fewest = rule.most_items = std::tuple_size_v<Items>;
    }
    (void)open({name, &rule}, '[');
    if (wants_types()) {
      put_item(std::ranges::range_value_t<Items>{});
    } else {
      for (const auto& item : items) put_item(item);
    }
    close(']');
  }
};

}  // namespace ssi
