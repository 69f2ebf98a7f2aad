#include "log/decode.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "log/description.hpp"

namespace ssi {
namespace {

constexpr const char* received_too_much =
    "more than 2^62 reactions, comments and reshares received";
// Of an activity without a valid type only the fields that all activities share can be checked.
constexpr Shape untyped_shape = {{Field::at, Field::type}, FieldSet::all()};

// Reads the record that `o` has opened, and passes its day and itself to `take`. False if it
// is bad or of an unknown type. The latter only gets a warning, so that logs of newer programs can
// be read.
template <class Take>
bool read_record(ObjectReader& o, const RecordShapes& shapes, const Take& take) {
  std::string_view type_name;
  constexpr std::size_t unknown = record_types.size();
  const bool has_type = o.text(Field::type, type_name);
  const std::size_t type = type_index.find(type_name);
  if (has_type && type == unknown) {
    o.warn(Field::type, Code::unknown_type, [&] {
      return fmt::format("unknown activity type '{}', not counted{}", shortened(type_name),
                         suggestion(type_name, record_types));
    });
    return false;
  }
  o.check(type != unknown ? shapes[type] : untyped_shape);
  Day day{};
  o.read(Field::at, day);
  if (type == unknown) return false;
  read_record(type, o, [&](const auto& record) {
    if (o.ok()) take(day, record);
  });
  return o.ok();
}

Profile read_profile(ObjectReader& o) {
  Profile profile;
  read_fields(o, profile);
  return profile;
}

}  // namespace

void EntryDecoder::decode(const DecodeContext& context, Consequences consequences,
                          const Receive& receive) {
  context_ = context;
  context_.findings = &findings_;
  consequences_ = consequences;
  const std::string_view root = JsonCursor{context.text}.rest();
  if (holds_documents(root)) {
    read_documents(root, receive);
  } else if (read(root)) {
    receive(std::move(entry_));
  }
  context_.report_findings();
}

// Whether a value is a list of documents, and not of activities: its first element decides.
// Everything in the list is then checked as what that is.
bool EntryDecoder::holds_documents(std::string_view root) {
  if (!root.starts_with('[')) return false;
  JsonCursor cursor{root};
  cursor.take_token();
  return cursor.at('{') && top_.open({}, cursor.take_value(), consequences_.log) &&
         top_.has(Field::activities);
}

void EntryDecoder::read_documents(std::string_view list, const Receive& receive) {
  const Path path{};
  std::size_t index = 0;
  JsonCursor cursor{list};
  cursor.take_list([&] {
    const Path here{&path, {}, index++};
    if (!top_.open(here, cursor.take_value(), consequences_.log) || !read_document()) return;
    std::get<Document>(entry_).log.origin->pointer = here.pointer();
    receive(std::move(entry_));
  });
}

// Content alone decides: a list, unless it holds documents, is a bare array of activities; an
// object with `type` or `at`, but without `activities`, is a line; any other object is a document.
bool EntryDecoder::read(std::string_view root) {
  const Path path{};
  if (root.starts_with('[')) return read_bare_array(root);
  if (!top_.open(path, root, consequences_.log, "an object or a list")) return false;
  const bool is_line =
      !top_.has(Field::activities) && (top_.has(Field::type) || top_.has(Field::at));
  if (!is_line) return read_document();
  top_.set_severity(consequences_.activity);
  return top_.is_profile() ? read_profile_line() : read_record_line();
}

bool EntryDecoder::read_bare_array(std::string_view list) {
  MemberLog& log = entry_.emplace<Document>().log;
  log.origin = context_.origin();
  return read_activities({}, list, true, log);
}

bool EntryDecoder::read_document() {
  MemberLog& log = entry_.emplace<Document>().log;
  log.origin = context_.origin();
  top_.check(document_shape);
  Count version = 1;
  top_.read(Field::version, version);
  top_.read(Field::as_of, log.as_of);
  top_.read(Field::not_measured, log.not_measured);
  const auto list = top_.list(Field::activities);
  // All errors are worth a report, but a document that is skipped is reported once: what else is
  // wrong with it makes no difference any more.
  const bool goes_on = consequences_.log == Severity::error;
  bool ok = top_.ok();
  if (ok || goes_on) ok = read_member(log.member) && ok;
  if (ok || goes_on) ok = read_profile_object(log.timeline) && ok;
  if (!list || (!ok && !goes_on)) return false;
  return read_activities(top_.path_of(Field::activities), *list, !top_.has(Field::profile), log) &&
         ok;
}

bool EntryDecoder::read_member(Member& member) {
  if (!top_.has(Field::member)) return true;
  const Path path = top_.path_of(Field::member);
  if (!inner_.open(path, top_.value(Field::member), consequences_.log)) return false;
  inner_.check(shape_of<Member>());
  read_fields(inner_, member);
  return inner_.ok();
}

bool EntryDecoder::read_profile_object(Timeline& timeline) {
  if (!top_.has(Field::profile)) return true;
  const Path path = top_.path_of(Field::profile);
  if (!inner_.open(path, top_.value(Field::profile), consequences_.log)) return false;
  inner_.check(shape_of<Profile>());
  timeline.add(read_profile(inner_));
  return inner_.ok();
}

// False if one of the activities is an error. One that is skipped leaves the document good, unless
// the activities are all that is in it, and none of them is good: then nothing is left to score, as
// if they had been lines.
bool EntryDecoder::read_activities(const Path& path, std::string_view list, bool is_all,
                                   MemberLog& log) {
  bool ok = true;
  bool has_good = false;
  std::size_t index = 0;
  JsonCursor cursor{list};
  cursor.take_list([&] {
    const Path here{&path, {}, index++};
    if (!inner_.open(here, cursor.take_value(), consequences_.activity)) {
      ok = false;
      return;
    }
    (void)read_record(inner_, shapes_in_document, [&](Day day, const auto& record) {
      if (!add_record(log, day, record)) inner_.fail(here, Code::limit, received_too_much);
      has_good = has_good || inner_.ok();
    });
    ok = inner_.ok() && ok;
  });
  if (ok || consequences_.activity == Severity::error) return ok;
  const bool is_left = has_good || !is_all;
  if (!is_left && context_.diagnostics->count(consequences_.log)) {
    context_.add(consequences_.log, Code::empty, {path.pointer()},
                 "none of its activities can be read");
  }
  return is_left;
}

bool EntryDecoder::read_record_line() {
  std::optional<std::string> member;
  top_.read(Field::member, member);
  return read_record(top_, shapes_of_line, [&](Day day, const auto& record) {
    set_line(entry_, {.line = context_.first_line}, std::move(member), day, record);
  });
}

bool EntryDecoder::read_profile_line() {
  MemberLog& log = entry_.emplace<ProfileLine>().log;
  log.origin = context_.origin();
  top_.check(profile_line_shape);
  top_.read(Field::member, log.member.id);
  top_.read(Field::name, log.member.name);
  top_.read(Field::team, log.member.team);
  top_.read(Field::as_of, log.as_of);
  top_.read(Field::not_measured, log.not_measured);
  log.timeline.add(read_profile(top_));
  return top_.ok();
}

}  // namespace ssi
