#pragma once

#include <array>
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

/// Minutes that each task takes, once.
using Effort = std::array<int, task_count>;

}  // namespace ssi
