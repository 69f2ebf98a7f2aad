#pragma once

#include <set>
#include <string>
#include <vector>

#include <ssi/activity.hpp>

#include "linkedin/import_row.hpp"

namespace ssi::linkedin {

/// The member's searches. In most exports the bulk of the rows are searches that LinkedIn ran
/// itself for saved job alerts: these are found by their keywords and left out.
class Searches {
 public:
  void add_alert(ImportRow& row);
  void add_search(ImportRow& row);
  /// Adds the member's own searches. The same search again within a minute counts once.
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
