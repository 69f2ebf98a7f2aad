// A model file is written by hand, so all of its errors are reported at once, each with its place.
// nlohmann/json reads it: a model is small, and speed makes no difference here.

#include <algorithm>
#include <cmath>
#include <cstdint>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sha2.h>

#include <ssi/model.hpp>

#include "base/json_error.hpp"
#include "base/json_place.hpp"
#include "base/name_index.hpp"
#include "base/text.hpp"
#include "score/model_limits.hpp"
#include "signals/catalog.hpp"

namespace ssi {
namespace {

using nlohmann::json;

// `number` in units of 1 / `scale`. Nothing if it is not a whole number of units from 0 to `most`.
std::optional<std::int64_t> in_units(const json& number, std::int64_t scale, std::int64_t most) {
  if (!number.is_number()) return std::nullopt;
  const double units = number.get<double>() * static_cast<double>(scale);
  const double whole = std::round(units);
  // Few decimals are exact as a double: 4.35 * 100 is not quite 435. The nearest whole number of
  // units is the one that was written.
  const double tolerance = scale == 1 ? 0 : 1e-6;
  if (std::abs(units - whole) > tolerance || whole < 0 || whole > static_cast<double>(most))
    return {};
  return static_cast<std::int64_t>(whole);
}

// Reads a model and gathers what is wrong with it. After an error it goes on with values that do
// not cause further ones; the model is used only if there was none.
class ModelReader {
 public:
  ModelReader(std::string_view text, const std::string& file)
      : file_{file}, padded_{std::string{text} + std::string(json_padding, '\0')}, text_{padded_} {
    text_.remove_suffix(json_padding);
  }

  Result<Model> read() {
    if (const auto error = find_syntax_error(text_)) {
      fail(error->offset, "", error->message);
      return errors();
    }
    const json root = json::parse(text_, nullptr, false);
    if (const auto excess = find_excess(text_); root.is_discarded() && excess) {
      fail(excess->offset, excess->pointer, excess->message);
      return errors();
    }
    refuse_repeated_keys();
    if (error_count() > 0) return errors();
    read_model(root);
    if (error_count() > 0) return errors();
    model_.sha256 = sha256(text_);
    return model_;
  }

 private:
  static std::string sha256(std::string_view text) {
    std::array<char, SHA256_DIGEST_STRING_LENGTH> hex{};
    SHA256Data(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), hex.data());
    return hex.data();
  }

  // nlohmann/json would silently keep the last of equal keys. Its callback for each key is no way
  // out: with one, it walks through all of a list for each object in it.
  void refuse_repeated_keys() {
    for (const auto& [key, offset] : repeated_keys(text_)) {
      fail(offset, "", fmt::format("the key '{}' appears twice in one object", key));
    }
  }

  [[nodiscard]] std::uint64_t error_count() const { return diagnostics_.total(Severity::error); }

  // In the order of their places.
  [[nodiscard]] std::vector<Diagnostic> errors() {
    diagnostics_.end_file(file_);
    return diagnostics_.list();
  }

  void add(std::size_t offset, const std::string& pointer, std::string message) {
    diagnostics_.add({.code = Code::bad_model,
                      .file = file_,
                      .position = position_at(text_, offset, 1),
                      .pointer = pointer,
                      .message = std::move(message)});
  }

  void fail(std::size_t offset, const std::string& pointer, std::string message) {
    if (diagnostics_.count(Severity::error)) add(offset, pointer, std::move(message));
  }

  // Looks for the place only if the error is reported in full, as that takes as long as reading the
  // model.
  void fail(const std::string& pointer, std::string message, Part part = Part::value) {
    if (!diagnostics_.count(Severity::error)) return;
    const JsonPlace place{pointer, part};
    add(locate(text_, {&place, 1}).front(), pointer, std::move(message));
  }

  // Whether `object` is an object that has no keys but these.
  bool knows_keys(const json& object, const std::string& at,
                  std::span<const std::string_view> keys) {
    if (!object.is_object()) {
      fail(at, "must be an object");
      return false;
    }
    bool ok = true;
    for (const auto& [key, value] : object.items()) {
      if (std::ranges::find(keys, key) != keys.end()) continue;
      fail(at + '/' + pointer_token(key), "unknown field" + suggestion(key, keys), Part::key);
      ok = false;
    }
    return ok;
  }

  // Whether `object` is an object that has all of `keys`, may have the `optional` ones, and has no
  // others.
  bool has_keys(const json& object, const std::string& at, std::span<const std::string_view> keys,
                std::span<const std::string_view> optional = {}) {
    std::vector<std::string_view> known(keys.begin(), keys.end());
    known.insert(known.end(), optional.begin(), optional.end());
    bool ok = knows_keys(object, at, known);
    if (!object.is_object()) return false;
    for (const std::string_view key : keys) {
      if (object.contains(key)) continue;
      fail(at, fmt::format("'{}' is missing", key));
      ok = false;
    }
    return ok;
  }

  void read_model(const json& root) {
    if (!has_keys(root, "", model_keys, optional_model_keys)) return;
    model_.name = read_name(root.at("name"), "/name");
    if (root.contains("source")) model_.source = read_name(root.at("source"), "/source");
    model_.window_days = static_cast<int>(
        read_number(root.at("window_days"), "/window_days", 1, 1, longest_window, "days"));
    model_.weak_below = read_points(root.at("weak_below"), "/weak_below", pillar_max);
    read_bands(root.at("bands"));
    read_signals(root.at("signals"));
    model_.effort = model_v1().effort;
    if (root.contains("effort")) read_effort(root.at("effort"));
    model_.ceilings = model_v1().ceilings;
    if (root.contains("ceilings")) read_ceilings(root.at("ceilings"));
  }

  void read_effort(const json& effort) {
    if (!knows_keys(effort, "/effort", names_of<Task>)) return;
    for (const auto& [task, minutes] : effort.items()) {
      model_.effort[static_cast<std::size_t>(*named<Task>(task))] =
          static_cast<int>(read_number(minutes, "/effort/" + task, 1, 1, longest_task, "minutes"));
    }
  }

  void read_ceilings(const json& ceilings) {
    if (!knows_keys(ceilings, "/ceilings", names_of<Capped>)) return;
    for (const auto& [what, ceiling] : ceilings.items()) {
      const std::string at = "/ceilings/" + what;
      if (!has_keys(ceiling, at, ceiling_keys)) continue;
      model_.ceilings[static_cast<std::size_t>(*named<Capped>(what))] = {
          .day = read_ceiling(ceiling, at, "day"), .week = read_ceiling(ceiling, at, "week")};
    }
  }

  int read_ceiling(const json& ceiling, const std::string& at, const char* key) {
    return static_cast<int>(
        read_number(ceiling.at(key), at + '/' + key, 1, 0, highest_ceiling, "times"));
  }

  std::string read_name(const json& value, const std::string& at) {
    if (value.is_string() && !value.get_ref<const std::string&>().empty()) return value;
    fail(at, "must be a string, and not empty");
    return {};
  }

  // A number from `least` to `most`; both, and the result, are in units of 1 / `scale`. For a wrong
  // number it returns `most`: a window that large rejects no target, and no second error follows.
  std::int64_t read_number(const json& value, const std::string& at, std::int64_t scale,
                           std::int64_t least, std::int64_t most, std::string_view unit) {
    const auto units = in_units(value, scale, most);
    if (units && *units >= least) return *units;
    const auto shown = [&](std::int64_t n) {
      return static_cast<double>(n) / static_cast<double>(scale);
    };
    fail(at, fmt::format("must be a {}number of {} from {} to {}{}", scale == 1 ? "whole " : "",
                         unit, shown(least), shown(most),
                         scale == 1 ? "" : fmt::format(" in steps of {}", shown(1))));
    return most;
  }

  Points read_points(const json& value, const std::string& at, Points most) {
    return {static_cast<std::int32_t>(read_number(value, at, 100, 0, most.hundredths, "points"))};
  }

  void read_bands(const json& bands) {
    if (!bands.is_array() || bands.empty())
      return fail("/bands", "must be a list of one band or more");
    for (std::size_t i = 0; i < bands.size(); ++i) {
      const std::string at = fmt::format("/bands/{}", i);
      if (!has_keys(bands[i], at, band_keys)) return;
      const std::uint64_t errors_before = error_count();
      const Band band{.name = read_name(bands[i].at("name"), at + "/name"),
                      .from = read_points(bands[i].at("from"), at + "/from", total_max)};
      if (i == 0 && band.from != Points{}) fail(at + "/from", "the first band must start at 0");
      const bool is_read = error_count() == errors_before;
      if (is_read && i > 0 && band.from <= model_.bands.back().from) {
        fail(at + "/from", "must be above the band before");
      }
      model_.bands.push_back(band);
    }
  }

  void read_signals(const json& signals) {
    if (!signals.is_array()) return fail("/signals", "must be a list of signals");
    const std::uint64_t errors_before = error_count();
    SignalSet named_already;
    for (std::size_t i = 0; i < signals.size(); ++i) {
      read_signal(signals[i], fmt::format("/signals/{}", i), named_already);
    }
    for (std::size_t i = 0; i < signal_count; ++i) {
      if (!named_already.test(i)) {
        fail("/signals", fmt::format("signal '{}' is missing", names_of<SignalId>[i]));
      }
    }
    if (error_count() == errors_before) check_sums();
  }

  void read_signal(const json& signal, const std::string& at, SignalSet& named_already) {
    if (!has_keys(signal, at, signal_keys)) return;
    const auto id = read_word<SignalId>(signal.at("id"), at + "/id");
    const auto curve = read_word<Curve>(signal.at("curve"), at + "/curve");
    // Nobody can be active on more days than the window has: such a target could never be met.
    const bool counts_days = id && info(*id).unit == "days";
    const std::int64_t target =
        read_number(signal.at("target"), at + "/target", target_scale, 1,
                    (counts_days ? model_.window_days : largest_target) * target_scale,
                    counts_days ? "days of the window" : "the signal's unit");
    const SignalRule rule{
        .points = read_points(signal.at("points"), at + "/points", pillar_max),
        .curve = curve.value_or(Curve::linear),
        .target = {.numerator = static_cast<Wide>(target), .denominator = target_scale}};
    if (!id) return;
    const auto index = static_cast<std::size_t>(*id);
    if (named_already.test(index))
      fail(at + "/id", fmt::format("signal '{}' is named twice", name(*id)));
    named_already.set(index);
    model_.signals[index] = rule;
  }

  template <class Enum>
  std::optional<Enum> read_word(const json& value, const std::string& at) {
    if (!value.is_string()) {
      fail(at, "must be a string");
      return std::nullopt;
    }
    const auto& word = value.get_ref<const std::string&>();
    const auto found = named<Enum>(word);
    if (!found) fail(at, not_one_of(word, names_of<Enum>));
    return found;
  }

  // Only after all signals are right: with one missing, a wrong sum is no news.
  void check_sums() {
    std::array<Points, pillar_count> sums{};
    for (std::size_t i = 0; i < signal_count; ++i) {
      sums[static_cast<std::size_t>(pillar_of(static_cast<SignalId>(i)))] +=
          model_.signals[i].points;
    }
    for (std::size_t pillar = 0; pillar < pillar_count; ++pillar) {
      const Points sum = sums[pillar];
      if (sum == pillar_max) continue;
      fail("/signals",
           fmt::format("the points of pillar '{}' sum to {}, not to {}", names_of<PillarId>[pillar],
                       to_string(sum), to_string(pillar_max)));
    }
  }

  const std::string& file_;
  std::string padded_;     // the text and the padding that finding places needs
  std::string_view text_;  // the text in `padded_`
  Model model_{};
  Diagnostics diagnostics_;
};

}  // namespace

Result<Model> parse_model(std::string_view json, const std::string& file) {
  return ModelReader{json, file}.read();
}

}  // namespace ssi
