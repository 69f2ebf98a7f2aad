// What happens to exports between LinkedIn and this program: spreadsheets, browsers, other programs
// and years go over them. Each case has been met in a real one.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "support/catch.hpp"
#include "support/exports.hpp"
#include "support/run_app.hpp"

namespace ssi::test {
namespace {

using List = std::vector<std::string>;

const std::string connections =
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
const std::string invitations =
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n";
const std::string messages =
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER\n";
const std::string positions = "Company Name,Title,Description,Location,Started On,Finished On\n";
const std::string profile = "First Name,Last Name,Headline,Summary,Industry,Geo Location\n";
const std::string reactions = "Date,Type,Link\n";

std::string contact(const std::string& name, const std::string& day,
                    const std::string& company = "Acme") {
  return fmt::format("{0},Berg,https://www.linkedin.com/in/{0}-berg,,{1},,{2}\n", name, company,
                     day);
}

// ---- what cannot be read

TEST_CASE("a file of which fewer than nine rows in ten can be read is not measured", "[field]") {
  const auto with_bad = [](int good, int bad) {
    std::string rows = reactions;
    for (int i = 0; i < bad; ++i) rows += "45277.5,LIKE,https://x/urn:li:activity:1\n";
    for (int i = 0; i < good; ++i) {
      rows += fmt::format("2024-03-01 10:{:02}:00,LIKE,https://x/urn:li:activity:1\n", i);
    }
    return import_export({{"Reactions.csv", rows}, {"Comments.csv", "Date,Link,Message\n"}});
  };
  for (const auto& [good, bad] : std::vector<std::pair<int, int>>{{9, 1}, {20, 2}}) {
    CHECK(with_bad(good, bad).measures(SignalId::engagement_given));
  }
  for (const auto& [good, bad] : std::vector<std::pair<int, int>>{{8, 1}, {9, 2}, {0, 30}}) {
    const Imported imported = with_bad(good, bad);
    CHECK_FALSE(imported.measures(SignalId::engagement_given));
    CHECK_FALSE(imported.measures(SignalId::insight_days));
    CHECK(imported.measures(SignalId::shares));
    REQUIRE(imported.said.size() == 1);
    CHECK(contains(imported.said[0], fmt::format("Reactions.csv:2:1: skipped: '45277.5' is not a "
                                                 "date; {} of {} row",
                                                 bad, good + bad)));
  }
}

TEST_CASE("alike problems are one line with a number", "[field]") {
  std::string rows = connections;
  for (int i = 0; i < 40; ++i) rows += contact(fmt::format("p{}", i), "16 Dec 2024");
  for (int i = 0; i < 3; ++i) rows += contact(fmt::format("q{}", i), "soon");
  const Imported imported = import_export({{"Connections.csv", rows}});
  CHECK(imported.said ==
        List{"part 1/Connections.csv:42:1: skipped: 'soon' is not a date; and 2 rows like it"});
  CHECK(imported.rows_of("Connections.csv") == "43 rows: 40 counted, 3 unreadable");
}

TEST_CASE("even a quiet run says that a file cannot be read", "[field]") {
  const Folder folder;
  folder.write("Connections.csv", connections + contact("ann", "45277"));
  for (const List& args :
       {List{"import", "-q", folder.path("")}, List{"score", "-q", folder.path("")}}) {
    CHECK(contains(run_app(args).err, "'45277' is not a date; 1 of 1 row cannot be read"));
  }
}

// ---- dates

TEST_CASE("dates that a spreadsheet has saved are read", "[field]") {
  for (const std::string_view day : {"18-Jun-24", "18.06.2024", "18/06/2024", "18-06-2024",
                                     "6/18/2024", "18 juin 2024", "\"Jun 18, 2024\""}) {
    INFO(day);
    const Imported imported =
        import_export({{"Connections.csv", connections + contact("ann", std::string{day})}});
    CHECK(imported.activities() == List{"2024-06-18, connection, direction: received"});
    CHECK(imported.said.empty());
  }
}

TEST_CASE("the whole column tells which of two numbers is the month", "[field]") {
  const auto days = [](const std::string& one, const std::string& other, char separator = ',') {
    std::string text = fmt::format("Date{0}Type{0}Link\n", separator);
    for (const std::string& at : {one, other})
      text += fmt::format("{0}{1}LIKE{1}x\n", at, separator);
    return import_export({{"Reactions.csv", text}}).activities();
  };
  CHECK(days("01/02/2024 10:00", "13/02/2024 10:00") ==
        List{"2024-02-01, reaction", "2024-02-13, reaction"});
  CHECK(days("01/02/2024 10:00", "02/13/2024 10:00") ==
        List{"2024-01-02, reaction", "2024-02-13, reaction"});
  CHECK(days("1/2/2024 10:00", "3/4/2024 10:00") ==
        List{"2024-01-02, reaction", "2024-03-04, reaction"});
  CHECK(days("1/2/2024 10:00", "3/4/2024 10:00", ';') ==
        List{"2024-02-01, reaction", "2024-04-03, reaction"});
  CHECK(days("2024-02-03 10:00:00", "1/2/2024 10:00") ==
        List{"2024-01-02, reaction", "2024-02-03, reaction"});
}

TEST_CASE("a column that proves both orders is refused", "[field]") {
  const Imported imported = import_export(
      {{"Reactions.csv", reactions + "13/02/2024 10:00,LIKE,x\n02/13/2024 10:00,LIKE,x\n"}});
  CHECK(imported.activities().empty());
  CHECK_FALSE(imported.measures(SignalId::engagement_given));
  REQUIRE(imported.said.size() == 1);
  CHECK(contains(imported.said[0], "have the day first and others the month"));
}

// ---- who is who

TEST_CASE("an address without a name is nobody's, and names join instead", "[field]") {
  const std::string nobody = "https://www.linkedin.com/in";
  const auto sent = [&](const std::string& to) {
    return fmt::format("Dana Own,{},\"12/14/23, 12:13 PM\",,OUTGOING,{},{}/\n", to, nobody, nobody);
  };
  const Imported imported = import_export(
      {{"Profile.csv", profile + "Dana,Own,,,,\n"},
       {"Connections.csv", connections + contact("Ann", "16 Dec 2023")},
       {"Invitations.csv", invitations + sent("Ann Berg") + sent("Bob Berg") + sent("Cem Berg") +
                               "Dan Berg,Dana Own,\"12/14/23, 12:13 PM\",,INCOMING," + nobody +
                               "," + nobody + "\n"}});
  CHECK(imported.activities() ==
        List{"2023-12-14, connection, status: pending", "2023-12-14, connection, status: pending",
             "2023-12-14, connection, direction: received, status: pending",
             "2023-12-16, connection"});
}

TEST_CASE("invitations that nobody is known to have sent are no invitations to nobody", "[field]") {
  const auto acceptance = [](const std::string& rows, const std::string& own = "") {
    return import_export({{"Profile.csv", profile + own},
                          {"Connections.csv", connections + contact("ann", "16 Dec 2023")},
                          {"Invitations.csv", invitations + rows}})
        .measures(SignalId::acceptance);
  };
  const std::string sent = "Dana Own,Ann Berg,\"12/14/23, 12:13 PM\",,";
  CHECK(acceptance(sent + "OUTGOING,,\n"));
  CHECK(acceptance(""));
  CHECK_FALSE(acceptance(sent + ",,\n"));
  CHECK_FALSE(acceptance(sent + "AUSGEHEND,,\n"));
}

TEST_CASE("names are compared with single blanks, whatever their case", "[field]") {
  const Imported imported =
      import_export({{"Connections.csv",
                      "First Name,Last Name,Company,Position,Connected On\n J\u00D6RG ,Berg  "
                      "M\u00FCller,,,16 Dec 2022\n"},
                     {"Invitations.csv",
                      "From,To,Sent At,Message,Direction\n"
                      "Dana Own,J\u00F6rg  berg\u00A0M\u00FCller,\"12/14/22, 12:13 PM\",,OUTGOING\n"
                      "Dana Own,Jorg Berg Muller,\"12/14/22, 12:13 PM\",,OUTGOING\n"}});
  CHECK(imported.rows_of("Invitations.csv") == "2 rows: 1 counted, 1 known from a connection");
}

TEST_CASE("a message without a sender is of a member who has left", "[field]") {
  const std::string own = "https://www.linkedin.com/in/dana-own";
  const auto rows = [&](const std::string& own_url) {
    std::string text = messages;
    for (int day = 10; day < 13; ++day) {
      text +=
          fmt::format("1,,Dana Own,{},Ann,,2023-12-{} 10:00:00 UTC,,Hello,INBOX\n", own_url, day);
    }
    return text + "2,,,,Dana Own,,2023-12-13 10:00:00 UTC,,Hello,INBOX\n" +
           "1,,,,Dana Own,,2023-12-14 10:00:00 UTC,,Hello,INBOX\n";
  };
  const List wanted = {"2023-12-10, message", "2023-12-11, message",
                       "2023-12-12, message, replied: true"};
  CHECK(import_export({{"messages.csv", rows(own)}}).activities() == wanted);
  CHECK(import_export({{"messages.csv", rows("")}, {"Profile.csv", profile + "Dana,Own,,,,\n"}})
            .activities() == wanted);
  // nobody is known by no name
  const Imported imported = import_export({{"messages.csv", rows("")}});
  CHECK(imported.activities().empty());
  CHECK_FALSE(imported.measures(SignalId::conversations));
}

TEST_CASE("the exports of two members are an error that names both", "[field]") {
  const Folder folder;
  std::filesystem::create_directories(folder.path("both/one"));
  std::filesystem::create_directories(folder.path("both/two"));
  folder.write("both/one/Profile.csv", profile + "Dana,Own,,,,\n");
  folder.write("both/two/Profile.csv", profile + "Eve,Other,,,,\n");
  const Outcome outcome = run_app({"import", folder.path("both")});
  CHECK(outcome.code == 2);
  CHECK(contains(outcome.err, "both/one/Profile.csv, "));
  CHECK(contains(outcome.err, "both/two/Profile.csv"));
  CHECK_FALSE(contains(outcome.err, "Eve"));
  folder.write("both/two/Profile.csv", profile + " dana ,OWN,Now a CEO,,,\n");
  CHECK(run_app({"import", folder.path("both")}).code == 0);
}

// ---- own content

TEST_CASE("comments and reactions on an own share are known by the time in its number", "[field]") {
  constexpr std::uint64_t share = 7'300'000'000'000'000'000U;  // made 2025-02-25 10:02:57.2 UTC
  constexpr std::uint64_t second = 1000U << 22U;
  const auto reaction_to = [&](std::uint64_t activity, const std::string& published) {
    return import_export(
               {{"Shares.csv", fmt::format("Date,ShareLink\n{},https://x/urn%3Ali%3Ashare%3A{}\n",
                                           published, share)},
                {"Reactions.csv",
                 fmt::format("{}2026-01-02 10:00:00,LIKE,https://x/urn:li:activity:{}\n", reactions,
                             activity)}})
        .rows_of("Reactions.csv");
  };
  const std::string own = "1 rows: 1 on the member's own shares";
  const std::string of_others = "1 rows: 1 counted";
  const std::string on_time = "2025-02-25 10:02:57";
  CHECK(reaction_to(share, on_time) == own);
  CHECK(reaction_to(share + second, on_time) == own);
  CHECK(reaction_to(share - second, on_time) == own);
  CHECK(reaction_to(share + second + (second / 500), on_time) == of_others);
  CHECK(reaction_to(share - second - (second / 500), on_time) == of_others);
  CHECK(reaction_to(share + 1, "2025-04-25 10:00:00") == own);  // written two months before
  // numbers that are no times
  CHECK(reaction_to(share + 1, "2025-02-20 10:00:00") == of_others);
  CHECK(reaction_to(share + 1, "2026-02-20 10:00:00") == of_others);
  CHECK(reaction_to(share, "2026-02-20 10:00:00") == own);
}

// ---- the same twice

TEST_CASE("rows of two files are the same if what is read of them is", "[field]") {
  const auto endorsement = [](const std::string& separator, const std::string& status,
                              const std::string& at) {
    const auto join = [&](const List& cells) {
      return fmt::format("\"{}\"\n", fmt::join(cells, "\"" + separator + "\""));
    };
    return join({"Endorsement Date", "Skill Name", "Endorsement Status"}) +
           join({at, "Optics", status});
  };
  const std::string line = endorsement(",", "ACCEPTED", "2022/07/27 01:50:25 UTC");
  const auto both = [&](const std::string& other) {
    return import_export(
               {{"Endorsement_Received_Info.csv", line}, {"Endorsement Received Info.csv", other}})
        .activities();
  };
  const List once = {"2022-07-27, endorsement"};
  const List twice = {"2022-07-27, endorsement, count: 2"};
  CHECK(both(line) == once);
  CHECK(both(endorsement("\t", "Accepted", "2022/07/27 01:50:25 UTC")) == once);
  CHECK(both(endorsement(";", "Accepted", "27.07.2022 01:50")) == once);
  CHECK(both(endorsement(",", "ACCEPTED", "2022/07/27 01:51:25 UTC")) == twice);
}

TEST_CASE("a connection in exports of two years is one", "[field]") {
  const std::string old_header =
      "First Name,Last Name,Email Address,Company,Position,Connected On\n";
  const std::string old_export =
      zip_of({{"Connections.csv", old_header + "Ann,Berg,,Old,Clerk,\"1/8/18, 6:14 PM\"\n"
                                               "Bob,Berg,,Old,,\"1/9/18, 6:14 PM\"\n"}});
  const std::string new_export =
      zip_of({{"Connections.csv", connections + contact("Ann", "08 Jan 2018", "New")}});
  CHECK(import_parts({new_export, old_export}).activities().size() == 3);  // a day has no minutes
  CHECK(import_parts({old_export, old_export}).activities().size() == 2);
}

// ---- whole archives

TEST_CASE("what a whole larger archive lacks, there is none of", "[field]") {
  const std::vector<ZipFile> larger = {{"Comments.csv", "Date,Link,Message\n"},
                                       {"Profile.csv", profile + "Dana,Own,,,,\n"},
                                       {"Connections.csv", connections}};
  const Imported whole = import_export(larger);
  for (const SignalId signal : {SignalId::shares, SignalId::articles, SignalId::engagement_given,
                                SignalId::searches, SignalId::conversations, SignalId::acceptance,
                                SignalId::endorsements, SignalId::insight_days}) {
    CHECK(whole.measures(signal));
  }
  CHECK_FALSE(whole.measures(SignalId::profile_views));
  CHECK_FALSE(whole.measures(SignalId::coworkers));  // no employer
  // the smaller one
  const Imported smaller = import_export({larger[1], larger[2]});
  for (const SignalId signal : {SignalId::shares, SignalId::searches, SignalId::engagement_given,
                                SignalId::articles, SignalId::conversations}) {
    CHECK_FALSE(smaller.measures(signal));
  }
  CHECK(smaller.measures(SignalId::network));
  CHECK(smaller.measures(SignalId::completeness));
}

TEST_CASE("a folder is whole if it has what every member has", "[field]") {
  const auto measures_shares = [](const List& names) {
    const Folder folder;
    for (const std::string& name : names) folder.write(name, reactions);
    return !contains(run_app({"import", folder.path("")}).out, "\"shares\"");
  };
  CHECK(measures_shares({"Reactions.csv", "Registration.csv"}));
  CHECK(measures_shares({"Reactions.csv", "Registration_12.csv"}));
  CHECK_FALSE(measures_shares({"Reactions.csv"}));
  CHECK_FALSE(measures_shares({"Skills.csv", "Registration.csv"}));
}

TEST_CASE("a file that is there and cannot be read is not one that is not there", "[field]") {
  const Imported imported = import_export(
      {{"Comments.csv", "Date,Link,Message\n"}, {"Shares.csv", "Datum,Link\n2024-01-01,x\n"}});
  CHECK_FALSE(imported.measures(SignalId::shares));
  CHECK_FALSE(imported.measures(SignalId::engagement_given));
  CHECK(imported.measures(SignalId::searches));
}

TEST_CASE("nobody is told to add a photo, which no export shows", "[field]") {
  const Folder folder;
  folder.write("Profile.csv", profile + "Dana,Own,Buyer,About,Optics,Oslo\n");
  folder.write("Positions.csv", positions + "Acme,Buyer,,,Jan 2020,\n");
  folder.write("Comments.csv", "Date,Link,Message\n2025-03-20 15:09:26,https://x/1,Hi\n");
  const std::string path = folder.path("");
  const std::string log = folder.write("log.json", run_app({"import", path}).out);
  for (const std::string& of : {path, log}) {
    // about, industry, location and experience of seven
    CHECK(contains(run_app({"score", "-f", "json", of}).out, R"("points": 2.85)"));
    for (const List& args : {List{"score", of}, List{"explain", "completeness", of},
                             List{"plan", "--target", "20", of}, List{"explain", "brand", of}}) {
      CHECK_FALSE(contains(run_app(args).out, "add a photo"));
    }
  }
}

TEST_CASE("endorsements are measured without a file of recommendations", "[field]") {
  const std::string endorsed =
      "Endorsement Date,Endorsement Status\n2022/07/27 01:50:25 UTC,ACCEPTED\n";
  CHECK(import_export({{"Endorsement_Received_Info.csv", endorsed}})
            .measures(SignalId::endorsements));
  CHECK_FALSE(import_export({{"Recommendations_Received.csv", "Creation Date,Status\n"}})
                  .measures(SignalId::endorsements));
  CHECK_FALSE(import_export({{"Endorsement_Received_Info.csv", endorsed},
                             {"Recommendations_Received.csv", "Datum\n"}})
                  .measures(SignalId::endorsements));
}

TEST_CASE("coworkers need an employer", "[field]") {
  const auto coworkers = [](const std::string& company, const std::string& finished) {
    return import_export(
        {{"Connections.csv", connections + contact("ann", "16 Dec 2024", company)},
         {"Positions.csv", positions + company + ",Seller,,,Jan 2020," + finished + "\n"}});
  };
  const Imported employed = coworkers("Acme", "");
  CHECK(employed.measures(SignalId::coworkers));
  CHECK(employed.activities() ==
        List{"2024-12-16, connection, direction: received, coworker: true"});
  CHECK_FALSE(coworkers("Acme", "Jan 2022").measures(SignalId::coworkers));
  for (const std::string company :
       {"Freelance", "FREELANCER", "Self-employed", "Self Employed", "Selbstst\u00E4ndig",
        "Freiberuflich", "Ind\u00E9pendant", "Auto-entrepreneur", "Aut\u00F3nomo", "Aut\u00F4noma",
        "Libero professionista", "ZZP'er", "Zelfstandig", "Selvst\u00E6ndig", "N/A", "-", ""}) {
    INFO(company);
    const Imported imported = coworkers(company, "");
    CHECK_FALSE(imported.measures(SignalId::coworkers));
    CHECK(imported.activities() == List{"2024-12-16, connection, direction: received"});
  }
  CHECK(coworkers("Freelance Heroes Ltd", "").measures(SignalId::coworkers));
}

TEST_CASE("a smaller archive has no total, and a sentence says how to get the larger", "[field]") {
  const Folder folder;
  const std::string path =
      folder.write("Basic_LinkedInDataExport_11-22-2025.zip",
                   zip_of({{"Connections.csv", connections + contact("ann", "16 Dec 2024")},
                           {"Profile.csv", profile + "Dana,Own,Buyer,,,\n"},
                           {"messages.csv", messages}}));
  const std::string reason =
      "no total: nothing of people is measured, because the export has no SearchQueries, Shares, "
      "Comments, Reactions. Ask LinkedIn for the larger archive: Me, ";
  for (const List& args : {List{"score", path}, List{"score", "-f", "total", path}}) {
    CHECK(contains(run_app(args).err, reason));
  }
  CHECK(contains(run_app({"import", path}).err, "\n  no total: nothing of people is measured"));
  CHECK(contains(run_app({"score", path}).out, "Build relationships"));
  const std::string team = run_app({"team", path}).err;
  CHECK(contains(team, reason));
  CHECK_FALSE(contains(team, "has no total"));  // it is said once
  const std::string larger = folder.write(
      "larger.zip", zip_of({{"Connections.csv", connections}, {"Comments.csv", "Date,Link\n"}}));
  CHECK(run_app({"score", larger}).err == "");
  // without messages nothing of insights is measured, either
  const std::string least = folder.write("least.zip", zip_of({{"Connections.csv", connections}}));
  CHECK(contains(run_app({"score", least}).err, "nothing of brand, people, insights is measured"));
}

TEST_CASE("flawless exports get one line in all, and on a terminal only", "[field]") {
  const Folder folder;
  const std::string zip = folder.write(
      "a.zip", zip_of({{"Connections.csv", connections + contact("ann", "16 Dec 2024")},
                       {"Reactions.csv", reactions + "2024-03-20 15:09:26,LIKE,https://x/1\n"}}));
  const List args = {"score", "-f", "jsonl", zip, zip};
  CHECK(run_app(args).err == "");
  const Outcome outcome = run_app(args, {.err_is_terminal = true});
  CHECK(
      outcome.err ==
      "ssi: 4 rows of 2 exports: 4 counted, 0 set aside, 0 unreadable; 'ssi import' shows which\n");
}

TEST_CASE("of two dated exports the later says how things stand", "[field]") {
  // by name the later would be read first
  const std::string before = "Complete_LinkedInDataExport_12-05-2024/";
  const std::string later = "Basic_LinkedInDataExport_01-05-2025/";
  const std::string link = "https://x/urn:li:activity:1\n";
  const Imported imported = import_export(
      {{before + "Connections.csv", connections + contact("ann", "16 Nov 2024", "Old") +
                                        contact("gone", "16 Nov 2024") +
                                        contact("bob", "17 Nov 2024", "New")},
       {later + "Connections.csv", connections + contact("ann", "16 Nov 2024", "New")},
       {before + "Positions.csv", positions + "Old,CEO,,,Jan 2020,\n"},
       {later + "Positions.csv", positions + "Old,CEO,,,Jan 2020,Dec 2024\nNew,CEO,,,Jan 2025,\n"},
       {before + "Reactions.csv", reactions + "2024-11-01 10:00:00,LIKE," + link}});
  CHECK(
      imported.activities() ==
      List{"2024-11-01, reaction", "2024-11-16, connection, direction: received, coworker: true"});
  CHECK(imported.rows_of(before + "Connections.csv") == "3 rows: 3 in an older export");
}

// ---- what people hand over

TEST_CASE("one CSV file of an export is read by its name", "[field]") {
  const Folder folder;
  const std::string text = connections + contact("ann", "16 Dec 2024");
  for (const std::string name : {"Connections.csv", "Connections (1).csv", "connections copy.CSV",
                                 "Connections (Copy).csv"}) {
    const std::string path = folder.write(name, text);
    INFO(name);
    CHECK(contains(run_app({"import", path}).out, R"("at": "2024-12-16")"));
    CHECK(contains(run_app({"import", path}).out, R"("shares")"));
    CHECK(run_app({"score", "-f", "jsonl", path}).out != "");
  }
  const Outcome outcome = run_app({"import", folder.write("people.csv", text)});
  CHECK(outcome.code == 2);
  CHECK(contains(outcome.err, "people.csv: no file of a LinkedIn export has this name"));
}

TEST_CASE("a copy is read where its original is not beside it", "[field]") {
  const std::string text = connections + contact("ann", "16 Dec 2024");
  const std::string other = connections + contact("bob", "17 Dec 2024");
  const Imported alone = import_export({{"Connections (1).csv", text}, {"Skills.csv", "Name\n"}});
  CHECK(alone.activities().size() == 1);
  CHECK(alone.said.empty());
  const Imported beside =
      import_export({{"Connections.csv", text}, {"Connections copy.csv", other}});
  CHECK(beside.activities() == List{"2024-12-16, connection, direction: received"});
  CHECK(beside.said == List{"part 1/Connections copy.csv: warning: a copy, not read: "
                            "Connections.csv is next to it"});
  CHECK(import_export({{"Connections.csv", text}, {"a/Connections copy.csv", other}})
            .activities()
            .size() == 2);
}

TEST_CASE("what a Mac adds to a ZIP is not there", "[field]") {
  const Imported imported = import_export({{"export/Connections.csv", connections},
                                           {"__MACOSX/export/._Connections.csv", "\0\1"},
                                           {"export/.DS_Store", "\0\1"},
                                           {"__MACOSX/export/._a.zip", "\0\1"}},
                                          Strictness::strict);
  CHECK(imported.said.empty());
  CHECK(imported.measures(SignalId::network));
}

TEST_CASE("a ZIP in a ZIP and ZIPs in a folder are read", "[field]") {
  const std::string inner =
      zip_of({{"Connections.csv", connections + contact("ann", "16 Dec 2024")}});
  CHECK(import_export({{"export.zip", inner}}).activities().size() == 1);
  CHECK_FALSE(import_export({{"a.zip", zip_of({{"export.zip", inner}})}}).result);
  const Folder folder;
  folder.write("one.zip", inner);
  folder.write("two.zip", zip_of({{"Skills.csv", "Name\nOptics\n"}}));
  const Outcome outcome = run_app({"import", folder.path("")});
  CHECK(contains(outcome.out, R"("skills": 1)"));
  CHECK(contains(outcome.out, R"("type": "connection")"));
  folder.write("two.zip", inner.substr(0, 40));
  CHECK(contains(run_app({"import", folder.path("")}).err, "two.zip: not a complete ZIP"));
}

TEST_CASE("a folder may hold pages of the API, alone or next to CSV files", "[field]") {
  const auto page = [](std::string_view domain, std::string_view row) {
    return fmt::format(R"({{"elements": [{{"snapshotDomain": "{}", "snapshotData": [{}]}}]}})",
                       domain, row);
  };
  const std::string ann =
      R"({"First Name": "ann", "Last Name": "Berg", "URL": "https://www.linkedin.com/in/ann-berg", )"
      R"("Connected On": "16 Dec 2024"})";
  const Folder folder;
  std::filesystem::create_directory(folder.path("in it"));
  folder.write("1.json", page("CONNECTIONS", ann));
  folder.write("in it/2.jsonl", page("SEARCHES", R"({"Time": "2024/12/17 10:57:48 UTC"})"));
  folder.write("PROFILE.json", page("PROFILE", R"({"Headline": "Optician"})"));
  folder.write("log.json", R"({"activities": [{"at": "2024-12-18", "type": "comment"}]})");
  const Outcome alone = run_app({"import", folder.path("")});
  CHECK(contains(alone.out, R"("2024-12-16", "type": "connection")"));
  CHECK(contains(alone.out, R"("2024-12-17", "type": "search")"));
  CHECK(contains(alone.out, R"("headline")"));
  CHECK_FALSE(contains(alone.out, R"("type": "comment")"));
  CHECK(contains(alone.err, "no Shares in it"));  // nothing shows that the pages are all there are
  folder.write("Connections.csv",
               connections + contact("ann", "16 Dec 2024") + contact("bo", "17 Dec 2024"));
  const Outcome both = run_app({"import", folder.path("")});
  CHECK(contains(both.err, "1 also in another file"));
  CHECK(contains(both.out, R"("2024-12-17", "type": "connection")"));
  folder.write("1.json", page("CONNECTIONS", ann).substr(0, 99));
  CHECK(contains(run_app({"import", folder.path("")}).err, "1.json: not valid JSON"));
}

TEST_CASE("the JSON of the API may have a byte order mark, or be in UTF-16", "[field]") {
  const std::string json =
      R"({"paging":{},"elements":[{"snapshotDomain":"CONNECTIONS","snapshotData":[{"First Name":"Ann","Connected On":"16 Dec 2024"}]}]})";
  std::string utf16 = "\xFF\xFE";
  for (const char c : json) utf16 += {c, '\0'};
  const Folder folder;
  for (const std::string& text : {json, "\uFEFF" + json, utf16}) {
    CHECK(import_parts({text}).activities().size() == 1);
    CHECK(run_app({"score", "-f", "jsonl", folder.write("snapshot.json", text)}).out != "");
  }
}

TEST_CASE("a log is no export because of a word in it", "[field]") {
  CHECK(is_export("x", R"({"elements": [{"snapshotDomain": "INBOX")"));
  CHECK(is_export("x", R"([{"elements": [{"a": [1], "snapshotData": [)"));
  CHECK(is_export("x", R"({"a": {"b": "}"}, "snapshotDomain": "INBOX")"));
  for (const std::string_view text :
       {R"({"member": {"id": "snapshotDomain"}, "activities": []})",
        R"({"member": {"snapshotDomain": "x"}, "activities": []})",
        R"({"at": "2024-01-01", "type": "search", "note": "\"snapshotDomain\": 1"})",
        R"(["snapshotDomain"])", R"("snapshotDomain": 1)", ""}) {
    INFO(text);
    CHECK_FALSE(is_export("x", text));
  }
}

TEST_CASE("a log is a log under the name of a table, too", "[field]") {
  for (const std::string_view name : {"log.csv", "log.xlsx"}) {
    CHECK_FALSE(is_export(name, " \n{\"activities\": []}"));
    CHECK_FALSE(is_export(name, R"([{"at": "2024-01-01", "type": "search"}])"));
    CHECK(is_export(name, "First Name,Last Name\n"));
    CHECK(is_export(name, ""));
  }
}

TEST_CASE("lines may end in a carriage return alone, and columns be spelled without blanks",
          "[field]") {
  for (const std::string text : {"First Name,Last Name,Connected On\rAnn,Berg,16 Dec 2024\r",
                                 "FirstName,LastName,ConnectedOn\nAnn,Berg,16 Dec 2024\n",
                                 "first_name,last-name,connected_on\nAnn,Berg,16 Dec 2024\n",
                                 "First Name;Last Name;Connected On\nJ\xF6rg;Berg;16.12.2024\n"}) {
    CHECK(import_export({{"Connections.csv", text}}).activities() ==
          List{"2024-12-16, connection, direction: received"});
  }
}

TEST_CASE("blanks behind a closing quote end its field", "[field]") {
  const Imported imported = import_export(
      {{"Positions.csv", positions + "Acme,Seller,\"Did, things\",\"Remote\" ,Jun 2023,\n"
                                     "Beta,Clerk,\"More, \"\"of\"\" , it\"  ,Oslo,Jun 2020,\n"
                                     "Gamma,Clerk,x,\"Oslo\"  \nDelta,Clerk\n"}});
  CHECK(imported.rows_of("Positions.csv") == "4 rows: 4 counted");
}

TEST_CASE("pictures of groups and articles are no cover, and old tables of media tell nothing",
          "[field]") {
  const auto sections = [](const std::string& sentence) {
    const Imported imported = import_export(
        {{"Rich_Media.csv", "Date/Time,Media Link\n\"" + sentence + "\",x\n"}}, Strictness::strict);
    return imported.log().profile.sections.count();
  };
  CHECK(sections("You uploaded a background photo on November 12, 2024 at 2:56 AM (GMT)") == 1);
  CHECK(sections("You uploaded a profile background photo on November 12, 2024") == 1);
  for (const std::string thing : {"a group background photo", "a article cover photo",
                                  "a group logo", "a profile photo", "an image", "a video"}) {
    INFO(thing);
    CHECK(sections("You uploaded " + thing + " on November 12, 2024 at 2:56 AM (GMT)") == 0);
  }
  const Imported old =
      import_export({{"Rich Media.csv", "Type,Link\nVideos at,https://x\n"}}, Strictness::strict);
  CHECK(old.said.empty());
  CHECK(old.rows_of("Rich Media.csv") == "1 rows: 1 uploaded for a share");
}

// ---- job alerts

TEST_CASE("the keywords of job alerts stand where each year has them", "[field]") {
  const auto searches = [](const std::string& alerts) {
    return import_export({{"SavedJobAlerts.csv", alerts},
                          {"SearchQueries.csv",
                           "Time,Search Query\n2024/03/20 10:00:00 UTC,c++ engineer, \"berlin\"\n"
                           "2024/03/21 10:00:00 UTC,buyer\n"}})
        .rows_of("SearchQueries.csv");
  };
  const std::string both = "2 rows: 2 counted";
  const std::string one = "2 rows: 1 counted, 1 run by LinkedIn for a job alert";
  const std::string url_header = "Saved Search Date,Jobs Search Url\n";
  const std::string url = "https://www.linkedin.com/jobs/search?orig=JOB_ALERT";
  const std::string at = "\"4/22/23, 10:45 AM\",";
  CHECK(searches(url_header + at + url + "&keywords=C%2B%2B+Engineer%2C+%22Berlin%22&x=1\n") ==
        one);
  CHECK(searches(url_header + at + "https://x/jobs?keywords=buyer\n") == one);
  CHECK(searches(url_header + at + url + "\n") == both);
  CHECK(searches(url_header + at + url + "&notkeywords=buyer\n") == both);
  CHECK(searches(url_header) == both);
  const std::string context_header = "ALERT_PARAMETERS,QUERY_CONTEXT,SAVED_SEARCH_ID\n";
  CHECK(searches(context_header +
                 "{frequency=DAILY},\"{workflowContext={}, keywords=C++ engineer, \"\"Berlin\"\", "
                 "facets={}}\",1\n") == one);
  CHECK(searches(context_header + "{frequency=DAILY},{keywords=buyer},1\n") == one);
  CHECK(searches(context_header + "{keywords=buyer},{facets={}},1\n") == both);
}

// ---- creator analytics

std::string cells(const std::vector<List>& rows) {
  std::string xml;
  int number = 1;
  for (const List& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool is_number =
          !row[i].empty() && row[i].find_first_not_of("0123456789") == row[i].npos;
      const std::string place = fmt::format("{}{}", static_cast<char>('A' + i), number);
      if (row[i].empty()) continue;
      line += is_number ? fmt::format("<c r=\"{}\"><v>{}</v></c>", place, row[i])
                        : fmt::format("<c r=\"{}\" t=\"inlineStr\"><is><t>{}</t></is></c>", place,
                                      row[i]);
    }
    xml += fmt::format("<row r=\"{}\">{}</row>", number++, line);
  }
  return "<worksheet><sheetData>" + xml + "</sheetData></worksheet>";
}

std::string workbook(const std::vector<List>& days, const std::vector<List>& posts) {
  return zip_of(
      {{"[Content_Types].xml", "<Types/>"},
       {"xl/workbook.xml",
        "<workbook><sheets><sheet name=\"ENGAGEMENT\" r:id=\"rId1\"/><sheet name=\"TOP "
        "POSTS\" r:id=\"rId2\"/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
        "<Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>"},
       {"xl/worksheets/sheet1.xml", cells(days)},
       {"xl/worksheets/sheet2.xml", cells(posts)}});
}

const std::vector<List> covered = {
    {"Date", "Impressions", "Engagements"}, {"1/1/2024", "900", "12"}, {"12/31/2024", "3", "0"}};
const std::vector<List> top_posts = {
    {"Maximum of 50 posts available to include in this list"},
    {},
    {"Post URL", "Post publish date", "Engagements", "", "Post URL", "Post publish date",
     "Impressions"},
    {"https://x/urn:li:activity:11", "9/20/2024", "21", "", "https://x/urn:li:activity:12",
     "9/21/2024", "900"},
    {"https://x/urn:li:activity:99", "9/21/2024", "1,204", "", "https://x/urn:li:activity:11",
     "9/20/2024", "90"},
    {"https://x/urn:li:activity:98", "9/22/2024", "7", "", "", "", ""}};
const std::string shares =
    "Date,ShareLink\n2024-09-20 15:09:26,https://x/urn:li:share:11\n"
    "2024-09-21 15:09:26,https://x/urn:li:share:12\n2024-09-23 "
    "15:09:26,https://x/urn:li:share:13\n";

TEST_CASE("creator analytics tell what shares received, joined by their link or their day",
          "[field]") {
  const Imported imported =
      import_export({{"Shares.csv", shares}, {"Content_2024.xlsx", workbook(covered, top_posts)}});
  CHECK(imported.activities() == List{"2024-09-20, share, reactions: 21",
                                      "2024-09-21, share, reactions: 1204", "2024-09-23, share"});
  CHECK(imported.measures(SignalId::engagement_received));
  CHECK(imported.rows_of("Content_2024.xlsx") ==
        "5 rows: 4 counted, 1 about a post not in Shares.csv");
  CHECK(imported.said.empty());
  // beside an export
  const Folder folder;
  const std::string zip = folder.write("export.zip", zip_of({{"Shares.csv", shares}}));
  const std::string xlsx = folder.write("Content.xlsx", workbook(covered, top_posts));
  CHECK(contains(run_app({"import", zip, xlsx}).out, R"("reactions": 1204)"));
  CHECK(contains(run_app({"import", xlsx, zip}).out, R"("reactions": 1204)"));
}

TEST_CASE("creator analytics that do not cover the shares measure nothing", "[field]") {
  const auto measures = [](const List& first, const List& last) {
    return import_export(
               {{"Shares.csv", shares}, {"a.xlsx", workbook({covered[0], first, last}, top_posts)}})
        .measures(SignalId::engagement_received);
  };
  // the last of the shares is of the 23rd of September, 90 days before which began on June 26
  CHECK(measures({"6/26/2024", "1", "1"}, {"9/23/2024", "1", "1"}));
  CHECK_FALSE(measures({"6/27/2024", "1", "1"}, {"9/23/2024", "1", "1"}));
  CHECK_FALSE(measures({"6/26/2024", "1", "1"}, {"9/22/2024", "1", "1"}));
  CHECK(measures({"45469", "1", "1"}, {"45558", "1", "1"}));  // as Excel counts days
  CHECK_FALSE(import_export({{"Shares.csv", shares}}).measures(SignalId::engagement_received));
}

TEST_CASE("another workbook is refused in a sentence", "[field]") {
  std::vector<List> german = top_posts;
  german[2] = {"Beitrags-URL", "Datum", "Interaktionen"};
  for (const std::string& text :
       {workbook(covered, german), workbook({}, top_posts), workbook({}, {}), zip_of({{"a", ""}}),
        zip_of({{"xl/workbook.xml", "<workbook"}}), std::string{"no ZIP"}}) {
    const Imported imported = import_export({{"Shares.csv", shares}, {"Inhalte.xlsx", text}});
    CHECK_FALSE(imported.measures(SignalId::engagement_received));
    CHECK(imported.measures(SignalId::shares));
    REQUIRE(imported.said.size() == 1);
    CHECK(contains(imported.said[0], "Inhalte.xlsx: skipped: "));
    CHECK(contains(imported.said[0], "nothing in it counts"));
  }
}

}  // namespace
}  // namespace ssi::test
