#include "linkedin/kinds.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/catch.hpp"

namespace ssi::linkedin::test {
namespace {

std::string kind_named(std::string_view path) {
  const auto name = file_name(path);
  return name ? std::string{info(name->kind).file} : "";
}

TEST_CASE("a file is known by its name, however that is spelled") {
  const std::vector<std::pair<std::string, std::vector<std::string_view>>> names = {
      {"SearchQueries",
       {"SearchQueries.csv", "Search Queries.csv", "Search_Queries.csv", "search_queries.CSV",
        "SEARCHQUERIES.csv", "SearchQueries_123456.csv", "Search Queries_1.csv"}},
      {"Endorsement_Received_Info",
       {"Endorsement_Received_Info.csv", "Endorsement Received Info.csv",
        "EndorsementReceivedInfo_98.csv"}},
      {"SavedJobAlerts",
       {"SavedJobAlerts.csv", "Jobs/Saved Job Alerts.csv", "Saved_Job_Alerts.csv"}},
      {"Shares", {"Shares.csv", "Shares_123456.csv", "a/b/Shares.csv", "a\\b\\Shares.csv"}},
      {"messages", {"messages.csv", "Messages.csv", "messages_2.csv"}},
      {"Connections", {"Connections.csv"}},
      {"Invitations", {"Invitations.csv"}},
      {"Comments", {"Comments.csv"}},
      {"Reactions", {"Reactions.csv"}},
      {"InstantReposts", {"InstantReposts.csv", "Instant Reposts.csv"}},
      {"Profile", {"Profile.csv"}},
      {"Positions", {"Positions.csv"}},
      {"Education", {"Education.csv"}},
      {"Skills", {"Skills.csv"}},
      {"Certifications", {"Certifications.csv"}},
      {"Projects", {"Projects.csv"}},
      {"Languages", {"Languages.csv"}},
      {"Recommendations_Received",
       {"Recommendations_Received.csv", "Recommendations Received.csv"}},
      {"Rich_Media", {"Rich_Media.csv", "Rich Media.csv", "RichMedia.csv"}},
      {"creator analytics", {"Content_2025-01-01_2025-12-31_X.xlsx", "a/b.XLSX"}},
      {"Articles", {"Articles/a.html", "Articles/Articles/a.html", "a b.HTML"}},
  };
  for (const auto& [kind, paths] : names) {
    for (const std::string_view path : paths) {
      INFO(path);
      CHECK(kind_named(path) == kind);
    }
  }
}

TEST_CASE("a file that is not to be read is known by no name") {
  for (const std::string_view path : {"",
                                      ".",
                                      ".csv",
                                      "_1.csv",
                                      "123.csv",
                                      "Shares",
                                      "Shares.txt",
                                      "Shares.csv.bak",
                                      "Shares/",
                                      "contacts.csv",
                                      "PhoneNumbers.csv",
                                      "Email Addresses.csv",
                                      "Logins.csv",
                                      "receipts.csv",
                                      "Ad_Targeting.csv",
                                      "guide_messages.csv",
                                      "coach_messages.csv",
                                      "learning_coach_messages.csv",
                                      "learning_role_play_messages.csv",
                                      "Recommendations_Given.csv",
                                      "Endorsement_Given_Info.csv",
                                      "Votes.csv",
                                      "Profile Summary.csv",
                                      "ProfileSummary.csv",
                                      "Shares_x.csv",
                                      "Shares-one.csv",
                                      "Sharesx1.csv",
                                      "Shares (x).csv",
                                      "creator analytics.csv",
                                      "Shares.xls",
                                      "Shares 1).csv",
                                      "my Shares.csv",
                                      "__MACOSX/Shares.csv",
                                      "__MACOSX/a/._Shares.csv",
                                      "a/__MACOSX/Shares.csv",
                                      "Shares 1.csv.exe",
                                      "._Shares.csv",
                                      "Articles.csv",
                                      "Job Applications_1.csv",
                                      "Identity Assets.csv",
                                      "MySharesOld.csv"}) {
    INFO(path);
    CHECK(kind_named(path) == "");
  }
}

TEST_CASE("a copy of a file is known for one, and part of a table for none") {
  for (const std::string_view path :
       {"Shares (1).csv", "Shares(12).csv", "Shares 2.csv", "Shares-2.csv", "a/Shares copy.csv",
        "Shares - Copy.csv", "Shares - Kopie.csv", "Copy of Shares.csv", "Kopie von Shares.csv",
        "Shares copy 2.csv", "Search Queries copy.csv"}) {
    INFO(path);
    REQUIRE(file_name(path));
    CHECK(file_name(path)->is_copy);
  }
  for (const std::string_view path : {"Shares.csv", "Shares_1.csv", "Shares_48213377.csv"}) {
    INFO(path);
    REQUIRE(file_name(path));
    CHECK_FALSE(file_name(path)->is_copy);
  }
}

TEST_CASE("every kind is known by its own name and domain, and reads what its columns are") {
  for (std::size_t i = 0; i < kind_count; ++i) {
    const auto kind = static_cast<Kind>(i);
    const KindInfo& of_kind = info(kind);
    INFO(of_kind.file);
    CHECK(of_kind.kind == kind);
    CHECK(of_kind.keys <= of_kind.columns.size());
    CHECK(of_kind.identity <= of_kind.columns.size());
    if (kind == Kind::analytics) continue;  // neither CSV nor in the API
    CHECK(kind_of_domain(of_kind.domain) == kind);
    const char* extension = of_kind.framing == Framing::page ? ".html" : ".csv";
    CHECK(file_name(std::string{of_kind.file} + extension).value().kind == kind);
  }
  CHECK(info(Kind::messages).columns[column::is_draft] == "IS MESSAGE DRAFT");
  CHECK(info(Kind::invitations).columns[column::note] == "Message");
  CHECK(info(Kind::connections).columns[column::position] == "Position");
  CHECK(info(Kind::profile).columns[column::location] == "Geo Location");
  CHECK(kind_of_domain("PHONE_NUMBERS") == std::nullopt);
  CHECK(kind_of_domain("") == std::nullopt);
}

}  // namespace
}  // namespace ssi::linkedin::test
