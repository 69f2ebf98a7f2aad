// Lines of one member may be strewn over many batches, files and threads. What is gathered from
// them adds up like timelines do, so that neither order nor number of threads changes the result.
// Only of the readings of one day the last in the input stays.

#include "members/gatherer.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace ssi {
namespace {

std::string shown(const std::optional<std::string>& id) {
  return id ? fmt::format("member '{}'", *id) : "the unnamed member";
}

std::string too_much(const Member& member) {
  return "more than 2^62 of something for " + shown(member.id);
}

// The first in the alphabet stays: any rule will do that does not depend on the order of the logs.
void merge_text(std::optional<std::string>& into, const std::optional<std::string>& other) {
  if (other && (!into || *other < *into)) into = other;
}

// An empty source stands for several files.
void merge_source(std::optional<std::string>& into, const std::optional<std::string>& other) {
  if (!into) {
    into = other;
  } else if (other && *into != *other) {
    into = "";
  }
}

void warn_of_other(const MemberLog& log, std::string_view what,
                   const std::optional<std::string>& known, const std::optional<std::string>& other,
                   const Objections& objections) {
  if (!known || !other || *known == *other) return;
  objections.diagnostics.report(
      {.severity = Severity::warning,
       .code = Code::repeated_member,
       .message = fmt::format("{} has the {}s '{}' and '{}'; the first in the alphabet is used",
                              shown(log.member.id), what, *known, *other)});
}

}  // namespace

std::optional<Day> default_as_of(const MemberLog& log) {
  return log.as_of ? log.as_of : log.timeline.last_day();
}

// A signal that one log does measure is measured. A log without the list says nothing about it.
bool merge(MemberLog& into, const MemberLog& other) {
  if (!into.timeline.can_add(other.timeline)) return false;
  into.origin.reset();
  into.timeline += other.timeline;
  merge_text(into.member.name, other.member.name);
  merge_text(into.member.team, other.member.team);
  merge_source(into.member.source, other.member.source);
  into.as_of = std::max(into.as_of, other.as_of);
  for (const auto& [day, reading] : other.readings) into.readings.insert_or_assign(day, reading);
  if (into.not_measured && other.not_measured) {
    *into.not_measured &= *other.not_measured;
  } else if (other.not_measured) {
    into.not_measured = other.not_measured;
  }
  return true;
}

void Objections::raise(const Origin& origin, Code code, std::string message) const {
  const bool has_place = !origin.file.empty();
  diagnostics.report({.severity = severity,
                      .code = code,
                      .file = origin.file,
                      .position = has_place ? std::optional{origin.position} : std::nullopt,
                      .pointer = origin.pointer,
                      .message = std::move(message)});
}

void Gatherer::take(const ActivityLine& line, const std::string& file,
                    const Objections& objections) {
  MemberLog& log = gathered(line.member).log;
  if (log.timeline.add(line.activity)) return;
  objections.raise({file, line.position}, Code::limit, too_much(log.member));
}

void Gatherer::take(const ReadingLine& line) {
  gathered(line.member).log.readings.insert_or_assign(line.day, line.reading);
}

void Gatherer::take(ProfileLine&& line, const Objections& objections) {
  set_profile(gathered(line.log.member.id), std::move(line.log), objections);
}

void Gatherer::set_source(const std::string& file) {
  for (Gathered& member : members_) member.log.member.source = file;
}

void Gatherer::end_unnamed() {
  unnamed_.reset();
  last_ = members_.size();  // none
}

// Kept apart until `finish`: a second profile line is an error that has to name the first.
void Gatherer::set_profile(Gathered& member, MemberLog&& profile, const Objections& objections) {
  if (!member.profile) {
    member.profile = std::move(profile);
    return;
  }
  const Origin& first = *member.profile->origin;
  objections.raise(*profile.origin, Code::repeated_profile,
                   fmt::format("a second profile line for {}; the first is at {}:{}",
                               shown(member.log.member.id), first.file, first.position.line));
}

void Gatherer::take(const MemberLog& log, const Objections& objections) {
  if (!log.member.id) ++unnamed_documents_;
  merge_in(log, objections);
}

void Gatherer::merge_in(const MemberLog& log, const Objections& objections) {
  MemberLog& into = gathered(log.member.id).log;
  warn_of_other(into, "name", into.member.name, log.member.name, objections);
  warn_of_other(into, "team", into.member.team, log.member.team, objections);
  if (merge(into, log)) return;
  objections.raise(log.origin.value_or(Origin{}), Code::limit, too_much(log.member));
}

void Gatherer::take(Gatherer& next, const Objections& objections) {
  for (Gathered& member : next.members_) {
    merge_in(member.log, objections);
    if (!member.profile) continue;
    set_profile(gathered(member.log.member.id), std::move(*member.profile), objections);
  }
  unnamed_documents_ += next.unnamed_documents_;
  next = {};
}

std::vector<MemberLog> Gatherer::finish(const Objections& objections) {
  if (unnamed_documents_ > 1) {
    objections.diagnostics.report(
        {.severity = Severity::warning,
         .code = Code::repeated_member,
         .message = fmt::format("{} documents have no member id and were added up as one member",
                                unnamed_documents_)});
  }
  std::vector<MemberLog> logs;
  logs.reserve(members_.size());
  for (Gathered& member : members_) {
    if (member.profile && !merge(member.log, *member.profile)) {
      objections.raise(*member.profile->origin, Code::limit, too_much(member.log.member));
    }
    logs.push_back(std::move(member.log));
  }
  *this = {};
  return logs;
}

Gatherer::Gathered& Gatherer::gathered(const std::optional<std::string>& id) {
  // Lines of one member tend to follow each other: this saves most searches.
  if (last_ < members_.size() && members_[last_].log.member.id == id) return members_[last_];
  std::size_t index = members_.size();
  if (id) {
    index = by_id_.try_emplace(*id, index).first->second;
  } else {
    index = unnamed_.value_or(index);
    unnamed_ = index;
  }
  if (index == members_.size()) members_.push_back({.log = {.member = {.id = id}}});
  last_ = index;
  return members_[index];
}

}  // namespace ssi
