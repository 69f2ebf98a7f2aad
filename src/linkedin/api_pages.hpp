#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "linkedin/kinds.hpp"
#include "linkedin/table.hpp"

namespace ssi::linkedin {

/// The JSON of LinkedIn's Member Data Portability API, which members in the EU can use: one page,
/// an array of pages, or pages one after the other as a script saves them. A page holds the rows of
/// one domain, LinkedIn's word for a table, or of several.
class ApiPages {
 public:
  /// Throws ReadError if `text` is not JSON, or holds no page.
  explicit ApiPages(std::string text);
  ~ApiPages();
  ApiPages(const ApiPages&) = delete;
  ApiPages& operator=(const ApiPages&) = delete;

  /// The kinds that have a page, even one without rows: such a kind is known to be empty.
  [[nodiscard]] std::set<Kind> kinds() const;
  /// Calls `receive` with the rows of all pages of a kind, each of them in `file`.
  void read(Kind kind, std::string_view file, const ReceiveRow& receive) const;

 private:
  struct Pages;
  std::unique_ptr<Pages> pages_;
};

}  // namespace ssi::linkedin
