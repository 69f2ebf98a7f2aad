#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <string_view>

#include <ssi/names.hpp>

namespace ssi {

/// What a member can do for their score, as plans count it. What others do about it is no task:
/// that is planned at past rates.
enum class Task {
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
  profile_edit,
  article,
  recommendation_request,
  endorsement_request,
  search,
  filtered_search,
  profile_view,
  lead,
  post,
  reshare,
  comment,
  reaction,
  message,
  invitation,
  decision_maker_invitation,
  coworker_invitation,
};
template <>
inline constexpr std::array<std::string_view, 27> names_of<Task> = {
    "photo",
    "cover",
    "headline",
    "about",
    "location",
    "industry",
    "experience",
    "education",
    "skills",
    "featured",
    "custom_url",
    "profile_edit",
    "article",
    "recommendation_request",
    "endorsement_request",
    "search",
    "filtered_search",
    "profile_view",
    "lead",
    "post",
    "reshare",
    "comment",
    "reaction",
    "message",
    "invitation",
    "decision_maker_invitation",
    "coworker_invitation",
};
static_assert(is_named_to<Task>(Task::coworker_invitation));
inline constexpr std::size_t task_count = names_of<Task>.size();
using TaskSet = std::bitset<task_count>;

/// Minutes that each task takes, once.
using Effort = std::array<int, task_count>;

/// What has a ceiling: of searches and of invitations, all kinds together. Sections of a profile
/// have none, for each is added once.
enum class Capped {
  profile_edits,
  articles,
  recommendation_requests,
  endorsement_requests,
  searches,
  profile_views,
  leads,
  posts,
  reshares,
  comments,
  reactions,
  messages,
  invitations,
};
template <>
inline constexpr std::array<std::string_view, 13> names_of<Capped> = {
    "profile_edits",
    "articles",
    "recommendation_requests",
    "endorsement_requests",
    "searches",
    "profile_views",
    "leads",
    "posts",
    "reshares",
    "comments",
    "reactions",
    "messages",
    "invitations",
};
static_assert(is_named_to<Capped>(Capped::invitations));

/// The most that a plan asks for, 0 to 10,000 each.
struct Ceiling {
  int day = 0;
  int week = 0;  ///< in any seven days
  bool operator==(const Ceiling&) const = default;
};
using Ceilings = std::array<Ceiling, names_of<Capped>.size()>;

}  // namespace ssi
