// What real exports do against all expectation, a test case each. Each fails when its rule is taken
// out of src/linkedin.

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/exports.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

using List = std::vector<std::string>;

const std::string own = "https://www.linkedin.com/in/own";
const std::string ann = "https://www.linkedin.com/in/ann";
const std::string bob = "https://www.linkedin.com/in/bob";
const std::string profile = "First Name,Last Name,Headline\nDana,Own,\n";

// ---- 1: the preamble of Connections, and rows without a name

const std::string connections_header =
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
const std::string preamble =
    "Notes:\n\"When exporting your connection data, you may notice that some of the email "
    "addresses are missing. You will only see \"\"allowed\"\" ones, https://x.example/a\"\n\n";

TEST_CASE("quirk 1: connections begin with a preamble, or do not", "[quirks]") {
  const std::string rows =
      "Ann,A," + ann + ",,Acme,VP Sales,16 Dec 2024\n" + "Bob,B," + bob + ",,,,2 Jan 2024\n";
  const List wanted = {"2024-01-02, connection, direction: received",
                       "2024-12-16, connection, direction: received, seniority: vp"};
  for (const std::string& before : {std::string{}, preamble, "\uFEFF" + preamble}) {
    const Imported imported =
        import_export({{"Connections.csv", before + connections_header + rows}});
    CHECK(imported.activities() == wanted);
    CHECK(imported.rows_of("Connections.csv") == "2 rows: 2 counted");
    CHECK(imported.said == List{});
  }
}

TEST_CASE("quirk 1: connections without a name and an address are connections", "[quirks]") {
  const Imported imported =
      import_export({{"Connections.csv", preamble + connections_header +
                                             ",,,,,,16 Dec 2024\n,,,,,,16 Dec 2024\n" + "Ann,A," +
                                             ann + ",,,,15 Dec 2024\n"}});
  CHECK(imported.activities() == List{"2024-12-15, connection, direction: received",
                                      "2024-12-16, connection, direction: received",
                                      "2024-12-16, connection, direction: received"});
}

// ---- 2: line breaks in Shares

TEST_CASE("quirk 2: line breaks in shares stand between pairs of quotes", "[quirks]") {
  const Imported imported = import_export(
      {{"Shares.csv",
        "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
        "2024-03-20 15:09:26,https://x/urn:li:share:1,\"One\"\"\n\"\"\"\"\n\"\"2024-01-01 00:00:00,"
        "https://x/urn:li:share:9,three\",,,MEMBER_NETWORK\n"
        "2024-03-21 15:09:26,https://x/urn:li:share:2,\"\"\"Quoted\"\" first\"\"\n\"\"and "
        "\"\"last\"\"\",,,MEMBER_NETWORK\n"}});
  CHECK(imported.activities() == List{"2024-03-20, share", "2024-03-21, share"});
  CHECK(imported.rows_of("Shares.csv") == "2 rows: 2 counted");
}

// ---- 3: quotes and line breaks in Comments

TEST_CASE("quirk 3: comments are separated by their dates, not by their quotes", "[quirks]") {
  const std::string link = ",https://www.linkedin.com/feed/update/urn:li:activity:7,";
  for (const std::string& text : {
           R"("He said \"no\", and left")" + std::string{"\n"},
           R"("It ends in \")" + std::string{"\n"},
           R"("\"Yes\"\n, she said, \"")" + std::string{"\n"},
           std::string{"a line\nand, \"another\n\n2024-03-19 was a good day\n"},
           std::string{"\"never closed\nat all\n"},
       }) {
    const Imported imported =
        import_export({{"Comments.csv", "Date,Link,Message\n2024-03-20 15:09:26" + link + text +
                                            "2024-03-18 10:00:00" + link + "plain\n"}});
    INFO(text);
    CHECK(imported.activities() == List{"2024-03-18, comment", "2024-03-20, comment"});
    CHECK(imported.rows_of("Comments.csv") == "2 rows: 2 counted");
  }
}

// ---- 4: SearchQueries

TEST_CASE("quirk 4: commas in a search are not quoted", "[quirks]") {
  const Imported imported =
      import_export({{"SearchQueries.csv",
                      "Time,Search Query\n"
                      "2024/03/20 10:57:48 UTC,head of sales, \"Berlin\", 2024\n"
                      "2024/03/21 10:57:48 UTC,\"it, \"Berlin\n"
                      "2024/03/22 10:57:48 UTC,plain\n"}});
  CHECK(imported.activities() ==
        List{"2024-03-20, search", "2024-03-21, search", "2024-03-22, search"});
  CHECK(imported.rows_of("SearchQueries.csv") == "3 rows: 3 counted");
}

TEST_CASE("quirk 4: searches equal to the keywords of a saved job alert are LinkedIn's",
          "[quirks]") {
  const Imported imported = import_export(
      {{"SavedJobAlerts.csv",
        "ALERT_PARAMETERS,QUERY_CONTEXT,SAVED_SEARCH_ID\n"
        "{frequency=DAILY},\"{keywords=Key  Account Manager, geoUrn=urn:li:geo:1}\",1\n"
        "{frequency=DAILY},\"{facets={}, keywords=sales, Berlin, sortBy=DD}\",2\n"},
       {"SearchQueries.csv",
        "Time,Search Query\n2024/03/20 10:00:00 UTC,key account manager\n"
        "2024/03/20 12:00:00 UTC,sales, Berlin\n2024/03/20 14:00:00 UTC,key account\n"}});
  CHECK(imported.activities() == List{"2024-03-20, search"});
  CHECK(imported.rows_of("SearchQueries.csv") ==
        "3 rows: 1 counted, 2 run by LinkedIn for a job alert");
}

TEST_CASE("quirk 4: the same search within a minute is one search", "[quirks]") {
  const Imported imported = import_export({{"SearchQueries.csv",
                                            "Time,Search Query\n"
                                            "2024/03/20 10:05:01 UTC,lenses\n"  // 61 seconds later
                                            "2024/03/20 10:04:00 UTC,lenses\n"  // 60
                                            "2024/03/20 10:03:30 UTC,other\n"
                                            "2024/03/20 10:03:00 UTC,lenses\n"}});
  CHECK(imported.activities() == List{"2024-03-20, search, count: 3"});
  CHECK(imported.rows_of("SearchQueries.csv") == "4 rows: 3 counted, 1 repeated within a minute");
}

// ---- 5: the outcome of invitations

const std::string invitations_header =
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n";

std::string invitation(const std::string& direction, const std::string& from, const std::string& to,
                       const std::string& note = "") {
  return "X,Y,\"6/17/23, 6:18 PM\"," + note + "," + direction + "," + from + "," + to + "\n";
}

TEST_CASE("quirk 5: an invitation is accepted where its invitee is among the connections",
          "[quirks]") {
  const Imported imported = import_export(
      {{"Invitations.csv", invitations_header + invitation("OUTGOING", own, ann + "/") +
                               invitation("OUTGOING", own, bob) +
                               invitation("INCOMING", "https://www.linkedin.com/in/cem", own)},
       {"Connections.csv", connections_header + "Ann,A," + ann + ",,,,16 Dec 2024\n" +
                               "Cem,C,https://www.linkedin.com/in/cem,,,,17 Dec 2024\n"}});
  // in California it was the 17th of June
  CHECK(imported.activities() == List{"2023-06-18, connection, status: pending",
                                      "2024-12-16, connection",
                                      "2024-12-17, connection, direction: received"});
  CHECK(imported.rows_of("Invitations.csv") == "3 rows: 1 counted, 2 known from a connection");
}

TEST_CASE("quirk 5: the member's own address is the one that recurs", "[quirks]") {
  const Imported imported =
      import_export({{"Invitations.csv",
                      invitations_header + invitation("", own, ann) + invitation("", bob, own)}});
  CHECK(imported.activities() ==
        List{"2023-06-18, connection, status: pending",
             "2023-06-18, connection, direction: received, status: pending"});
}

// ---- 6: the links of reactions

TEST_CASE("quirk 6: a reaction to a comment is one to others, and links are encoded or not",
          "[quirks]") {
  const std::string shares = "Date,ShareLink\n2024-03-01 10:00:00,https://x/urn:li:share:69\n";
  const auto reactions_to = [&](const std::string& link) {
    return import_export(
               {{"Shares.csv", shares},
                {"Reactions.csv", "Date,Type,Link\n2024-03-20 15:09:26,LIKE," + link + "\n"}})
        .rows_of("Reactions.csv");
  };
  const std::string counted = "1 rows: 1 counted";
  const std::string set_aside = "1 rows: 1 on the member's own shares";
  CHECK(reactions_to("https://x/urn:li:share:69") == set_aside);
  CHECK(reactions_to("https://x/urn%3Ali%3Ashare%3A69") == set_aside);
  CHECK(reactions_to("https://x/urn%3Ali%3Ashare%3A69%2F") == set_aside);
  CHECK(reactions_to("https://x/urn:li:activity:70") == counted);
  CHECK(reactions_to("https://x/urn%3Ali%3Aactivity%3A70") == counted);
  CHECK(reactions_to("https://x/urn:li:share:69?commentUrn=urn:li:comment:1") == counted);
  CHECK(reactions_to("https://x/urn%3Ali%3Ashare%3A69?commentUrn=urn%3Ali%3Acomment%3A1") ==
        counted);
}

// ---- 7: messages that are none

std::string message(const std::string& text, const std::string& title = "",
                    const std::string& folder = "INBOX", const std::string& draft = "No") {
  return "1," + title + ",Dana Own," + own + ",Ann A," + ann + ",2024-03-20 15:09:26 UTC,," + text +
         "," + folder + "," + draft + "\n";
}
const std::string messages_header =
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER,IS MESSAGE DRAFT\n";

TEST_CASE("quirk 7: sponsored messages, drafts and spam do not count", "[quirks]") {
  const auto rows_of = [](const std::string& row) {
    return import_export({{"Profile.csv", profile}, {"messages.csv", messages_header + row}})
        .rows_of("messages.csv");
  };
  CHECK(rows_of(message("Hello")) == "1 rows: 1 counted");
  CHECK(rows_of(message("3 < 4 > 2 <3")) == "1 rows: 1 counted");
  CHECK(rows_of(message("<p>Hello</p>")) == "1 rows: 1 sponsored");
  CHECK(rows_of(message("Hello<br>you")) == "1 rows: 1 sponsored");
  CHECK(rows_of(message("Hello", "Sponsored Conversation")) == "1 rows: 1 sponsored");
  CHECK(rows_of(message("Hello", "", "SPAM")) == "1 rows: 1 as spam");
  CHECK(rows_of(message("Hello", "", "INBOX", "Yes")) == "1 rows: 1 not sent");
}

TEST_CASE("quirk 7: chats with an AI are no messages", "[quirks]") {
  const std::string chat = messages_header + message("Hello");
  const Imported imported = import_export({{"Profile.csv", profile},
                                           {"guide_messages.csv", chat},
                                           {"coach_messages.csv", chat},
                                           {"learning_coach_messages.csv", chat},
                                           {"learning_role_play_messages_12.csv", chat}});
  CHECK(imported.activities() == List{});
  CHECK(imported.result->files.size() == 1);
  CHECK_FALSE(imported.measures(SignalId::conversations));
}

TEST_CASE("quirk 7: the note of an invitation is no message", "[quirks]") {
  const Imported imported = import_export(
      {{"Profile.csv", profile},
       {"Invitations.csv", invitations_header + invitation("OUTGOING", own, ann, "Shall we?")},
       {"messages.csv", messages_header + message("Shall we?") + message("Shall we not?")}});
  CHECK(imported.rows_of("messages.csv") == "2 rows: 1 counted, 1 the note of an invitation");
}

// ---- 8: every export is the full history

TEST_CASE("quirk 8: an export imported twice, or in parts that overlap, is one", "[quirks]") {
  const auto row = [](int n) {
    return "2024-03-0" + std::to_string(n) + " 10:00:00,LIKE,https://x/urn:li:activity:7\n";
  };
  const std::string header = "Date,Type,Link\n";
  // the second twice: those are two reactions
  const std::string older = zip_of({{"Reactions.csv", header + row(2) + row(2) + row(1)}});
  const std::string newer = zip_of({{"Reactions.csv", header + row(3) + row(2) + row(2) + row(1)}});
  const List wanted = {"2024-03-01, reaction", "2024-03-02, reaction, count: 2",
                       "2024-03-03, reaction"};
  for (const std::vector<std::string>& parts :
       {List{newer}, List{newer, newer}, List{older, newer}, List{newer, older, newer}}) {
    CHECK(import_parts(parts).activities() == wanted);
  }
  CHECK(import_parts({older, older}).activities() == List(wanted.begin(), wanted.end() - 1));
}

// ---- 9: the date of an export

TEST_CASE("quirk 9: an export is scored as of its own date", "[quirks]") {
  const Folder folder;
  const std::string reactions =
      "Date,Type,Link\n2024-03-20 15:09:26,LIKE,https://x/urn:li:activity:7\n";
  const auto as_of = [](const std::string& path) {
    return contains(run_app({"import", path}).out, R"("as_of": "2026-11-22")");
  };
  const std::string zip = zip_of({{"Reactions.csv", reactions}});
  CHECK(as_of(folder.write("Complete_LinkedInDataExport_11-22-2026.zip", zip)));
  CHECK(as_of(folder.write("Basic_LinkedInDataExport_11-22-2026 (1).zip", zip)));
  CHECK_FALSE(as_of(folder.write("export.zip", zip)));
  std::filesystem::create_directory(folder.path("Complete_LinkedInDataExport_11-22-2026"));
  folder.write("Complete_LinkedInDataExport_11-22-2026/Reactions.csv", reactions);
  CHECK(as_of(folder.path("Complete_LinkedInDataExport_11-22-2026")));
  // without a date in its name it is as of that of its newest entry, the first of January,
  CHECK(contains(to_document(import_export({{"Skills.csv", "Name\nSales\n"}}).log()),
                 R"("as_of": "2024-01-01")"));
  // unless something happened later, counted or not
  const Imported imported = import_export({{"Reactions.csv", reactions},
                                           {"SearchQueries.csv",
                                            "Time,Search Query\n2024/03/25 10:00:00 UTC,a\n"
                                            "2024/03/25 10:00:00 UTC,a\n"}});
  CHECK(contains(to_document(imported.log()), R"("as_of": "2024-03-25")"));
}

}  // namespace
}  // namespace ssi::test
