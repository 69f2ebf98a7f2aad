#include "linkedin/searches.hpp"

#include <algorithm>
#include <tuple>

#include "base/text.hpp"
#include "linkedin/text.hpp"

namespace ssi::linkedin {
namespace {

// The keywords in `{keywords=sales, manager, geoUrn=1}`. They may have commas of their own: one
// ends them only if a name and `=` follow. Alerts have this form since 2025.
std::string keywords_in(std::string_view parameters) {
  parameters = trimmed(parameters);
  if (parameters.starts_with('{')) parameters.remove_prefix(1);
  if (parameters.ends_with('}')) parameters.remove_suffix(1);
  std::string keywords;
  bool is_keywords = false;
  while (!parameters.empty()) {
    std::string_view part = parameters.substr(0, parameters.find(',', 1));
    parameters.remove_prefix(part.size());
    const std::size_t equals = part.find('=');
    const std::size_t start = part.starts_with(',') ? 1 : 0;
    const std::string_view name = trimmed(part.substr(start, equals - start));
    if (equals != part.npos && name.find(' ') == name.npos) {
      is_keywords = name == "keywords";
      part.remove_prefix(equals + 1);
    }
    if (is_keywords) keywords += part;
  }
  return keywords;
}

// The keywords in `https://www.linkedin.com/jobs/search?keywords=data+analyst&distance=25`, the
// form of alerts up to 2024.
std::string keywords_in_url(std::string_view url) {
  constexpr std::string_view name = "keywords=";
  std::size_t at = url.find(name);
  while (at != url.npos && (at == 0 || (url[at - 1] != '?' && url[at - 1] != '&'))) {
    at = url.find(name, at + 1);
  }
  if (at == url.npos) return "";
  std::string keywords{url.substr(at + name.size())};
  keywords.resize(std::min(keywords.find_first_of("&#"), keywords.size()));
  std::ranges::replace(keywords, '+', ' ');
  return percent_decoded(keywords);
}

}  // namespace

void Searches::add_alert(ImportRow& row) {
  alerts_.insert(folded(keywords_in(row[column::query_context])));
  alerts_.insert(folded(keywords_in_url(row[column::search_url])));
  alerts_.erase("");
  row.count();
}

void Searches::add_search(ImportRow& row) {
  const auto at = row.utc(column::searched_at);
  if (!at) return;
  searches_.push_back({.query = folded(row[column::query]), .at = *at, .account = &row.account()});
}

void Searches::finish(std::vector<Activity>& activities) {
  std::ranges::sort(searches_, {}, [](const Search& s) { return std::tie(s.query, s.at); });
  const Search* before = nullptr;
  for (const Search& search : searches_) {
    const bool repeats = before != nullptr && before->query == search.query &&
                         search.at - before->at <= std::chrono::seconds{60};
    before = &search;
    if (alerts_.contains(search.query)) {
      set_aside(*search.account, SetAside::alert);
    } else if (repeats) {
      set_aside(*search.account, SetAside::search_repeat);
    } else {
      activities.push_back(
          {.day = std::chrono::floor<std::chrono::days>(search.at), .action = ssi::Search{}});
      count(*search.account);
    }
  }
}

}  // namespace ssi::linkedin
