#pragma once

// Golden files: what the program printed when somebody looked at it and found it right. After a
// wanted change renew them, and read the difference before committing it:
//
//   SSI_RENEW=1 build/test/tests/ssi_tests "golden*"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/logs.hpp"
#include "support/run_app.hpp"

namespace ssi::test {

/// Requires `text` to be what the file at `path` of the source tree holds, to the byte.
inline void require_same_text(const std::string& path, const std::string& text) {
  INFO(path << "; see support/golden.hpp for how to renew it");
  if (std::getenv("SSI_RENEW") != nullptr) {
    std::ofstream out{std::string{SSI_SOURCE_DIR} + "/" + path, std::ios::binary};
    out << text;
    REQUIRE(out.flush());
    return;
  }
  const std::vector<std::string> wanted = lines_of(read_file(path));
  const std::vector<std::string> got = lines_of(text);
  for (std::size_t i = 0; i < std::min(wanted.size(), got.size()); ++i) {
    INFO("line " << i + 1);
    REQUIRE(got[i] == wanted[i]);
  }
  REQUIRE(got.size() == wanted.size());
  REQUIRE((text == read_file(path)));  // line ends included
}

/// Requires `text` to be what a golden file holds; of HTML, all but the style sheet.
inline void require_golden(const std::string& file, std::string text) {
  const std::size_t style = text.find("<style>");
  if (style != std::string::npos) text.erase(style, text.find("</style>") - style);
  require_same_text("tests/golden/" + file, text);
}

}  // namespace ssi::test
