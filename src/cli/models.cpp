#include "cli/models.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/console.hpp"

namespace ssi {

Model load_model(const std::string& name) {
  if (name == model_v1().name) return model_v1();
  errno = 0;
  std::error_code ignored;
  std::ifstream file{name, std::ios::binary};
  std::ostringstream text;
  if (std::filesystem::is_directory(name, ignored)) errno = EISDIR;
  if (errno == 0 && file) text << file.rdbuf();
  if (errno != 0) {
    throw CommandError{fmt::format("model '{}': {}; the built-in model is '{}'", visible(name),
                                   std::generic_category().message(errno), model_v1().name)};
  }
  Result<Model> model = parse_model(text.str(), name);
  if (model) return *model;
  std::string lines;
  for (const Diagnostic& d : model.error()) lines += to_string(d) + '\n';
  throw CommandError{lines};
}

}  // namespace ssi
