#include <string>
#include <utility>
#include <vector>

#include "signals/measured.hpp"

namespace ssi::test {
namespace {

bool is_decision_maker(const Connection& c) {
  return c.seniority == Seniority::vp || c.seniority == Seniority::cxo ||
         c.seniority == Seniority::partner || c.seniority == Seniority::owner;
}

// What a connection does to a stock.
Count change(const Connection& c) {
  return c.status == Status::accepted ? 1 : c.status == Status::removed ? -1 : 0;
}

TEST_CASE("stocks of connections earn by the square root up to their target") {
  const struct {
    SignalId id;
    Count Profile::*stock;
    std::vector<std::pair<Count, int>> earns;
  } table[] = {
      {SignalId::network,
       &Profile::connections,
       {{0, 0}, {1, 22}, {125, 250}, {499, 499}, {500, 500}, {501, 500}, {count_max, 500}}},
      {SignalId::decision_makers,
       &Profile::decision_makers,
       {{0, 0}, {1, 70}, {49, 494}, {50, 500}, {51, 500}, {count_max, 500}}},
      {SignalId::coworkers,
       &Profile::coworkers,
       {{0, 0}, {1, 91}, {29, 491}, {30, 500}, {31, 500}, {count_max, 500}}},
  };
  for (const auto& [id, stock, earns] : table) {
    for (const auto& [n, hundredths] : earns) {
      INFO(name(id) << " " << n);
      Profile profile;
      profile.*stock = n;
      REQUIRE(measured(id, timeline_of({}, profile)) == n);
      REQUIRE(earned(id, timeline_of({}, profile)) == hundredths);
      if (n > 1000) continue;
      const Connection vp_coworker{.seniority = Seniority::vp, .coworker = true};
      REQUIRE(earned(id, timeline_of(repeated(n, vp_coworker))) == hundredths);
    }
  }
}

TEST_CASE("the network grows by accepted invitations of either side and shrinks by removals") {
  require_adds(SignalId::network, only<Connection>(change));
}

TEST_CASE("decision makers are connections of the levels vp and cxo and partner and owner") {
  require_adds(SignalId::decision_makers, only<Connection>([](const Connection& c) {
                 return is_decision_maker(c) ? change(c) : 0;
               }));
}

TEST_CASE("coworkers are connections at the own company") {
  require_adds(SignalId::coworkers,
               only<Connection>([](const Connection& c) { return c.coworker ? change(c) : 0; }));
}

TEST_CASE("new connections are those accepted and no removal takes one back") {
  require_adds(SignalId::new_connections,
               only<Connection>([](const Connection& c) { return c.status == Status::accepted; }));
  const Connection removal{.status = Status::removed};
  REQUIRE(measured(SignalId::new_connections,
                   timeline_of(on(today, {Connection{}, Connection{}, removal}))) == 2);
}

TEST_CASE("new connections earn by the square root up to 60") {
  const std::pair<Count, int> table[] = {{0, 0},    {1, 64},   {15, 250},
                                         {59, 495}, {60, 500}, {61, 500}};
  for (const auto& [n, hundredths] : table) {
    INFO(n);
    const Timeline timeline =
        timeline_of(repeated(n, Connection{.direction = Direction::received}));
    REQUIRE(measured(SignalId::new_connections, timeline) == n);
    REQUIRE(earned(SignalId::new_connections, timeline) == hundredths);
  }
}

TEST_CASE("no stock goes below zero") {
  const Connection removal{
      .status = Status::removed, .seniority = Seniority::owner, .coworker = true};
  for (const SignalId id : {SignalId::network, SignalId::decision_makers, SignalId::coworkers}) {
    INFO(name(id));
    REQUIRE(measured(id, timeline_of(repeated(3, removal))) == 0);
    const Profile two{.connections = 2, .decision_makers = 2, .coworkers = 2};
    REQUIRE(measured(id, timeline_of(repeated(1, removal), two)) == 1);
    REQUIRE(measured(id, timeline_of(repeated(2, removal), two)) == 0);
    REQUIRE(measured(id, timeline_of(repeated(3, removal), two)) == 0);
  }
}

TEST_CASE("a connection removed before the window is gone and one removed later is still there") {
  const Profile ten{.connections = 10};
  const Connection removal{.status = Status::removed};
  for (const int ago : {400, 90, 89, 0}) {
    INFO(ago);
    REQUIRE(measured(SignalId::network, timeline_of({{today - days{ago}, removal}}, ten)) == 9);
  }
  REQUIRE(measured(SignalId::network, timeline_of({{today + days{1}, removal}}, ten)) == 10);
}

std::string acceptance(const std::vector<Activity>& activities) {
  const SignalScore signal = scored(SignalId::acceptance, timeline_of(activities));
  REQUIRE(signal.value);
  return std::to_string(static_cast<int>(signal.value->numerator)) + "/" +
         std::to_string(static_cast<int>(signal.value->denominator)) + " earns " +
         std::to_string(signal.points.hundredths);
}

TEST_CASE("acceptance starts with five unanswered invitations") {
  const struct {
    Count accepted, pending;
    std::string value;
  } table[] = {
      {0, 0, "0/5 earns 0"},        {1, 0, "1/6 earns 166"},      {2, 0, "2/7 earns 285"},
      {3, 0, "3/8 earns 375"},      {4, 0, "4/9 earns 444"},      {5, 0, "5/10 earns 500"},
      {6, 0, "6/11 earns 500"},     {5, 1, "5/11 earns 454"},     {5, 3, "5/13 earns 384"},
      {0, 1, "0/6 earns 0"},        {0, 95, "0/100 earns 0"},     {49, 46, "49/100 earns 490"},
      {50, 45, "50/100 earns 500"}, {51, 44, "51/100 earns 500"}, {95, 0, "95/100 earns 500"},
      {1, 194, "1/200 earns 5"},    {1, 994, "1/1000 earns 1"},   {1, 995, "1/1001 earns 0"},
  };
  for (const auto& [accepted, pending, value] : table) {
    std::vector<Activity> activities = repeated(accepted, Connection{});
    for (const Activity& a : repeated(pending, Connection{.status = Status::pending})) {
      activities.push_back(a);
    }
    REQUIRE(acceptance(activities) == value);
  }
}

TEST_CASE("acceptance counts the invitations sent and of those the accepted") {
  for (const Action& action : every_action()) {
    const auto* c = std::get_if<Connection>(&action);
    const bool invitation =
        c != nullptr && c->direction == Direction::sent && c->status != Status::removed;
    const std::string expected = !invitation                     ? "0/5 earns 0"
                                 : c->status == Status::accepted ? "1/6 earns 166"
                                                                 : "0/6 earns 0";
    INFO(encode(action));
    REQUIRE(acceptance({{today, action}}) == expected);
  }
}

TEST_CASE("acceptance counts the 90 days that end on the as-of day") {
  const auto at = [](int ago) { return acceptance({{today - days{ago}, Connection{}}}); };
  REQUIRE(at(91) == "0/5 earns 0");
  REQUIRE(at(90) == "0/5 earns 0");
  REQUIRE(at(89) == "1/6 earns 166");
  REQUIRE(at(0) == "1/6 earns 166");
  REQUIRE(at(-1) == "0/5 earns 0");
  const auto pending = [](int ago) {
    return acceptance({{today - days{ago}, Connection{.status = Status::pending}}});
  };
  REQUIRE(pending(90) == "0/5 earns 0");
  REQUIRE(pending(89) == "0/6 earns 0");
  REQUIRE(pending(-1) == "0/5 earns 0");
}

TEST_CASE("connections are stocks and new connections a flow of 90 days") {
  require_stock(SignalId::network, Connection{}, 1);
  require_stock(SignalId::network, Connection{.direction = Direction::received}, 1);
  require_stock(SignalId::decision_makers, Connection{.seniority = Seniority::vp}, 1);
  require_stock(SignalId::coworkers, Connection{.coworker = true}, 1);
  require_flow(SignalId::new_connections, Connection{}, 1);
  require_flow(SignalId::new_connections, Connection{.direction = Direction::received}, 1);
}

}  // namespace
}  // namespace ssi::test
