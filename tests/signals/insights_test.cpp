#include <algorithm>
#include <utility>
#include <vector>

#include "signals/measured.hpp"

namespace ssi::test {
namespace {

TEST_CASE("shares earn by the square root up to 36") {
  const std::pair<Count, int> table[] = {{0, 0},    {1, 83},   {9, 250},
                                         {35, 493}, {36, 500}, {37, 500}};
  for (const auto& [n, hundredths] : table) {
    INFO(n);
    const Timeline timeline = timeline_of(repeated(n, Share{}));
    REQUIRE(measured(SignalId::shares, timeline) == n);
    REQUIRE(earned(SignalId::shares, timeline) == hundredths);
  }
}

TEST_CASE("shares are posts and articles and reshares whatever they received") {
  require_adds(SignalId::shares, only<Share>([](const Share&) { return 1; }));
}

TEST_CASE("engagement given weighs a comment as three reactions") {
  const struct {
    Count reactions, comments, value;
    int hundredths;
  } table[] = {
      {0, 0, 0, 0},       {1, 0, 1, 37},      {0, 1, 3, 64},     {179, 0, 179, 498},
      {2, 59, 179, 498},  {180, 0, 180, 500}, {0, 60, 180, 500}, {177, 1, 180, 500},
      {181, 0, 181, 500}, {178, 1, 181, 500}, {45, 0, 45, 250},
  };
  for (const auto& [reactions, comments, value, hundredths] : table) {
    INFO(reactions << " reactions and " << comments << " comments");
    std::vector<Activity> activities;
    if (reactions > 0) activities.push_back({today, Reaction{.count = reactions}});
    if (comments > 0) activities.push_back({today, Comment{.count = comments}});
    const Timeline timeline = timeline_of(activities);
    REQUIRE(measured(SignalId::engagement_given, timeline) == value);
    REQUIRE(earned(SignalId::engagement_given, timeline) == hundredths);
  }
  require_adds(SignalId::engagement_given, [](const Action& action) -> Count {
    return std::holds_alternative<Comment>(action) ? 3 : std::holds_alternative<Reaction>(action);
  });
}

TEST_CASE("engagement received weighs a comment and a reshare as three reactions") {
  const struct {
    Share share;
    Count value;
    int hundredths;
  } table[] = {
      {{}, 0, 0},
      {{.reactions = 1}, 1, 26},
      {{.comments = 1}, 3, 45},
      {{.reshares = 1}, 3, 45},
      {{.reactions = 90}, 90, 250},
      {{.reactions = 359}, 359, 499},
      {{.reactions = 353, .comments = 1, .reshares = 1}, 359, 499},
      {{.reactions = 360}, 360, 500},
      {{.comments = 120}, 360, 500},
      {{.reshares = 120}, 360, 500},
      {{.reactions = 361}, 361, 500},
      {{.kind = ShareKind::article, .reactions = 1, .comments = 2, .reshares = 3}, 16, 105},
      {{.kind = ShareKind::reshare, .reactions = 1, .comments = 2, .reshares = 3}, 16, 105},
      {{.reactions = count_max}, count_max, 500},
  };
  for (const auto& [share, value, hundredths] : table) {
    INFO(encode(share));
    const Timeline timeline = timeline_of({{today, share}});
    REQUIRE(measured(SignalId::engagement_received, timeline) == value);
    REQUIRE(earned(SignalId::engagement_received, timeline) == hundredths);
  }
  require_adds(SignalId::engagement_received, only<Share>([](const Share& s) {
                 return s.reactions + 3 * (s.comments + s.reshares);
               }));
}

TEST_CASE("engagement received may be three times what a log may say") {
  const Timeline timeline = timeline_of({{today, Share{.comments = count_max}}});
  const SignalScore received = scored(SignalId::engagement_received, timeline);
  REQUIRE((received.value == Ratio{3 * static_cast<Wide>(count_max)}));
  REQUIRE(received.points == Points{500});
}

TEST_CASE("conversations are messages that were answered") {
  const std::pair<Count, int> table[] = {{0, 0},    {1, 102},  {6, 250},
                                         {23, 489}, {24, 500}, {25, 500}};
  for (const auto& [n, hundredths] : table) {
    INFO(n);
    const Timeline one_by_one = timeline_of(repeated(n, Message{.replied = true}));
    REQUIRE(measured(SignalId::conversations, one_by_one) == n);
    REQUIRE(earned(SignalId::conversations, one_by_one) == hundredths);
    if (n == 0) continue;
    const Timeline at_once = timeline_of({{today, Message{.replied = true, .count = n}}});
    REQUIRE(measured(SignalId::conversations, at_once) == n);
  }
  require_adds(SignalId::conversations, only<Message>([](const Message& m) { return m.replied; }));
}

TEST_CASE("an insight day has a share or a comment or a reaction") {
  require_adds(SignalId::insight_days, [](const Action& action) -> Count {
    return std::holds_alternative<Share>(action) || std::holds_alternative<Comment>(action) ||
           std::holds_alternative<Reaction>(action);
  });
}

TEST_CASE("an insight day counts once however much was done on it") {
  const std::vector<Activity> busy =
      on(today, {Share{}, Share{}, Comment{.count = 9}, Reaction{.count = 30}});
  REQUIRE(measured(SignalId::insight_days, timeline_of(busy)) == 1);
}

TEST_CASE("insight days earn in proportion up to 45") {
  const std::pair<Count, int> table[] = {{0, 0},    {1, 11},   {9, 100}, {44, 488},
                                         {45, 500}, {46, 500}, {91, 500}};
  for (const auto& [n, hundredths] : table) {
    INFO(n);
    const Timeline timeline = timeline_of(daily(n, Reaction{}));
    REQUIRE(measured(SignalId::insight_days, timeline) == std::min<Count>(n, 90));
    REQUIRE(earned(SignalId::insight_days, timeline) == hundredths);
  }
}

TEST_CASE("insights signals count the 90 days that end on the as-of day") {
  require_flow(SignalId::shares, Share{}, 1);
  require_flow(SignalId::shares, Share{.kind = ShareKind::reshare}, 1);
  require_flow(SignalId::engagement_given, Reaction{.count = 4}, 4);
  require_flow(SignalId::engagement_given, Comment{.count = 4}, 12);
  require_flow(SignalId::engagement_received, Share{.reactions = 2}, 2);
  require_flow(SignalId::engagement_received, Share{.comments = 2}, 6);
  require_flow(SignalId::engagement_received, Share{.reshares = 2}, 6);
  require_flow(SignalId::conversations, Message{.replied = true, .count = 4}, 4);
  require_flow(SignalId::insight_days, Share{}, 1);
  require_flow(SignalId::insight_days, Comment{.count = 4}, 1);
  require_flow(SignalId::insight_days, Reaction{.count = 4}, 1);
}

}  // namespace
}  // namespace ssi::test
