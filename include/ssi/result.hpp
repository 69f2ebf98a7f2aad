#pragma once

#include <utility>
#include <variant>
#include <vector>

#include <ssi/diagnostic.hpp>

namespace ssi {

/// A `T`, or the reasons why there is none (at least one). The members are named as those of
/// C++23's `std::expected`, which can replace it one day. Both conversions are implicit, so that a
/// function can return either.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_{std::move(value)} {}                        // NOLINT(*-explicit-*)
  Result(std::vector<Diagnostic> error) : state_{std::move(error)} {}  // NOLINT(*-explicit-*)

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  [[nodiscard]] T& value() { return std::get<0>(state_); }
  [[nodiscard]] const T& value() const { return std::get<0>(state_); }
  [[nodiscard]] const std::vector<Diagnostic>& error() const { return std::get<1>(state_); }
  T& operator*() { return value(); }
  T* operator->() { return &value(); }

 private:
  std::variant<T, std::vector<Diagnostic>> state_;
};

}  // namespace ssi
