#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include <ssi/names.hpp>

namespace ssi::linkedin {

/// The files of an export that tell something, in the order in which they are read.
enum class Kind {
  profile,
  positions,
  education,
  skills,
  certifications,
  projects,
  languages,
  media,
  endorsements,
  recommendations,
  connections,
  invitations,
  messages,
  alerts,
  searches,
  shares,
  articles,
  reposts,
  comments,
  reactions,
};
inline constexpr std::size_t kind_count = static_cast<std::size_t>(Kind::reactions) + 1;

/// How the rows of a table are told apart. `csv`: RFC 4180, in whose quoted fields a quote that
/// ends nothing is a quote. `dated`: a row starts where a line starts with a date and a link, for
/// its text is quoted in no reliable way. `split`: each line is a row, and all behind the first
/// separator is text. `page`: no table, but an HTML page.
enum class Framing { csv, dated, split, page };

struct KindInfo {
  Kind kind;
  std::string_view file;    ///< its usual name in the archive, without `.csv`
  std::string_view domain;  ///< its name in the JSON of the API
  Framing framing;
  /// The columns that are read. The first one tells the header from what may precede it; with no
  /// column the first line is the header.
  std::span<const std::string_view> columns;
};

[[nodiscard]] const KindInfo& info(Kind kind);
/// The kind of a file by its path in the export, spelled in whatever way is usual.
[[nodiscard]] std::optional<Kind> kind_of_file(std::string_view path);
[[nodiscard]] std::optional<Kind> kind_of_domain(std::string_view domain);

/// The columns of each kind, by their index in `KindInfo::columns`.
namespace column {
enum Profile : std::size_t { first_name, last_name, headline, summary, industry, location };
enum Position : std::size_t { employer, finished_on };
enum Skill : std::size_t { skill };
enum Medium : std::size_t { sentence };
enum Endorsement : std::size_t { endorsed_on, endorsement_status };
enum Recommendation : std::size_t { recommended_on, recommendation_status };
enum Connection : std::size_t { connected_on, given_name, family_name, url, company, position };
enum Invitation : std::size_t { sent_at, direction, from, to, inviter, invitee, note };
enum Message : std::size_t {
  written_at,
  conversation,
  title,
  sender,
  sender_url,
  recipient,
  recipient_urls,
  content,
  folder,
  is_draft,
};
enum Alert : std::size_t { parameters };
enum Search : std::size_t { searched_at, query };
enum Content : std::size_t { published_at, link };
}  // namespace column

}  // namespace ssi::linkedin
