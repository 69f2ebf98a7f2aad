#pragma once

#include <array>
#include <bitset>
#include <cstddef>
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
#include "log/tokens.hpp"

namespace ssi {

/// The fields of one JSON object. Their values are kept as they stand, and read once it is known
/// what the object is.
class QuickFields {
 public:
  /// Takes in the next object, forgetting the one before. Calls `take_part(field, tokens)` for a
  /// value that is an object or a list itself. False if that returns so, or a field is unknown or
  /// repeated.
  template <class TakePart>
  [[nodiscard]] bool take(Tokens& tokens, const TakePart& take_part);
  /// Takes in an object with no other in it.
  [[nodiscard]] bool take(Tokens& tokens);
  /// Takes in a list of words.
  [[nodiscard]] bool take_words(Field field, Tokens& tokens);

  [[nodiscard]] bool has(Field field) const { return present_.contains(field); }
  /// Reads a field into `target`, which stays as it is if there is none.
  template <class T>
  void read(Field field, T& target) {
    if (has(field)) ok_ = parse(field, target) && ok_;
  }
  /// Reads a field whose value `take_part` has taken in.
  void read_part(Field field) { ok_ = (!has(field) || is_part(field)) && ok_; }
  /// Whether the object fits `shape`, and all that was read of it is as it should be.
  [[nodiscard]] bool is_good(const Shape& shape) const {
    return ok_ && shape.allowed.contains_all(present_) && present_.contains_all(shape.required);
  }

 private:
  [[nodiscard]] std::string_view value(Field field) const {
    return values_[static_cast<std::size_t>(field)];
  }
  [[nodiscard]] bool is_part(Field field) const { return value(field).empty(); }
  [[nodiscard]] bool parse(Field field, Count& number) const;
  [[nodiscard]] bool parse(Field field, bool& flag) const;
  [[nodiscard]] bool parse(Field field, Day& day);
  [[nodiscard]] bool parse(Field field, std::string& text);
  [[nodiscard]] bool parse(Field field, std::size_t& word) const;
  template <class Enum>
  requires std::is_enum_v<Enum>
  [[nodiscard]] bool parse(Field field, Enum& target) const {
    std::size_t word = 0;
    const bool ok = parse(field, word);
    target = static_cast<Enum>(word);
    return ok;
  }
  template <std::size_t Size>
  [[nodiscard]] bool parse(Field field, std::bitset<Size>& words) const {
    words = words_[static_cast<std::size_t>(field)];
    return is_part(field);
  }
  template <class T>
  [[nodiscard]] bool parse(Field field, std::optional<T>& target) {
    return parse(field, target.emplace());
  }

  FieldSet present_{};
  bool ok_ = true;
  std::array<std::string_view, names_of<Field>.size()> values_{};  // empty for parts
  std::array<std::uint64_t, names_of<Field>.size()> words_{};      // of a list, a bit for each
  DayParser days_;
  simdjson::dom::parser strings_;  // of those with escapes
};

/// Decodes what is as it should be, and gives up on all else: an error, something to warn of, or
/// merely something rare. It goes through a text once and keeps little, for speed. The DOM, which
/// `EntryDecoder` reads, takes two more passes, but can be asked what is wrong and where. What this
/// accepts decodes to the same there.
class QuickDecoder {
 public:
  /// The entry that the text in `context` stands for; null if it gives up. The entry may be moved
  /// from, and lives until the next. `tokens` are those of the text, or of several one after the
  /// other of which it is the next: those up to its end are taken, if it does not give up.
  [[nodiscard]] Entry* decode(const DecodeContext& context, Tokens& tokens);

 private:
  [[nodiscard]] bool read_root(Tokens& tokens, const DecodeContext& context);
  [[nodiscard]] bool read_line(const DecodeContext& context);
  [[nodiscard]] bool read_member(Tokens& tokens, Member& member);
  [[nodiscard]] bool read_profile(Tokens& tokens, Timeline& timeline);
  [[nodiscard]] bool read_activities(Tokens& tokens, Timeline& timeline);

  QuickFields top_;    // of the document or line
  QuickFields inner_;  // of what stands in it
  Entry entry_{};
};

}  // namespace ssi
