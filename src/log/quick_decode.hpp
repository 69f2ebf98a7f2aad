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

/// The fields of one JSON object. Their values are kept as text and parsed later: what a field may
/// hold depends on the object's `type`, which may come last.
class QuickFields {
 public:
  /// Takes in the next object and forgets the one before. Calls `take_part(field, tokens)` for a
  /// value that is an object or a list. False if that returns false, or if a field is unknown or
  /// repeated.
  template <class TakePart>
  [[nodiscard, gnu::always_inline]] inline bool take(Tokens& tokens, const TakePart& take_part);
  /// Takes in an object without objects or lists in it; false if there are any.
  [[nodiscard, gnu::always_inline]] inline bool take(Tokens& tokens);
  /// Takes in a list of words, to be read as a set.
  [[nodiscard]] bool take_words(Field field, Tokens& tokens);

  [[nodiscard]] bool has(Field field) const { return present_.contains(field); }
  /// Reads a field into `target`, which stays as it is if the field is absent.
  template <class T>
  [[gnu::always_inline]] void read(Field field, T& target) {
    if (has(field)) ok_ = parse(field, target) && ok_;
  }
  /// Checks that a field that must be an object or a list was one, and so went to `take_part`.
  void read_part(Field field) { ok_ = (!has(field) || is_part(field)) && ok_; }
  /// Whether the object fits `shape`, and all that was read of it was right.
  [[nodiscard, gnu::always_inline]] bool is_good(const Shape& shape) const {
    return ok_ && shape.allowed.contains_all(present_) && present_.contains_all(shape.required) &&
           (shape.one_of.is_empty() || present_.overlaps(shape.one_of));
  }

 private:
  [[nodiscard]] std::string_view value(Field field) const {
    return values_[static_cast<std::size_t>(field)];
  }
  [[nodiscard]] bool is_part(Field field) const { return value(field).empty(); }
  [[nodiscard]] bool parse(Field field, Count& number) const;
  [[nodiscard]] bool parse(Field field, Thousandths& number) const;
  [[nodiscard]] bool parse(Field field, bool& flag) const;
  [[nodiscard]] bool parse(Field field, Day& day);
  [[nodiscard]] bool parse(Field field, std::string& text);
  [[nodiscard, gnu::always_inline]] inline bool parse(Field field, std::size_t& word) const;
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
  std::array<std::string_view, names_of<Field>.size()> values_{};  // empty for objects and lists
  std::array<std::uint64_t, names_of<Field>.size()> words_{};      // of a list, a bit for each word
  DayParser days_;
  simdjson::dom::parser strings_;  // for strings with escapes, which are rare
};

/// Decodes good input fast and gives up on anything else: an error, something to warn of, or merely
/// something rare. It goes through the tokens once and builds nothing else, which makes reading
/// much faster. EntryDecoder finds out what is wrong, and where. Invariant: whatever this accepts,
/// EntryDecoder decodes to the same entry without a diagnostic.
class QuickDecoder {
 public:
  /// The entry in the text of `context`; null if it gives up. The entry may be moved from, and
  /// lives until the next call. `tokens` start with those of the text, and may go on with those of
  /// the texts after it. The tokens of the text are taken unless it gives up.
  [[nodiscard]] Entry* decode(const DecodeContext& context, Tokens& tokens);

 private:
  [[nodiscard]] bool read_root(Tokens& tokens, const DecodeContext& context);
  [[nodiscard]] bool read_line(const DecodeContext& context);
  [[nodiscard]] bool read_member(Tokens& tokens, Member& member);
  [[nodiscard]] bool read_profile(Tokens& tokens, Timeline& timeline);
  [[nodiscard]] bool read_activities(Tokens& tokens, MemberLog& log);

  QuickFields top_;    // for the document or line
  QuickFields inner_;  // for the objects in it, one after the other
  Entry entry_{};
};

}  // namespace ssi
