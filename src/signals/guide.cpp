#include "signals/guide.hpp"

namespace ssi {
namespace {

constexpr std::array<bool, 3> slide = {true, false, false};
constexpr std::array<bool, 3> article = {false, true, false};
constexpr std::array<bool, 3> slide_and_article = {true, true, false};
constexpr std::array<bool, 3> all_sources = {true, true, true};

// In the order of `PillarId`.
constexpr std::array<Guide, pillar_count> pillar_guides = {{
    {.why =
         "Whether somebody who looks you up finds a complete profile, written for customers, and "
         "others who vouch for you. It is what a buyer reads before answering you: whatever the "
         "other pillars bring in passes through it.",
     .habits = "Fill the missing sections first: each takes minutes, and stays.\n"
               "After good work ask for a recommendation while it is fresh: it counts as much as "
               "{recommendation_weight} endorsements.\n"
               "Turn a question that customers keep asking into an article.",
     .not_counted = "How well it is written: no log can tell.\n"
                    "Views of your profile by others.",
     .terms = {{{"Establish your professional brand", slide_and_article}}}},
    {.why =
         "Whether you look for the people you sell to, by search, by their profiles and by lists "
         "of leads, and do so on many days. Who searches by role, company and region talks to "
         "those who decide, and not to those who happen to come by.",
     .habits = "Save your best search with its filters, and run it at a fixed hour.\n"
               "Read the profiles it finds before you write to anybody.\n"
               "Save who fits as a lead, so that news of them reach you.",
     .not_counted = "Searches for posts, jobs and groups, but for the day they make.\n"
                    "Whether those you found answer: see relationships and conversations.",
     .terms = {{{"Find the right people", slide_and_article}}}},
    {.why = "Whether you share what helps others, take part in what they share, and are answered. "
            "Who gives something worth reading over and over is known before the first message "
            "arrives.",
     .habits = "Take a little time on every working day: read, react, and leave a comment that "
               "adds something.\n"
               "Share on fixed days of the week, so that it does not depend on the mood.\n"
               "Ask a question that can be answered in a sentence.",
     .not_counted = "Reading alone: what leaves no trace cannot be counted.\n"
                    "Reactions and comments of your own on your own shares.",
     .terms = {{{"Engage with insights", slide_and_article}}}},
    {.why = "Whether your network grows, with people who decide and with your own company, and "
            "whether those you invite want to be in it. A warm introduction opens more doors than "
            "any message to a stranger.",
     .habits = "Invite after each call and meeting, with a line on where you met.\n"
               "Invite whoever takes part in a conversation with you.\n"
               "Withdraw nothing in a hurry; rather invite fewer, and those who know you.",
     .not_counted = "Followers.\n"
                    "Invitations nobody has answered yet: they lower the rate of acceptance.",
     .terms = {{{"Build relationships", slide_and_article}}}},
}};

struct SignalGuide {
  SignalId id;
  Span span;
  Guide guide;
};

// In the order of `SignalId`.
constexpr std::array<SignalGuide, signal_count> signal_guides = {{
    {SignalId::completeness,
     Span::all,
     {.title = "Complete profile",
      .why = "Which of the sections a profile needs are there. A profile without a photo or a "
             "job looks like nobody's, and leaves a visitor with questions.",
      .habits = "Add what is missing; a section takes a few minutes, and counts for good.\n"
                "List the skills you want to be found for, {complete_skills} or more.\n"
                "Write the about section to customers: what you solve, for whom.",
      .not_counted = "Skills while there are fewer than {complete_skills}.\n"
                     "A section that was removed again.\n"
                     "Certifications, projects, languages.",
      .terms = {{{"profile completeness", all_sources}}}}},
    {SignalId::showcase,
     Span::all,
     {.title = "Showcase",
      .why = "Which parts that make a profile your own are there: what it looks like, what it "
             "promises, and what it offers to see. They are what a visitor sees first.",
      .habits = "Put what you do for customers into the headline, not your job title.\n"
                "Choose a cover image that shows your work or your customers' world.\n"
                "Pin a case or a talk under featured, and claim a short custom URL.",
      .not_counted = "How often you change them: that is upkeep.\n"
                     "What stands in other sections.",
      .terms = {{{"multimedia on profile, cover photo", slide}}}}},
    {SignalId::endorsements,
     Span::all,
     {.title = "Endorsements",
      .why = "Who vouches for you. An endorsement takes a click; a recommendation is written, and "
             "counts {recommendation_weight} times as much. Buyers trust what others say.",
      .habits = "Ask for a recommendation at the end of every project that went well.\n"
                "Offer the words: what it was about, and what came of it.\n"
                "Endorse the skills of those whose work you know: it shows you care.",
      .not_counted = "Endorsements and recommendations you give.\n"
                     "More than {target} in all: the signal is at its most.",
      .terms = {{{"endorsements", slide_and_article}}}}},
    {SignalId::articles,
     Span::window,
     {.title = "Articles",
      .why = "Articles you have published. An article lasts: it is found by search, can be sent to "
             "a customer months later, and shows how you think.",
      .habits = "Answer in writing what customers ask you in every first call.\n"
                "Expand the post that got the most comments into an article.\n"
                "{target} in {window} days are enough; put the days into your calendar.",
      .not_counted = "Posts and reshares: they count as shares.\n"
                     "Articles elsewhere that you only link to.",
      .terms = {{{"long-form posts", slide}, {"articles published", article}}}}},
    {SignalId::upkeep,
     Span::window,
     {.title = "Upkeep",
      .why = "Days on which you changed something in your profile. A profile that is kept current "
             "tells a visitor that somebody is there, and what you do now.",
      .habits = "Look over a section on the first day of every month, and improve a line.\n"
                "Note a project, a talk or a certificate when it is finished.\n"
                "Renew what stands under featured when there is something better.",
      .not_counted = "Further edits on the same day.\n"
                     "Edits older than {window} days.",
      .terms = {}}},

    {SignalId::searches,
     Span::window,
     {.title = "Searches for people",
      .why = "Searches for people, with filters or without. Searching is where finding begins; "
             "who never searches lives on whoever comes by.",
      .habits = "Start the day with a search; {per_week} a week reach the target.\n"
                "Before a meeting search for everybody who will be there.\n"
                "Search for the colleagues of those who bought from you.",
      .not_counted = "Searches for companies, posts, jobs and groups.\n"
                     "Searches on other sites.",
      .terms = {{{"people searches", slide_and_article}}}}},
    {SignalId::filtered_searches,
     Span::window,
     {.title = "Searches with a filter",
      .why = "Searches for people or companies that use filters, such as role, region or size. "
             "They find the few who can buy among the many who cannot.",
      .habits = "Write down whom you sell to, and turn it into filters.\n"
                "Save the search and run it again: {per_week} a week reach the target.\n"
                "Change a filter at a time, and see who appears.",
      .not_counted = "Searches by name or word alone.\n"
                     "Filters on posts and jobs.",
      .terms = {{{"Lead Builder, advanced people searches (in Sales Navigator)",
                  slide_and_article}}}}},
    {SignalId::profile_views,
     Span::window,
     {.title = "Profiles viewed",
      .why = "Profiles of others you have looked at. Who has read a profile writes a better "
             "message to them than who has not.",
      .habits = "Read the profile before each call and each message.\n"
                "Look at who took part under a good post; {per_week} a week reach the target.\n"
                "Look at who has viewed you, and answer with a visit.",
      .not_counted = "Views of your own profile.\n"
                     "Pages of companies.",
      .terms = {{{"profile views", slide_and_article}, {"prospecting profile views", slide}}}}},
    {SignalId::saved_leads,
     Span::window,
     {.title = "Leads saved",
      .why = "Leads and accounts you have saved. A list keeps you from starting over every day, "
             "and tells you when somebody changes jobs or writes something.",
      .habits = "Save who fits as soon as you find them; {per_week} a week reach the target.\n"
                "Save the account as well, and the others who decide there.\n"
                "Go through the news of your list before you write to anybody.",
      .not_counted = "Leads who are taken off the list again are not subtracted.\n"
                     "Lists kept elsewhere.",
      .terms = {{{"leads saved (in Sales Navigator)", slide_and_article},
                 {"accounts saved (in Sales Navigator; on the slide under insights)",
                  slide_and_article}}}}},
    {SignalId::prospecting_days,
     Span::window,
     {.title = "Days of prospecting",
      .why = "Days with a search, a profile viewed or a lead saved. Some minutes every working day "
             "find more people than a long evening a month, and keep you in practice.",
      .habits = "Tie it to something you do anyway, such as the first coffee.\n"
                "Make it small: a saved search and a profile make a day.\n"
                "{per_week} days a week reach the target.",
      .not_counted = "More of it on the same day.\n"
                     "Days with messages or posts only. LinkedIn's \"days active\" may be wider.",
      .terms = {{{"days active", slide_and_article}}}}},

    {SignalId::shares,
     Span::window,
     {.title = "Shares",
      .why = "Posts, articles and reshares. Who shares something useful is seen by people they "
             "have never written to.",
      .habits = "Share on fixed days: {per_week} shares a week reach the target.\n"
                "Keep a list of ideas: every customer's question is a post.\n"
                "Say in a reshare what it means for your customers.",
      .not_counted = "Comments on the posts of others: they are engagement given.\n"
                     "Shares older than {window} days.",
      .terms = {{{"shares", slide_and_article}}}}},
    {SignalId::engagement_given,
     Span::window,
     {.title = "Engagement given",
      .why = "What you add to the content of others: a reaction counts as it is, a comment "
             "{comment_weight} times as much, for it takes a thought and is read.",
      .habits = "Comment where your customers write, not where your colleagues do.\n"
                "Add an example or a question; praise alone starts no conversation.\n"
                "Comment before you post: {per_week} points a week reach the target.",
      .not_counted = "What you write under your own posts.\n"
                     "Reading, following and saving.",
      .terms = {{{"engagements given", slide}, {"likes, comments", article}}}}},
    {SignalId::engagement_received,
     Span::window,
     {.title = "Engagement received",
      .why =
          "What your shares of these {window} days have brought: reactions as they are, comments "
          "{comment_weight} times and reshares {reshare_weight} times as much. It shows whether "
          "others find them worth their time.",
      .habits = "Ask for the experience of others, and answer every comment.\n"
                "Name those whose work you build on: they come and take part.\n"
                "Repeat the kinds of posts that were talked about.",
      .not_counted = "How often a post was shown.\n"
                     "What arrives on shares older than {window} days.",
      .terms = {{{"engagements received", slide}}}}},
    {SignalId::conversations,
     Span::window,
     {.title = "Conversations",
      .why = "Messages that were answered. To send is easy; an answer shows that it was worth "
             "reading.",
      .habits = "Write to a single person about a single thing they have written or done.\n"
                "Close with a question that takes a line to answer.\n"
                "Answer what arrives on the same day.",
      .not_counted = "Messages nobody has answered, however many.\n"
                     "Answers on other channels, unless you put them into the log.",
      .terms = {{{"messages sent, InMail response rate", slide},
                 {"messages sent, response rate", article}}}}},
    {SignalId::insight_days,
     Span::window,
     {.title = "Days with insights",
      .why = "Days with a share, a comment or a reaction. Who is there every day is remembered; "
             "who appears in bursts is not.",
      .habits = "Read what your network writes at a fixed time, and react to it.\n"
                "A thoughtful reaction is enough to make a day.\n"
                "{per_week} days a week reach the target.",
      .not_counted = "More of it on the same day.\n"
                     "Days with searches or messages only.",
      .terms = {}}},

    {SignalId::network,
     Span::all,
     {.title = "Network",
      .why = "Your connections. Each brings their own within reach of search and introduction.",
      .habits = "Invite whom you already know: customers, partners, fellow students.\n"
                "Invite after every meeting, the same day.\n"
                "Accept whoever you could help or who could help you.",
      .not_counted = "Followers, and people you follow.\n"
                     "Connections taken out again.",
      .terms = {{{"connections", slide_and_article}}}}},
    {SignalId::new_connections,
     Span::window,
     {.title = "New connections",
      .why = "Connections made in the last {window} days, whoever invited. A network that grows "
             "keeps up with your market.",
      .habits = "Invite whom you talk with under posts: {per_week} a week reach the target.\n"
                "Write why you want to be connected; a line is enough.\n"
                "Go through open invitations of others once a week.",
      .not_counted = "Invitations not accepted yet.\n"
                     "Connections older than {window} days: they count in network.",
      .terms = {{{"connections", slide_and_article}}}}},
    {SignalId::acceptance,
     Span::window,
     {.title = "Acceptance",
      .why = "How many of your invitations were accepted. Everybody starts with "
             "{assumed_invitations} unanswered ones, so that a few lucky ones prove nothing. A low "
             "rate tells of invitations to strangers.",
      .habits = "Invite people who know your name: from a comment, a call, an event.\n"
                "Give a reason that is theirs, not yours.\n"
                "Send fewer invitations if most stay unanswered.",
      .not_counted = "Invitations that others send you.\n"
                     "Invitations older than {window} days.",
      .terms = {{{"acceptance rate of requests sent", slide_and_article}}}}},
    {SignalId::decision_makers,
     Span::all,
     {.title = "Decision makers",
      .why =
          "Connections who are vice presidents or above: VP, CXO, partner or owner. They decide, "
          "or know who does.",
      .habits = "Ask a customer to introduce you to whoever signs.\n"
                "Comment on what they publish before you invite them.\n"
                "Note the seniority of new connections in your log: it counts only if told.",
      .not_counted = "Directors, managers and below.\n"
                     "Followers, and people you follow.",
      .terms = {{{"VP+ connections", slide}}}}},
    {SignalId::coworkers,
     Span::all,
     {.title = "Coworkers",
      .why = "Connections at your own company. Through them you reach customers they know, and "
             "they carry on what you share.",
      .habits = "Connect with everybody you have a meeting with in your own house.\n"
                "Start with sales, service and product: they talk with customers.\n"
                "Tell in your log who is a coworker: it counts only if told.",
      .not_counted = "Former coworkers: update the log when somebody leaves.\n"
                     "People who follow the page of your company.",
      .terms = {{{"internal connections", slide}}}}},
}};
static_assert([] {
  for (std::size_t i = 0; i < signal_count; ++i) {
    if (signal_guides[i].id != static_cast<SignalId>(i)) return false;
  }
  return true;
}());

}  // namespace

const Guide& guide(PillarId id) {
  return pillar_guides[static_cast<std::size_t>(id)];
}

const Guide& guide(SignalId id) {
  return signal_guides[static_cast<std::size_t>(id)].guide;
}

Span span_of(SignalId id) {
  return signal_guides[static_cast<std::size_t>(id)].span;
}

}  // namespace ssi
