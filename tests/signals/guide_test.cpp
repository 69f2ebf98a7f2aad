#include "signals/guide.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <ssi/score.hpp>

#include "signals/catalog.hpp"
#include "support/catch.hpp"
#include "support/logs.hpp"

namespace ssi::test {
namespace {

struct Page {
  std::string_view id;
  const Guide& guide;
};

std::vector<Page> all_pages() {
  std::vector<Page> pages;
  for (const PillarInfo& pillar : pillar_catalog) {
    pages.push_back({name(pillar.id), guide(pillar.id)});
  }
  for (const SignalInfo& signal : signal_catalog) {
    pages.push_back({name(signal.id), guide(signal.id)});
  }
  return pages;
}

TEST_CASE("the guide has something to say of every pillar and signal") {
  REQUIRE(all_pages().size() == 24);
  std::vector<std::string_view> said;
  for (const Page& page : all_pages()) {
    INFO(page.id);
    for (const std::string_view text :
         {page.guide.why, page.guide.habits, page.guide.not_counted}) {
      CHECK(text.size() > 20);
      CHECK(std::ranges::find(said, text) == said.end());
      said.push_back(text);
    }
    for (const std::string_view list : {page.guide.habits, page.guide.not_counted}) {
      CHECK(std::ranges::count(list, '\n') >= 1);
      CHECK_FALSE(list.ends_with('\n'));
      CHECK(list.find("\n\n") == std::string_view::npos);
    }
    for (const Term& term : page.guide.terms) {
      CHECK(term.words.empty() == (std::ranges::count(term.sources, true) == 0));
    }
  }
  for (const SignalInfo& signal : signal_catalog) {
    INFO(name(signal.id));
    CHECK_FALSE(guide(signal.id).title.empty());
  }
}

TEST_CASE("no number is typed into the guide") {
  constexpr std::string_view words[] = {"two",   "three",   "four",   "five",  "six",    "seven",
                                        "eight", "nine",    "ten",    "dozen", "twenty", "hundred",
                                        "twice", "quarter", "thirty", "ninety"};
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  for (const Page& page : all_pages()) {
    for (const std::string_view text :
         {page.guide.title, page.guide.why, page.guide.habits, page.guide.not_counted}) {
      INFO(page.id << ": " << text);
      CHECK(std::ranges::none_of(text, [](char c) { return c >= '0' && c <= '9'; }));
      for (const std::string_view word : words) {
        INFO(word);
        const std::size_t at = text.find(word);
        const bool is_word =
            at != std::string_view::npos && (at == 0 || !is_letter(text[at - 1])) &&
            (at + word.size() == text.size() || !is_letter(text[at + word.size()]));
        CHECK_FALSE(is_word);
      }
    }
  }
}

TEST_CASE("the guide knows which signals forget what is older than the window") {
  const std::vector<Action> actions = {ProfileEdit{.section = Section::photo},
                                       ProfileEdit{.section = Section::cover},
                                       Endorsement{},
                                       Share{.kind = ShareKind::article, .reactions = 1},
                                       Search{.filters = 1},
                                       ProfileView{},
                                       LeadSaved{},
                                       Comment{},
                                       Message{.replied = true},
                                       Connection{.seniority = Seniority::vp, .coworker = true}};
  const auto measured = [&](SignalId id, int days_ago) {
    std::vector<Activity> activities;
    for (const Action& action : actions) {
      activities.push_back({today - std::chrono::days{days_ago}, action});
    }
    const Score now = score(timeline_of(activities), {}, today, model_v1());
    return now.signal(id).points;
  };
  const int window = model_v1().window_days;
  for (const SignalInfo& signal : signal_catalog) {
    INFO(name(signal.id));
    REQUIRE(measured(signal.id, window - 1) > Points{});
    CHECK((measured(signal.id, window) == Points{}) == (span_of(signal.id) == Span::window));
  }
}

}  // namespace
}  // namespace ssi::test
