#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include <ssi/names.hpp>

namespace ssi::linkedin {

/// The files of an export that are read, in this order: first those that say how things stand, then
/// those that say what was done. All others, such as phone numbers, logins and receipts, are left
/// alone.
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

/// Where a row of a file ends. LinkedIn writes only some files as proper CSV.
enum class Framing {
  csv,       ///< RFC 4180; in a quoted field, a quote that cannot end it is part of the text
  dated,     ///< where the next line starts with a date and a link, as the text is badly quoted
  split,     ///< with the line; everything behind the first separator is text
  page,      ///< not a table: an HTML page is one row
  workbook,  ///< not text: sheets of an XLSX
};

/// How to find and read the files of a kind.
struct KindInfo {
  Kind kind;
  std::string_view file;    ///< its usual name in the archive, without `.csv`
  std::string_view domain;  ///< its name in the JSON of the API; empty if it is not there
  Framing framing;
  std::span<const std::string_view> columns;  ///< those that are read; others are ignored
  /// The header is the first row that has one of the first `keys` columns: lines may stand before
  /// it. 0: the first row is the header.
  std::size_t keys;
  /// Two rows are the same if their first `identity` columns are, however the file was saved. 0: if
  /// their whole text is.
  std::size_t identity;
};

[[nodiscard]] const KindInfo& info(Kind kind);

/// What the name of a file says about it.
struct FileName {
  Kind kind{};
  bool is_copy = false;  ///< `Connections (1).csv`, `Connections copy.csv`: made by other programs
};
/// What a path in an export says about its file, by the file's own name in any of its spellings.
/// Nothing if the file is not to be read.
[[nodiscard]] std::optional<FileName> file_name(std::string_view path);
/// The name of a file or a column in one spelling, as years and programs differ in case, blanks,
/// hyphens, underscores and brackets: `searchqueries` for `Search_Queries`.
[[nodiscard]] std::string plain_name(std::string_view name);
/// Whether a table says how things stand, so that of two exports the later is right.
[[nodiscard]] constexpr bool is_state(Kind kind) {
  return kind <= Kind::invitations;
}
/// The kind of a table in the API; nothing if it is not to be read.
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
