#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <simdjson.h>

namespace ssi {

/// The tokens of a JSON text that are still to come: braces, brackets, colons and commas, and the
/// strings, numbers and words between them. The first byte of a token says which it is. Some empty
/// tokens follow the last, so that a reader need not check for the end at each step: an empty name
/// is not in any index, and there it stops. All functions are inlined, so that compilers can hold a
/// local `Tokens` in registers.
class Tokens {
 public:
  /// No tokens.
  Tokens() = default;
  /// The tokens of `text` whose offsets stand from `starts` up to `end`.
  Tokens(const char* text, const std::uint32_t* starts, const std::uint32_t* end)
      : text_{text}, next_{starts}, end_{end} {}

  /// Skips the tokens that start before `place`, such as those of a line that was given up.
  void go_to(const char* place) {
    while (next_ != end_ && text_ + *next_ < place) ++next_;
  }
  /// Whether the tokens taken so far end exactly at `place`: none of those left starts before it,
  /// and none of those taken, of which there must be one, starts behind it.
  [[nodiscard]] bool end_at(const char* place) const {
    return text_ + next_[-1] < place && text_ + *next_ >= place;
  }
  [[nodiscard]] bool empty() const { return next_ == end_; }
  /// Whether the next token starts with `c`.
  [[nodiscard]] bool is(char c) const { return text_[*next_] == c; }
  /// Takes the next token if it starts with `c`.
  [[nodiscard, gnu::always_inline]] bool skip(char c) {
    if (!is(c)) return false;
    ++next_;
    return true;
  }
  /// Takes the next token, whatever it is. It ends where the one after it starts, but for white
  /// space between them.
  [[gnu::always_inline]] std::string_view take() {
    const char* start = text_ + *next_++;
    const char* end = text_ + *next_;
    if (is_space(end[-1])) [[unlikely]]
      end = end_before_space(start, end);
    return {start, static_cast<std::size_t>(end - start)};
  }

 private:
  // Not inlined: few tokens have white space behind them, and the loop would cost all registers.
  [[gnu::noinline]] static const char* end_before_space(const char* start, const char* end) {
    while (end != start && is_space(end[-1])) --end;
    return end;
  }
  static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

  static constexpr std::uint32_t nothing = 0;

  const char* text_ = "";
  const std::uint32_t* next_ = &nothing;
  const std::uint32_t* end_ = next_;
};

/// Finds the tokens of a text by the first of simdjson's two stages, which looks at many bytes at a
/// time. This stage makes sure that the text is UTF-8, that strings are closed and that they hold
/// no control characters. Everything else, such as the order of the tokens, the reader has to
/// check.
class Tokenizer {
 public:
  /// The tokens of `text`, which must have simdjson's padding behind it; none if the checks above
  /// fail. They are valid until the next call.
  [[nodiscard]] Tokens tokens_of(std::string_view text) {
    // How many empty tokens follow the last. A reader takes fewer than this between two names or
    // words, and at the first empty one it stops.
    constexpr std::size_t behind = 8;
    const std::size_t wanted = text.size() + behind;
    if (wanted > parser_.capacity() && parser_.allocate(wanted) != simdjson::SUCCESS) return {};
    // simdjson does not promise this interface, but its own parsers have used it from the start.
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
