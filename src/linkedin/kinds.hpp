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
  analytics,
};
inline constexpr std::size_t kind_count = static_cast<std::size_t>(Kind::analytics) + 1;

/// How the rows of a table are told apart. `csv`: RFC 4180, in whose quoted fields a quote that
/// ends nothing is a quote. `dated`: a row starts where a line starts with a date and a link, for
/// its text is quoted in no reliable way. `split`: each line is a row, and all behind the first
/// separator is text. `page`: no table, but an HTML page. `workbook`: sheets of an XLSX.
enum class Framing { csv, dated, split, page, workbook };

struct KindInfo {
  Kind kind;
  std::string_view file;    ///< its usual name in the archive, without `.csv`
  std::string_view domain;  ///< its name in the JSON of the API, if it is there
  Framing framing;
  std::span<const std::string_view> columns;  ///< those that are read
  /// One of the first so many columns tells the header from what may precede it; with none the
  /// first line is the header.
  std::size_t keys;
  /// The first so many columns tell a row from others, in whatever dialect it is written; with none
  /// its whole text does.
  std::size_t identity;
};

[[nodiscard]] const KindInfo& info(Kind kind);

/// What the name of a file tells: `Connections (1).csv` and `Connections copy.csv` are copies, as a
/// browser or a file manager names them.
struct FileName {
  Kind kind{};
  bool is_copy = false;
};
/// What the path of a file in an export tells, spelled in whatever way is usual. Nothing where it
/// is not to be read.
[[nodiscard]] std::optional<FileName> file_name(std::string_view path);
/// The name of a file or a column in the one spelling by which they are told apart:
/// `Search_Queries` as `searchqueries`.
[[nodiscard]] std::string plain_name(std::string_view name);
[[nodiscard]] std::optional<Kind> kind_of_domain(std::string_view domain);

/// The columns of each kind, by their index in `KindInfo::columns`.
namespace column {
enum Profile : std::size_t { first_name, last_name, headline, summary, industry, location };
enum Position : std::size_t { employer, finished_on };
enum Skill : std::size_t { skill };
enum Medium : std::size_t { sentence };
enum Endorsement : std::size_t { endorsed_on, endorsement_status = 2 };
enum Recommendation : std::size_t { recommended_on, recommendation_status = 3 };
enum Connection : std::size_t { connected_on, given_name, family_name, url, company, position };
enum Invitation : std::size_t { sent_at, direction, from, to, inviter, invitee, note };
enum Message : std::size_t {
  written_at,
  sender,
  content,
  conversation,
  title,
  sender_url,
  recipient,
  recipient_urls,
  folder,
  is_draft,
};
enum Alert : std::size_t { query_context, search_url };
enum Search : std::size_t { searched_at, query };
enum Content : std::size_t { published_at, link };
enum Metric : std::size_t { post_date, post_url, engagements };
}  // namespace column

}  // namespace ssi::linkedin
