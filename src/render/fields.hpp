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

// How reports are described to programs, each object once: a function `describe(Fields&, object)`
// names its fields. What becomes of them is up to the `Fields`: `JsonWriter` writes their values,
// `SchemaWriter` what may be in them, `CsvRow` a row or its header.
namespace ssi {

/// What a schema says of a field beyond its type.
struct Rule {
  Points most = total_max;       ///< of points
  bool may_be_less = false;      ///< than 0
  std::int64_t least = 0;        ///< of whole numbers
  std::size_t fewest = 0;        ///< items of a list
  std::size_t most_items = 0;    ///< 0: any number
  bool may_be_left_out = false;  ///< where it is absent; else null stands for it
  std::string_view about{};      ///< a sentence
};

inline constexpr Rule by_type{};
inline constexpr Rule of_pillar{.most = pillar_max};
inline constexpr Rule change_of_total{.may_be_less = true};
inline constexpr Rule change_of_pillar{.most = pillar_max, .may_be_less = true};

/// Text that needs no escape in JSON, such as a unit.
struct Word {
  std::string_view text{};
};

/// What a field holds: its text, and what that is.
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
  explicit Value(Day day) : type_{Type::day}, made_{to_string(day)} {}
  explicit Value(const Action& action) : type_{Type::activity}, made_{encode(action)} {}
  explicit Value(const Activity& activity) : type_{Type::activity}, made_{encode(activity)} {}
  /// As it would stand in a log, without a day where none was named.
  explicit Value(const Supposed& each)
      : type_{Type::activity},
        made_{each.day ? encode(Activity{*each.day, each.action}) : encode(each.action)} {}

  [[nodiscard]] Type type() const { return type_; }
  [[nodiscard]] std::string_view text() const { return made_.empty() ? shown_ : made_; }
  /// The words that it may be; none: any.
  [[nodiscard]] std::span<const std::string_view> choices() const { return choices_; }

 private:
  Type type_;
  std::string_view shown_{};  // of what is a text already
  std::string made_{};
  std::span<const std::string_view> choices_{};
};

/// Where a value stands.
struct FieldPlace {
  std::string_view name{};  ///< none in a list
  const Rule* rule = &by_type;
  bool may_be_absent = false;  ///< then it is null, or left out if the rule says so
  bool is_absent = false;      ///< what is visited then has the right type, but no meaning
};

/// Describes an object by the `describe` for its type; one that is a function describes itself.
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

/// Takes an object field by field. Each may have a rule, where the type does not tell all; what is
/// optional may be absent.
class Fields {
 public:
  Fields() = default;
  virtual ~Fields() = default;
  Fields(const Fields&) = delete;
  Fields& operator=(const Fields&) = delete;

  /// A value.
  template <class T>
  void field(std::string_view name, const T& value, const Rule& rule = by_type) {
    const auto& [given, field] = taken(name, value, rule);
    add(field, Value{given});
  }
  /// A list of values.
  template <class Items>
  void values(std::string_view name, const Items& items, const Rule& rule = by_type) {
    each(name, items, rule, [&](const auto& item) { add({}, Value{item}); });
  }
  /// An object of more fields, which `describe` names.
  template <class T, class Describe = ByType>
  void object(std::string_view name, const T& value, const Describe& describe = {},
              const Rule& rule = by_type) {
    const auto& [given, field] = taken(name, value, rule);
    put(field, given, describe);
  }
  /// A list of such objects.
  template <class Items, class Describe = ByType>
  void list(std::string_view name, const Items& items, const Describe& describe = {},
            const Rule& rule = by_type) {
    each(name, items, rule, [&](const auto& item) { put({}, item, describe); });
  }

 private:
  virtual void add(const FieldPlace& field, const Value& value) = 0;
  /// Begins an object or a list. Whether to go on with what is in it.
  virtual bool open(const FieldPlace& field, char bracket) = 0;
  virtual void close(char bracket) = 0;
  /// Whether a list has one item made by default, which stands for the type of all.
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
