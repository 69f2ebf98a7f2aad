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

constexpr Shapes in_document = shapes(document_activity_shape);
constexpr Shapes in_line = shapes(line_activity_shape);

// Reads the activity that `o` has opened. False if it is bad or of an unknown type.
bool read_activity(ObjectReader& o, const Shapes& shapes, Activity& activity) {
  std::string_view type_name;
  const bool has_type = o.text(Field::type, type_name);
  const auto type = type_index.find(type_name);
  if (has_type && !type) {
    o.warn(Field::type, Code::unknown_type,
           fmt::format("unknown activity type '{}', not counted{}", shortened(type_name),
                       suggestion(type_name, activity_types)));
    return false;
  }
  // Without a type, only what all activities share can be judged.
  o.check(type ? shapes[*type] : Shape{{Field::at, Field::type}, FieldSet::all()});
  o.read(Field::at, activity.day);
  if (!type) return false;
  read_action[*type](o, activity.action);
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

class EntryReader {
 public:
  EntryReader(const DecodeContext& context, Consequences consequences)
      : context_{context}, consequences_{consequences} {}

  std::optional<Entry> read(dom::element root) {
    dom::array list;
    if (root.get(list) == simdjson::SUCCESS) return read_bare_array(list);
    ObjectReader o{context_, consequences_.entry};
    dom::object object;
    if (root.get(object) != simdjson::SUCCESS) {
      o.fail_type({}, "an object or a list", root);
      return std::nullopt;
    }
    const Path top{};
    o.open(top, object);
    const bool is_line = !o.has(Field::activities) && (o.has(Field::type) || o.has(Field::at));
    if (!is_line) return read_document(o);
    std::string_view type;
    const bool is_profile = o.has(Field::type) &&
                            o.value(Field::type).get(type) == simdjson::SUCCESS &&
                            type == profile_type;
    return is_profile ? read_profile_line(o) : read_activity_line(o);
  }

 private:
  std::optional<Entry> read_bare_array(dom::array list) {
    Document document{.position = position()};
    return read_activities({}, list, document.activities)
               ? std::optional<Entry>{std::move(document)}
               : std::nullopt;
  }

  std::optional<Entry> read_document(ObjectReader& o) {
    o.check(document_shape);
    Document document{.position = position()};
    Count version = 1;
    o.read(Field::version, version);
    o.read(Field::as_of, document.head.as_of);
    document.head.not_measured = o.words<SignalId>(Field::not_measured);
    const auto list = o.array(Field::activities);
    // What is skipped is reported once: after one thing wrong with it, the rest is of no interest.
    const bool goes_on = consequences_.entry == Severity::error;
    bool ok = o.ok();
    if (ok || goes_on) ok = read_member(o, document.head.member) && ok;
    if (ok || goes_on) ok = read_profile_object(o, document.head.profile) && ok;
    if (!list || (!ok && !goes_on)) return std::nullopt;
    ok = read_activities(o.path_of(Field::activities), *list, document.activities) && ok;
    return ok && o.ok() ? std::optional<Entry>{std::move(document)} : std::nullopt;
  }

  bool read_member(ObjectReader& document, Member& member) {
    const auto object = document.object(Field::member);
    if (!object) return true;
    const Path path = document.path_of(Field::member);
    ObjectReader o{context_, consequences_.entry};
    o.open(path, *object);
    o.check(member_shape);
    o.read(Field::id, member.id);
    o.read(Field::name, member.name);
    o.read(Field::team, member.team);
    return o.ok();
  }

  bool read_profile_object(ObjectReader& document, Profile& profile) {
    const auto object = document.object(Field::profile);
    if (!object) return true;
    const Path path = document.path_of(Field::profile);
    ObjectReader o{context_, consequences_.entry};
    o.open(path, *object);
    o.check(profile_shape);
    read_profile(o, profile);
    return o.ok();
  }

  // False if there is an error among them. What is skipped is none.
  bool read_activities(const Path& path, dom::array list, std::vector<Activity>& activities) {
    activities.reserve(list.size());
    ObjectReader o{context_, consequences_.activity};
    bool ok = true;
    std::size_t index = 0;
    for (const dom::element element : list) {
      const Path here{&path, {}, index++};
      dom::object object;
      if (element.get(object) == simdjson::SUCCESS) {
        o.open(here, object);
        if (!read_activity(o, in_document, activities.emplace_back())) activities.pop_back();
        ok = o.ok() && ok;
      } else {
        ObjectReader{context_, consequences_.activity}.fail_type(here, "an object", element);
        ok = false;
      }
    }
    return ok || consequences_.activity != Severity::error;
  }

  std::optional<Entry> read_activity_line(ObjectReader& o) {
    std::optional<Entry> entry{ActivityLine{.position = position()}};
    auto& line = std::get<ActivityLine>(*entry);
    o.read(Field::member, line.member);
    return read_activity(o, in_line, line.activity) ? std::move(entry) : std::nullopt;
  }

  std::optional<Entry> read_profile_line(ObjectReader& o) {
    o.check(profile_line_shape);
    ProfileLine line{.position = position()};
    o.read(Field::member, line.head.member.id);
    o.read(Field::name, line.head.member.name);
    o.read(Field::team, line.head.member.team);
    o.read(Field::as_of, line.head.as_of);
    line.head.not_measured = o.words<SignalId>(Field::not_measured);
    read_profile(o, line.head.profile);
    return o.ok() ? std::optional<Entry>{std::move(line)} : std::nullopt;
  }

  Position position() const { return {.line = context_.first_line}; }

  const DecodeContext& context_;
  Consequences consequences_;
};

}  // namespace

std::optional<Entry> decode_entry(const DecodeContext& context, dom::element root,
                                  Consequences consequences) {
  return EntryReader{context, consequences}.read(root);
}

}  // namespace ssi
