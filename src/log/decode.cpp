#include "log/decode.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace ssi {
namespace {

namespace dom = simdjson::dom;

// Each reads the fields of an activity into `action`, in place: this runs once for every activity
// of a log, and a copy of what has just been written is slow. What a log leaves out has the value
// that the action is made with.

template <class Counted>
void read_counted(ObjectReader& o, Action& action) {
  o.read(Field::count, action.emplace<Counted>().count);
}

void read_profile_edit(ObjectReader& o, Action& action) {
  auto& edit = action.emplace<ProfileEdit>();
  o.read(Field::section, edit.section);
  o.read(Field::action, edit.action);
  o.read(Field::entries, edit.entries);
}

void read_search(ObjectReader& o, Action& action) {
  auto& search = action.emplace<Search>();
  o.read(Field::scope, search.scope);
  o.read(Field::filters, search.filters);
  o.read(Field::count, search.count);
}

void read_share(ObjectReader& o, Action& action) {
  auto& share = action.emplace<Share>();
  o.read(Field::kind, share.kind);
  o.read(Field::reactions, share.reactions);
  o.read(Field::comments, share.comments);
  o.read(Field::reshares, share.reshares);
}

void read_message(ObjectReader& o, Action& action) {
  auto& message = action.emplace<Message>();
  o.read(Field::replied, message.replied);
  o.read(Field::count, message.count);
}

void read_connection(ObjectReader& o, Action& action) {
  auto& connection = action.emplace<Connection>();
  o.read(Field::direction, connection.direction);
  o.read(Field::status, connection.status);
  o.read(Field::seniority, connection.seniority);
  o.read(Field::coworker, connection.coworker);
}

// In the order of `activity_types`.
constexpr std::array<void (*)(ObjectReader&, Action&), activity_types.size()> read_action = {
    read_profile_edit, read_counted<Endorsement>, read_counted<Recommendation>,
    read_search,       read_counted<ProfileView>, read_counted<LeadSaved>,
    read_share,        read_counted<Comment>,     read_counted<Reaction>,
    read_message,      read_connection,
};

constexpr NameIndex type_index{activity_types};

using Shapes = std::array<Shape, activity_types.size()>;

constexpr Shapes shapes(Shape (*shape_of)(std::size_t)) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return Shapes{shape_of(I)...};
  }
  (std::make_index_sequence<activity_types.size()>{});
}

constexpr Shape untyped_shape = {{Field::at, Field::type}, FieldSet::all()};
constexpr Shapes in_document = shapes(document_activity_shape);
constexpr Shapes in_line = shapes(line_activity_shape);

// Reads the activity that `o` has opened. False if it is bad or of an unknown type.
bool read_activity(ObjectReader& o, const Shapes& shapes, Activity& activity) {
  std::string_view type_name;
  constexpr std::size_t unknown = activity_types.size();
  const bool has_type = o.text(Field::type, type_name);
  const std::size_t type = type_index.find(type_name).value_or(unknown);
  if (has_type && type == unknown) {
    o.warn(Field::type, Code::unknown_type, [&] {
      return fmt::format("unknown activity type '{}', not counted{}", shortened(type_name),
                         suggestion(type_name, activity_types));
    });
    return false;
  }
  // Without a type, only what all activities share can be judged.
  o.check(type != unknown ? shapes[type] : untyped_shape);
  o.read(Field::at, activity.day);
  if (type == unknown) return false;
  read_action[type](o, activity.action);
  return o.ok();
}

void read_profile(ObjectReader& o, Profile& profile) {
  profile.sections = o.words<Section>(Field::sections);
  o.read(Field::skills, profile.skills);
  o.read(Field::endorsements, profile.endorsements);
  o.read(Field::recommendations, profile.recommendations);
  o.read(Field::connections, profile.connections);
  o.read(Field::decision_makers, profile.decision_makers);
  o.read(Field::coworkers, profile.coworkers);
}

}  // namespace

Entry* EntryDecoder::decode(std::string_view text, std::uint64_t first_line, dom::element root,
                            Consequences consequences) {
  context_.text = text;
  context_.first_line = first_line;
  consequences_ = consequences;
  return read(root) ? &entry_ : nullptr;
}

bool EntryDecoder::read(dom::element root) {
  const Path path{};
  dom::array list;
  if (root.get(list) == simdjson::SUCCESS) return read_bare_array(list);
  if (!top_.open(path, root, consequences_.entry, "an object or a list")) return false;
  const bool is_line =
      !top_.has(Field::activities) && (top_.has(Field::type) || top_.has(Field::at));
  if (!is_line) return read_document();
  std::string_view type;
  const bool is_profile = top_.has(Field::type) &&
                          top_.value(Field::type).get(type) == simdjson::SUCCESS &&
                          type == profile_type;
  return is_profile ? read_profile_line() : read_activity_line();
}

bool EntryDecoder::read_bare_array(dom::array list) {
  auto& document = entry_.emplace<Document>();
  document.position = position();
  return read_activities({}, list, document.activities);
}

bool EntryDecoder::read_document() {
  auto& document = entry_.emplace<Document>();
  document.position = position();
  top_.check(document_shape);
  Count version = 1;
  top_.read(Field::version, version);
  top_.read(Field::as_of, document.head.as_of);
  document.head.not_measured = top_.words<SignalId>(Field::not_measured);
  const auto list = top_.array(Field::activities);
  // What is skipped is reported once: after one thing wrong with it, the rest is of no interest.
  const bool goes_on = consequences_.entry == Severity::error;
  bool ok = top_.ok();
  if (ok || goes_on) ok = read_member(document.head.member) && ok;
  if (ok || goes_on) ok = read_profile_object(document.head.profile) && ok;
  if (!list || (!ok && !goes_on)) return false;
  return read_activities(top_.path_of(Field::activities), *list, document.activities) && ok;
}

bool EntryDecoder::read_member(Member& member) {
  if (!top_.has(Field::member)) return true;
  const Path path = top_.path_of(Field::member);
  if (!inner_.open(path, top_.value(Field::member), consequences_.entry)) return false;
  inner_.check(member_shape);
  inner_.read(Field::id, member.id);
  inner_.read(Field::name, member.name);
  inner_.read(Field::team, member.team);
  return inner_.ok();
}

bool EntryDecoder::read_profile_object(Profile& profile) {
  if (!top_.has(Field::profile)) return true;
  const Path path = top_.path_of(Field::profile);
  if (!inner_.open(path, top_.value(Field::profile), consequences_.entry)) return false;
  inner_.check(profile_shape);
  read_profile(inner_, profile);
  return inner_.ok();
}

// False if there is an error among them. What is skipped is none.
bool EntryDecoder::read_activities(const Path& path, dom::array list,
                                   std::vector<Activity>& activities) {
  activities.reserve(list.size());
  bool ok = true;
  std::size_t index = 0;
  for (const dom::element element : list) {
    const Path here{&path, {}, index++};
    if (inner_.open(here, element, consequences_.activity) &&
        !read_activity(inner_, in_document, activities.emplace_back())) {
      activities.pop_back();
    }
    ok = inner_.ok() && ok;
  }
  return ok || consequences_.activity != Severity::error;
}

bool EntryDecoder::read_activity_line() {
  auto& line = entry_.emplace<ActivityLine>();
  line.position = position();
  top_.read(Field::member, line.member);
  return read_activity(top_, in_line, line.activity);
}

bool EntryDecoder::read_profile_line() {
  auto& line = entry_.emplace<ProfileLine>();
  line.position = position();
  top_.check(profile_line_shape);
  top_.read(Field::member, line.head.member.id);
  top_.read(Field::name, line.head.member.name);
  top_.read(Field::team, line.head.member.team);
  top_.read(Field::as_of, line.head.as_of);
  line.head.not_measured = top_.words<SignalId>(Field::not_measured);
  read_profile(top_, line.head.profile);
  return top_.ok();
}

}  // namespace ssi
