#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <simdjson.h>

namespace ssi {

/// The tokens of a JSON text that are still to come: braces, brackets, colons and commas, and
/// strings, numbers and words between them. Each is told by its first byte. Some empty ones follow
/// the last, so that nobody has to ask at each step whether it was that: a reader stops at an empty
/// name. All is inlined, for a local one to be held in registers.
class Tokens {
 public:
  /// None.
  Tokens() = default;
  /// Those of `text` from `starts` on, up to the one at `end`.
  Tokens(const char* text, const std::uint32_t* starts, const std::uint32_t* end)
      : text_{text}, next_{starts}, end_{end} {}

  /// Leaves out what starts before `place`.
  void go_to(const char* place) {
    while (next_ != end_ && text_ + *next_ < place) ++next_;
  }
  /// Whether all before `place` were taken, one at the least, and none behind it.
  [[nodiscard]] bool end_at(const char* place) const {
    return text_ + next_[-1] < place && text_ + *next_ >= place;
  }
  [[nodiscard]] bool empty() const { return next_ == end_; }
  /// Whether the next token starts with `c`.
  [[nodiscard]] bool is(char c) const { return text_[*next_] == c; }
  /// Takes the next token if that starts with `c`.
  [[nodiscard, gnu::always_inline]] bool skip(char c) {
    if (!is(c)) return false;
    ++next_;
    return true;
  }
  /// Takes the next token, whatever it is; an empty one behind the last.
  [[gnu::always_inline]] std::string_view take() {
    const char* start = text_ + *next_++;
    const char* end = text_ + *next_;
    while (is_space(end[-1]) && end != start) --end;
    return {start, static_cast<std::size_t>(end - start)};
  }

 private:
  static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

  static constexpr std::uint32_t nothing = 0;

  const char* text_ = "";
  const std::uint32_t* next_ = &nothing;
  const std::uint32_t* end_ = next_;
};

/// Finds the tokens of a text by the first of the two stages in which simdjson parses, many bytes
/// at a time. It sees to it that the text is UTF-8, and that strings are closed and have no control
/// characters. All else is left to the reader, the order of the tokens first of all.
class Tokenizer {
 public:
  /// The tokens of `text`, none if it is not as said above. As many bytes as simdjson looks ahead
  /// may be read behind it. They last until the next.
  [[nodiscard]] Tokens tokens_of(std::string_view text) {
    // So many empty ones follow the last: more than stand between two names or words of a log,
    // which no empty one is.
    constexpr std::size_t behind = 8;
    const std::size_t wanted = text.size() + behind;
    if (wanted > parser_.capacity() && parser_.allocate(wanted) != simdjson::SUCCESS) return {};
    // simdjson does not promise this interface, but all of it has stood on it from the start.
    auto& stages = *parser_.implementation;
    const auto error = stages.stage1(reinterpret_cast<const std::uint8_t*>(text.data()),
                                     text.size(), simdjson::stage1_mode::regular);
    if (error != simdjson::SUCCESS) return {};
    std::uint32_t* starts = stages.structural_indexes.get();
    std::uint32_t* end = starts + stages.n_structural_indexes;
    std::fill_n(end, behind, static_cast<std::uint32_t>(text.size()));
    return {text.data(), starts, end};
  }

 private:
  simdjson::dom::parser parser_;
};

}  // namespace ssi
