#include "linkedin/kinds.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"

namespace ssi::linkedin {
namespace {

using Column = std::string_view;
constexpr std::array<Column, 6> profile = {"First Name", "Last Name", "Headline",
                                           "Summary",    "Industry",  "Geo Location"};
constexpr std::array<Column, 2> positions = {"Company Name", "Finished On"};
constexpr std::array<Column, 1> skills = {"Name"};
constexpr std::array<Column, 1> media = {"Date/Time"};
constexpr std::array<Column, 2> endorsements = {"Endorsement Date", "Endorsement Status"};
constexpr std::array<Column, 2> recommendations = {"Creation Date", "Status"};
constexpr std::array<Column, 6> connections = {"Connected On", "First Name", "Last Name",
                                               "URL",          "Company",    "Position"};
constexpr std::array<Column, 7> invitations = {
    "Sent At", "Direction", "From", "To", "inviterProfileUrl", "inviteeProfileUrl", "Message"};
constexpr std::array<Column, 10> messages = {"DATE",
                                             "CONVERSATION ID",
                                             "CONVERSATION TITLE",
                                             "FROM",
                                             "SENDER PROFILE URL",
                                             "TO",
                                             "RECIPIENT PROFILE URLS",
                                             "CONTENT",
                                             "FOLDER",
                                             "IS MESSAGE DRAFT"};
constexpr std::array<Column, 1> alerts = {"ALERT_PARAMETERS"};
constexpr std::array<Column, 2> searches = {"Time", "Search Query"};
constexpr std::array<Column, 2> shares = {"Date", "ShareLink"};
constexpr std::array<Column, 1> articles = {"Date"};
constexpr std::array<Column, 2> content = {"Date", "Link"};

// One row a kind.
constexpr std::array<KindInfo, kind_count> kinds = {{
    {Kind::profile, "Profile", "PROFILE", Framing::csv, profile},
    {Kind::positions, "Positions", "POSITIONS", Framing::csv, positions},
    {Kind::education, "Education", "EDUCATION", Framing::csv, {}},
    {Kind::skills, "Skills", "SKILLS", Framing::csv, skills},
    {Kind::certifications, "Certifications", "CERTIFICATIONS", Framing::csv, {}},
    {Kind::projects, "Projects", "PROJECTS", Framing::csv, {}},
    {Kind::languages, "Languages", "LANGUAGES", Framing::csv, {}},
    {Kind::media, "Rich_Media", "RICH_MEDIA", Framing::csv, media},
    {Kind::endorsements, "Endorsement_Received_Info", "ENDORSEMENTS", Framing::csv, endorsements},
    {Kind::recommendations, "Recommendations_Received", "RECOMMENDATIONS", Framing::csv,
     recommendations},
    {Kind::connections, "Connections", "CONNECTIONS", Framing::csv, connections},
    {Kind::invitations, "Invitations", "INVITATIONS", Framing::csv, invitations},
    {Kind::messages, "messages", "INBOX", Framing::csv, messages},
    {Kind::alerts, "SavedJobAlerts", "SAVED_JOB_ALERTS", Framing::csv, alerts},
    {Kind::searches, "SearchQueries", "SEARCHES", Framing::split, searches},
    {Kind::shares, "Shares", "MEMBER_SHARE_INFO", Framing::csv, shares},
    {Kind::articles, "Articles", "ARTICLES", Framing::page, articles},
    {Kind::reposts, "InstantReposts", "INSTANT_REPOSTS", Framing::csv, content},
    {Kind::comments, "Comments", "ALL_COMMENTS", Framing::dated, content},
    {Kind::reactions, "Reactions", "ALL_LIKES", Framing::csv, content},
}};
static_assert([] {
  for (std::size_t i = 0; i < kind_count; ++i) {
    if (kinds[i].kind != static_cast<Kind>(i)) return false;
  }
  return true;
}());

// `Search_Queries_123` as `searchqueries`: small letters, no separators, no number at the end.
std::string plain(std::string_view stem) {
  const std::size_t end = stem.find_last_not_of("0123456789");
  if (end < stem.size() - 1 && stem[end] == '_') stem = stem.substr(0, end);
  std::string name = lowered(stem);
  std::erase_if(name, [](char c) { return c == ' ' || c == '_'; });
  return name;
}

}  // namespace

const KindInfo& info(Kind kind) {
  return kinds[static_cast<std::size_t>(kind)];
}

std::optional<Kind> kind_of_file(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of("/\\") + 1);
  const std::size_t dot = std::min(name.rfind('.'), name.size());
  const std::string extension = lowered(name.substr(dot));
  if (extension == ".html") return Kind::articles;
  if (extension != ".csv") return std::nullopt;
  const std::string wanted = plain(name.substr(0, dot));
  const auto found = std::ranges::find_if(kinds, [&](const KindInfo& info) {
    return info.framing != Framing::page && plain(info.file) == wanted;
  });
  return found == kinds.end() ? std::nullopt : std::optional{found->kind};
}

std::optional<Kind> kind_of_domain(std::string_view domain) {
  const auto found = std::ranges::find(kinds, domain, &KindInfo::domain);
  return found == kinds.end() ? std::nullopt : std::optional{found->kind};
}

}  // namespace ssi::linkedin
