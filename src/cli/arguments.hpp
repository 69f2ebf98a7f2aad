#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/options.hpp"

namespace ssi {

/// What was typed behind a command. An option that the command does not have is not given.
class Arguments {
 public:
  /// The values of each option that was given or has a default; of a flag none.
  using Values = std::map<std::string_view, std::vector<std::string>>;

  explicit Arguments(Values values) : values_{std::move(values)} {}

  /// Whether an option was given or has a default.
  [[nodiscard]] bool has(OptionName name) const { return values_.contains(name.text); }
  /// All values of an option, in their order.
  [[nodiscard]] std::vector<std::string> values(OptionName name) const {
    const auto found = values_.find(name.text);
    return found == values_.end() ? std::vector<std::string>{} : found->second;
  }
  /// The value that counts: the last one given, else the default; nothing where there is neither.
  [[nodiscard]] std::optional<std::string> value(OptionName name) const {
    return value_of(name.text);
  }
  /// The same of an option that was made at run time.
  [[nodiscard]] std::optional<std::string> value_of(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::nullopt : std::optional{found->second.back()};
  }

 private:
  Values values_;
};

}  // namespace ssi
