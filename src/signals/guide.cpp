#include "signals/guide.hpp"

namespace ssi {
namespace {

constexpr std::array<bool, 3> slide = {true, false, false};
constexpr std::array<bool, 3> article = {false, true, false};
constexpr std::array<bool, 3> slide_and_article = {true, true, false};
constexpr std::array<bool, 3> all_sources = {true, true, true};

// In the order of `PillarId`.
constexpr std::array<Guide, pillar_count> pillar_guides = {{
    {.why = "Whether people who look you up find a complete profile, written for customers, and "
            "others who vouch for you. Buyers read it before they answer you, so all that the "
            "other pillars bring in passes through it.",
     .habits = "Fill in missing sections first: each takes minutes, and lasts.\n"
               "Ask for a recommendation while good work is fresh: it counts as much as "
               "{recommendation_weight} endorsements.\n"
               "Turn a question that customers keep asking into an article.",
     .not_counted = "How well it is written: a log cannot show that.\n"
                    "Views of your profile by others.",
     .terms = {{{"Establish your professional brand", slide_and_article}}}},
    {.why = "Whether you look for the people you sell to, with searches, profile views and saved "
            "leads, and do so on many days. If you search by role, company and region, you reach "
            "the people who decide, and not just those who happen to come by.",
     .habits = "Save your best search with its filters, and run it at a set time.\n"
               "Read the profiles you find before you write to anyone.\n"
               "Save good fits as leads, so that you hear their news.",
     .not_counted =
         "Searches for posts, jobs and groups, except that each makes a prospecting day.\n"
         "Whether the people you find answer: see relationships and conversations.",
     .terms = {{{"Find the right people", slide_and_article}}}},
    {.why =
         "Whether you share useful things, join in on what others share, and get answers. If you "
         "keep offering things worth reading, people know you before your first message arrives.",
     .habits = "Set aside a little time every working day: read, react, and leave a comment that "
               "adds something.\n"
               "Share on set days of the week, so that it does not depend on your mood.\n"
               "Ask questions that people can answer in a sentence.",
     .not_counted = "Reading alone: it leaves no trace to count.\n"
                    "Your reactions and comments on your own shares.",
     .terms = {{{"Engage with insights", slide_and_article}}}},
    {.why = "Whether your network grows, includes decision makers and coworkers, and whether "
            "people accept your invitations. A warm introduction opens more doors than any message "
            "to a stranger.",
     .habits = "Invite people after each call or meeting, and say where you met.\n"
               "Invite people who talk with you under posts.\n"
               "Do not rush to withdraw invitations; send fewer, to people who know you.",
     .not_counted = "Followers.\n"
                    "Invitations nobody has answered yet: they lower your acceptance rate.",
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
      .why = "How many of the key sections of your profile are filled in. A profile without a "
             "photo or a job looks abandoned, and leaves visitors with questions.",
      .habits = "Add what is missing: a section takes a few minutes, and counts for good.\n"
                "List {complete_skills} or more skills that you want to be found for.\n"
                "Write the about section for customers: what you solve, and for whom.",
      .not_counted = "Skills, while you list fewer than {complete_skills}.\n"
                     "Sections you have removed.\n"
                     "Certifications, projects and languages.",
      .terms = {{{"profile completeness", all_sources}}}}},
    {SignalId::showcase,
     Span::all,
     {.title = "Showcase",
      .why = "Whether your profile has the parts that make it your own: a cover image, a headline, "
             "featured content and a custom URL. Visitors see them first.",
      .habits = "In the headline, say what you do for customers, not your job title.\n"
                "Choose a cover image that shows your work or your customers' world.\n"
                "Feature a case study or a talk, and claim a short custom URL.",
      .not_counted = "How often you change them: that is upkeep.\n"
                     "What is in other sections.",
      .terms = {{{"multimedia on profile, cover photo", slide}}}}},
    {SignalId::endorsements,
     Span::all,
     {.title = "Endorsements",
      .why =
          "Who vouches for you. An endorsement takes a click; a recommendation takes writing, and "
          "counts {recommendation_weight} times as much. Buyers trust what others say about you.",
      .habits = "Ask for a recommendation at the end of every project that went well.\n"
                "Make it easy: suggest what to mention, such as the task and the result.\n"
                "Endorse the skills of people whose work you know: many return it.",
      .not_counted = "Endorsements and recommendations that you give.\n"
                     "More than {target} in all: the signal is full then.",
      .terms = {{{"endorsements", slide_and_article}}}}},
    {SignalId::articles,
     Span::window,
     {.title = "Articles",
      .why = "Articles you publish. An article lasts: people find it by search, you can send it to "
             "a customer months later, and it shows how you think.",
      .habits = "Answer in writing what customers ask in every first call.\n"
                "Expand your most discussed post into an article.\n"
                "Aim for {target} in {window} days, and put the dates in your calendar.",
      .not_counted = "Posts and reshares: they count as shares.\n"
                     "Articles on other sites that you only link to.",
      .terms = {{{"long-form posts", slide}, {"articles published", article}}}}},
    {SignalId::upkeep,
     Span::window,
     {.title = "Upkeep",
      .why = "Days on which you changed your profile. A current profile shows visitors that you "
             "are active, and what you do now.",
      .habits = "On the first of every month, reread a section and improve a line.\n"
                "Add each project, talk or certificate as soon as it is finished.\n"
                "Replace featured content when you have something better.",
      .not_counted = "Further edits on the same day.\n"
                     "Edits older than {window} days.",
      .terms = {}}},

    {SignalId::searches,
     Span::window,
     {.title = "Searches for people",
      .why = "Searches for people, with or without filters. Finding starts with searching; without "
             "it, you depend on whoever comes by.",
      .habits = "Start the day with a search: aim for {per_week} a week.\n"
                "Before a meeting, look up everyone who will be there.\n"
                "Search for colleagues of people who bought from you.",
      .not_counted = "Searches for companies, posts, jobs and groups.\n"
                     "Searches on other sites.",
      .terms = {{{"people searches", slide_and_article}}}}},
    {SignalId::filtered_searches,
     Span::window,
     {.title = "Searches with a filter",
      .why = "Searches for people or companies with filters such as role, region or size. They "
             "find the few who can buy among the many who cannot.",
      .habits = "Write down who you sell to, and turn that into filters.\n"
                "Save the search and run it again: aim for {per_week} a week.\n"
                "Change one filter at a time, and see who turns up.",
      .not_counted = "Searches by name or keyword alone.\n"
                     "Filters on searches for posts or jobs.",
      .terms = {{{"Lead Builder, advanced people searches (in Sales Navigator)",
                  slide_and_article}}}}},
    {SignalId::profile_views,
     Span::window,
     {.title = "Profiles viewed",
      .why = "Profiles of others that you view. Once you have read somebody's profile, you write a "
             "better message.",
      .habits = "Read the profile before each call and each message.\n"
                "View the people who join in under a good post: aim for {per_week} a week.\n"
                "Look at who viewed you, and view them back.",
      .not_counted = "Views of your own profile, by you or by others.\n"
                     "Company pages.",
      .terms = {{{"profile views", slide_and_article}, {"prospecting profile views", slide}}}}},
    {SignalId::saved_leads,
     Span::window,
     {.title = "Leads saved",
      .why = "Leads and accounts that you save. A list saves you from starting over every day, and "
             "tells you when somebody changes jobs or posts something.",
      .habits = "Save good fits as soon as you find them: aim for {per_week} a week.\n"
                "Save the account as well, and the other people who decide there.\n"
                "Check the news on your list before you write to anyone.",
      .not_counted = "Taking a lead off the list: nothing is subtracted.\n"
                     "Lists kept elsewhere.",
      .terms = {{{"leads saved (in Sales Navigator)", slide_and_article},
                 {"accounts saved (in Sales Navigator; on the slide under insights)",
                  slide_and_article}}}}},
    {SignalId::prospecting_days,
     Span::window,
     {.title = "Prospecting days",
      .why = "Days with a search, a profile view or a saved lead. A few minutes every working day "
             "find more people than one long evening a month, and keep you in practice.",
      .habits = "Tie it to something you do anyway, such as your first coffee.\n"
                "Keep it small: one search or one profile makes a day.\n"
                "Aim for {per_week} days a week.",
      .not_counted = "More of the same on the same day.\n"
                     "Days with only messages or posts. LinkedIn's \"days active\" may be wider.",
      .terms = {{{"days active", slide_and_article}}}}},

    {SignalId::shares,
     Span::window,
     {.title = "Shares",
      .why = "Posts, articles and reshares. When you share something useful, people you have never "
             "written to see you.",
      .habits = "Share on set days: aim for {per_week} shares a week.\n"
                "Keep a list of ideas: every customer question is a post.\n"
                "When you reshare, say what it means for your customers.",
      .not_counted = "Comments on the posts of others: they are engagement given.\n"
                     "Shares older than {window} days.",
      .terms = {{{"shares", slide_and_article}}}}},
    {SignalId::engagement_given,
     Span::window,
     {.title = "Engagement given",
      .why = "What you add to the content of others. A comment counts {comment_weight} times as "
             "much as a reaction: it takes thought, and people read it.",
      .habits = "Comment where your customers write, not where your colleagues do.\n"
                "Add an example or a question; praise alone starts no conversation.\n"
                "Comment before you post: aim for {per_week} points a week.",
      .not_counted = "What you write under your own posts.\n"
                     "Reading, following and saving.",
      .terms = {{{"engagements given", slide}, {"likes, comments", article}}}}},
    {SignalId::engagement_received,
     Span::window,
     {.title = "Engagement received",
      .why = "What your shares of the last {window} days brought you. Comments count "
             "{comment_weight} times and reshares {reshare_weight} times as much as reactions. It "
             "shows whether people find your shares worth their time.",
      .habits = "Ask others about their experience, and answer every comment.\n"
                "Mention people whose work you build on: they often join in.\n"
                "Repeat the kinds of posts that got people talking.",
      .not_counted = "How often a post was shown.\n"
                     "Anything on shares older than {window} days.",
      .terms = {{{"engagements received", slide}}}}},
    {SignalId::conversations,
     Span::window,
     {.title = "Conversations",
      .why = "Messages that were answered. Sending is easy; an answer shows that your message was "
             "worth reading.",
      .habits = "Write to one person about one thing they wrote or did.\n"
                "End with a question that takes one line to answer.\n"
                "Answer messages on the day they arrive.",
      .not_counted = "Messages nobody has answered, however many.\n"
                     "Answers on other channels, unless you add them to the log.",
      .terms = {{{"messages sent, InMail response rate", slide},
                 {"messages sent, response rate", article}}}}},
    {SignalId::insight_days,
     Span::window,
     {.title = "Insight days",
      .why = "Days with a share, a comment or a reaction. People remember you if you show up every "
             "day, not if you appear in bursts.",
      .habits = "Read what your network posts at a set time, and react to it.\n"
                "One thoughtful reaction is enough to make a day.\n"
                "Aim for {per_week} days a week.",
      .not_counted = "More of the same on the same day.\n"
                     "Days with only searches or messages.",
      .terms = {}}},

    {SignalId::network,
     Span::all,
     {.title = "Network",
      .why = "Your connections. Each one puts more people within reach of your searches and "
             "introductions.",
      .habits = "Invite people you already know: customers, partners, fellow students.\n"
                "Invite the people you meet on the same day.\n"
                "Accept people you could help, or who could help you.",
      .not_counted = "Followers, and people you follow.\n"
                     "Connections that were removed.",
      .terms = {{{"connections", slide_and_article}}}}},
    {SignalId::new_connections,
     Span::window,
     {.title = "New connections",
      .why = "Connections made in the last {window} days, no matter who invited whom. A network "
             "that grows keeps up with your market.",
      .habits = "Invite people you talk with under posts: aim for {per_week} a week.\n"
                "Say why you want to connect; one line is enough.\n"
                "Once a week, go through the invitations you have received.",
      .not_counted = "Invitations not accepted yet.\n"
                     "Connections older than {window} days: they count for network.",
      .terms = {{{"connections", slide_and_article}}}}},
    {SignalId::acceptance,
     Span::window,
     {.title = "Acceptance",
      .why = "How many of your invitations people accept. Everybody starts with "
             "{assumed_invitations} unanswered ones, so that a few lucky ones do not make a good "
             "rate. A low rate suggests that you invite strangers.",
      .habits = "Invite people who know your name: from a comment, a call, an event.\n"
                "Give a reason that matters to them.\n"
                "Send fewer invitations if most stay unanswered.",
      .not_counted = "Invitations that others send you.\n"
                     "Invitations older than {window} days.",
      .terms = {{{"acceptance rate of requests sent", slide_and_article}}}}},
    {SignalId::decision_makers,
     Span::all,
     {.title = "Decision makers",
      .why = "Connections at VP level or above: VP, CXO, partner or owner. They decide, or know "
             "who does.",
      .habits = "Ask a customer to introduce you to the person who signs.\n"
                "Comment on their posts before you invite them.\n"
                "Note the seniority of new connections in your log: without it, they do not count.",
      .not_counted = "Directors, managers and below.\n"
                     "Followers, and people you follow.",
      .terms = {{{"VP+ connections", slide}}}}},
    {SignalId::coworkers,
     Span::all,
     {.title = "Coworkers",
      .why = "Connections at your own company. Through them you reach customers they know, and "
             "they spread what you share.",
      .habits = "Connect with every colleague you have a meeting with.\n"
                "Start with sales, service and product: they talk with customers.\n"
                "Note in your log who is a coworker: without that, they do not count.",
      .not_counted = "Former coworkers: update your log when somebody leaves.\n"
                     "People who follow your company's page.",
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
