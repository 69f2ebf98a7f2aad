// Writes logs by hand and not through nlohmann/json: an import has a hundred thousand activities,
// and the fields come from the same description that the reader goes by.

#include "log/encode.hpp"

#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/json_text.hpp"
#include "log/description.hpp"
#include "timeline/actions_of.hpp"

namespace ssi {
namespace {

std::string to_json(bool flag) {
  return flag ? "true" : "false";
}

std::string to_json(Count number) {
  return std::to_string(number);
}

std::string to_json(Thousandths number) {
  return to_string(number);
}

std::string to_json(std::string_view text) {
  return json_string(text);
}

template <class Enum>
requires std::is_enum_v<Enum> std::string to_json(Enum word) {
  return json_string(name(word));
}

template <std::size_t Size>
std::string to_json(const std::bitset<Size>& set) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < Size; ++i) {
    if (set.test(i))
      words.push_back(json_string(rule_of_type<std::bitset<Size>>.words->names()[i]));
  }
  return fmt::format("[{}]", fmt::join(words, ", "));
}

template <class T>
std::string to_json(const std::optional<T>& value) {
  return to_json(value.value());
}

// Calls `write` with each field of a described struct and its value as JSON. Fields at their
// default are left out, as the reader puts the default back.
template <class Struct, class Write>
void write_fields(const Struct& source, const Write& write) {
  const Struct plain{};
  for_each_field<Struct>([&](const auto& f) {
    const auto& value = source.*f.member;
    if (f.need == Need::required || value != plain.*f.member) write(f.field, to_json(value));
  });
}

// The type of a record and its fields: `search filters=3`.
template <class Record>
std::string words_of(std::string_view type, const Record& record) {
  std::string words{type};
  write_fields(record, [&](Field field, std::string json) {
    std::erase(json, '"');  // a record has no free text, so quotes are all there is to remove
    words += fmt::format(" {}={}", name(field), json);
  });
  return words;
}

class ObjectWriter {
 public:
  explicit ObjectWriter(std::string_view separator = ", ") : separator_{separator} {}

  void add(Field field, std::string_view json) {
    if (!out_.empty()) out_ += separator_;
    // Piece by piece: a format string for each field is measurable in an import.
    out_ += '"';
    out_ += name(field);
    out_ += "\": ";
    out_ += json;
  }
  template <class Struct>
  void add_fields(const Struct& source) {
    write_fields(source, [this](Field field, const std::string& json) { add(field, json); });
  }
  void add_record(const Action& action) {
    add(Field::type, to_json(activity_types[action.index()]));
    std::visit([this](const auto& a) { add_fields(a); }, action);
  }
  void add_record(const Reading& reading) {
    add(Field::type, to_json(reading_type));
    add_fields(reading);
  }
  // What stands between the braces.
  [[nodiscard]] const std::string& fields() const { return out_; }
  [[nodiscard]] std::string json() const { return "{" + out_ + "}"; }

 private:
  std::string_view separator_;
  std::string out_;
};

template <class Record>
std::string line_of(const std::optional<std::string>& member, std::string_view at,
                    const Record& record) {
  ObjectWriter line;
  if (member) line.add(Field::member, to_json(*member));
  line.add(Field::at, to_json(at));
  line.add_record(record);
  return line.json();
}

template <class Struct>
std::string encode_object(const Struct& source) {
  ObjectWriter object;
  object.add_fields(source);
  return object.json();
}

// All fields of a document except `activities`.
template <class Log>
ObjectWriter start_document(const Log& log, const Profile& profile, std::string_view separator) {
  ObjectWriter document{separator};
  document.add(Field::version, "1");
  if (log.member != Member{}) document.add(Field::member, encode_object(log.member));
  if (log.as_of) document.add(Field::as_of, to_json(to_string(*log.as_of)));
  if (profile != Profile{}) document.add(Field::profile, encode_object(profile));
  if (log.not_measured) document.add(Field::not_measured, to_json(log.not_measured));
  return document;
}

}  // namespace

std::string encode(const Action& action) {
  ObjectWriter object;
  object.add_record(action);
  return object.json();
}

std::string encode(const Activity& activity) {
  return encode_line(std::nullopt, to_string(activity.day), activity.action);
}

std::string encode_words(const Action& action) {
  return std::visit([&](const auto& a) { return words_of(activity_types[action.index()], a); },
                    action);
}

std::string encode_words(const Reading& reading) {
  return words_of(reading_type, reading);
}

std::string encode_line(const std::optional<std::string>& member, std::string_view at,
                        const Action& action) {
  return line_of(member, at, action);
}

std::string encode_line(const std::optional<std::string>& member, std::string_view at,
                        const Reading& reading) {
  return line_of(member, at, reading);
}

std::string encode(const MemberLog& log) {
  ObjectWriter document = start_document(log, log.timeline.profile(), ", ");
  std::vector<std::string> records;
  log.timeline.for_each_day([&](Day day, const DayRecord& record) {
    for (const Action& action : actions_of(record)) records.push_back(encode({day, action}));
  });
  for (const auto& [day, reading] : log.readings) {
    records.push_back(line_of(std::nullopt, to_string(day), reading));
  }
  document.add(Field::activities, fmt::format("[{}]", fmt::join(records, ", ")));
  return document.json();
}

std::string to_document(const ActivityLog& log) {
  ObjectWriter document = start_document(log, log.profile, ",\n  ");
  std::string activities;
  Day day{};
  std::string date = to_string(day);  // written once for all activities of a day
  for (const Activity& activity : log.activities) {
    if (day != activity.day) date = to_string(day = activity.day);
    activities += activities.empty() ? "\n    " : ",\n    ";
    activities += encode_line(std::nullopt, date, activity.action);
  }
  if (!activities.empty()) activities += "\n  ";
  document.add(Field::activities, fmt::format("[{}]", activities));
  return fmt::format("{{\n  {}\n}}\n", document.fields());
}

}  // namespace ssi
