#include <utility>

#include <fmt/format.h>

#include <ssi/timeline.hpp>

namespace ssi {

struct MemberReader::Gathered {
  MemberLog log{};
  std::optional<Origin> profile_line{};
};

std::optional<Day> default_as_of(const MemberLog& log) {
  return log.as_of ? log.as_of : log.timeline.last_day();
}

MemberReader::MemberReader(Strictness strictness, Diagnostics& diagnostics, Receive receive)
    : strictness_{strictness}, diagnostics_{diagnostics}, receive_{std::move(receive)} {}

MemberReader::~MemberReader() = default;

void MemberReader::read(std::istream& in, const std::string& file) {
  file_ = file;
  read_log(in, file, strictness_, diagnostics_, [this](Entry&& entry) {
    std::visit([this](auto&& e) { take(std::forward<decltype(e)>(e)); }, std::move(entry));
  });
  diagnostics_.end_file(file);
}

void MemberReader::finish() {
  for (Gathered& member : gathered_) {
    member.log.timeline.settle();
    receive_(std::move(member.log));
  }
  gathered_.clear();
  by_id_.clear();
  unnamed_.reset();
}

void MemberReader::take(Document&& document) {
  MemberLog log{.origin = Origin{file_, document.position},
                .member = std::move(document.head.member),
                .as_of = document.head.as_of,
                .not_measured = document.head.not_measured};
  log.timeline.add(document.head.profile);
  bool ok = true;
  for (const Activity& activity : document.activities) {
    ok = add(log, activity, document.position) && ok;
  }
  log.timeline.settle();
  if (ok || strictness_ == Strictness::lenient) receive_(std::move(log));
}

void MemberReader::take(ActivityLine&& line) {
  (void)add(gathered(line.member).log, line.activity, line.position);
}

void MemberReader::take(ProfileLine&& line) {
  Gathered& member = gathered(line.head.member.id);
  if (member.profile_line) {
    const auto& [file, position] = *member.profile_line;
    reject(line.position, Code::repeated_profile,
           fmt::format("a second profile line of {}; the first is {}:{}",
                       line.head.member.id ? fmt::format("member '{}'", *line.head.member.id)
                                           : "the unnamed member",
                       file, position.line));
    return;
  }
  member.profile_line = Origin{file_, line.position};
  member.log.member = std::move(line.head.member);
  member.log.as_of = line.head.as_of;
  member.log.not_measured = line.head.not_measured;
  member.log.timeline.add(line.head.profile);
}

MemberReader::Gathered& MemberReader::gathered(const std::optional<std::string>& id) {
  // Lines of one member tend to follow each other.
  if (last_ < gathered_.size() && gathered_[last_].log.member.id == id) return gathered_[last_];
  std::size_t index = gathered_.size();
  if (id) {
    index = by_id_.try_emplace(*id, index).first->second;
  } else {
    index = unnamed_.value_or(index);
    unnamed_ = index;
  }
  if (index == gathered_.size()) gathered_.push_back({.log = {.member = {.id = id}}});
  last_ = index;
  return gathered_[index];
}

bool MemberReader::add(MemberLog& log, const Activity& activity, Position position) {
  if (log.timeline.add(activity)) return true;
  reject(position, Code::limit, "more than 2^62 reactions, comments and reshares received");
  return false;
}

void MemberReader::reject(Position position, Code code, std::string message) {
  diagnostics_.report(
      {.severity = strictness_ == Strictness::strict ? Severity::error : Severity::skipped,
       .code = code,
       .file = file_,
       .position = position,
       .message = std::move(message)});
}

}  // namespace ssi
