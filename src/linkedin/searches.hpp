#pragma once

#include <set>
#include <string>
#include <vector>

#include <ssi/activity.hpp>

#include "linkedin/import_row.hpp"

namespace ssi::linkedin {

/// Searches, without those that LinkedIn ran itself for saved job alerts.
class Searches {
 public:
  void add_alert(ImportRow& row);
  void add_search(ImportRow& row);
  /// Adds the member's own searches. One that repeats itself within a minute is one.
  void finish(std::vector<Activity>& activities);

 private:
  struct Search {
    std::string query{};
    Moment at{};
    FileAccount* account = nullptr;
  };

  std::set<std::string> alerts_;
  std::vector<Search> searches_;
};

}  // namespace ssi::linkedin
