#include "linkedin/kinds.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "linkedin/text.hpp"

namespace ssi::linkedin {
namespace {

// The columns of each kind in the order of the enums in kinds.hpp: keys first, then the others that
// identify a row.
using Column = std::string_view;
constexpr auto profile = std::to_array<Column>(
    {"First Name", "Last Name", "Headline", "Summary", "Industry", "Geo Location"});
constexpr auto positions =
    std::to_array<Column>({"Company Name", "Finished On", "Started On", "Title"});
constexpr auto skills = std::to_array<Column>({"Name"});
constexpr auto media = std::to_array<Column>({"Date/Time"});
constexpr auto endorsements =
    std::to_array<Column>({"Endorsement Date", "Skill Name", "Endorsement Status"});
constexpr auto recommendations =
    std::to_array<Column>({"Creation Date", "First Name", "Last Name", "Status"});
constexpr auto connections = std::to_array<Column>(
    {"Connected On", "First Name", "Last Name", "URL", "Company", "Position"});
constexpr auto invitations = std::to_array<Column>(
    {"Sent At", "Direction", "From", "To", "inviterProfileUrl", "inviteeProfileUrl", "Message"});
constexpr auto messages = std::to_array<Column>(
    {"DATE", "FROM", "CONTENT", "CONVERSATION ID", "CONVERSATION TITLE", "SENDER PROFILE URL", "TO",
     "RECIPIENT PROFILE URLS", "FOLDER", "IS MESSAGE DRAFT"});
constexpr auto alerts = std::to_array<Column>({"QUERY_CONTEXT", "Jobs Search Url"});
constexpr auto searches = std::to_array<Column>({"Time", "Search Query"});
constexpr auto shares = std::to_array<Column>({"Date", "ShareLink"});
constexpr auto articles = std::to_array<Column>({"Date"});
constexpr auto content = std::to_array<Column>({"Date", "Link"});
constexpr auto metrics = std::to_array<Column>({"Post publish date", "Post URL", "Engagements"});

// One row a kind.
constexpr std::array<KindInfo, kind_count> kinds = {{
    {Kind::profile, "Profile", "PROFILE", Framing::csv, profile, 1, 6},
    {Kind::positions, "Positions", "POSITIONS", Framing::csv, positions, 1, 4},
    {Kind::education, "Education", "EDUCATION", Framing::csv, {}, 0, 0},
    {Kind::skills, "Skills", "SKILLS", Framing::csv, skills, 1, 1},
    {Kind::certifications, "Certifications", "CERTIFICATIONS", Framing::csv, {}, 0, 0},
    {Kind::projects, "Projects", "PROJECTS", Framing::csv, {}, 0, 0},
    {Kind::languages, "Languages", "LANGUAGES", Framing::csv, {}, 0, 0},
    {Kind::media, "Rich_Media", "RICH_MEDIA", Framing::csv, media, 0, 1},
    {Kind::endorsements, "Endorsement_Received_Info", "ENDORSEMENTS", Framing::csv, endorsements, 1,
     3},
    {Kind::recommendations, "Recommendations_Received", "RECOMMENDATIONS", Framing::csv,
     recommendations, 1, 3},
    {Kind::connections, "Connections", "CONNECTIONS", Framing::csv, connections, 1, 3},
    {Kind::invitations, "Invitations", "INVITATIONS", Framing::csv, invitations, 1, 4},
    {Kind::messages, "messages", "INBOX", Framing::csv, messages, 1, 3},
    {Kind::alerts, "SavedJobAlerts", "SAVED_JOB_ALERTS", Framing::csv, alerts, 2, 2},
    {Kind::searches, "SearchQueries", "SEARCHES", Framing::split, searches, 1, 2},
    {Kind::shares, "Shares", "MEMBER_SHARE_INFO", Framing::csv, shares, 1, 2},
    {Kind::articles, "Articles", "ARTICLES", Framing::page, articles, 1, 0},
    {Kind::reposts, "InstantReposts", "INSTANT_REPOSTS", Framing::csv, content, 1, 2},
    {Kind::comments, "Comments", "ALL_COMMENTS", Framing::dated, content, 1, 2},
    {Kind::reactions, "Reactions", "ALL_LIKES", Framing::csv, content, 1, 2},
    {Kind::analytics, "creator analytics", "", Framing::workbook, metrics, 0, 3},
}};
static_assert([] {
  for (std::size_t i = 0; i < kind_count; ++i) {
    if (kinds[i].kind != static_cast<Kind>(i)) return false;
  }
  return true;
}());

// What file managers put before or behind the name of a copy, in several languages.
constexpr auto copy_prefixes = std::to_array<std::string_view>({"copyof", "kopievon", "copiede"});
constexpr auto copy_suffixes = std::to_array<std::string_view>(
    {"copy", "kopie", "kopi", "copie", "copia", "cópia", "kopia", "kopio"});

// `stem` without a number at its end. LinkedIn itself numbers the parts of a table with an
// underscore, `Shares_1`, and these belong together. Browsers and file managers number copies:
// `Shares (1)`, `Shares 2`, `Shares-2`.
std::string_view without_number(std::string_view stem, bool& is_copy) {
  const bool has_brackets = stem.ends_with(')');
  std::string_view rest = stem.substr(0, stem.size() - (has_brackets ? 1 : 0));
  const std::size_t end = rest.find_last_not_of("0123456789") + 1;
  if (end == 0 || end == rest.size()) return stem;
  const char mark = rest[end - 1];
  if (has_brackets ? mark != '(' : mark != '_' && mark != ' ' && mark != '-') return stem;
  is_copy = mark != '_';
  return rest.substr(0, end - 1);
}

}  // namespace

const KindInfo& info(Kind kind) {
  return kinds[static_cast<std::size_t>(kind)];
}

std::string plain_name(std::string_view name) {
  std::string plain = folded(name);
  std::erase_if(plain,
                [](char c) { return c == ' ' || c == '_' || c == '-' || c == '(' || c == ')'; });
  return plain;
}

std::optional<FileName> file_name(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of("/\\") + 1);
  // A Mac adds a file of attributes for each file of a ZIP, under the same name.
  const bool is_of_a_mac = name.starts_with("._") || path.starts_with("__MACOSX/") ||
                           path.find("/__MACOSX/") != path.npos;
  const std::size_t dot = std::min(name.rfind('.'), name.size());
  const std::string extension = lowered(name.substr(dot));
  if (is_of_a_mac) return std::nullopt;
  if (extension == ".html") return FileName{Kind::articles};
  if (extension == ".xlsx") return FileName{Kind::analytics};
  if (extension != ".csv") return std::nullopt;
  FileName result;
  std::string wanted = plain_name(without_number(name.substr(0, dot), result.is_copy));
  const auto find = [&] {
    return std::ranges::find_if(kinds, [&](const KindInfo& info) {
      return info.framing != Framing::page && info.framing != Framing::workbook &&
             plain_name(info.file) == wanted;
    });
  };
  auto found = find();
  if (found == kinds.end()) {
    for (const std::string_view word : copy_prefixes) {
      if (wanted.starts_with(word)) wanted.erase(0, word.size());
    }
    for (const std::string_view word : copy_suffixes) {
      if (wanted.ends_with(word)) wanted.resize(wanted.size() - word.size());
    }
    found = find();
    result.is_copy = true;
  }
  if (found == kinds.end()) return std::nullopt;
  result.kind = found->kind;
  return result;
}

std::optional<Kind> kind_of_domain(std::string_view domain) {
  const auto found = std::ranges::find(kinds, domain, &KindInfo::domain);
  return found == kinds.end() || domain.empty() ? std::nullopt : std::optional{found->kind};
}

}  // namespace ssi::linkedin
