#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linkedin/kinds.hpp"
#include "linkedin/table.hpp"

namespace ssi::linkedin {

/// The JSON of LinkedIn's API: one page, an array of them, or a page a line. A page holds rows of
/// one domain or of several.
class ApiPages {
 public:
  /// Throws ReadError for what is no JSON, or holds no page.
  explicit ApiPages(std::string text);
  ~ApiPages();
  ApiPages(const ApiPages&) = delete;
  ApiPages& operator=(const ApiPages&) = delete;

  /// The kinds of which it has pages, with or without rows.
  [[nodiscard]] std::vector<Kind> kinds() const;
  /// Passes on the rows of all pages of a kind.
  void read(Kind kind, const ReceiveRow& receive) const;

 private:
  struct Pages;
  std::unique_ptr<Pages> pages_;
};

}  // namespace ssi::linkedin
