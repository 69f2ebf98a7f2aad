#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <simdjson.h>

#include <ssi/log.hpp>

#include "base/day_parser.hpp"
#include "log/description.hpp"
#include "log/object_reader.hpp"

namespace ssi {

/// The fields of one JSON object that hold no other object, each checked by its own rule and kept
/// as a number: a word by its index, a list of words by a bit for each, a day by its count.
class QuickFields {
 public:
  void clear() { present_ = {}; }
  [[nodiscard]] bool has(Field field) const { return present_.contains(field); }
  [[nodiscard]] bool fits(const Shape& shape) const {
    return shape.allowed.contains_all(present_) && present_.contains_all(shape.required);
  }
  /// Notes that `field` is there. False if it was there already.
  [[nodiscard]] bool note(Field field);
  /// Takes in the value of a field that was noted. False if it is not as it should be.
  [[nodiscard]] bool take(Field field, simdjson::ondemand::value& value, std::string_view token);

  template <class T>
  requires std::is_arithmetic_v<T> || std::is_enum_v<T>
  void read(Field field, T& target) const {
    if (has(field)) target = static_cast<T>(number(field));
  }
  void read(Field field, Day& target) const {
    if (has(field)) target = Day{std::chrono::days{static_cast<int>(number(field))}};
  }
  template <std::size_t Size>
  void read(Field field, std::bitset<Size>& target) const {
    if (has(field)) target = static_cast<std::uint64_t>(number(field));
  }
  void read(Field field, std::string& target) const {
    if (has(field)) target = texts_[static_cast<std::size_t>(field)];
  }
  template <class T>
  void read(Field field, std::optional<T>& target) const {
    if (has(field)) read(field, target.emplace());
  }
  [[nodiscard]] Count number(Field field) const {
    return numbers_[static_cast<std::size_t>(field)];
  }

 private:
  [[nodiscard]] bool take_day(Kind kind, std::string_view text, Count& number);

  FieldSet present_{};
  DayParser days_;
  std::array<Count, names_of<Field>.size()> numbers_{};
  std::array<std::string_view, names_of<Field>.size()> texts_{};
};

/// Decodes what is as it should be, and gives up on all else: an error, something to warn of, or
/// merely something rare. It goes through a text once and keeps little, for speed. The DOM, which
/// `EntryDecoder` reads, takes two more passes, but can be asked what is wrong and where. What this
/// accepts decodes to the same there.
class QuickDecoder {
 public:
  /// The entry that the text in `context` stands for; null if it gives up. The entry may be moved
  /// from, and lives until the next. As many bytes as simdjson looks ahead may be read behind the
  /// text.
  [[nodiscard]] Entry* decode(const DecodeContext& context);

 private:
  [[nodiscard]] bool read_root(simdjson::ondemand::object&& root, const DecodeContext& context);
  [[nodiscard]] bool read_line(const DecodeContext& context);
  [[nodiscard]] bool read_part(Field field, simdjson::ondemand::value& value, MemberLog& log);
  [[nodiscard]] bool read_member(simdjson::ondemand::object object, Member& member);
  [[nodiscard]] bool read_profile(simdjson::ondemand::object object, Timeline& timeline);
  [[nodiscard]] bool read_activities(simdjson::ondemand::array list, Timeline& timeline);

  simdjson::ondemand::parser parser_;
  QuickFields top_;    // of the document or line
  QuickFields inner_;  // of what stands in it
  Entry entry_{};
};

}  // namespace ssi
