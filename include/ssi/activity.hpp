#pragma once

#include <array>
#include <bitset>
#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include <ssi/day.hpp>
#include <ssi/names.hpp>

namespace ssi {

/// How many of something. Between 0 and `count_max` wherever it comes from a log.
using Count = std::int64_t;

/// The most that a log may say of anything: 2^62, half of what `Count` can hold. So a stock that
/// starts there can still grow by all activities of a log without overflow.
inline constexpr Count count_max = Count{1} << 62;

/// The part of a profile that an edit touched.
enum class Section {
  photo,
  cover,
  headline,
  about,
  location,
  industry,
  experience,
  education,
  skills,
  featured,
  custom_url,
  certifications,
  projects,
  languages,
  other,
};
template <>
inline constexpr std::array<std::string_view, 15> names_of<Section> = {
    "photo",      "cover",          "headline",  "about",     "location",
    "industry",   "experience",     "education", "skills",    "featured",
    "custom_url", "certifications", "projects",  "languages", "other",
};
static_assert(is_named_to<Section>(Section::other));
/// A set of sections, one bit each, in the order of `Section`.
using Sections = std::bitset<names_of<Section>.size()>;

/// What an edit did to its section. `update` and `add` both leave it present.
enum class EditAction { update, add, remove };
template <>
inline constexpr std::array<std::string_view, 3> names_of<EditAction> = {"update", "add", "remove"};
static_assert(is_named_to<EditAction>(EditAction::remove));

/// What a search looked for.
enum class Scope { people, companies, posts, jobs, groups, other };
template <>
inline constexpr std::array<std::string_view, 6> names_of<Scope> = {
    "people", "companies", "posts", "jobs", "groups", "other",
};
static_assert(is_named_to<Scope>(Scope::other));

/// What a member shared. An `article` is long-form; it counts as an article and as a share.
enum class ShareKind { post, article, reshare };
template <>
inline constexpr std::array<std::string_view, 3> names_of<ShareKind> = {"post", "article",
                                                                        "reshare"};
static_assert(is_named_to<ShareKind>(ShareKind::reshare));

/// Who sent an invitation: the member, or the other side.
enum class Direction { sent, received };
template <>
inline constexpr std::array<std::string_view, 2> names_of<Direction> = {"sent", "received"};
static_assert(is_named_to<Direction>(Direction::received));

/// What became of an invitation. `removed` is not an invitation: it takes one connection out of the
/// network again.
enum class Status { accepted, pending, declined, withdrawn, removed };
template <>
inline constexpr std::array<std::string_view, 5> names_of<Status> = {
    "accepted", "pending", "declined", "withdrawn", "removed",
};
static_assert(is_named_to<Status>(Status::removed));

/// LinkedIn's own levels of seniority, lowest first. `vp` and above count as decision makers. A
/// level LinkedIn adds goes in at its rank: the code compares levels by their order.
enum class Seniority {
  unpaid,
  training,
  entry,
  senior,
  manager,
  director,
  vp,
  cxo,
  partner,
  owner,
};
template <>
inline constexpr std::array<std::string_view, 10> names_of<Seniority> = {
    "unpaid", "training", "entry", "senior", "manager", "director", "vp", "cxo", "partner", "owner",
};
static_assert(is_named_to<Seniority>(Seniority::owner));

/// An edit of the member's own profile.
struct ProfileEdit {
  Section section = Section::other;
  EditAction action = EditAction::update;
  std::optional<Count> entries{};  ///< in the section after the edit; nothing: the log does not say
  auto operator<=>(const ProfileEdit&) const = default;
};

/// Endorsements received.
struct Endorsement {
  Count count = 1;
  auto operator<=>(const Endorsement&) const = default;
};

/// Recommendations received.
struct Recommendation {
  Count count = 1;
  auto operator<=>(const Recommendation&) const = default;
};

/// `count` searches of one scope, each with this many filters set.
struct Search {
  Scope scope = Scope::people;
  Count filters = 0;  ///< a search with one or more counts as filtered
  Count count = 1;
  auto operator<=>(const Search&) const = default;
};

/// Profiles of others viewed.
struct ProfileView {
  Count count = 1;
  auto operator<=>(const ProfileView&) const = default;
};

/// Leads or accounts saved.
struct LeadSaved {
  Count count = 1;
  auto operator<=>(const LeadSaved&) const = default;
};

/// One share by the member, and what it had received when the log was written.
struct Share {
  ShareKind kind = ShareKind::post;
  Count reactions = 0;
  Count comments = 0;
  Count reshares = 0;
  auto operator<=>(const Share&) const = default;
};

/// Comments on the content of others.
struct Comment {
  Count count = 1;
  auto operator<=>(const Comment&) const = default;
};

/// Reactions to the content of others.
struct Reaction {
  Count count = 1;
  auto operator<=>(const Reaction&) const = default;
};

/// Messages that the member sent.
struct Message {
  bool replied = false;  ///< whether they were answered
  Count count = 1;
  auto operator<=>(const Message&) const = default;
};

/// One invitation with its outcome, or the end of a connection (`Status::removed`).
struct Connection {
  Direction direction = Direction::sent;
  Status status = Status::accepted;
  std::optional<Seniority> seniority{};  ///< of the other side; nothing: the log does not say
  bool coworker = false;                 ///< whether the other side works at the same company
  auto operator<=>(const Connection&) const = default;
};

/// What was done, one alternative for each activity type of the log. `activity_types` has the same
/// order, and the index of an alternative is the index of its name.
using Action = std::variant<ProfileEdit, Endorsement, Recommendation, Search, ProfileView,
                            LeadSaved, Share, Comment, Reaction, Message, Connection>;

/// The activity types as the log spells them, in the order of the alternatives of `Action`.
inline constexpr std::array<std::string_view, std::variant_size_v<Action>> activity_types = {
    "profile_edit", "endorsement", "recommendation", "search",  "profile_view", "lead_saved",
    "share",        "comment",     "reaction",       "message", "connection",
};

/// One activity of a log: what was done, on which day.
struct Activity {
  Day day{};
  Action action{};
  auto operator<=>(const Activity&) const = default;
};

/// What a member already had before the first activity of the log. Stock signals start from it.
struct Profile {
  Sections sections{};
  Sections unknown_sections{};  ///< the log's source could not see whether these are
  Count skills = 0;             ///< entries of the skills section; 5 make it complete
  Count endorsements = 0;       ///< received
  Count recommendations = 0;    ///< received
  Count connections = 0;
  Count decision_makers = 0;  ///< of the connections
  Count coworkers = 0;        ///< of the connections
  bool operator==(const Profile&) const = default;
};

}  // namespace ssi
