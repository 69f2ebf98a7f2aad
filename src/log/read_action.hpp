#pragma once

#include <array>
#include <utility>

#include <ssi/activity.hpp>

#include "base/name_index.hpp"
#include "log/fields.hpp"

namespace ssi {

/// The activity type that a word stands for, as the index of its alternative in `Action`.
inline constexpr NameIndex type_index{activity_types};

using ActivityShapes = std::array<Shape, activity_types.size()>;

constexpr ActivityShapes make_shapes(Shape (*shape_of)(std::size_t)) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return ActivityShapes{shape_of(I)...};
  }
  (std::make_index_sequence<activity_types.size()>{});
}

/// The shapes of an activity by its type.
inline constexpr ActivityShapes shapes_in_document = make_shapes(document_activity_shape);
inline constexpr ActivityShapes shapes_of_line = make_shapes(line_activity_shape);

/// Reads the fields of an action. `Reader` has `read(Field, T&)`, which leaves alone what is
/// absent: what a log leaves out has the value that the action is made with.
template <class Reader>
void read_fields(Reader& o, ProfileEdit& edit) {
  o.read(Field::section, edit.section);
  o.read(Field::action, edit.action);
  o.read(Field::entries, edit.entries);
}
template <class Reader>
void read_fields(Reader& o, Search& search) {
  o.read(Field::scope, search.scope);
  o.read(Field::filters, search.filters);
  o.read(Field::count, search.count);
}
template <class Reader>
void read_fields(Reader& o, Share& share) {
  o.read(Field::kind, share.kind);
  o.read(Field::reactions, share.reactions);
  o.read(Field::comments, share.comments);
  o.read(Field::reshares, share.reshares);
}
template <class Reader>
void read_fields(Reader& o, Message& message) {
  o.read(Field::replied, message.replied);
  o.read(Field::count, message.count);
}
template <class Reader>
void read_fields(Reader& o, Connection& connection) {
  o.read(Field::direction, connection.direction);
  o.read(Field::status, connection.status);
  o.read(Field::seniority, connection.seniority);
  o.read(Field::coworker, connection.coworker);
}
template <class Reader, class Counted>
void read_fields(Reader& o, Counted& counted) {
  o.read(Field::count, counted.count);
}

/// Reads an action of a type known by its index, and passes it to `take` as what it is: a log holds
/// millions, and to put each into a variant, only to find out again which it is, is slow.
template <class Reader, class Take>
void read_action(std::size_t type, Reader& o, const Take& take) {
  const auto read_as = [&]<class A>(A action) {
    read_fields(o, action);
    take(std::as_const(action));
  };
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (void)((type == I && (read_as(std::variant_alternative_t<I, Action>{}), true)) || ...);
  }
  (std::make_index_sequence<activity_types.size()>{});
}

/// Reads what was there before the first activity, but for the sections.
template <class Reader>
void read_counts(Reader& o, Profile& profile) {
  o.read(Field::skills, profile.skills);
  o.read(Field::endorsements, profile.endorsements);
  o.read(Field::recommendations, profile.recommendations);
  o.read(Field::connections, profile.connections);
  o.read(Field::decision_makers, profile.decision_makers);
  o.read(Field::coworkers, profile.coworkers);
}

}  // namespace ssi
